namespace CampaignTracker.UseCases.Tests.Seeding;

/// <summary>A copy of the seed folder that a test may break.</summary>
internal sealed class SeedCopy : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("seed-copy-").FullName;

    public SeedCopy()
    {
        foreach (var file in Directory.EnumerateFiles(TestCampaign.SeedFolder, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(Folder, Path.GetRelativePath(TestCampaign.SeedFolder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public void Change(string file, Func<string, string> change)
    {
        var path = Path.Combine(Folder, file);
        var before = File.ReadAllText(path);
        var after = change(before);
        Assert.NotEqual(before, after);
        File.WriteAllText(path, after);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
