using System.Globalization;
using CampaignTracker.Domain.Audit;
using CampaignTracker.Domain.Evidence;
using CampaignTracker.Domain.People;
using CampaignTracker.UseCases.Audit;
using CampaignTracker.UseCases.Papers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CampaignTracker.UseCases.People;

/// <summary>By the clock: names, posts and words of people who left longer ago than the retention rule keeps them are erased; the rows stay for the totals. Run as the system.</summary>
public sealed class ForgetParticipants(Operations operations, IFileStore files, IOptions<RetentionSettings> rule)
{
    private const int Together = 200;

    /// <summary>Erases what is due; how many people.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var forgotten = 0;
        while (await SomeAsync(ct) is > 0 and var some) forgotten += some;
        return forgotten;
    }

    private async Task<int> SomeAsync(CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        op.Actor.Must(Permission.CloseByClock, "");
        var kept = op.Today.AddYears(-rule.Value.Years);
        var people = await op.Db.Participants.Where(p => p.To != null && p.To < kept && p.ForgottenOn == null).OrderBy(p => p.Id).Take(Together).ToListAsync(ct);
        var ids = people.ConvertAll(p => p.Id);
        var commitments = await op.Db.Commitments.Where(c => ids.Contains(c.ParticipantId)).Include(c => c.Lines).ThenInclude(l => l.Progress).Include(c => c.Shortcoming).AsSplitQuery().ToListAsync(ct);
        var promised = commitments.ConvertAll(c => c.Id);
        var proofs = await op.Db.LineEvidence.Where(e => promised.Contains(e.CommitmentId)).ToListAsync(ct);
        // The ordinary trail would keep what is to be forgotten.
        op.Db.Acting = op.Db.Acting! with { Trail = false };
        foreach (var commitment in commitments) commitment.Forget(op.Actor);
        foreach (var person in people)
        {
            person.Forget(op.Actor, op.Today);
            op.Db.Audit.Add(new AuditEntry(op.Now, op.Actor.AccountId, op.Actor.Name, nameof(ForgetParticipants), nameof(Participant), person.Id, person.Id, person.UnitPath,
                AuditTrail.Write(new() { [nameof(Participant.ForgottenOn)] = [null, op.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)] }), personal: true));
        }
        op.Db.LineEvidence.RemoveRange(proofs);
        await op.SaveAsync(ct);
        await RemoveContentsAsync(op, proofs, ct);
        return people.Count;
    }

    // A content goes with the last row that names it.
    private async Task RemoveContentsAsync(Operation op, List<LineEvidence> proofs, CancellationToken ct)
    {
        foreach (var hash in proofs.SelectMany(p => new[] { p.Sha256, p.ThumbnailSha256 }).OfType<string>().Distinct())
            if (!await KeptContents.NamedAsync(op.Db, hash, ct)) await files.RemoveAsync(hash, ct);
    }
}
