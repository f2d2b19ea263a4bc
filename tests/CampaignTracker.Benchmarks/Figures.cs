using System.Diagnostics;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Reviews;
using CampaignTracker.Reports.Commitments;
using CampaignTracker.Reports.Compliance;
using CampaignTracker.UseCases.Commitments;
using CampaignTracker.UseCases.Compliance;
using CampaignTracker.UseCases.Obligations;
using CampaignTracker.UseCases.Plans;
using CampaignTracker.UseCases.Reviews;
using CampaignTracker.UseCases.Units;

namespace CampaignTracker.Benchmarks;

/// <summary>Measures the bars of the product on one province: p50, p95 and statements of each task.</summary>
internal static class Figures
{
    private const int Rounds = 60;

    public static async Task PrintAsync(Province province)
    {
        Console.WriteLine($"{"task",-34}{"p50 ms",9}{"p95 ms",9}{"bar ms",8}{"statements",12}");
        await MeasureAsync(province, "open a unit", 50, n => province.AsAsync<ViewUnit, object>(province.CommuneSecretary, async u => await u.RunAsync(province.Cells[n % 50].Code, default)));
        await MeasureAsync(province, "open a plan", 50, _ => province.AsAsync<ViewPlan, object>(province.CellSecretary, async u => await u.RunAsync(await OwnPlanAsync(province), default)));
        await MeasureAsync(province, "home of a cell", 50, _ => province.AsAsync<ViewMyWork, object>(province.CellSecretary, async u => await u.RunAsync(default)));
        await MeasureAsync(province, "home of the province", 50, _ => province.AsAsync<ViewMyWork, object>(province.ProvincialOfficer, async u => await u.RunAsync(default)));
        await MeasureAsync(province, "board of the province", 50, _ => province.AsAsync<ViewCompliance, object>(province.ProvincialOfficer, async u => await u.RunAsync(new(Province.Year), default)));
        await MeasureAsync(province, "board of a commune", 5, _ => province.AsAsync<ViewCompliance, object>(province.CommuneSecretary, async u => await u.RunAsync(new(Province.Year), default)));
        await MeasureAsync(province, "rows behind a number", 50, _ => province.AsAsync<ViewObligations, object>(province.ProvincialOfficer, async u => await u.RunAsync(new("19", Province.Year, Slice: ObligationSlice.Overdue), default)));
        await MeasureAsync(province, "search units without marks", 50, _ => province.AsAsync<ViewUnits, object>(province.ProvincialOfficer, async u => await u.SearchAsync(new("xom 12"), default)));
        await PapersAsync(province);
        await WriteAsync(province);
        await WorkbookAsync(province);
    }

    // A unit's papers in one file: asked, composed and written.
    private static async Task PapersAsync(Province province)
    {
        var people = (await province.AsAsync<ComposeCommitmentPapers, ComposeCommitmentPapers.Personal>(province.CellSecretary, u => u.UnitAsync(new(), null, default))).Papers.Count;
        async Task PaperAsync(string task, Func<ComposeCommitmentPapers, ComposePayBack, Task> write) => await MeasureAsync(province, task, 2000,
            _ => province.AsAsync<ComposeCommitmentPapers, object?>(province.CellSecretary, papers => province.AsAsync<ComposePayBack, object?>(province.CellSecretary, async back => { await write(papers, back); return null; })));
        await PaperAsync($"registrations of {people} people", async (u, _) => await RegistrationPaper.WriteAsync((await u.UnitAsync(new(), null, default)).Papers, Stream.Null, default));
        await PaperAsync($"commitments of {people} people", async (u, _) => await SelfTrainingPaper.WriteAsync((await u.UnitAsync(new(), null, default)).Papers, Stream.Null, default));
        await PaperAsync($"register of {people} people", async (u, _) => await RegisterPaper.WriteAsync((await u.RegisterAsync(new(), default)).Sheet, Stream.Null, default));
        await PaperAsync($"half pages of {people} people", async (_, u) => await MemberResultPaper.WriteAsync((await u.UnitAsync(new(), default)).Results, Stream.Null, default));
        await PaperAsync("dossier of the cell", async (_, u) => await InspectionBundle.WriteAsync(await u.DossierAsync(new(), default), Stream.Null, default));
    }

