namespace CampaignTracker.EndToEnd.Tests.Program;

/// <summary>A folder that goes away with the tests.</summary>
internal static class TemporaryFolder
{
    private static readonly string Root = Make();
    private static int count;

    /// <summary>A new, empty one.</summary>
    public static string New() => Directory.CreateDirectory(Path.Combine(Root, $"{Interlocked.Increment(ref count)}")).FullName;

    /// <summary>A new one with everything that another holds.</summary>
    public static string CopyOf(string source)
    {
        var copy = New();
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        return copy;
    }

    private static string Make()
    {
        var root = Directory.CreateTempSubdirectory("campaign-e2e-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            try
            {
                Directory.Delete(root, recursive: true);
            }
            catch (IOException)
            {
                // The system empties its temporary folder.
            }
        };
        return root;
    }
}
