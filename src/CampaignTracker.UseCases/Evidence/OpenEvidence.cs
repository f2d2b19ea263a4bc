using CampaignTracker.Domain;
using CampaignTracker.Domain.Evidence;
using CampaignTracker.Domain.Papers;
using CampaignTracker.UseCases.Papers;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Evidence;

/// <summary>A file of evidence, ready to be sent: whole, or its small picture.</summary>
public sealed class OpenEvidence(Operations operations, IFileStore files)
{
    /// <summary>The whole file: the caller disposes the content.</summary>
    public sealed record Opened(string Name, FileKind Kind, Stream Content);

    /// <summary>The small JPEG: the caller disposes the content.</summary>
    /// <param name="Mark">Another content has another mark.</param>
    /// <param name="Content">The picture.</param>
    public sealed record Small(string Mark, Stream Content);

    /// <summary>Opens the whole file.</summary>
    /// <exception cref="Refusal">NotFound: missing, or not to be read by the asker.</exception>
    public async Task<Opened> RunAsync(Guid evidenceId, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var file = await FindAsync(op, evidenceId, ct);
        return new Opened(file.Name, file.Kind, await files.OpenAsync(file.Sha256, ct));
    }

    /// <summary>Opens the small picture.</summary>
    /// <exception cref="Refusal">NotFound: missing, no picture, or not to be read by the asker.</exception>
    public async Task<Small> ThumbnailAsync(Guid evidenceId, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var file = await FindAsync(op, evidenceId, ct);
        if (file.ThumbnailSha256 is not { } mark) throw new Refusal(Because.NotFound);
        return new Small(mark, await files.OpenAsync(mark, ct));
    }

    private static async Task<EvidenceFile> FindAsync(Operation op, Guid id, CancellationToken ct)
    {
        if (await op.Db.ItemEvidence.AsNoTracking().FirstOrDefaultAsync(f => f.Id == id, ct) is not { } ofItem)
            return await op.Db.LineEvidence.AsNoTracking().FirstOrDefaultAsync(f => f.Id == id, ct).OrRefuseAsync();
        var published = await op.Db.Plans.AnyAsync(p => p.Id == ofItem.PlanId && p.PublishedDownward, ct);
        return EvidenceReads.MayRead(op.Actor, ofItem.UnitPath, published) ? ofItem : throw new Refusal(Because.NotFound);
    }
}