    // The cell's own plan is written, sent and decided; each round continues where the last stopped.
    private static async Task WriteAsync(Province province)
    {
        var plan = await OwnPlanAsync(province);
        var page = await province.AsAsync<ViewPlan, ViewPlan.Page>(province.CellSecretary, u => u.RunAsync(plan, default));
        if (page.State is not (PlanState.Draft or PlanState.SupplementAsked)) return;
        var item = page.Items[0].Id;
        await MeasureAsync(province, "save a draft", 50, n => province.AsAsync<SavePlanDraft, object>(province.CellSecretary, async u => await u.RunAsync(new(plan, [new(item, PlanField.Method, "Method " + n, null)]), default)));
        await province.AsAsync<FilePlan, int>(province.CellSecretary, async u => { await u.RecordMeetingAsync(new(plan, new DateOnly(2026, 2, 1), 17, 19, 17), default); await u.IssueAsync(new(plan, "03-KH/CB", new DateOnly(2026, 2, 1), "A", "B"), default); return 0; });
        var (send, decide, statements) = (new List<double>(), new List<double>(), (0, 0));
        for (var n = 0; n < Rounds; n++)
        {
            var version = (await province.AsAsync<ViewPlan, ViewPlan.Page>(province.CellSecretary, u => u.RunAsync(plan, default))).Version;
            province.Statements.Take();
            var watch = Stopwatch.StartNew();
            await province.AsAsync<FilePlan, int>(province.CellSecretary, async u => { await u.SendAsync(plan, version, default); return 0; });
            send.Add(watch.Elapsed.TotalMilliseconds);
            statements.Item1 = province.Statements.Take();
            var review = await WaitingAsync(province);
            await province.AsAsync<ForwardPlan, int>(province.CommuneSecretary, async u => { await u.OpenAsync(review, default); await u.RemarkAsync(new(review, null, null, "Please add how many"), default); return 0; });
            province.Statements.Take();
            watch.Restart();
            await province.AsAsync<ForwardPlan, int>(province.CommuneSecretary, async u => { await u.AskSupplementAsync(review, default); return 0; });
            decide.Add(watch.Elapsed.TotalMilliseconds);
            statements.Item2 = province.Statements.Take();
        }
        Line("send", send, 100, statements.Item1);
        Line("decide", decide, 100, statements.Item2);
    }

    private static async Task<Guid> WaitingAsync(Province province)
    {
        var code = province.Cells[0].Code;
        var page = await province.AsAsync<ViewReviews, ViewReviews.Answer>(province.CommuneSecretary, u => u.RunAsync(new(code), default));
        return page.Page.Rows[0].ReviewId;
    }

    private static async Task<Guid> OwnPlanAsync(Province province)
    {
        var page = await province.AsAsync<ViewObligations, ViewObligations.Answer>(province.CellSecretary, u => u.RunAsync(new(province.Cells[0].Code, Province.Year, OwnOnly: true), default));
        return page.Page.Rows[0].PlanId!.Value;
    }

    private static async Task WorkbookAsync(Province province)
    {
        var times = new List<double>();
        for (var n = 0; n < 4; n++)
        {
            var watch = Stopwatch.StartNew();
            await province.AsAsync<ComposeComplianceReport, int>(province.ProvincialOfficer, async u =>
            {
                await using var answer = await u.RunAsync(new(Province.Year, null), default);
                await ComplianceWorkbook.WriteAsync(answer.Report, Stream.Null, default);
                return 0;
            });
            if (n > 0) times.Add(watch.Elapsed.TotalMilliseconds);
        }
        Line("workbook of the province", times, 3000, province.Statements.Take() / 4);
        Console.WriteLine($"peak memory of the process {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");
    }

    private static async Task MeasureAsync(Province province, string task, int bar, Func<int, Task> run)
    {
        for (var n = 0; n < 5; n++) await run(n);
        var times = new List<double>();
        var statements = 0;
        for (var n = 0; n < Rounds; n++)
        {
            province.Statements.Take();
            var watch = Stopwatch.StartNew();
            await run(n + 5);
            times.Add(watch.Elapsed.TotalMilliseconds);
            statements = province.Statements.Take();
        }
        Line(task, times, bar, statements);
    }

    private static void Line(string task, List<double> times, int bar, int statements)
    {
        times.Sort();
        Console.WriteLine($"{task,-34}{times[times.Count / 2],9:F1}{times[(int)(times.Count * 0.95)],9:F1}{bar,8}{statements,12}");
    }
}
