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
        // A committee with units below has a full menu already: its way there is on the page of its plans.
        if (!reader.HasUnitsBelow && (reader.Can(Permission.KeepCommitments) || reader.Role == Role.Participant)) yield return new MenuEntry("/evidence", "photo_library", () => LayoutText.MenuEvidence);
        if (reader.HasUnitsBelow && (reader.Can(Permission.ProposeOpinion) || reader.Can(Permission.DecideFiling)))
            yield return new MenuEntry("/reviews", "rate_review", () => LayoutText.MenuReviews, reader.WaitingForMe);
        if (reader.Can(Permission.ReadCompliance) && reader.HasUnitsBelow) yield return new MenuEntry("/compliance", "monitoring", () => LayoutText.MenuCompliance);
        yield return new MenuEntry("/documents", "library_books", () => LayoutText.MenuDocuments);
        if (reader.Role != Role.Participant) yield return new MenuEntry("/units", "account_tree", () => LayoutText.MenuUnits);
        if (reader.Can(Permission.ReadParticipants)) yield return new MenuEntry("/participants", "groups", () => LayoutText.MenuParticipants);
        if (reader.Can(Permission.ReadAudit)) yield return new MenuEntry("/audit", "history", () => LayoutText.MenuAudit);
        if (reader.Can(Permission.ManageAccounts)) yield return new MenuEntry("/admin/accounts", "manage_accounts", () => LayoutText.MenuAccounts);
    }
}
