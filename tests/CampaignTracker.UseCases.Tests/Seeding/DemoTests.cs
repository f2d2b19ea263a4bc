using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Reviews;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Plans;
using CampaignTracker.UseCases.Seeding;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace CampaignTracker.UseCases.Tests.Seeding;

public class DemoTests(ITestOutputHelper output)
{
    public static TheoryData<string> Days => ["2026-01-02", "2026-06-15", "2026-11-22", "2026-12-31", "2027-01-02", "2027-02-03", "2027-03-10", "2027-11-08", "2028-02-29", "2029-08-20"];

    [Theory, MemberData(nameof(Days))]
    public async Task Whatever_the_day_the_sample_cell_has_one_to_send_one_to_supplement_and_one_agreed(string day)
    {
        await using var campaign = await TestCampaign.DemoAsync(DatabaseProvider.Sqlite, Day(day));
        await using var db = campaign.Database();
        var calendar = await db.CalendarAsync(default);
        var today = Day(day);
        var cell = await db.Posts.Where(p => p.AccountId == DemoPeople.AccountId("chibo")).Select(p => p.UnitId).SingleAsync();
        var owed = await db.Obligations.AsNoTracking().Where(o => o.UnitId == cell).ToListAsync();
        var plans = await db.Plans.Include(p => p.Items).Include(p => p.Sendings).AsSplitQuery().AsNoTracking().Where(p => p.UnitId == cell).ToDictionaryAsync(p => p.ObligationId);

        var open = Assert.Single(owed, o => o.Kind.IsPlan() && o.FirstSentOn is null && o.DueOn < today.AddMonths(2));
        Assert.Equal(RequirementKind.AnnualPlan, open.Kind);
        Assert.True(open.DueOn > today && calendar.WorkingDaysBetween(today, open.DueOn) <= 10, $"due {open.DueOn}");
        Assert.Equal(open.DueOn, calendar.DeadlineOnOrAfter(open.DueOn));
        Assert.Equal((PlanState.Draft, null), (plans[open.Id].State, plans[open.Id].Meeting));
        Assert.Equal(6, plans[open.Id].Items.Count);
        Assert.Equal(2, plans[open.Id].Items.Count(i => PlanClarity.Missing(i).Count > 0));

        var wanting = Assert.Single(owed, o => ObligationStatus.Judge(o.Facts, today) == Standing.SupplementAsked);
        Assert.Equal(RequirementKind.TermPlan, wanting.Kind);
        Assert.True(wanting.SupplementDueOn > today);
        Assert.True(ObligationStatus.OnTime(wanting.Facts));
        var review = await db.Reviews.Include(r => r.Remarks).AsNoTracking().SingleAsync(r => r.PlanId == plans[wanting.Id].Id);
        Assert.InRange(review.Remarks.Count, 2, 3);
        Assert.All(review.Remarks, r => Assert.Contains(plans[wanting.Id].Items, i => i.Id == r.ItemId));
        Assert.NotNull(review.Remarks[0].Body);

        Assert.Single(owed, o => o.Kind == RequirementKind.AnnualPlan && o.Year == today.Year - 1 && o.CompletionMode == CompletionMode.Agreed);
    }

    [Theory, MemberData(nameof(Days))]
    public async Task Whatever_the_day_readers_have_filings_in_each_step(string day)
    {
        await using var campaign = await TestCampaign.DemoAsync(DatabaseProvider.Sqlite, Day(day));
        await using var db = campaign.Database();
        foreach (var user in new[] { "xa", "tinh.lanhdao" })
        {
            var reader = await db.Posts.Where(p => p.AccountId == DemoPeople.AccountId(user)).Select(p => p.UnitId).SingleAsync();
            var states = await db.Plans.Join(db.Units.Where(u => u.ParentId == reader), p => p.UnitId, u => u.Id, (p, _) => p.State).ToListAsync();
            Assert.True(states.Count(s => s == PlanState.Sent) >= 3, $"{user}: sent {states.Count(s => s == PlanState.Sent)}");
            Assert.True(states.Count(s => s == PlanState.UnderReview) >= 3, $"{user}: under review");
            Assert.True(states.Count(s => s == PlanState.Proposed) >= 3, $"{user}: proposed");
        }
        var officer = await db.Users.Where(a => a.UserName == "vanthu").Select(a => a.FullName).SingleAsync();
        var byOfficer = await db.Reviews.Where(r => r.Decision == null && r.ProposedAt != null && r.ProposedByName == officer).ToListAsync();
        Assert.True(byOfficer.Count >= 3);
        Assert.All(byOfficer, r => Assert.NotNull(r.ProposedByBody));
    }

