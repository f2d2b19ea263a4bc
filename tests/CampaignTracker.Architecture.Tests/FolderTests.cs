using System.Text.RegularExpressions;
using Xunit.Abstractions;

namespace CampaignTracker.Architecture.Tests;

/// <summary>Rules 7 and 8: a folder is a feature and a namespace; a file is short enough to be read.</summary>
public class FolderTests(ITestOutputHelper output)
{
    private static readonly string[] Features =
    [
        "Units", "People", "GoverningDocuments", "Obligations", "Plans", "Commitments", "Meetings", "Progress", "Evidence", "Timeline", "Reviews", "Compliance", "Substance", "PeriodReports", "InternalRules", "Awards", "Reminders", "Papers", "Audit", "Seeding", "Backups", "BackgroundWork",
    ];

    /// <summary>What a project has besides features.</summary>
    private static readonly Dictionary<string, string[]> Besides = new()
    {
        ["CampaignTracker.Domain"] = [],
        ["CampaignTracker.UseCases"] = ["Database"],
        ["CampaignTracker.Reports"] = ["Excel", "Word"],
        ["CampaignTracker.Web"] = ["Hosting", "Layout", "Shared", "Jobs", "Reports", "Help", "Properties", "wwwroot"],
        ["CampaignTracker.Migrations.Sqlite"] = [],
        ["CampaignTracker.Migrations.Postgres"] = [],
    };

    private static readonly string[] SayNothing = ["Common", "Helpers", "Utils", "Utilities", "Managers", "Services", "DTOs", "Dtos", "Interfaces", "Commands", "Queries", "Models", "ViewModels", "Extensions", "Misc"];

    private static IReadOnlyList<Repository.File> Code => [.. Repository.Files("src", ".cs"), .. Repository.Files("src", ".razor")];

    [Fact]
    public void Folders_are_features_and_say_something() => Complaints.None(Code.Select(f => f.Folder).Distinct().SelectMany(Strange));

    [Fact]
    public void Namespaces_are_folders() => Complaints.None(Repository.Files("src", ".cs").SelectMany(f => Misplaced(f.Path, f.Text)));

    [Fact]
    public void Files_are_short_enough()
    {
        foreach (var file in Code)
            if (Lines(file.Text) is var lines && lines > Limit(file.Name)) output.WriteLine($"{file.Path}: {lines} lines; a warning to think, not a reason to splinter");
        Complaints.None(Code.SelectMany(f => FarTooLong(f.Path, f.Text)));
    }

    [Fact]
    public void A_folder_that_says_nothing_would_be_seen()
    {
        Complaints.Some(Strange("src/CampaignTracker.Domain/Helpers"), "says nothing");
        Complaints.Some(Strange("src/CampaignTracker.UseCases/Plans/Services"), "says nothing");
        Complaints.Some(Strange("src/CampaignTracker.UseCases/Planning"), "is no feature");
        Complaints.Some(Strange("src/CampaignTracker.Core/Plans"), "is no project");
        Complaints.Some(Misplaced("src/CampaignTracker.Domain/Plans/Late.cs", "namespace CampaignTracker.Domain.Reviews;"), "Late.cs");
        Complaints.Some(Misplaced("src/CampaignTracker.Domain/Plans/Old.cs", "namespace CampaignTracker.Domain.Plans\n{"), "file-scoped");
        Complaints.Some(FarTooLong("src/CampaignTracker.Web/Plans/Huge.razor", new string('\n', 301)), "Huge.razor");
    }

    private static IEnumerable<string> Strange(string folder)
    {
        var parts = folder.Split('/');
        if (parts.Skip(2).FirstOrDefault(SayNothing.Contains) is { } nothing) yield return $"{folder}: {nothing} says nothing";
        if (!Besides.TryGetValue(parts[1], out var besides)) yield return $"{folder}: {parts[1]} is no project of the plan";
        else if (parts.Length > 2 && !Features.Contains(parts[2]) && !besides.Contains(parts[2])) yield return $"{folder}: {parts[2]} is no feature";
    }

    private static IEnumerable<string> Misplaced(string path, string text)
    {
        var expected = Path.GetDirectoryName(path)!.Replace('\\', '/')["src/".Length..].Replace('/', '.');
        var declared = Regex.Match(text, @"^namespace (?<name>[\w.]+)(?<end>.?)", RegexOptions.Multiline);
        if (!declared.Success) yield break; // top-level statements, assembly attributes
        if (declared.Groups["end"].Value != ";") yield return $"{path} has no file-scoped namespace";
        if (declared.Groups["name"].Value != expected) yield return $"{path} is in {declared.Groups["name"].Value}, not {expected}";
    }

    private static IEnumerable<string> FarTooLong(string path, string text) => Lines(text) > 2 * Limit(path) ? [$"{path}: {Lines(text)} lines"] : [];

    private static int Limit(string name) => name.EndsWith(".razor", StringComparison.Ordinal) ? 150 : 250;

    private static int Lines(string text) => text.Count(c => c == '\n');
}
