using System.Text.RegularExpressions;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.EndToEnd.Tests.Browser;
using CampaignTracker.EndToEnd.Tests.Filing;
using CampaignTracker.EndToEnd.Tests.Program;
using CampaignTracker.Web.Plans;
using static Microsoft.Playwright.Assertions;

namespace CampaignTracker.EndToEnd.Tests.Reminders;

/// <summary>The whole way: a deadline nears, the mail arrives, its link opens the plan, the plan is sent, the reminders stop.</summary>
public class ADeadlineNears
{
    [NeedsMailServer(browser: true)]
    public async Task The_mail_arrives_its_link_opens_the_plan_and_once_sent_nothing_more_is_said_about_it()
    {
        await using var mails = await MailServer.StartedAsync();
        var office = await Office.DemoAsync();
        office.Address("chibo", "bi.thu@so.example.vn");
        var day = office.DraftDue;
        await office.RemindAsync(day);

        // Decided before it started; its own clock-work hands over.
        var one = mails.ArrivedAsync(1);
        await using var server = await RunningServer.StartAsync(office.DataFolder, "Development", [.. office.Settings(day)[1..], .. mails.Settings()]);
        await one.WaitAsync(TimeSpan.FromMinutes(1));
        var (plan, year) = new DemoFacts(server).Draft;
        var mail = Assert.Single(mails.Mails);
        var line = Regex.Match(mail.Text!, $@"- (?<said>Kế hoạch năm {year} [^\n]*)\n\s+http://127\.0\.0\.1:5080(?<link>/r/\S+)", RegexOptions.None, TimeSpan.FromSeconds(1));
        Assert.True(line.Success, mail.Text);

        await using var chibo = await Visitor.AtAsync(server);
        await chibo.Page.GotoAsync(line.Groups["link"].Value);
        await chibo.FillInAsync("chibo", UseCases.Seeding.DemoSettings.DefaultPassword);
        await Expect(chibo.Page).ToHaveURLAsync(new Regex($"/plans/{plan}"));
        await chibo.SettledAsync();
        await chibo.OpenItemAsync(1);
        await chibo.ClearUpAsync(year, "Đến từng nhà, sáng thứ Bảy hằng tuần");
        await chibo.RecordMeetingAsync(6, 7, 6);
        await chibo.RecordSignerAsync("Nguyễn Văn Ơn", "Bí thư", "03-KH/CB");
        await chibo.SendAsync(PlanEditText.Send);
        await chibo.SeesAsync(Wording.Of(Standing.SentOnTime));

        foreach (var days in new[] { 1, 8 }) await office.RemindAsync(day.AddDays(days), mails.Settings());
        Assert.DoesNotContain(mails.Mails.Skip(1), later => later.Text!.Contains($"Kế hoạch năm {year}", StringComparison.Ordinal));
    }
}