    [Theory, MemberData(nameof(Days))]
    public async Task Whatever_the_day_every_standing_is_there_and_nothing_lies_ahead_of_its_time(string day)
    {
        var today = Day(day);
        await using var campaign = await TestCampaign.DemoAsync(DatabaseProvider.Sqlite, today);
        await using var db = campaign.Database();
        var owed = await db.Obligations.AsNoTracking().ToListAsync();
        var counts = owed.GroupBy(o => ObligationStatus.Judge(o.Facts, today)).ToDictionary(g => g.Key, g => g.Count());
        foreach (var year in owed.GroupBy(o => (o.Year, o.Kind)).OrderBy(g => g.Key))
            output.WriteLine($"{year.Key} {year.Count()}: " + string.Join(", ", year.GroupBy(o => ObligationStatus.Judge(o.Facts, today)).OrderBy(g => g.Key).Select(g => $"{g.Key} {g.Count()}")) + $"; extended {year.Count(o => o.ExtensionReason is not null)}");
        Assert.All(Enum.GetValues<Standing>(), standing => Assert.True(counts.GetValueOrDefault(standing) > 0, $"{standing} is missing"));

        var lastYear = owed.Where(o => o.Year == today.Year - 1 && o.Kind == RequirementKind.AnnualPlan && o.ExcusedOn is null).ToList();
        Assert.True(lastYear.Count(o => o.CompletedOn is not null) > 0.9 * lastYear.Count);
        if (today.Month is >= 5 and <= 10)
        {
            var thisYear = owed.Where(o => o.Year == today.Year && o.Kind == RequirementKind.AnnualPlan && o.ExcusedOn is null).ToList();
            Assert.InRange(thisYear.Count(o => o.FirstSentOn is not null) / (double)thisYear.Count, 0.6, 0.85);
        }

        var midnight = TimeZoneInfo.ConvertTimeToUtc(today.ToDateTime(TimeOnly.MinValue), LocalTime.Zone);
        Assert.All(owed, o => Assert.All(new[] { o.FirstSentOn, o.LastSentOn, o.CompletedOn, o.ExcusedOn }, d => Assert.False(d >= today)));
        Assert.All(await db.Plans.AsNoTracking().ToListAsync(), p => Assert.True(p.EditedAt < midnight && !(p.Meeting?.HeldOn >= today) && !(p.Paper?.IssuedOn >= today)));
        Assert.All(await db.Reviews.AsNoTracking().ToListAsync(), r => Assert.True(r.ReceivedOn < today && !(r.OpenedAt >= midnight) && !(r.ProposedAt >= midnight) && !(r.DecidedAt >= midnight) && (r.Decision is not null || r.ExpectedBy >= today.AddDays(-1))));
        Assert.All(await db.Set<Sending>().AsNoTracking().ToListAsync(), s => Assert.True(s.SentAt < midnight && PlanSeal.Hash(s.Frozen) == s.Seal));
        Assert.All(await db.Years.Where(y => y.OpenedAt != null).ToListAsync(), y => Assert.True(y.OpenedAt < midnight));
    }

