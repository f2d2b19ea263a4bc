using System.Globalization;
using System.Reflection;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Reports.Excel;
using CampaignTracker.UseCases;
using CampaignTracker.UseCases.BackgroundWork;
using CampaignTracker.UseCases.Commitments;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Reminders;
using CampaignTracker.Web.Audit;
using CampaignTracker.Web.BackgroundWork;
using CampaignTracker.Web.Backups;
using CampaignTracker.Web.Commitments;
using CampaignTracker.Web.Compliance;
using CampaignTracker.Web.Evidence;
using CampaignTracker.Web.GoverningDocuments;
using CampaignTracker.Web.Jobs;
using CampaignTracker.Web.Meetings;
using CampaignTracker.Web.Obligations;
using CampaignTracker.Web.People;
using CampaignTracker.Web.Plans;
using CampaignTracker.Web.Progress;
using CampaignTracker.Web.Reminders;
using CampaignTracker.Web.Reports;
using CampaignTracker.Web.Reviews;
using CampaignTracker.Web.Units;
using ClosedXML.Excel;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace CampaignTracker.Web.Tests.Reports;

/// <summary>Every list as a workbook: its words, its rows, and that nobody gets more than the page shows.</summary>
public sealed class ListExportTests : IAsyncLifetime
{
    private const string Formula = "=1+1", Shortcoming = "zzshortcoming", Promise = "-zzpromise";

    /// <summary>Every list with somebody who may take it; whether the town has rows for it.</summary>
    private static readonly (Type List, string Asker, string Query, bool Rows)[] Lists =
    [
        (typeof(ObligationsExport), "a.bt", "?order=name", true), (typeof(PlansExport), "a1.bt", "", true), (typeof(ReviewsExport), "a.vp", "?step=notOpened", false),
        (typeof(UrgingsExport), "a.bt", "", false), (typeof(AnnouncementsExport), "a.bt", "", true), (typeof(ReceiptsExport), "a.bt", "?part=noAccount", false), (typeof(RemindersExport), "a1.bt", "", false),
        (typeof(SentRemindersExport), "tinh.cv", "?rule=FilingDue", false), (typeof(ReminderRulesExport), "tinh.cv", "", true), (typeof(MessagesExport), "quantri", "?state=sent", false),
        (typeof(RegisterExport), "a1.bt", "", true), (typeof(RegistersBelowExport), "a.bt", "?view=below", true), (typeof(OpeningsExport), "a1.bt", "", true), (typeof(MeetingsExport), "a1.bt", "", true),
        (typeof(ProgressExport), "a1.bt", "", true), (typeof(ProgressMonthsExport), "a1.bt", "", true), (typeof(EvidenceExport), "a1.bt", "", false), (typeof(ParticipantsExport), "a1.bt", "?part=present", true),
        (typeof(AccountsExport), "quantri", "", true), (typeof(DataRequestsExport), "a1.bt", "", false), (typeof(AuditExport), "tinh.kt", "", true), (typeof(DocumentsExport), "a.bt", "", true),
        (typeof(DocumentTasksExport), "a.bt", "?code=D1", true), (typeof(ScheduleExport), "quantri", "", true), (typeof(FailedRunsExport), "quantri", "", true), (typeof(TasksExport), "a1.bt", "", false),
        (typeof(BackupsExport), "quantri", "", false), (typeof(UnitsExport), "tinh.cv", "?q=xom", true), (typeof(BoardExport), "tinh.cv", "?rate=sent", true),
    ];

    private TestCampaign campaign = default!;
    private Guid announcement;
    private ServiceProvider clockWork = default!;

