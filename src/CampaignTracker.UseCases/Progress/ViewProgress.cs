using System.ComponentModel.DataAnnotations;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Progress;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Progress;

/// <summary>
/// How the items of a unit's adopted plans and the promises of its people fare: overdue first. Items are read by whoever reads the unit's filings;
/// promises by whoever keeps the unit's commitments, everybody their own; above the unit promises are sums.
/// </summary>
public sealed class ViewProgress(Operations operations)
{
    /// <summary>What to show.</summary>
    /// <param name="UnitCode">The unit, or null for the asker's own.</param>
    /// <param name="Year">The campaign year, or null for the one that runs.</param>
    /// <param name="Subject">Only items or only lines, or null for both.</param>
    /// <param name="Slice">One of the numbers, or null for all.</param>
    /// <param name="SilentDays">Not done and not reported on for so many days, or null.</param>
    /// <param name="Month">Reported on in this month of the year (1 to 12), or null.</param>
    /// <param name="Answer">With this as the month's latest answer; only together with <paramref name="Month"/>.</param>
    /// <param name="PlanId">Items of one plan, or null.</param>
    /// <param name="Search">Part of a text or name, marks and case ignored.</param>
    /// <param name="Skip">Rows to skip.</param>
    /// <param name="Take">Rows to return, at most 1,000.</param>
    /// <param name="Reportable">Only what the asker may report on now.</param>
    /// <param name="Order">Order of the rows.</param>
    public sealed record Input([property: StringLength(Unit.CodeLength)] string? UnitCode = null, [property: Range(2000, 2100)] int? Year = null, ProgressSubject? Subject = null, ProgressSlice? Slice = null, [property: Range(1, 3660)] int? SilentDays = null,
        [property: Range(1, 12)] int? Month = null, ProgressAnswer? Answer = null, Guid? PlanId = null, [property: StringLength(100)] string? Search = null, int Skip = 0, int Take = Paging.Size,
        bool Reportable = false, ProgressOrder Order = ProgressOrder.Pressing);

    /// <summary>The page.</summary>
    /// <param name="UnitCode">The unit.</param>
    /// <param name="UnitName">Its name.</param>
    /// <param name="Year">The campaign year.</param>
    /// <param name="Counts">The whole list without the filter.</param>
    /// <param name="Page">The rows.</param>
    /// <param name="Named">Promises of all people of the unit are in the list; else at most the asker's own.</param>
    /// <param name="Reads">Items of the unit's plans are in the list.</param>
    /// <param name="Summed">Sums of promises, of the unit and below, may be read.</param>
    /// <param name="Below">Units report to the asker's own: another one may be chosen.</param>
    /// <param name="MayRecord">The asker may report on something in the list.</param>
    /// <param name="Today">Local date.</param>
    public sealed record Listed(string UnitCode, string UnitName, int Year, ProgressCounts Counts, Page<Row> Page, bool Named, bool Reads, bool Summed, bool Below, bool MayRecord, DateOnly Today);

    /// <summary>One item or line.</summary>
    /// <param name="Subject">Which of the two.</param>
    /// <param name="Id">The item or line.</param>
    /// <param name="OwnerId">The plan or commitment.</param>
    /// <param name="Owner">Who is responsible, or who promised; "" when nobody is named.</param>
    /// <param name="Year">First year of the plan or commitment.</param>
    /// <param name="ToYear">Its last year.</param>
    /// <param name="Number">Number in it.</param>
    /// <param name="Text">What is to be done.</param>
    /// <param name="Result">The result to reach.</param>
    /// <param name="Measure">What can be counted in it, or null.</param>
    /// <param name="Standard">The standard a line serves, or null.</param>
    /// <param name="DueOn">To be finished by, or null.</param>
    /// <param name="Standing">How it stands today.</param>
    /// <param name="Outcome">The latest outcome, or null.</param>
    /// <param name="Figure">The latest figure, or null.</param>
    /// <param name="ReportedOn">Day of the latest report, or null.</param>
    /// <param name="Reports">How many reports there are.</param>
    /// <param name="Proofs">How many files prove it.</param>
    /// <param name="LastText">What was written last, "" when nothing was.</param>
    /// <param name="LastNothingNew">The latest report said "nothing new".</param>
    /// <param name="MayReport">The asker may report on it now.</param>
    /// <param name="Before">Last year's, to read beside.</param>
    public sealed record Row(ProgressSubject Subject, Guid Id, Guid OwnerId, string Owner, int Year, int ToYear, int Number, string Text, string Result, Measure? Measure, RoleModelStandard? Standard, DateOnly? DueOn, ProgressStanding Standing,
        Outcome? Outcome, int? Figure, DateOnly? ReportedOn, int Reports, int Proofs, string LastText, bool LastNothingNew, bool MayReport, IReadOnlyList<Earlier> Before);