    [SkippableTheory, OnBoth]
    public async Task The_acts_of_a_filing_follow_each_other_in_time(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.DemoAsync(on, Day("2026-06-15"));
        await using var db = campaign.Database();
        var plans = await db.Plans.AsNoTracking().Include(p => p.Sendings).ToDictionaryAsync(p => p.Id);
        Assert.Equal(Enum.GetValues<PlanState>(), plans.Values.Select(p => p.State).Distinct().Order());
        Assert.Equal(Enum.GetValues<PlanAnswer>(), plans.Values.Select(p => p.Answer).Distinct().Order());
        foreach (var review in await db.Reviews.AsNoTracking().ToListAsync())
        {
            var plan = plans[review.PlanId];
            var sent = plan.Sendings[review.Round - 1].SentAt;
            Assert.Equal(review.ReceivedOn, LocalTime.Today(sent));
            if (review.OpenedAt is { } opened) Assert.True(sent < opened);
            if (review.ProposedAt is { } proposed) Assert.True(review.OpenedAt < proposed);
            if (review is { DecidedAt: { } decided, DecidedByName: not null }) Assert.True((review.ProposedAt ?? review.OpenedAt) < decided);
            if (plan.Paper?.IssuedOn is { } issued) Assert.True(plan.Meeting!.HeldOn <= issued && issued <= LocalTime.Today(sent));
            Assert.InRange(LocalTime.Of(sent).Hour, 7, 17);
            Assert.DoesNotContain(LocalTime.Of(sent).DayOfWeek, new[] { DayOfWeek.Saturday, DayOfWeek.Sunday });
        }
    }

    [SkippableTheory, OnBoth]
    public async Task The_same_day_gives_the_same_rows_in_every_database(DatabaseProvider on)
    {
        var day = Day("2026-11-22");
        await using var one = await TestCampaign.DemoAsync(DatabaseProvider.Sqlite, day);
        await using var two = await TestCampaign.EmptyAsync(on, day);
        await two.Prepare.MigrateAsync(default);
        await two.Prepare.SeedAsync(TestCampaign.SeedFolder, default);
        await two.Prepare.DemoAsync(TestCampaign.SeedFolder, new DemoSettings(), default);
        await using var a = one.Database();
        await using var b = two.Database();
        foreach (var type in a.Model.GetEntityTypes().Where(t => !t.IsOwned()))
        {
            var (left, right) = (await RowsAsync(a, type.ClrType), await RowsAsync(b, b.Model.FindEntityType(type.ClrType)!.ClrType));
            Assert.True(left.SequenceEqual(right), $"{type.ClrType.Name}: {left.Except(right).FirstOrDefault()} against {right.Except(left).FirstOrDefault()}");
        }
    }

    [SkippableTheory, OnBoth]
    public async Task No_real_place_stands_beside_the_demos_figures(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.DemoAsync(on, Day("2026-06-15"));
        await using var db = campaign.Database();
        var places = SeedContent.Read(SeedFiles.Open(TestCampaign.SeedFolder)).Units.Select(u => u.Place).OfType<string>().Distinct().ToList();
        var shown = await db.Units.Select(u => u.Name).Union(db.Territories.Select(t => t.Name)).Union(db.Territories.Select(t => t.MergedFrom ?? "")).Union(db.Documents.Select(d => d.Issuer ?? ""))
            .Union(db.Posts.Select(p => p.Title)).Union(db.Set<PlanTexts>().Select(t => t.Basis)).Union(db.Set<PlanTexts>().Select(t => t.Recipients)).ToListAsync();
        Assert.All(places, place => Assert.DoesNotContain(shown, name => Regex.IsMatch(name, $@"(?<!\w){Regex.Escape(place)}(?!\w)", RegexOptions.IgnoreCase)));
        Assert.Equal(92, await db.Units.CountAsync(u => u.TerritoryCode != null && u.KindCode == "commune-committee"));
        // A later reading of a changed seed does not bring them back.
        using var seed = new SeedCopy();
        seed.Change("units/territories.csv", text => text + "\n");
        seed.Change("units/units.csv", text => text + "\n");
        await campaign.Prepare.SeedAsync(seed.Folder, default);
        Assert.DoesNotContain(await db.Units.Select(u => u.Name).ToListAsync(), name => name.Contains(places[0]));
    }

    [Fact]
    public async Task Real_names_stay_where_they_are_asked_for()
    {
        await using var campaign = await TestCampaign.SeededAsync(DatabaseProvider.Sqlite, Day("2026-06-15"));
        await using var before = campaign.Database();
        var names = await before.Units.Select(u => u.Name).ToListAsync();
        await campaign.Prepare.DemoAsync(TestCampaign.SeedFolder, new DemoSettings { PlaceNames = DemoSettings.RealPlaceNames }, default);
        await using var db = campaign.Database();
        Assert.Empty(names.Except(await db.Units.Select(u => u.Name).ToListAsync()));
    }

