using CampaignTracker.Domain;
using CampaignTracker.Domain.People;
using CampaignTracker.UseCases.People;

namespace CampaignTracker.Web.Layout;

/// <summary>Fills the menu with what this reader uses.</summary>
public sealed class PersonMenu(ViewMe me) : IFillMenu
{
    /// <inheritdoc/>
    public async Task FillAsync(Menu menu, CancellationToken ct)
    {
        try
        {
            var reader = await me.RunAsync(ct);
            menu.Show(reader.Name, reader.Title, [.. Entries(reader)], reader.NoticeUnread);
        }
        catch (Refusal refusal) when (refusal.Code is Because.SignedOut or Because.NoPost)
        {
            menu.Show(null, null, []);
        }
    }

    private static IEnumerable<MenuEntry> Entries(ViewMe.Answer reader)
    {
        yield return new MenuEntry("/", "home", () => LayoutText.MenuHome);
        if (reader.OwesFilings) yield return new MenuEntry("/plans", "description", () => LayoutText.MenuPlans);
        if (reader.Role == Role.Participant || reader.Can(Permission.ReadCommitmentCounts)) yield return new MenuEntry("/commitments", "handshake", () => LayoutText.MenuCommitments);
        if (reader.HasUnitsBelow && (reader.Can(Permission.ProposeOpinion) || reader.Can(Permission.DecideFiling)))
            yield return new MenuEntry("/reviews", "rate_review", () => LayoutText.MenuReviews, reader.WaitingForMe);
        if (reader.Can(Permission.ReadCompliance) && reader.HasUnitsBelow) yield return new MenuEntry("/compliance", "monitoring", () => LayoutText.MenuCompliance);
        if (reader.Role != Role.Administrator) yield return new MenuEntry("/progress", "checklist", () => LayoutText.MenuProgress);
        yield return new MenuEntry("/documents", "library_books", () => LayoutText.MenuDocuments);
        if (reader.Role != Role.Participant) yield return new MenuEntry("/units", "account_tree", () => LayoutText.MenuUnits);
        if (reader.Can(Permission.ReadAudit)) yield return new MenuEntry("/audit", "history", () => LayoutText.MenuAudit);
        if (reader.Can(Permission.ManageAccounts)) yield return new MenuEntry("/admin/accounts", "manage_accounts", () => LayoutText.MenuAccounts);
        if (reader.Can(Permission.KeepBackups)) yield return new MenuEntry("/admin/backups", "backup", () => LayoutText.MenuBackups);
        if (reader.Can(Permission.ManageAccounts)) yield return new MenuEntry("/admin/schedule", "schedule", () => LayoutText.ScheduleEntry);
        if (reader.Can(Permission.ManageReminders) || reader.Can(Permission.ManageAccounts)) yield return new MenuEntry("/reminders/rules", "notifications_active", () => LayoutText.MenuReminderRules, Aside: true);
        if (reader.Can(Permission.ManageAccounts)) yield return new MenuEntry("/admin/health", "monitor_heart", () => LayoutText.MenuHealth, Aside: true);
    }
}
