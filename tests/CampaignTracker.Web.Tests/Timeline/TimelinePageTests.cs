using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Timeline;
using CampaignTracker.Web.Timeline;

namespace CampaignTracker.Web.Tests.Timeline;

/// <summary>The story of a unit and of a person on screen.</summary>
public sealed class TimelinePageTests : PageTest
{
    public override async Task InitializeAsync() => Campaign = await TestCampaign.TownAsync(DatabaseProvider.Sqlite);

    [Fact]
    public async Task A_unit_reads_its_story_with_the_other_months_beside()
    {
        await Campaign.SentAsync("a1.bt", Town.Owed(Town.CellA1));
        Campaign.Clock.Set(new DateOnly(2026, 4, 7));
        await Campaign.PromiseAsync(Town.CellA1, Promises.Member(Town.CellA1, 1), happened: "Đã gặp ba hộ");
        SignIn("a1.bt");
        var page = Open<UnitTimelinePage>("/units/P-A-1/timeline", route => route.Add(p => p.Code, Town.CellA1));

        Assert.Equal(["/units/P-A-1/timeline?year=2026&month=4", "/units/P-A-1/timeline?year=2026&month=3"], page.FindAll(".months")[1].QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        Assert.Equal(3, page.FindAll(".story > li").Count);
        Assert.DoesNotContain("{", page.Find(".story").TextContent);
        Assert.DoesNotContain("Đảng viên 2", page.Find(".story").TextContent);
    }

    [Fact]
    public async Task A_person_reads_their_own_story_and_nobody_elses()
    {
        var own = await Campaign.PromiseAsync(Town.CellA1, Promises.PersonOf("a1.tv"), "Gặp 6 hộ", happened: "Đã gặp ba hộ");
        SignIn("a1.tv");
        var page = Open<PersonTimelinePage>($"/participants/{own.Person}/timeline", route => route.Add(p => p.Id, own.Person));
        Assert.Contains("Đã gặp ba hộ", page.Find(".story").TextContent);

        var other = Open<PersonTimelinePage>($"/participants/{Promises.Member(Town.CellA1, 1)}/timeline", route => route.Add(p => p.Id, Promises.Member(Town.CellA1, 1)));
        Assert.Empty(other.FindAll(".story"));
        Assert.Single(other.FindAll(".message"));
    }

    [Fact]
    public void A_year_without_anything_says_when_there_will_be()
    {
        SignIn("a2.bt");
        var page = Open<UnitTimelinePage>("/units/P-A-2/timeline", route => route.Add(p => p.Code, Town.CellA2));
        Assert.Single(page.FindAll(".state"));
    }

    [Theory]
    [InlineData("vi-VN")]
    [InlineData("en-US")]
    public void Every_kind_of_event_has_its_sentence_and_symbol(string language)
    {
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo(language);
        var said = Enum.GetValues<TimelineKind>().Select(kind => TimelineWords.Of(new TimelineEvent(kind, new(2026, 3, 3), Number: 2) { Period = (2026, 2026) })).ToList();
        Assert.All(said, sentence => Assert.True(sentence.Length > 2 && !sentence.Contains('{')));
        Assert.Equal(said.Count, said.Distinct().Count());
        Assert.All(Enum.GetValues<TimelineKind>(), kind => Assert.NotEmpty(TimelineWords.Icon(kind)));
    }
}