    public async Task InitializeAsync()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi-VN");
        campaign = await TestCampaign.TownAsync(DatabaseProvider.Sqlite);
        await campaign.PromiseAsync(Town.CellA1, Promises.Member(Town.CellA1, 0), Formula, adopted: true, shortcoming: Shortcoming);
        await campaign.PromiseAsync(Town.CellA1, Promises.Member(Town.CellA1, 1), Promise);
        await OpenAsync("Kiểm tra");
        announcement = await campaign.As("a.bt").Use<AnnounceDown>().RunAsync(new(Guid.NewGuid(), "Lịch sơ kết", "Ngày 30", [], false), default);
        var now = campaign.Clock.Now;
        await campaign.AsSystem().Use<NoteRun>().RunAsync(new("CloseUnanswered", now, now, "the disk broke", "3F2A-91BC", "one"), default);
        var services = new ServiceCollection();
        services.AddQuartz(quartz => quartz.UseInMemoryStore(_ => { }));
        clockWork = services.BuildServiceProvider();
        await ClockWork.ArrangeAsync(await clockWork.GetRequiredService<ISchedulerFactory>().GetScheduler(), default);
    }

    public async Task DisposeAsync()
    {
        await clockWork.DisposeAsync();
        await campaign.DisposeAsync();
    }

    [Fact]
    public async Task Every_list_is_described_in_both_languages_and_opens_with_its_rows()
    {
        // A new list: say above who may take it.
        Assert.Equal(ListEndpoint.All.Select(ListExport.NameOf).Order(), Lists.Select(list => ListExport.NameOf(list.List)).Order());
        foreach (var (list, asker, query, rows) in Lists)
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-GB");
            var english = await Of(list, asker).OpenAsync(Query(query), default);
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi-VN");
            var open = await Of(list, asker).OpenAsync(Query(query), default);
            Assert.Equal(open.Headings.Count, english.Headings.Count);
            Assert.NotEqual(english.Headings, open.Headings);
            Assert.All((OpenList[])[open, english], one => Assert.Equal(one.Headings.Count, one.Headings.Distinct().Count(word => word.Length > 0)));

            using var book = await WriteAsync(open);
            var sheet = book.Worksheet(1);
            var header = sheet.Column(1).CellsUsed().First(cell => cell.GetString() == ListWorkbookText.Number).Address.RowNumber;
            Assert.Equal(open.Headings, sheet.Row(header).Cells(2, open.Headings.Count + 1).Select(cell => cell.GetString()));
            Assert.Equal(open.Title, sheet.Cell(1, 1).GetString());
            Assert.True(rows == (sheet.Cell(header + 1, 1).GetString() == "1"), $"{list.Name}: rows or none, against what is said above");
            Assert.DoesNotContain(sheet.CellsUsed(), cell => cell.HasFormula);
        }
    }

    [Fact]
    public async Task What_looks_like_a_formula_stays_a_text_and_values_arrive()
    {
        using var register = await WriteAsync(await Of(typeof(RegisterExport), "a1.bt").OpenAsync(Query(""), default));
        Assert.Contains(register.Worksheet(1).CellsUsed(), cell => cell.GetString() == Formula);
        Assert.Contains(register.Worksheet(1).CellsUsed(), cell => cell.GetString() == Promise);

        using var openings = await WriteAsync(await Of(typeof(OpeningsExport), "a1.bt").OpenAsync(Query(""), default));
        Assert.Equal(LocalTime.Of(campaign.Clock.Now), openings.Worksheet(1).CellsUsed(cell => cell.DataType == XLDataType.DateTime).First().GetDateTime(), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task All_rows_of_all_pages_arrive_in_their_order()
    {
        for (var n = 0; n < 2 * Paging.Size + 5; n++) await OpenAsync($"Lần {n}");
        var shown = new List<string>();
        for (var skip = 0; skip < 60; skip += Paging.Size) shown.AddRange((await campaign.As("a1.bt").Use<ViewOpenings>().RunAsync(skip, default)).Rows.Select(row => row.Reason));

        using var book = await WriteAsync(await Of(typeof(OpeningsExport), "a1.bt").OpenAsync(Query(""), default));

        var reasons = book.Worksheet(1).Column(7).CellsUsed().Select(cell => cell.GetString()).SkipWhile(text => text != OpeningText.Reason).Skip(1);
        Assert.Equal(46, shown.Count);
        Assert.Equal(shown, reasons);
    }

    [Fact]
    public async Task Every_list_reads_on_where_the_last_part_ended()
    {
        foreach (var (list, asker, query, _) in Lists)
        {
            var export = Of(list, asker);
            var (first, next) = (await ReadAsync(export, Query(query), 0), await ReadAsync(export, Query(query), Paging.FileSize));
            // A list that its use case gives at once is never asked again.
            Assert.True(next.Rows == 0 || first.Rows == first.Count, list.Name);
        }
    }

    [Fact]
    public async Task A_row_that_came_in_meanwhile_doubles_no_other()
    {
        var list = new GrowingExport();
        using var book = await WriteAsync(await list.OpenAsync(Query(""), default));
        Assert.Equal(["5", "4", "3", "2", "1"], book.Worksheet(1).Column(2).CellsUsed().Select(cell => cell.GetString()).Skip(1));
    }

    [Fact]
    public async Task Nobody_takes_out_what_is_not_for_them()
    {
        string[] askers = ["quantri", "tinh.cv", "tinh.ld", "tinh.kt", "a.bt", "a.vp", "a.kt", "a1.bt", "a1.tv", "ub.bt", "b1.vp"];
        var (cell, member) = (Town.NameOf(Town.CellA1), Town.MembersOf(Town.CellA1)[1]);
        var (leaks, taken) = (new List<string>(), 0);
        foreach (var asker in askers)
            foreach (var (list, _, query, _) in Lists)
                foreach (var unit in (string[])["", Town.CellA1])
                {
                    string text;
                    try
                    {
                        text = (await ReadAsync(Of(list, asker), Query(query.Length == 0 ? $"?unit={unit}" : $"{query}&unit={unit}"), 0)).Text;
                    }
                    catch (Refusal)
                    {
                        continue;
                    }
                    taken++;
                    var own = Town.UnitOf(asker) == Town.CellA1;
                    void MustNotHold(string word, bool unless) { if (!unless && text.Contains(word, StringComparison.Ordinal)) leaks.Add($"{asker} finds {word} in {list.Name} of '{unit}'"); }
                    MustNotHold(Shortcoming, false);
                    MustNotHold(Promise, own && asker == "a1.bt");
                    MustNotHold(member, own && asker == "a1.bt");
                    MustNotHold(cell, Town.UnitOf(asker) is not (Town.CellB1 or Town.BodyA));
                }
        Assert.Empty(leaks.Distinct());
        Assert.True(taken > 150, $"only {taken} lists were taken");
    }

    private Task OpenAsync(string reason) => campaign.As("tinh.kt").Use<OpenNamedCommitment>().RunAsync(new(Town.CellA1, Town.MembersOf(Town.CellA1)[0], CommitmentScope.Year, Town.Year, reason), default);

    private ListQuery Query(string query) => new(query.Contains("part=noAccount", StringComparison.Ordinal) ? $"{query}&id={announcement}" : query);

    private ListExport Of(Type list, string asker) => (ListExport)ActivatorUtilities.CreateInstance(new Provided(campaign.As(asker), clockWork), list);

    // What a list reads and how it would say it, without the workbook around it.
    private static Task<(int Rows, int Count, string Text)> ReadAsync(ListExport export, ListQuery query, int skip) =>
        (Task<(int, int, string)>)typeof(ListExportTests).GetMethod(nameof(ReadRowsAsync), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(export.GetType().BaseType!.GetGenericArguments()).Invoke(null, [export, query, skip])!;

    private static async Task<(int Rows, int Count, string Text)> ReadRowsAsync<TRow>(ListExport<TRow> export, ListQuery query, int skip)
    {
        const BindingFlags Inside = BindingFlags.Instance | BindingFlags.NonPublic;
        var reading = (Task)typeof(ListExport<TRow>).GetMethod("ReadAsync", Inside)!.Invoke(export, [query, skip, CancellationToken.None])!;
        await reading;
        var part = reading.GetType().GetProperty("Result")!.GetValue(reading)!;
        var page = (Page<TRow>)part.GetType().GetProperty("Rows")!.GetValue(part)!;
        var columns = (IReadOnlyList<Column<TRow>>)typeof(ListExport<TRow>).GetProperty("Columns", Inside)!.GetValue(export)!;
        return (page.Rows.Count, page.Count, part + string.Join('\n', page.Rows.SelectMany(row => columns.Select(column => column.Value(row).Text))));
    }

    private static async Task<XLWorkbook> WriteAsync(OpenList open)
    {
        var stream = new MemoryStream();
        await open.WriteAsync(new(open.Title, open.Unit, open.Filter, new DateTime(2026, 3, 3, 1, 0, 0, DateTimeKind.Utc), true), stream, default);
        return new XLWorkbook(stream);
    }

    /// <summary>Two rows a part, newest first; one more comes in after each part.</summary>
    private sealed class GrowingExport : ListExport<int>
    {
        private int newest = 5;

        protected override IReadOnlyList<Column<int>> Columns => [new("Row", 9, Look.Text, row => row.ToString(CultureInfo.InvariantCulture))];

        protected override object KeyOf(int row) => row;

        protected override Task<Part> ReadAsync(ListQuery query, int skip, CancellationToken ct)
        {
            var all = Enumerable.Range(1, newest++).Reverse().ToList();
            return Task.FromResult(new Part("Rows", new([.. all.Skip(skip).Take(2)], all.Count)));
        }
    }

    private sealed class Provided(Session session, IServiceProvider clockWork) : IServiceProvider
    {
        private static readonly MethodInfo Use = typeof(Session).GetMethod(nameof(Session.Use))!;

        public object? GetService(Type serviceType) => serviceType == typeof(ScheduleDesk)
            ? new ScheduleDesk(clockWork.GetRequiredService<ISchedulerFactory>(), session.Use<ViewRuns>(), session.Use<KeepSchedule>())
            : serviceType.Assembly == typeof(DatabaseProvider).Assembly ? Use.MakeGenericMethod(serviceType).Invoke(session, null) : null;
    }
}
