using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Progress;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Progress;

/// <summary>What only the rows of one page need: how often and what was reported last, proofs, and last year's beside.</summary>
internal static class ProgressDetails
{
    private const int Beside = 3;

    private sealed record Told(Guid Id, DateTime At, string Text, bool NothingNew);

    /// <summary>The rows as the screen shows them.</summary>
    public static async Task<List<ViewProgress.Row>> ShownAsync(Operation op, ProgressUnit unit, IReadOnlyList<Tracked> rows, CancellationToken ct, bool lastYear = true)
    {
        var (items, lines) = (Of(rows, ProgressSubject.PlanItem), Of(rows, ProgressSubject.CommitmentLine));
        // The reports of one page are few and read whole: "the latest of each" would have the database number all there are.
        List<Told> told =
        [
            .. items.Count == 0 ? [] : await op.Db.ItemProgress.Where(p => items.Contains(p.ItemId)).SelectMany(p => p.Reports, (p, r) => new Told(p.ItemId, r.RecordedAt, r.Text, r.NothingNew)).ToListAsync(ct),
            .. lines.Count == 0 ? [] : await op.Db.Commitments.SelectMany(c => c.Lines).Where(l => lines.Contains(l.Id)).SelectMany(l => l.Progress, (l, r) => new Told(l.Id, r.RecordedAt, r.Text, r.NothingNew)).ToListAsync(ct),
        ];
        Dictionary<Guid, int> proofs = items.Count == 0 ? [] : await op.Db.ItemEvidence.Where(e => items.Contains(e.ItemId)).GroupBy(e => e.ItemId).ToDictionaryAsync(g => g.Key, g => g.Count(), ct);
        if (lines.Count > 0)
            foreach (var (line, count) in await op.Db.LineEvidence.Where(e => lines.Contains(e.LineId)).GroupBy(e => e.LineId).ToDictionaryAsync(g => g.Key, g => g.Count(), ct)) proofs[line] = count;
        var reports = told.OrderByDescending(t => t.At).ToLookup(t => t.Id);
        var before = lastYear ? await BeforeAsync(op, unit, rows, ct) : [];
        return [.. rows.Select(row => Shown(row, [.. reports[row.Id]], proofs.GetValueOrDefault(row.Id), before.GetValueOrDefault(row.Id, []), op.Today))];
    }

    private static List<Guid> Of(IEnumerable<Tracked> rows, ProgressSubject subject) => [.. rows.Where(r => r.Subject == subject).Select(r => r.Id)];

    private static ViewProgress.Row Shown(Tracked row, IReadOnlyList<Told> told, int proofs, IReadOnlyList<ViewProgress.Earlier> before, DateOnly today) => new(row.Subject, row.Id, row.OwnerId, row.Owner, row.Year, row.ToYear, row.Number, row.Text, row.Result,
        Measure.Read(row.Result), row.Standard, row.DueOn, row.On(today), row.Outcome, row.Figure, row.ReportedOn, told.Count, proofs, told is [var last, ..] ? last.Text : "", told is [{ NothingNew: true }, ..], row.MayReport, before);

    // Of the same person what served the same standard, of the same unit what served the same requirement: beside, never copied.
    private static async Task<Dictionary<Guid, List<ViewProgress.Earlier>>> BeforeAsync(Operation op, ProgressUnit unit, IReadOnlyList<Tracked> rows, CancellationToken ct)
    {
        var found = new Dictionary<Guid, List<ViewProgress.Earlier>>();
        var people = rows.Where(r => r.ParticipantId is not null).Select(r => r.ParticipantId!.Value).Distinct().ToList();
        var last = unit.Year - 1;
        if (people.Count > 0)
        {
            var promised = await op.Db.Commitments.Where(c => people.Contains(c.ParticipantId) && c.Year == last && c.ToYear == last && CommitmentStates.Registered.Contains(c.State))
                .SelectMany(c => c.Lines, (c, l) => new { c.ParticipantId, l.Ordinal, l.Action, l.Result, l.Standard, l.Outcome, l.Figure, l.ReportedOn }).Where(l => l.Action != "").OrderBy(l => l.Ordinal).ToListAsync(ct);
            foreach (var row in rows.Where(r => r.ParticipantId is not null))
                found[row.Id] = [.. promised.Where(l => l.ParticipantId == row.ParticipantId && (row.Standard is null || l.Standard is null || l.Standard == row.Standard)).Take(Beside)
                    .Select(l => new ViewProgress.Earlier(last, l.Action, l.Result, Measure.Read(l.Result), l.Outcome, l.Figure, l.ReportedOn))];
        }
        if (rows.Any(r => r.Requirements.Count > 0))
        {
            var planned = await (from p in op.Db.Plans.AsNoTracking()
                                 where p.UnitId == unit.Id && p.Year == last && p.ToYear == last && (unit.Writes || p.PublishedDownward)
                                 from i in p.Items
                                 join x in op.Db.ItemProgress on i.Id equals x.ItemId into followed
                                 from x in followed.DefaultIfEmpty()
                                 orderby i.Ordinal
                                 select new { i.Requirements, i.Content, i.Product, x.Outcome, x.Figure, x.ReportedOn }).ToListAsync(ct);
            foreach (var row in rows.Where(r => r.Requirements.Count > 0))
                found[row.Id] = [.. planned.Where(i => i.Requirements.Any(row.Requirements.Contains)).Take(Beside).Select(i => new ViewProgress.Earlier(last, i.Content, i.Product, Measure.Read(i.Product), i.Outcome, i.Figure, i.ReportedOn))];
        }
        return found;
    }
}
