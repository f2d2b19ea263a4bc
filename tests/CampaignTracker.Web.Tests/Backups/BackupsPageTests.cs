using CampaignTracker.Domain.Backups;
using CampaignTracker.UseCases.Backups;
using CampaignTracker.Web.Backups;

namespace CampaignTracker.Web.Tests.Backups;

public sealed class BackupsPageTests : PageTest
{
    [Fact]
    public void The_first_is_made_with_the_button_and_stands_in_the_list()
    {
        SignIn("quantri");
        var page = Open<BackupsPage>("/admin/backups");
        Assert.Contains(BackupText.Empty, page.Find(".state").TextContent);
        Assert.Contains(Wording.Of(BackupStanding.Never), page.Find(".chip").TextContent);

        page.Find(".button.main").Click();

        page.WaitForAssertion(() => Assert.Contains("SHA-256", Assert.Single(page.FindAll("tbody tr")).TextContent), TimeSpan.FromSeconds(10));
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".note-saved")), TimeSpan.FromSeconds(5));
        Assert.Contains(Wording.Of(BackupStanding.Good), page.Find(".chip").TextContent);
        Assert.Empty(page.FindAll(".note-hint"));
        Assert.Contains("Holder of quantri", page.Find("tbody th").TextContent);
        // Restoring is a command: it is shown, and there is no button for it.
        Assert.Contains($"restore {Path.GetFileName(Directory.GetDirectories(Campaign.Backups, "20*").Single())} --yes", page.Markup);
        Assert.Single(page.FindAll(".button:not(.excel-link)"));
    }

    [Fact]
    public void What_hinders_stands_there_in_words()
    {
        SignIn("quantri");
        var page = Open<BackupsPage>("/admin/backups");
        File.WriteAllText(Campaign.Backups, "");
        try
        {
            page.Find(".button.main").Click();
            page.WaitForAssertion(() => Assert.Contains(Campaign.Backups, page.Find(".message").TextContent), TimeSpan.FromSeconds(10));
        }
        finally
        {
            File.Delete(Campaign.Backups);
        }
    }

    [Fact]
    public async Task One_that_cannot_be_read_is_said_to_be_so()
    {
        SignIn("quantri");
        var made = await Campaign.AsSystem().Use<MakeBackup>().RunAsync(null, default);
        await File.WriteAllTextAsync(Path.Combine(made.Folder, "manifest.json"), "{");
        var page = Open<BackupsPage>("/admin/backups");
        Assert.Contains(BackupText.Unreadable, Assert.Single(page.FindAll("tbody tr")).TextContent);
        Assert.Contains(Wording.Of(BackupStanding.Never), page.Find(".chip").TextContent);
    }

    [Fact]
    public void Only_administrators_see_them()
    {
        SignIn("xa");
        var page = Open<BackupsPage>("/admin/backups");
        Assert.Contains(Wording.Of(Because.NotAllowed), page.Find(".state").TextContent);
        Assert.Empty(page.FindAll(".button.main"));
    }
}
