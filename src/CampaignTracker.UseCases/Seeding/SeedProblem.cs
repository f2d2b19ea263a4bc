namespace CampaignTracker.UseCases.Seeding;

/// <summary>Seed data that cannot be loaded; its message is one line for the person who starts the program: which file, where, what, and the way out.</summary>
/// <param name="file">The file, relative to the seed folder.</param>
/// <param name="place">The line or field, or null for the whole file.</param>
/// <param name="what">What is wrong.</param>
/// <param name="wayOut">What to do.</param>
public sealed class SeedProblem(string file, string? place, string what, string wayOut)
    : Exception($"seed-data/{file}{(place is null ? "" : ", " + place)}: {what} {wayOut}".ReplaceLineEndings(" "))
{
    /// <summary>The file, relative to the seed folder.</summary>
    public string File { get; } = file;

    /// <summary>The line or field, or null for the whole file.</summary>
    public string? Place { get; } = place;
}
