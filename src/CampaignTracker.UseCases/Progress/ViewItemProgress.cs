using CampaignTracker.Domain;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Progress;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Progress;

/// <summary>One plan item or promise with its whole story.</summary>
public sealed class ViewItemProgress(Operations operations)
{
    /// <summary>Which one.</summary>
    public sealed record Input(ProgressSubject Subject, Guid Id);

    /// <summary>The page.</summary>
    /// <param name="UnitCode">The unit.</param>
    /// <param name="UnitName">Its name.</param>
    /// <param name="Year">The year in which it is followed.</param>
    /// <param name="Row">The item or line as in the list.</param>
    /// <param name="Entries">Every report, latest first.</param>
    /// <param name="Today">Local date.</param>
    public sealed record Page(string UnitCode, string UnitName, int Year, ViewProgress.Row Row, IReadOnlyList<RecordProgress.Entry> Entries, DateOnly Today);

    /// <summary>Reads it.</summary>
    /// <exception cref="Refusal">NotFound: missing, not adopted, or not for the asker.</exception>
    public async Task<Page> RunAsync(Input input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var (id, item) = (input.Id, input.Subject == ProgressSubject.PlanItem);
        var place = item
            ? await op.Db.Plans.Where(p => p.Items.Any(i => i.Id == id)).Select(p => new { p.UnitId, p.UnitPath, p.Year, p.ToYear }).FirstOrDefaultAsync(ct).OrRefuseAsync()
            : await op.Db.Commitments.Where(c => c.Lines.Any(l => l.Id == id)).Select(c => new { c.UnitId, c.UnitPath, c.Year, c.ToYear }).FirstOrDefaultAsync(ct).OrRefuseAsync();
        if (item && !op.Actor.Can(Permission.ReadFilings, place.UnitPath)) throw new Refusal(Because.NotFound);
        var code = await op.Db.Units.Where(u => u.Id == place.UnitId).Select(u => u.Code).FirstOrDefaultAsync(ct).OrRefuseAsync();
        // A term's item is followed in the year that runs, as long as the term does.
        var unit = await ProgressUnit.FindAsync(op, code, Math.Clamp(op.Today.Year, place.Year, place.ToYear), ct);
        var rows = (await ProgressRows.OfAsync(op, unit, ct)).FindAll(row => row.Subject == input.Subject && row.Id == id);
        if (rows.Count == 0) throw new Refusal(Because.NotFound);
        var shown = (await ProgressDetails.ShownAsync(op, unit, rows, ct))[0];
        List<ProgressEntry> entries = item
            ? [.. await op.Db.ItemProgress.AsNoTracking().Where(p => p.ItemId == id).SelectMany(p => p.Reports).ToListAsync(ct)]
            : [.. await op.Db.Commitments.AsNoTracking().SelectMany(c => c.Lines).Where(l => l.Id == id).SelectMany(l => l.Progress).ToListAsync(ct)];
        return new Page(unit.Code, unit.Name, unit.Year, shown, [.. entries.OrderByDescending(e => e.RecordedAt).Select(Recording.Said)], op.Today);
    }
}
