using System.Reflection;
using System.Text.RegularExpressions;
using CampaignTracker.Domain;
using CampaignTracker.UseCases.BackgroundWork;
using CampaignTracker.UseCases.Backups;
using CampaignTracker.UseCases.Commitments;
using CampaignTracker.UseCases.Compliance;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Obligations;
using CampaignTracker.UseCases.Plans;
using CampaignTracker.UseCases.Reminders;
using CampaignTracker.Web.Backups;
using CampaignTracker.Web.Commitments;
using CampaignTracker.Web.Compliance;
using CampaignTracker.Web.GoverningDocuments;
using CampaignTracker.Web.Hosting;
using CampaignTracker.Web.Jobs;
using CampaignTracker.Web.Layout;
using CampaignTracker.Web.People;
using CampaignTracker.Web.Plans;
using CampaignTracker.Web.Progress;
using CampaignTracker.Web.Reminders;
using CampaignTracker.Web.Reviews;
using CampaignTracker.Web.Shared;
using CampaignTracker.Web.Timeline;
using CampaignTracker.Web.Units;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit.Abstractions;

namespace CampaignTracker.Web.Tests;

/// <summary>Every page of the program with everything it is made of, for those who see most on it: no page asks the database more than fifteen times.</summary>
public sealed partial class StatementsOfPagesTests(ITestOutputHelper output) : PageTest
{
    private const int MostStatements = 15;

    // No database behind them, or drawn by their own tests with services of the host; the benchmark's circuits count these as well.
    private static readonly Type[] Elsewhere = [typeof(SignInPage), typeof(NotFoundPage), typeof(GalleryPage), typeof(SchedulePage)];

    public override async Task InitializeAsync()
    {
        Campaign = await TestCampaign.DemoAsync(DatabaseProvider.Sqlite, new DateOnly(2026, 11, 20));
        JSInterop.Setup<KeptDraft[]>("draftKeeper.pending", _ => true).SetResult([]);
    }

    [Theory]
    [InlineData("chibo")]
    [InlineData("xa")]
    [InlineData("tinh")]
    [InlineData("tinh.lanhdao")]
    [InlineData("kiemtra")]
    [InlineData("thanhvien")]
    [InlineData("quantri")]
    public async Task No_page_asks_the_database_more_than_fifteen_times(string account)
    {
        var session = SignIn(account);
        var keys = await KeysAsync(session);
        TellHealth(session);
        Services.AddSingleton(new OnTheLine());
        var much = new List<string>();
        foreach (var page in typeof(App).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IComponent)) && !Elsewhere.Contains(type)))
            foreach (var route in page.GetCustomAttributes<RouteAttribute>())
            {
                var values = Places().Matches(route.Template).ToDictionary(place => place.Groups["name"].Value, place => keys[(page, place.Groups["name"].Value)]);
                var address = values.Aggregate(route.Template, (template, value) => Regex.Replace(template, $"{{{value.Key}(:\\w+)?}}", $"{value.Value}"));
                // A page that is left listens no more to the address.
                await DisposeComponentsAsync();
                Services.GetRequiredService<NavigationManager>().NavigateTo(address);
                Campaign.Statements.Take();
                var drawn = Render(builder =>
                {
                    builder.OpenComponent(0, page);
                    foreach (var (name, value) in values) builder.AddComponentParameter(1, name, value);
                    builder.CloseComponent();
                });
                drawn.WaitForState(() => drawn.FindAll(".loading").Count == 0, TimeSpan.FromSeconds(10));
                var statements = Campaign.Statements.Take();
                output.WriteLine($"{statements.Count,3}  {address}");
                if (statements.Count > MostStatements) much.Add($"{address} as {account}: {statements.Count}\n{string.Join('\n', statements)}");
            }
        Assert.True(much.Count == 0, string.Join("\n\n", much));
    }

    // The parts that ask the database.
    private void TellHealth(Session session)
    {
        var options = Options.Create(new MailSettings());
        Services.AddScoped<ITellHealth>(_ => new DatabaseHealth(Campaign.Prepare, Campaign.Clock));
        Services.AddScoped<ITellHealth>(_ => new MailHealth(session.Use<ViewMailHealth>(), new MailSender(options, Campaign.Clock), options, Campaign.Clock));
        Services.AddScoped<ITellHealth>(_ => new BackupHealth(session.Use<ViewBackups>()));
        Services.AddScoped<ITellHealth>(_ => new ScheduleHealth(session.Use<ViewRuns>()));
        Services.AddScoped<ITellHealth>(_ => new LedgerHealth(session.Use<CompareLedger>()));
    }

    // What an address names: something of the account's own where there is such a thing, a key of nothing where it may not look.
    private static async Task<Dictionary<(Type Page, string Name), object>> KeysAsync(Session session)
    {
        var work = await session.Use<ViewMyWork>().RunAsync(default);
        var nothing = Guid.NewGuid();
        var plan = work.ToDo.Where(duty => duty.PlanId is not null).Select(duty => duty.PlanId!.Value).FirstOrDefault();
        if (plan == default) plan = await OrAsync(nothing, async () => (await session.Use<ViewObligations>().RunAsync(new(null, work.Year, Take: 200), default)).Page.Rows.Select(row => row.PlanId).FirstOrDefault(id => id is not null) ?? nothing);
        var item = await OrAsync(nothing, async () => (await session.Use<ViewPlan>().RunAsync(plan, default)).Items[0].Id);
        var (person, commitment) = await OrAsync((nothing, nothing), async () => (await session.Use<ViewRegister>().RunAsync(new(Year: work.Year), default)).Page.Rows.Where(row => row.CommitmentId is not null).Select(row => (row.ParticipantId, row.CommitmentId!.Value)).FirstOrDefault((nothing, nothing)));
        return new()
        {
            [(typeof(Web.Compliance.CompliancePage), "Year")] = work.Year,
            [(typeof(Web.Compliance.TrendsPage), "Year")] = work.Year,
            [(typeof(ReviewPage), "Id")] = work.WaitingForMe.Select(waiting => waiting.ReviewId).FirstOrDefault(nothing),
            [(typeof(PlanPage), "Id")] = plan,
            [(typeof(PlanPrintPage), "Id")] = plan,
            [(typeof(SentRemindersPage), "Code")] = "FilingDue",
            [(typeof(AnnouncementPage), "Id")] = (await session.Use<ViewAnnouncements>().RunAsync(new(), default)).Page.Rows.Select(row => row.Id).FirstOrDefault(nothing),
            [(typeof(DocumentPage), "code")] = "01-KL/TW",
            [(typeof(CommitmentPage), "Id")] = commitment,
            [(typeof(UnitTimelinePage), "Code")] = work.UnitCode,
            [(typeof(PersonTimelinePage), "Id")] = person,
            [(typeof(UnitPage), "code")] = work.UnitCode,
            [(typeof(ItemProgressPage), "Kind")] = "items",
            [(typeof(ItemProgressPage), "Id")] = item,
        };
    }

    private static async Task<T> OrAsync<T>(T nothing, Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Refusal)
        {
            return nothing;
        }
    }

    [GeneratedRegex("{(?<name>\\w+)(:\\w+)?}")]
    private static partial Regex Places();
}