    [SkippableTheory, OnBoth]
    public async Task The_eight_accounts_sign_in_and_act(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.DemoAsync(on, Day("2026-06-15"));
        Assert.True(await campaign.Prepare.HasDemoAccountsAsync(default));
        Assert.True(await campaign.Prepare.IsDemoAsync(default));
        await using var db = campaign.Database();
        var accounts = await db.Users.AsNoTracking().ToListAsync();
        Assert.Equal(["chibo", "kiemtra", "quantri", "thanhvien", "tinh", "tinh.lanhdao", "vanthu", "xa"], accounts.Select(a => a.UserName).Order());
        var hasher = new PasswordHasher<UseCases.People.Account>();
        Assert.All(accounts, a => Assert.Equal(PasswordVerificationResult.Success, hasher.VerifyHashedPassword(a, a.PasswordHash!, DemoSettings.DefaultPassword)));
        Assert.All(accounts, a => Assert.True(a.Demo));
        Assert.Equal(2, await db.Participants.CountAsync(p => p.AccountId != null));

        var cell = await db.Posts.Where(p => p.AccountId == DemoPeople.AccountId("chibo")).Select(p => p.UnitId).SingleAsync();
        var draft = await db.Plans.Include(p => p.Items).AsNoTracking().SingleAsync(p => p.UnitId == cell && p.State == PlanState.Draft);
        var chibo = campaign.As("chibo");
        await chibo.Use<FilePlan>().RecordMeetingAsync(new FilePlan.Meeting(draft.Id, campaign.Clock.Today, 8, 9, 8), default);
        await chibo.Use<FilePlan>().IssueAsync(new FilePlan.Paper(draft.Id, "9-KH/CB", campaign.Clock.Today, "Signer", "Secretary"), default);
        var version = await db.Plans.Where(p => p.Id == draft.Id).Select(p => p.Version).SingleAsync();
        await chibo.Use<FilePlan>().SendAsync(draft.Id, version, default);
        var review = await db.Reviews.SingleAsync(r => r.PlanId == draft.Id);
        await campaign.As("vanthu").Use<UseCases.Reviews.ForwardPlan>().OpenAsync(review.Id, default);
        await campaign.As("xa").Use<UseCases.Reviews.ForwardPlan>().AgreeAsync(review.Id, default);
        Assert.Equal(OpinionKind.Agree, await db.Reviews.Where(r => r.Id == review.Id).Select(r => r.Decision).SingleAsync());
    }

    [SkippableTheory, OnBoth]
    public async Task The_demo_is_loaded_once_and_never_over_real_filings(DatabaseProvider on)
    {
        await using (var campaign = await TestCampaign.DemoAsync(on, Day("2026-06-15")))
            Assert.False(await campaign.Prepare.DemoAsync(TestCampaign.SeedFolder, new DemoSettings(), default));

        await using var real = await TestCampaign.StartAsync(on);
        var problem = await Assert.ThrowsAsync<StartProblem>(() => real.Prepare.DemoAsync(TestCampaign.SeedFolder, new DemoSettings(), default));
        Assert.Contains("Database:ConnectionString", problem.Message);
        await using var db = real.Database();
        Assert.Equal(0, await db.Users.CountAsync(a => a.Demo));
    }

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);

    // Every stored value but passwords' salts and stamps, which are secrets.
    internal static async Task<List<string>> RowsAsync(CampaignDb db, Type type)
    {
        var query = (IQueryable<object>)db.GetType().GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(type).Invoke(db, null)!;
        var rows = new List<string>();
        foreach (var row in await query.ToListAsync())
        {
            var entry = db.Entry(row);
            var values = entry.Properties.Where(p => p.Metadata.Name is not ("PasswordHash" or "SecurityStamp")).Select(p => $"{p.Metadata.Name}={Text(p.CurrentValue)}")
                .Concat(entry.References.Where(r => r.Metadata.TargetEntityType.IsOwned() && r.TargetEntry is not null).SelectMany(r => r.TargetEntry!.Properties.Where(p => !p.Metadata.IsShadowProperty()).Select(p => $"{r.Metadata.Name}.{p.Metadata.Name}={Text(p.CurrentValue)}")));
            rows.Add(string.Join('|', values.Order(StringComparer.Ordinal)));
        }
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    private static string Text(object? value) => value is IEnumerable list and not string ? string.Join(',', list.Cast<object>()) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
