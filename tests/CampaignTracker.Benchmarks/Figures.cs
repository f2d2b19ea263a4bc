using System.Diagnostics;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Reports.Compliance;
using CampaignTracker.UseCases.Compliance;
using CampaignTracker.UseCases.Obligations;
using CampaignTracker.UseCases.Plans;
using CampaignTracker.UseCases.Reviews;
using CampaignTracker.UseCases.Units;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.Benchmarks;

/// <summary>Measures the bars of the product on one province: p50, p95, p99 and statements of each task.</summary>
internal static class Figures
{
    private const int Rounds = 60, Warm = 30, MostStatements = 15;

    public static async Task PrintAsync(Province province)
    {
        Head();
        var plan = await OwnPlanAsync(province);
        await MeasureAsync(province, "open a unit", 50, n => province.AsAsync<ViewUnit, object>(Province.CommuneSecretary, async u => await u.RunAsync(province.Cells[n % province.Cells.Count], default)));
        await MeasureAsync(province, "open a plan", 50, _ => province.AsAsync<ViewPlan, object>(Province.CellSecretary, async u => await u.RunAsync(plan, default)));
        await MeasureAsync(province, "home of a cell", 50, _ => province.AsAsync<ViewMyWork, object>(Province.CellSecretary, async u => await u.RunAsync(default)));
        await MeasureAsync(province, "home of the province", 50, _ => province.AsAsync<ViewMyWork, object>(Province.ProvincialOfficer, async u => await u.RunAsync(default)));
        await MeasureAsync(province, "board of the province", 50, _ => province.AsAsync<ViewCompliance, object>(Province.ProvincialOfficer, async u => await u.RunAsync(new(Province.Year), default)));
        await MeasureAsync(province, "board of a commune", 5, _ => province.AsAsync<ViewCompliance, object>(Province.CommuneSecretary, async u => await u.RunAsync(new(Province.Year), default)));
        await MeasureAsync(province, "rows behind a number", 50, _ => province.AsAsync<ViewObligations, object>(Province.ProvincialOfficer, async u => await u.RunAsync(new("19", Province.Year, Slice: ObligationSlice.Overdue), default)));
        await MeasureAsync(province, "search units without marks", 50, _ => province.AsAsync<ViewUnits, object>(Province.ProvincialOfficer, async u => await u.SearchAsync(new("dan pho so 12"), default)));
        await PeopleFigures.PrintAsync(province);
        await PaperFigures.PrintAsync(province);
        await WriteAsync(province);
        await RoleFigures.PrintAsync(province);
        await PlainSql.PrintAsync(province);
        await WorkbookAsync(province);
    }

    // The cell's own plan is written, sent and decided; each round continues where the last stopped.
    public static async Task WriteAsync(Province province)
    {
        var plan = await OwnPlanAsync(province);
        var page = await province.AsAsync<ViewPlan, ViewPlan.Page>(Province.CellSecretary, u => u.RunAsync(plan, default));
        var item = page.Items[0].Id;
        await MeasureAsync(province, "save a draft", 50, n => province.AsAsync<SavePlanDraft, object>(Province.CellSecretary, async u => await u.RunAsync(new(plan, [new(item, PlanField.Method, "Method " + n, null)]), default)));
        if (page.State == PlanState.Draft) await province.AsAsync<FilePlan, int>(Province.CellSecretary, async u => { await u.RecordMeetingAsync(new(plan, new DateOnly(2026, 6, 12), 110, 120, 110), default); await u.IssueAsync(new(plan, "03-KH/CB", new DateOnly(2026, 6, 12), "A", "B"), default); return 0; });
        var (send, decide, statements) = (new List<double>(), new List<double>(), (0, 0));
        for (var n = 0; n < Rounds; n++)
        {
            var version = (await province.AsAsync<ViewPlan, ViewPlan.Page>(Province.CellSecretary, u => u.RunAsync(plan, default))).Version;
            province.Statements.Take();
            var watch = Stopwatch.StartNew();
            await province.AsAsync<FilePlan, int>(Province.CellSecretary, async u => { await u.SendAsync(plan, version, default); return 0; });
            send.Add(watch.Elapsed.TotalMilliseconds);
            statements.Item1 = province.Statements.Take();
            var review = await WaitingAsync(province, plan);
            await province.AsAsync<ForwardPlan, int>(Province.CommuneSecretary, async u => { await u.OpenAsync(review, default); await u.RemarkAsync(new(review, null, null, "Please add how many"), default); return 0; });
            province.Statements.Take();
            watch.Restart();
            await province.AsAsync<ForwardPlan, int>(Province.CommuneSecretary, async u => { await u.AskSupplementAsync(review, default); return 0; });
            decide.Add(watch.Elapsed.TotalMilliseconds);
            statements.Item2 = province.Statements.Take();
        }
        Line("send", send, 100, statements.Item1);
        Line("decide", decide, 100, statements.Item2);
    }

