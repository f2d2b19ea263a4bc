namespace CampaignTracker.Architecture.Tests;

/// <summary>The first sight of the repository, and of the program.</summary>
public class TopLevelTests
{
    private static readonly string[] Allowed =
    [
        "README.md", "LICENSE", "CampaignTracker.sln", "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json",
        ".editorconfig", ".gitignore", ".gitattributes", ".git", ".ci", ".config", ".github", "seed-data", "src", "tests",
    ];

    /// <summary>What runs and editors leave, and git ignores.</summary>
    private static readonly string[] Left = ["data", "artifacts", "TestResults", ".vs", ".idea", "bin", "obj"];

    [Fact]
    public void The_top_holds_only_what_belongs_there() => Complaints.None(Strange(Repository.Root.EnumerateFileSystemInfos().Select(entry => entry.Name)));

    [Fact]
    public void Program_is_a_table_of_contents() => Complaints.None(TooLong(Repository.Read("src/CampaignTracker.Web/Program.cs")));

    [Fact]
    public void Litter_or_a_long_program_would_be_seen()
    {
        Complaints.Some(Strange(["README.md", "notes.txt", "docker"]), "notes.txt", "docker");
        Complaints.Some(TooLong(new string('\n', 61)), "61 lines");
    }

    private static IEnumerable<string> Strange(IEnumerable<string> names) => names.Where(name => !Allowed.Contains(name) && !Left.Contains(name) && !name.EndsWith(".user", StringComparison.Ordinal)).Select(name => name + " does not belong at the top");

    private static IEnumerable<string> TooLong(string program) => program.Count(c => c == '\n') is > 60 and var lines ? [$"Program.cs has {lines} lines"] : [];
}
