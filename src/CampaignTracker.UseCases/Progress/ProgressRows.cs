using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Progress;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Progress;

/// <summary>An item or a line that is reported on.</summary>
/// <param name="Subject">Which of the two.</param>
/// <param name="Id">The item or line.</param>
/// <param name="OwnerId">The plan or commitment.</param>
/// <param name="Owner">Who is responsible, or who promised.</param>
/// <param name="ParticipantId">The person, for a line.</param>
/// <param name="Year">First year of the plan or commitment.</param>
/// <param name="ToYear">Its last year.</param>
/// <param name="Number">Number in it.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="Result">The result to reach.</param>
/// <param name="Standard">The standard a line serves, or null.</param>
/// <param name="Requirements">The requirements an item serves.</param>
/// <param name="DueOn">To be finished by, or null.</param>
/// <param name="Outcome">The latest outcome.</param>
/// <param name="Figure">The latest figure.</param>
/// <param name="ReportedOn">Day of the latest report.</param>
/// <param name="MayReport">The asker may report on it now.</param>
internal sealed record Tracked(ProgressSubject Subject, Guid Id, Guid OwnerId, string Owner, Guid? ParticipantId, int Year, int ToYear, int Number, string Text, string Result, RoleModelStandard? Standard,
    IReadOnlyList<Guid> Requirements, DateOnly? DueOn, Outcome? Outcome, int? Figure, DateOnly? ReportedOn, bool MayReport)
{
    public ProgressStanding On(DateOnly today) => ProgressStatus.Judge(Outcome, DueOn, today);
}

/// <summary>
/// Everything of one unit and year that is reported on and that the asker may read. One unit's items and lines are some hundreds at most: they are read whole,
/// because search without marks and "overdue first" across two kinds of rows have no index that could answer; details are read for the page alone.
/// </summary>
internal static class ProgressRows
{
    /// <summary>Items, then lines; people in the official order: head first, then by name.</summary>
    public static async Task<List<Tracked>> OfAsync(Operation op, ProgressUnit unit, CancellationToken ct) =>
        [.. unit.Items ? await ItemsAsync(op, unit, null, ct) : [], .. await LinesAsync(op, unit, ct)];

    /// <summary>Items of the unit's adopted plans, or of one of them. A plan that was neither issued nor sent is its own unit's business.</summary>
    public static async Task<List<Tracked>> ItemsAsync(Operation op, ProgressUnit unit, Guid? planId, CancellationToken ct)
    {
        var may = op.Actor.Can(Permission.KeepCommitments, unit.Path);
        var rows = await (
            from p in op.Db.Plans.AsNoTracking()
            where p.UnitId == unit.Id && p.Year <= unit.Year && p.ToYear >= unit.Year && p.Answer == PlanAnswer.OwnPlan && (planId == null || p.Id == planId)
                && (p.Meeting != null || p.Sendings.Any()) && (unit.Writes || p.PublishedDownward)
            from i in p.Items
            join x in op.Db.ItemProgress on i.Id equals x.ItemId into followed
            from x in followed.DefaultIfEmpty()
            orderby p.ToYear, p.Year, i.Ordinal
            select new { i.Id, i.PlanId, i.Responsible, p.Year, p.ToYear, i.Ordinal, i.Content, i.Product, i.Requirements, i.EndsOn, x.Outcome, x.Figure, x.ReportedOn }).ToListAsync(ct);
        return [.. rows.Select(r => new Tracked(ProgressSubject.PlanItem, r.Id, r.PlanId, r.Responsible, null, r.Year, r.ToYear, r.Ordinal, r.Content, r.Product, null, r.Requirements, r.EndsOn, r.Outcome, r.Figure, r.ReportedOn, may))];
    }

    // The person filter shows the whole unit to whoever keeps it, and to everybody else their own.
    private static async Task<List<Tracked>> LinesAsync(Operation op, ProgressUnit unit, CancellationToken ct)
    {
        var rows = await (
            from c in op.Db.Commitments.AsNoTracking()
            join p in op.Db.Participants on c.ParticipantId equals p.Id
            where c.UnitId == unit.Id && c.Year <= unit.Year && c.ToYear >= unit.Year && CommitmentStates.Registered.Contains(c.State) && p.To == null
            from l in c.Lines
            where l.Action != ""
            orderby p.UnitHead descending, p.SortName, p.Id, c.ToYear, l.Ordinal
            select new { l.Id, l.CommitmentId, p.Name, c.ParticipantId, c.AccountId, c.State, c.Year, c.ToYear, l.Ordinal, l.Action, l.Result, l.Standard, l.DueOn, l.Outcome, l.Figure, l.ReportedOn }).ToListAsync(ct);
        return [.. rows.Select(r => new Tracked(ProgressSubject.CommitmentLine, r.Id, r.CommitmentId, r.Name, r.ParticipantId, r.Year, r.ToYear, r.Ordinal, r.Action, r.Result, r.Standard, [], r.DueOn, r.Outcome, r.Figure, r.ReportedOn,
            CommitmentTransitions.Find(r.State, CommitmentAct.Report) is not null && (unit.Named || (op.Actor.AccountId is { } self && self == r.AccountId))))];
    }

    /// <summary>What was answered in each month of the year, latest report of a month first; by the day on which it happened.</summary>
    public static async Task<List<Answered>> AnswersAsync(Operation op, IReadOnlyCollection<Tracked> rows, int year, CancellationToken ct)
    {
        var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var plans = rows.Where(r => r.Subject == ProgressSubject.PlanItem).Select(r => r.OwnerId).Distinct().ToList();
        var commitments = rows.Where(r => r.Subject == ProgressSubject.CommitmentLine).Select(r => r.OwnerId).Distinct().ToList();
        var items = plans.Count == 0 ? [] : await op.Db.ItemProgress.Where(p => plans.Contains(p.PlanId)).SelectMany(p => p.Reports, (p, r) => new { Id = p.ItemId, r.On, r.Outcome, r.Figure, r.RecordedAt })
            .Where(r => r.On >= from && r.On <= to).ToListAsync(ct);
        var lines = commitments.Count == 0 ? [] : await op.Db.Commitments.Where(c => commitments.Contains(c.Id)).SelectMany(c => c.Lines).SelectMany(l => l.Progress, (l, r) => new { l.Id, r.On, r.Outcome, r.Figure, r.RecordedAt })
            .Where(r => r.On >= from && r.On <= to).ToListAsync(ct);
        return [.. items.Concat(lines).OrderByDescending(r => r.RecordedAt).Select(r => new Answered(r.Id, r.On.Month, AnswerOf(r.Outcome), r.Figure))];
    }

    /// <summary>The latest answer of every row in every month in which it was reported on, with the number of reports.</summary>
    public static Dictionary<(Guid Id, int Month), (ProgressAnswer Answer, int? Figure, int Reports)> Latest(IEnumerable<Answered> answers) =>
        answers.GroupBy(a => (a.Id, a.Month)).ToDictionary(g => g.Key, g => (g.First().Answer, g.Select(a => a.Figure).FirstOrDefault(f => f is not null), g.Count()));

    /// <summary>A report as an answer.</summary>
    public static ProgressAnswer AnswerOf(Outcome? outcome) => outcome switch
    {
        Outcome.Done => ProgressAnswer.Done,
        Outcome.PartlyDone => ProgressAnswer.PartlyDone,
        Outcome.NotDone => ProgressAnswer.NotDone,
        _ => ProgressAnswer.NothingNew,
    };
}

/// <summary>One report in its month.</summary>
internal sealed record Answered(Guid Id, int Month, ProgressAnswer Answer, int? Figure);
