using System.ComponentModel.DataAnnotations;
using CampaignTracker.Domain;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Reviews;
using CampaignTracker.Domain.Units;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Audit;

/// <summary>The trail: who did what, when, from what to what.</summary>
public sealed class ViewAudit(Operations operations)
{
    /// <summary>What to show.</summary>
    /// <param name="UnitCode">The unit with everything below it, or null for all the asker may read.</param>
    /// <param name="Search">Part of an actor's name.</param>
    /// <param name="RootId">One thing's trail, or null; a plan's trail holds its obligation's and its readings'.</param>
    /// <param name="From">First local day, or null.</param>
    /// <param name="To">Last local day, or null.</param>
    /// <param name="Skip">Rows to skip.</param>
    /// <param name="Take">Rows to return.</param>
    public sealed record Input([property: StringLength(Unit.CodeLength)] string? UnitCode = null, [property: StringLength(100)] string? Search = null, Guid? RootId = null, DateOnly? From = null, DateOnly? To = null, int Skip = 0, int Take = Paging.Size);

    /// <summary>One entry.</summary>
    /// <param name="Id">Its key.</param>
    /// <param name="At">UTC.</param>
    /// <param name="ActorName">Who.</param>
    /// <param name="Act">The task, by its name in code.</param>
    /// <param name="Subject">What kind of thing.</param>
    /// <param name="SubjectId">Which one.</param>
    /// <param name="UnitCode">The unit, or null for the program itself.</param>
    /// <param name="UnitName">Its name.</param>
    /// <param name="Changes">Field → before, after.</param>
    /// <param name="Withheld">About a person of another unit: the act is shown, what stood there is not.</param>
    public sealed record Row(Guid Id, DateTime At, string ActorName, string Act, string Subject, Guid SubjectId, string? UnitCode, string? UnitName, IReadOnlyList<Change> Changes, bool Withheld);

    /// <summary>One field's change.</summary>
    public sealed record Change(string Field, string? Before, string? After);

    /// <summary>Reads a page, latest first.</summary>
    public async Task<Page<Row>> RunAsync(Input input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var post = op.Actor.Posts.FirstOrDefault(p => p.Permissions.Any(x => x.Permission == Permission.ReadAudit)) ?? throw new Refusal(Because.NotAllowed);
        var reach = post.Permissions.First(p => p.Permission == Permission.ReadAudit).Reach;
        var path = post.UnitPath;
        if (input.UnitCode is { Length: > 0 } code)
        {
            path = await op.Db.Units.Where(u => u.Code == code).Select(u => u.Path).FirstOrDefaultAsync(ct) ?? throw new Refusal(Because.NotFound);
            op.Actor.Must(Permission.ReadAudit, path);
        }
        var to = UnitPath.End(path);
        var entries = reach == Reach.Own
            // What the superior's readers write is told when the leader has decided, here as on the plan's page.
            ? op.Db.Audit.Where(e => e.UnitPath == path && !op.Db.Reviews.Any(r => r.Id == e.RootId && r.Decision != OpinionKind.Agree && r.Decision != OpinionKind.AskSupplement && !r.Withdrawn))
            : op.Db.Audit.Where(e => string.Compare(e.UnitPath, path) >= 0 && string.Compare(e.UnitPath, to) < 0);
        if (input.RootId is { } root)
        {
            List<Guid> roots = [root, .. await op.Db.Plans.Where(p => p.Id == root).Select(p => p.ObligationId).ToListAsync(ct), .. await op.Db.Reviews.Where(r => r.PlanId == root).Select(r => r.Id).ToListAsync(ct)];
            entries = entries.Where(e => roots.Contains(e.RootId));
        }
        if (SearchKey.Fold(input.Search) is { Length: > 0 } key)
        {
            // The trail keeps names as they were: the accounts' names are folded here and looked for as they stand.
            var names = (await op.Db.Users.Select(a => a.FullName).Distinct().ToListAsync(ct)).FindAll(name => SearchKey.Fold(name).Contains(key, StringComparison.Ordinal));
            var typed = SearchKey.Clean(input.Search)!;
            entries = entries.Where(e => names.Contains(e.ActorName) || e.ActorName.Contains(typed));
        }
        if (input.From is { } first) { var since = LocalTime.StartOf(first); entries = entries.Where(e => e.At >= since); }
        if (input.To is { } last) { var until = LocalTime.StartOf(last.AddDays(1)); entries = entries.Where(e => e.At < until); }
        var count = await entries.CountAsync(ct);
        var page = await entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Skip(Math.Max(0, input.Skip)).Take(Paging.Take(input.Take)).AsNoTracking().ToListAsync(ct);
        var paths = page.Select(e => e.UnitPath).Distinct().ToList();
        var units = await op.Db.Units.Where(u => paths.Contains(u.Path)).ToDictionaryAsync(u => u.Path, u => new { u.Code, u.Name }, ct);
        return new Page<Row>([.. page.Select(e => new Row(e.Id, e.At, e.ActorName, e.Act, e.Subject, e.SubjectId, units.GetValueOrDefault(e.UnitPath)?.Code, units.GetValueOrDefault(e.UnitPath)?.Name,
            Withheld(op, e) ? [] : [.. AuditTrail.Read(e.Changes).Select(c => new Change(c.Key, c.Value[0], c.Value[1]))], Withheld(op, e)))], count);
    }

    private static bool Withheld(Operation op, Domain.Audit.AuditEntry entry) => entry.Personal && !op.Actor.Can(Permission.ReadParticipants, entry.UnitPath);
}
