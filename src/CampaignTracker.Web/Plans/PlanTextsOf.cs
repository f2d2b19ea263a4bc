using System.Globalization;
using CampaignTracker.Domain.Plans;
using CampaignTracker.UseCases.Plans;

namespace CampaignTracker.Web.Plans;

/// <summary>Every written field of a plan as text, the way it is saved.</summary>
public static class PlanTextsOf
{
    /// <summary>All fields of a plan.</summary>
    public static IEnumerable<(PlanSpot Spot, string Text)> All(ViewPlan.Page page)
    {
        yield return (new(null, PlanField.Basis), page.Basis);
        yield return (new(null, PlanField.Aims), page.Aims);
        yield return (new(null, PlanField.Organisation), page.Organisation);
        yield return (new(null, PlanField.Recipients), page.Recipients);
        foreach (var item in page.Items)
        {
            yield return (new(item.Id, PlanField.Content), item.Content);
            yield return (new(item.Id, PlanField.Role), item.Role?.ToString() ?? "");
            yield return (new(item.Id, PlanField.CoOperating), item.CoOperating);
            yield return (new(item.Id, PlanField.Responsible), item.Responsible);
            yield return (new(item.Id, PlanField.Method), item.Method);
            yield return (new(item.Id, PlanField.StartsOn), Day(item.StartsOn));
            yield return (new(item.Id, PlanField.EndsOn), Day(item.EndsOn));
            yield return (new(item.Id, PlanField.Product), item.Product);
            yield return (new(item.Id, PlanField.Requirements), string.Join(',', item.Requirements));
        }
    }

    /// <summary>Items that came and went.</summary>
    public static IEnumerable<PlanChange> Items(ViewPlan.Page? before, ViewPlan.Page after)
    {
        if (before is null) yield break;
        foreach (var item in after.Items.Where(item => before.Items.All(was => was.Id != item.Id)))
            yield return new PlanChange(item.Ordinal, new(item.Id, PlanField.Content), "", item.Content);
        foreach (var item in before.Items.Where(item => after.Items.All(now => now.Id != item.Id)))
            yield return new PlanChange(null, new(item.Id, PlanField.Content), item.Content, "");
    }

    /// <summary>The keys in a list of requirements.</summary>
    public static IReadOnlyList<Guid> Keys(string text) =>
        [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(key => Guid.TryParse(key, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty)];

    static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
