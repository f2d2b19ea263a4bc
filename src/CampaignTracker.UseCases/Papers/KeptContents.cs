using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Papers;

/// <summary>Which contents rows still name: a content goes with the last of them.</summary>
internal static class KeptContents
{
    /// <summary>True when some row names it. To be asked as the system, which sees every row.</summary>
    public static async Task<bool> NamedAsync(CampaignDb db, string hash, CancellationToken ct) =>
        await db.LineEvidence.AnyAsync(e => e.Sha256 == hash || e.ThumbnailSha256 == hash, ct) || await db.ItemEvidence.AnyAsync(e => e.Sha256 == hash || e.ThumbnailSha256 == hash, ct)
        || await db.Files.AnyAsync(f => f.Sha256 == hash, ct) || await db.LongTasks.AnyAsync(t => t.ResultKey == hash || t.InputKey == hash, ct);
}
