using System.Text.Json;
using CampaignTracker.Domain.Plans;

namespace CampaignTracker.UseCases.Reviews;

/// <summary>What a unit changed between two sendings, read from what was frozen then.</summary>
internal static class RoundChanges
{
    private static readonly PlanField[] Sections = [PlanField.Basis, PlanField.Aims, PlanField.Organisation, PlanField.Recipients];
    private static readonly PlanField[] ItemFields = [PlanField.Content, PlanField.Role, PlanField.CoOperating, PlanField.Responsible, PlanField.Method, PlanField.StartsOn, PlanField.EndsOn, PlanField.Product];

    /// <summary>Changed texts, sections first, then items in their order; a new item has no before, a removed one no after.</summary>
    public static IReadOnlyList<ViewReview.Change> Between(string earlier, string later)
    {
        using var was = JsonDocument.Parse(earlier);
        using var now = JsonDocument.Parse(later);
        var changes = Changed(null, Sections, was.RootElement, now.RootElement).ToList();
        var (itemsWas, itemsNow) = (Items(was), Items(now));
        foreach (var (id, item) in itemsNow)
        {
            if (itemsWas.TryGetValue(id, out var before)) changes.AddRange(Changed(id, ItemFields, before, item));
            else changes.Add(new ViewReview.Change(id, PlanField.Content, null, Text(item, PlanField.Content)));
        }
        foreach (var (id, item) in itemsWas.Where(i => !itemsNow.ContainsKey(i.Key)))
            changes.Add(new ViewReview.Change(id, PlanField.Content, Text(item, PlanField.Content), null));
        return changes;
    }

    private static IEnumerable<ViewReview.Change> Changed(Guid? itemId, PlanField[] fields, JsonElement was, JsonElement now) =>
        from field in fields
        let before = Text(was, field)
        let after = Text(now, field)
        where before != after
        select new ViewReview.Change(itemId, field, before, after);

    private static Dictionary<Guid, JsonElement> Items(JsonDocument frozen) =>
        frozen.RootElement.GetProperty("Items").EnumerateArray().ToDictionary(item => item.GetProperty("Id").GetGuid());

    private static string Text(JsonElement element, PlanField field) => element.GetProperty(field.ToString()).GetString() ?? "";
}
