using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Papers;

namespace CampaignTracker.UseCases.BackgroundWork;

/// <summary>What tasks work on and what they make, in the store of all files.</summary>
internal static class TaskContents
{
    /// <summary>Removes a content that no row names any more; to be called after saving.</summary>
    public static async Task LetGoAsync(CampaignDb db, IFileStore files, string? key, CancellationToken ct)
    {
        if (key is not null && !await KeptContents.NamedAsync(db, key, ct)) await files.RemoveAsync(key, ct);
    }
}
