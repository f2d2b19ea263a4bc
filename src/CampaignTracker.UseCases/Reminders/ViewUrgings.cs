using System.ComponentModel.DataAnnotations;
using CampaignTracker.Domain;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.Domain.Units;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Reminders;

/// <summary>Past urgings: when, who, how, why, and what came of them.</summary>
public sealed class ViewUrgings(Operations operations)
{
    /// <summary>Days after an urging within which a sending counts as what came of it (assumption).</summary>
    public const int WithinDays = 3;

    /// <summary>What to show.</summary>
    /// <param name="Search">Part of the reason or of a name, as it is written.</param>
    /// <param name="Skip">Rows to skip.</param>
    /// <param name="Take">Rows to return.</param>
    public sealed record Input([property: StringLength(100)] string? Search = null, int Skip = 0, int Take = Paging.Size);

    /// <summary>One urging.</summary>
    /// <param name="Id">The act.</param>
    /// <param name="At">UTC.</param>
    /// <param name="ByName">Who.</param>
    /// <param name="Body">The advisory body they spoke for, or null.</param>
    /// <param name="UnitName">In whose name.</param>
    /// <param name="Way">How.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Units">Units urged.</param>
    /// <param name="Filings">Filings urged.</param>
    /// <param name="People">Who found it in the program.</param>
    /// <param name="SentWithin">Filings sent within <see cref="WithinDays"/> days.</param>
    /// <param name="Open">Filings that are still open.</param>
    public sealed record Row(Guid Id, DateTime At, string ByName, string? Body, string UnitName, UrgingWay Way, string Reason, int Units, int Filings, int People, int SentWithin, int Open);

    /// <summary>One filing of an urging.</summary>
    public sealed record Filing(string UnitCode, string UnitName, bool Party, RequirementKind Kind, int Year, int ToYear, DateOnly DueOn, DateOnly? SentOn, bool Open);

    /// <summary>One urging with its filings, in the official order.</summary>
    public sealed record Details(Row Row, IReadOnlyList<Filing> Filings);

    private sealed record Fact(Guid UrgingId, Guid UnitId, Guid ObligationId);

    /// <summary>Reads a page, latest first.</summary>
    public async Task<Page<Row>> RunAsync(Input input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var urgings = Readable(op);
        if (SearchKey.Clean(input.Search) is { Length: > 0 } text) urgings = urgings.Where(u => u.Reason.Contains(text) || u.ByName.Contains(text) || u.Body!.Contains(text));
        var count = await urgings.CountAsync(ct);
        var page = await urgings.OrderByDescending(u => u.At).ThenByDescending(u => u.Id).Skip(Math.Max(0, input.Skip)).Take(Paging.Take(input.Take)).AsNoTracking().ToListAsync(ct);
        return new Page<Row>((await RowsAsync(op, page, ct)).ConvertAll(row => row.Row), count);
    }

    /// <summary>Reads one with its filings.</summary>
    /// <exception cref="Refusal">NotFound.</exception>
    public async Task<Details> OneAsync(Guid id, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var urging = await Readable(op).AsNoTracking().FirstOrDefaultAsync(u => u.Id == id, ct).OrRefuseAsync();
        return (await RowsAsync(op, [urging], ct))[0];
    }

    private static IQueryable<Urging> Readable(Operation op)
    {
        var post = op.Actor.Posts.FirstOrDefault(p => p.Permissions.Any(x => x.Permission == Permission.ReadCompliance)) ?? throw new Refusal(Because.NotAllowed);
        var (from, to) = (post.UnitPath, UnitPath.End(post.UnitPath));
        return op.Db.Urgings.Where(u => string.Compare(u.UnitPath, from) >= 0 && string.Compare(u.UnitPath, to) < 0);
    }

    private static async Task<List<Details>> RowsAsync(Operation op, List<Urging> page, CancellationToken ct)
    {
        var ids = page.ConvertAll(u => u.Id);
        var facts = await op.Db.Urgings.Where(u => ids.Contains(u.Id)).SelectMany(u => u.Filings).Select(f => new Fact(f.UrgingId, f.UnitId, f.ObligationId)).ToListAsync(ct);
        var owed = facts.Select(f => f.ObligationId).Distinct().ToList();
        var obligations = await op.Db.Obligations.AsNoTracking().Where(o => owed.Contains(o.Id)).ToDictionaryAsync(o => o.Id, ct);
        var kinds = await op.Db.UnitKinds.AsNoTracking().ToDictionaryAsync(k => k.Code, k => k.Party, ct);
        var wanted = facts.Select(f => f.UnitId).Concat(page.Select(u => u.FromUnitId)).Distinct().ToList();
        var units = await op.Db.Units.Where(u => wanted.Contains(u.Id)).Select(u => new { u.Id, u.Code, u.Name, u.Path, u.KindCode }).ToDictionaryAsync(u => u.Id, ct);
        var people = await op.Db.Reminders.Where(r => r.UrgingId != null && ids.Contains(r.UrgingId.Value)).GroupBy(r => r.UrgingId!.Value).Select(g => new { g.Key, Count = g.Select(r => r.AccountId).Distinct().Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return [.. page.Select(urging =>
        {
            var day = LocalTime.Today(urging.At);
            var mine = facts.Where(f => f.UrgingId == urging.Id && obligations.ContainsKey(f.ObligationId) && units.ContainsKey(f.UnitId)).Select(f => (Owed: obligations[f.ObligationId], Unit: units[f.UnitId]))
                .OrderBy(x => x.Unit.Path, StringComparer.Ordinal).ThenBy(x => x.Owed.DueOn).ToList();
            DateOnly? Came(Domain.Obligations.Obligation o) => o.LastSentOn is { } sent && sent >= day ? sent : null;
            var row = new Row(urging.Id, urging.At, urging.ByName, urging.Body, units.GetValueOrDefault(urging.FromUnitId)?.Name ?? "", urging.Way, urging.Reason, mine.Select(x => x.Unit.Id).Distinct().Count(), mine.Count, people.GetValueOrDefault(urging.Id),
                mine.Count(x => Came(x.Owed) is { } sent && sent.DayNumber - day.DayNumber <= WithinDays), mine.Count(x => Urging.Open(x.Owed.Facts)));
            return new Details(row, [.. mine.Select(x => new Filing(x.Unit.Code, x.Unit.Name, kinds.GetValueOrDefault(x.Unit.KindCode), x.Owed.Kind, x.Owed.Year, x.Owed.ToYear, Urging.DueOn(x.Owed.Facts), Came(x.Owed), Urging.Open(x.Owed.Facts)))]);
        })];
    }
}
