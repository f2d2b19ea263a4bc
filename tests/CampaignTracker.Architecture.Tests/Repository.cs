namespace CampaignTracker.Architecture.Tests;

/// <summary>The files of this repository, without what builds and runs leave behind.</summary>
internal static class Repository
{
    /// <summary>What git ignores, by folder name.</summary>
    private static readonly HashSet<string> Leftovers = [".git", "bin", "obj", "data", "artifacts", "TestResults", ".vs", ".idea", "_framework"];

    public static DirectoryInfo Root { get; } = Find();

    /// <summary>A file below the root, and its path from there with forward slashes.</summary>
    public sealed record File(string Path)
    {
        public string Text => System.IO.File.ReadAllText(System.IO.Path.Combine(Root.FullName, Path));
        public string Name => System.IO.Path.GetFileName(Path);
        public string Folder => System.IO.Path.GetDirectoryName(Path)!.Replace('\\', '/');
    }

    /// <summary>Files written by people below a folder, by the end of their name.</summary>
    public static IReadOnlyList<File> Files(string under, string ending) =>
        [.. Below(new DirectoryInfo(System.IO.Path.Combine(Root.FullName, under))).Where(f => f.Name.EndsWith(ending, StringComparison.Ordinal))
            .Select(f => new File(System.IO.Path.GetRelativePath(Root.FullName, f.FullName).Replace('\\', '/')))
            .Where(f => !f.Path.Contains("/Migrations/", StringComparison.Ordinal))];

    public static string Read(string path) => new File(path).Text;

    private static IEnumerable<FileInfo> Below(DirectoryInfo folder) =>
        folder.EnumerateFiles().Concat(folder.EnumerateDirectories().Where(d => !Leftovers.Contains(d.Name)).SelectMany(Below));

    private static DirectoryInfo Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (System.IO.File.Exists(System.IO.Path.Combine(folder.FullName, "CampaignTracker.sln"))) return folder;
        throw new InvalidOperationException("CampaignTracker.sln was not found above " + AppContext.BaseDirectory);
    }
}
