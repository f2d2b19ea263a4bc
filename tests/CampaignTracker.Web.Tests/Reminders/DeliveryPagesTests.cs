using CampaignTracker.Domain.Reminders;
using CampaignTracker.UseCases.Reminders;
using CampaignTracker.Web.Hosting;
using CampaignTracker.Web.Reminders;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CampaignTracker.Web.Tests.Reminders;

public sealed class DeliveryPagesTests : PageTest
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    private Task DeadAsync() => Campaign.DeadMessageAsync("chibo", "sai@so.example.vn", "moi@so.example.vn");

    private void SignInWith(string userName, MailSettings? mail = null)
    {
        var session = SignIn(userName);
        var options = Options.Create(mail ?? new MailSettings());
        Services.AddSingleton(options);
        Services.AddScoped<ITellHealth>(_ => new DatabaseHealth(Campaign.Prepare, Campaign.Clock));
        Services.AddScoped<ITellHealth>(_ => new MailHealth(session.Use<ViewMailHealth>(), new MailSender(options, Campaign.Clock), options, Campaign.Clock));
    }

    [Fact]
    public async Task A_message_that_was_given_up_says_why_and_is_sent_again_to_the_present_address()
    {
        await DeadAsync();
        SignInWith("quantri");
        var page = Open<MessagesPage>("/admin/messages?state=dead");
        var row = page.Find("tbody tr").TextContent;
        Assert.Contains("sai@so.example.vn", row, StringComparison.Ordinal);
        Assert.Contains(Wording.Of(MessageFault.WrongAddress), row, StringComparison.Ordinal);
        Assert.Contains("550 no such user", row, StringComparison.Ordinal);
        Assert.Contains(MessagesText.NoServer, page.Markup, StringComparison.Ordinal);
        page.Find("tbody button").Click();
        page.WaitForAssertion(() => Assert.Contains("Holder of chibo", page.Find("[role=status]").TextContent, StringComparison.Ordinal), Soon);
        var waiting = Assert.Single((await Campaign.As("quantri").Use<ViewMessages>().RunAsync(new(MessageState.Waiting), default)).Page.Rows);
        Assert.Equal("moi@so.example.vn", waiting.Address);
    }

    [Fact]
    public async Task Messages_are_found_by_person_and_by_state()
    {
        await DeadAsync();
        SignInWith("quantri");
        var page = Open<MessagesPage>("/admin/messages");
        page.Find("select").Change(nameof(MessageState.Sent));
        page.WaitForAssertion(() => Assert.Contains(MessagesText.NoMatch, page.Find(".state").TextContent, StringComparison.Ordinal), Soon);
        page.Find("select").Change("");
        page.Find("input[type=search]").Input("HOLDER OF CHIBO");
        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")), Soon);
    }

    [Fact]
    public async Task Health_says_each_part_with_a_word_and_what_to_do()
    {
        await DeadAsync();
        SignInWith("quantri", new MailSettings { Host = "127.0.0.1", Port = 1, Security = MailSecurity.None, From = "so@example.vn", PublicAddress = "https://so.example.vn" });
        var page = Open<HealthPage>("/admin/health");
        page.WaitForAssertion(() => Assert.Equal(4, page.FindAll(".health > li").Count), Soon);
        var lines = page.FindAll(".health > li").Select(line => line.TextContent).ToList();
        Assert.Contains(HealthText.Good, lines[0], StringComparison.Ordinal);
        Assert.Contains(Wording.Of(MessageFault.Unreachable), lines[1], StringComparison.Ordinal);
        Assert.Contains(HealthText.MailBadDo, lines[1], StringComparison.Ordinal);
        Assert.Equal("/admin/messages?state=dead", page.FindAll(".health > li")[2].QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains(HealthText.TemplatesGood, lines[3], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(50L << 30, 100L << 30, HealthState.Good)]
    [InlineData(9L << 30, 100L << 30, HealthState.Attention)]
    [InlineData(900L << 20, 2L << 30, HealthState.Attention)]
    [InlineData(0, 0, HealthState.Unknown)]
    public void A_disk_is_looked_at_below_a_gigabyte_or_a_tenth(long free, long all, HealthState state) => Assert.Equal(state, DiskHealth.Line(free, all).State);

    [Fact]
    public void A_wording_that_names_an_unknown_word_is_refused_beside_its_field_and_a_good_one_is_kept()
    {
        SignInWith("quantri");
        var page = Open<TemplatesPage>("/admin/templates");
        Assert.Contains(TemplatesText.Usual, page.Markup, StringComparison.Ordinal);
        page.FindAll("textarea")[0].Input("Thưa {Ten}");
        page.Find(".button.main").Click();
        page.WaitForAssertion(() => Assert.Contains("{Ten}", page.Find(".field.missing .note-missing").TextContent, StringComparison.Ordinal), Soon);
        page.FindAll("textarea")[0].Input("Thưa đồng chí {DongChi}");
        page.Find(".button.main").Click();
        page.WaitForAssertion(() => Assert.Contains(TemplatesText.Saved, page.Markup, StringComparison.Ordinal), Soon);
        Assert.Contains("Thưa đồng chí " + TemplatesText.SamplePerson, page.Find(".letter").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xa")]
    [InlineData("tinh")]
    public void Only_who_keeps_accounts_sees_any_of_it(string userName)
    {
        SignInWith(userName);
        Assert.Contains(Wording.Of(Because.NotAllowed), Open<MessagesPage>("/admin/messages").Find(".state").TextContent, StringComparison.Ordinal);
        Assert.Contains(Wording.Of(Because.NotAllowed), Open<TemplatesPage>("/admin/templates").Find(".state").TextContent, StringComparison.Ordinal);
        Assert.Contains(Wording.Of(Because.NotAllowed), Open<HealthPage>("/admin/health").Find(".state").TextContent, StringComparison.Ordinal);
    }
}