    /// <summary>Last year's item or line.</summary>
    public sealed record Earlier(int Year, string Text, string Result, Measure? Measure, Outcome? Outcome, int? Figure, DateOnly? ReportedOn);

    /// <summary>Promises of a unit and everything below it, by standard.</summary>
    public sealed record Sums(string UnitCode, string UnitName, int Year, IReadOnlyList<Sum> Rows);

    /// <summary>One standard, null for promises that name none.</summary>
    public sealed record Sum(RoleModelStandard? Standard, int Done, int PartlyDone, int NotDone, int NeverAnswered);

    /// <summary>The home page's counts of the asker's own unit; null when nothing is reported on.</summary>
    public async Task<ProgressCounts?> OwnAsync(int year, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var rows = await ProgressRows.OfAsync(op, ProgressUnit.Own(op.Actor, year), ct);
        return rows.Count == 0 ? null : ProgressCounts.Of(rows, op.Today);
    }

    /// <summary>Reads a page.</summary>
    public async Task<Listed> RunAsync(Input input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var unit = await ProgressUnit.FindAsync(op, input.UnitCode, input.Year, ct);
        var (all, left) = await FilteredAsync(op, unit, input, ct);
        var page = await ProgressDetails.ShownAsync(op, unit, [.. left.Skip(Math.Max(0, input.Skip)).Take(Paging.Take(input.Take))], ct);
        var home = op.Actor.MainPost!.UnitId;
        var below = unit.Counts && await op.Db.Units.AnyAsync(u => u.ParentId == home, ct);
        return new Listed(unit.Code, unit.Name, unit.Year, ProgressCounts.Of(all, op.Today), new Page<Row>(page, left.Count), unit.Named, unit.Items, unit.Counts, below, all.Exists(row => row.MayReport), op.Today);
    }

    /// <summary>The whole list, and what the filter leaves of it, in order.</summary>
    internal static async Task<(List<Tracked> All, List<Tracked> Left)> FilteredAsync(Operation op, ProgressUnit unit, Input input, CancellationToken ct)
    {
        var all = await ProgressRows.OfAsync(op, unit, ct);
        var folded = SearchKey.Fold(input.Search);
        var left = all.Where(row => ProgressSlices.Holds(input, row, op.Today, folded));
        if (input.Month is { } month)
        {
            var answers = ProgressRows.Latest(await ProgressRows.AnswersAsync(op, all, unit.Year, ct));
            left = left.Where(row => answers.TryGetValue((row.Id, month), out var said) && (input.Answer is null || said.Answer == input.Answer));
        }
        return (all, [.. input.Order == ProgressOrder.Official ? left : ProgressSlices.InOrder(left, op.Today)]);
    }

    /// <summary>The items of one plan that the asker may read, by number; empty while it is not adopted.</summary>
    /// <exception cref="Refusal">NotFound.</exception>
    public async Task<IReadOnlyList<Row>> OfPlanAsync(Guid planId, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var plan = await op.Db.Plans.Where(p => p.Id == planId).Join(op.Db.Units, p => p.UnitId, u => u.Id, (p, u) => new { p.UnitPath, p.Year, p.PublishedDownward, u.Id, u.Code, u.Name }).FirstOrDefaultAsync(ct).OrRefuseAsync();
        if (!op.Actor.Can(Permission.ReadFilings, plan.UnitPath) || (!plan.PublishedDownward && !op.Actor.Can(Permission.EditPlan, plan.UnitPath))) throw new Refusal(Because.NotFound);
        var unit = ProgressUnit.Of(op.Actor, plan.Id, plan.Code, plan.Name, plan.UnitPath, plan.Year);
        return await ProgressDetails.ShownAsync(op, unit, await ProgressRows.ItemsAsync(op, unit, planId, ct), ct, lastYear: false);
    }

    /// <summary>Promises of a unit and everything below it as sums by standard: no name, no text, no row.</summary>
    public async Task<Sums> SumsAsync(string? unitCode, int? year, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var unit = await ProgressUnit.FindAsync(op, unitCode, year, ct);
        op.Actor.Must(Permission.ReadCommitmentCounts, unit.Path);
        var sums = await UnscopedReads.LineOutcomesAsync(op.Db, unit.Path, unit.Year, ct);
        return new Sums(unit.Code, unit.Name, unit.Year, [.. sums.GroupBy(s => s.Standard).OrderBy(g => g.Key ?? (RoleModelStandard)int.MaxValue).Select(g => new Sum(g.Key, In(g, Outcome.Done), In(g, Outcome.PartlyDone), In(g, Outcome.NotDone), In(g, null)))]);

        static int In(IEnumerable<(RoleModelStandard? Standard, Outcome? Outcome, int Count)> sums, Outcome? outcome) => sums.Where(s => s.Outcome == outcome).Sum(s => s.Count);
    }
}
