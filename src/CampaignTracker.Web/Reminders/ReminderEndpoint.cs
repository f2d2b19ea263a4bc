using System.Globalization;
using CampaignTracker.Domain;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.UseCases.Reminders;

namespace CampaignTracker.Web.Reminders;

/// <summary>Where every link in a mail, the bell or a calendar leads: through sign-in to the page of the thing.</summary>
public static class ReminderEndpoint
{
    /// <summary>Maps it. Whoever is not signed in signs in first and comes back; for anybody but its addressee it is not there.</summary>
    public static void MapReminders(this IEndpointRouteBuilder app) => app.MapGet("/r/{id:guid}", async (Guid id, OpenReminder open, CancellationToken ct) =>
    {
        try
        {
            return Results.LocalRedirect(PageOf(await open.RunAsync(id, ct)));
        }
        catch (Refusal refusal) when (refusal.Code is Because.NotFound or Because.NoPost)
        {
            return Results.NotFound();
        }
        catch (Refusal refusal) when (refusal.Code == Because.SignedOut)
        {
            return Results.LocalRedirect($"/sign-in?returnUrl=/r/{id}");
        }
    }).RequireAuthorization();

    /// <summary>The page of what a reminder is about.</summary>
    public static string PageOf(OpenReminder.Answer reminder) => reminder.Rule switch
    {
        "NoProgress" or "PromisesPast" => string.Create(CultureInfo.InvariantCulture, $"/progress?year={reminder.Year}"),
        "OwnNoProgress" or "OwnPromisesPast" => $"/commitments/{reminder.SubjectId}",
        "OpinionsToPropose" or "OpinionsToDecide" or "OpinionsWaiting" => "/reviews",
        "YearUnopened" => "/documents",
        "AccountsUnused" => "/admin/accounts",
        _ when reminder.PlanId is { } plan => $"/plans/{plan}",
        _ when reminder.Kind is { } kind && kind.IsPlan() => "/plans",
        _ => string.Create(CultureInfo.InvariantCulture, $"/commitments?year={reminder.Year}&scope={(reminder.Scope == Domain.Commitments.CommitmentScope.Term ? "term" : "year")}"),
    };
}