    private static Task<Guid> WaitingAsync(Province province, Guid plan) => province.AskAsync(db => db.Reviews.Where(r => r.PlanId == plan && r.Decision == null && !r.Withdrawn).Select(r => r.Id).SingleAsync());

    private static Task<Guid> OwnPlanAsync(Province province) =>
        province.AskAsync(db => db.Plans.Where(p => (p.State == PlanState.Draft || p.State == PlanState.SupplementAsked) && p.Year == Province.Year && p.ToYear == Province.Year && db.Units.Any(u => u.Id == p.UnitId && u.Code == province.CellCode)).Select(p => p.Id).SingleAsync());

    private static async Task WorkbookAsync(Province province)
    {
        var (times, before) = (new List<double>(), Process.GetCurrentProcess().WorkingSet64 >> 20);
        province.Statements.Take();
        for (var n = 0; n < 4; n++)
        {
            var watch = Stopwatch.StartNew();
            await province.AsAsync<ComposeComplianceReport, int>(Province.ProvincialOfficer, async u =>
            {
                await using var answer = await u.RunAsync(new(Province.Year, null), default);
                await ComplianceWorkbook.WriteAsync(answer.Report, Stream.Null, default);
                return 0;
            });
            if (n > 0) times.Add(watch.Elapsed.TotalMilliseconds);
        }
        Line("workbook of the province", times, 5000, province.Statements.Take() / 4);
        GC.Collect();
        Console.WriteLine($"memory of the process: {before} MB before the first workbook, {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB at its highest since the program began (loading included)");
    }

    public static void Head() => Console.WriteLine($"{"task",-34}{"p50 ms",9}{"p95 ms",9}{"p99 ms",9}{"bar ms",8}{"cpu ms",9}{"statements",12}");

    public static async Task MeasureAsync(Province province, string task, int bar, Func<int, Task> run, int rounds = Rounds, int warm = Warm)
    {
        for (var n = 0; n < warm; n++) await run(n);
        var times = new List<double>();
        var statements = 0;
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        for (var n = 0; n < rounds; n++)
        {
            province.Statements.Take();
            var watch = Stopwatch.StartNew();
            await run(n + warm);
            times.Add(watch.Elapsed.TotalMilliseconds);
            statements = province.Statements.Take();
        }
        Line(task, times, bar, statements, (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMilliseconds / rounds);
    }

    // Processor time of this program alone: on a busy machine it says more than the clock. SQLite works within it, PostgreSQL does not.
    private static void Line(string task, List<double> times, int bar, int statements, double? cpu = null)
    {
        var taken = new Times();
        times.ForEach(taken.Add);
        Console.WriteLine($"{task,-34}{taken.P50,9:F1}{taken.P95,9:F1}{taken.P99,9:F1}{bar,8}{cpu,9:F1}{statements,12} {taken.Missed(bar)}{(cpu is not null && statements > MostStatements ? " MISSED: statements" : "")}");
    }
}
