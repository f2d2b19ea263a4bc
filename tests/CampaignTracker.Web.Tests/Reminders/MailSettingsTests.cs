using CampaignTracker.Web.Reminders;

namespace CampaignTracker.Web.Tests.Reminders;

public sealed class MailSettingsTests
{
    private static MailSettings Good() => new() { Host = "mail.example.vn", From = "so@example.vn", PublicAddress = "https://so.example.vn" };

    private static string? Fault(Action<MailSettings> change)
    {
        var settings = Good();
        change(settings);
        return new CheckMailSettings().Validate(null, settings).FailureMessage;
    }

    [Fact]
    public void Without_a_host_nothing_is_asked_for_and_with_one_everything_that_links_and_senders_need()
    {
        Assert.True(new CheckMailSettings().Validate(null, new MailSettings()).Succeeded);
        Assert.Null(Fault(_ => { }));
        Assert.Contains("Mail:From", Fault(mail => mail.From = "so at example"), StringComparison.Ordinal);
        Assert.Contains("Mail:From", Fault(mail => mail.From = "Sổ <so@example.vn>"), StringComparison.Ordinal);
        Assert.Contains("Mail:PublicAddress", Fault(mail => mail.PublicAddress = ""), StringComparison.Ordinal);
        Assert.Contains("Mail:PublicAddress", Fault(mail => mail.PublicAddress = "so.example.vn"), StringComparison.Ordinal);
        Assert.Contains("Mail:Port", Fault(mail => mail.Port = 0), StringComparison.Ordinal);
        Assert.Contains("both", Fault(mail => mail.User = "so"), StringComparison.Ordinal);
        Assert.Contains("Mail:Lease", Fault(mail => mail.Lease = TimeSpan.FromSeconds(1)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_does_not_go_over_an_open_line()
    {
        static void Open(MailSettings mail) => (mail.Security, mail.User, mail.Password) = (MailSecurity.None, "so", "secret");
        Assert.Contains("Mail:Security", Fault(Open), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", Fault(Open), StringComparison.Ordinal);
        Assert.Null(Fault(mail =>
        {
            Open(mail);
            mail.Host = "127.0.0.1";
        }));
    }
}
