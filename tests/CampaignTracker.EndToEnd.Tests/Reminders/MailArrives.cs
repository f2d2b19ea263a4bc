using CampaignTracker.Domain;
using CampaignTracker.Domain.Reminders;

namespace CampaignTracker.EndToEnd.Tests.Reminders;

/// <summary>What a mail server of another make gets to read, and what becomes of a message that it does not take.</summary>
public class MailArrives
{
    [NeedsMailServer]
    public async Task A_digest_arrives_whole_in_Vietnamese_and_says_who_sent_it_why_and_how_to_stop_it()
    {
        await using var mails = await MailServer.StartedAsync();
        var office = await Office.DemoAsync();
        office.Address("chibo", "bi.thu@so.example.vn");
        office.Address("xa", "nobody@so.example.vn");
        var told = await office.RemindAsync(office.DraftDue, mails.Settings());
        Assert.True(told.ExitCode == 0, string.Join('\n', told.Errors));

        var mail = Assert.Single(mails.Mails);
        Assert.Equal(("bi.thu@so.example.vn", "so@tinh.example.vn"), (mail.To, mail.From));
        Assert.Equal("Sổ theo dõi – Tỉnh ủy Mẫu <so@tinh.example.vn>", mail.Headers["From"].Replace("\"", "", StringComparison.Ordinal));
        Assert.StartsWith($"Việc cần làm ngày {Wording.Day(office.DraftDue)} – Chi bộ", mail.Headers["Subject"], StringComparison.Ordinal);
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
        Assert.Contains("http://127.0.0.1:5080/me", mail.Headers["List-Unsubscribe"], StringComparison.Ordinal);
        Assert.EndsWith("@campaign-tracker>", mail.Identity, StringComparison.Ordinal);
        foreach (var part in new[] { mail.Text!, System.Net.WebUtility.HtmlDecode(mail.Html!) })
        {
            Assert.Contains("Kính gửi đồng chí ", part, StringComparison.Ordinal);
            Assert.Contains($"Kế hoạch năm {office.DraftDue.Year + (office.DraftDue.Month > 6 ? 1 : 0)}", part, StringComparison.Ordinal);
            Assert.Contains("http://127.0.0.1:5080/r/", part, StringComparison.Ordinal);
            Assert.Contains("Trân trọng.", part, StringComparison.Ordinal);
        }
        Assert.Contains("CẦN LÀM TRƯỚC", mail.Text!, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", mail.Html!, StringComparison.Ordinal);
        // A refused recipient is seen at once, and stands in nobody's way.
        Assert.Equal(["chibo Sent 1 -", "xa Dead 1 WrongAddress"], office.Messages);
    }

    [NeedsMailServer]
    public async Task A_server_that_is_away_costs_no_try_and_gets_everything_when_it_is_back()
    {
        await using var mails = MailServer.Make();
        var office = await Office.DemoAsync();
        office.Address("chibo", "bi.thu@so.example.vn");
        office.Address("vanthu", "later@so.example.vn");
        await office.RemindAsync(office.DraftDue);
        Assert.Equal(["chibo Waiting 0 -", "vanthu Waiting 0 -"], office.Messages);
        await office.RemindAsync(office.DraftDue, mails.Settings());
        Assert.Equal(["chibo Waiting 0 Unreachable", "vanthu Waiting 0 Unreachable"], office.Messages);
        await mails.StartAsync();
        var told = await office.RemindAsync(office.DraftDue, mails.Settings());
        Assert.Equal("Handed over: 1 messages.", told.Output[^1]);
        Assert.Equal(["chibo Sent 1 -", "vanthu Waiting 1 Refused"], office.Messages);
        await office.RemindAsync(office.DraftDue, mails.Settings());
        Assert.Single(mails.Mails);
    }

    [NeedsMailServer]
    public async Task The_line_is_kept_from_others_and_a_certificate_of_ones_own_making_is_refused_unless_it_is_a_try()
    {
        await using var mails = await MailServer.StartedAsync(tls: true);
        var office = await Office.DemoAsync();
        office.Address("chibo", "bi.thu@so.example.vn");
        await office.RemindAsync(office.DraftDue, mails.Settings("starttls"));
        Assert.Equal(["chibo Waiting 0 Unreachable"], office.Messages);
        await office.RemindAsync(office.DraftDue, [.. mails.Settings("starttls"), "--Mail:AnyCertificate=true"]);
        Assert.Equal(["chibo Sent 1 -"], office.Messages);
        Assert.True(Assert.Single(mails.Mails).Tls);
    }

    [NeedsMailServer]
    public async Task Over_TLS_from_the_first_byte_a_wrong_password_costs_no_try_and_the_right_one_delivers()
    {
        await using var mails = await MailServer.StartedAsync(tls: true, user: ("so", "mật khẩu đúng"));
        string[] settings = [.. mails.Settings("tls"), "--Mail:AnyCertificate=true", "--Mail:User=so"];
        var office = await Office.DemoAsync();
        office.Address("chibo", "bi.thu@so.example.vn");
        await office.RemindAsync(office.DraftDue, [.. settings, "--Mail:Password=sai"]);
        Assert.Equal(["chibo Waiting 0 SignInRefused"], office.Messages);
        await office.RemindAsync(office.DraftDue, [.. settings, "--Mail:Password=mật khẩu đúng"]);
        Assert.Equal(["chibo Sent 1 -"], office.Messages);
        Assert.Single(mails.Mails);
    }
}
