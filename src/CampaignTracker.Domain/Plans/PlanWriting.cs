using System.Globalization;

namespace CampaignTracker.Domain.Plans;

/// <summary>Each field of a plan as text and back: one place for form, autosave and conflict.</summary>
internal static class PlanWriting
{
    public static string Read(UnitPlan plan, PlanItem? item, PlanField field) => field switch
    {
        PlanField.Basis => plan.Texts.Basis,
        PlanField.Aims => plan.Texts.Aims,
        PlanField.Organisation => plan.Texts.Organisation,
        PlanField.Recipients => plan.Texts.Recipients,
        _ when item is null => throw new Refusal(Because.NotFound),
        PlanField.Content => item.Content,
        PlanField.Role => item.Role?.ToString() ?? "",
        PlanField.CoOperating => item.CoOperating,
        PlanField.Responsible => item.Responsible,
        PlanField.Method => item.Method,
        PlanField.StartsOn => Text(item.StartsOn),
        PlanField.EndsOn => Text(item.EndsOn),
        PlanField.Product => item.Product,
        PlanField.Requirements => string.Join(',', item.Requirements),
        PlanField.HintDismissed => item.HintDismissed ? "true" : "",
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    public static void Write(UnitPlan plan, PlanItem? item, PlanField field, string value)
    {
        switch (field)
        {
            case PlanField.Basis: plan.Texts.Basis = Within(value, PlanLimits.Section, field, FieldName.Basis); return;
            case PlanField.Aims: plan.Texts.Aims = Within(value, PlanLimits.Section, field, FieldName.Aims); return;
            case PlanField.Organisation: plan.Texts.Organisation = Within(value, PlanLimits.Section, field, FieldName.Organisation); return;
            case PlanField.Recipients: plan.Texts.Recipients = Within(value, PlanLimits.Section, field, FieldName.Recipients); return;
        }
        if (item is null) throw new Refusal(Because.NotFound);
        switch (field)
        {
            case PlanField.Content: item.Content = Within(value, PlanLimits.Content, field, FieldName.Content); break;
            case PlanField.Role: item.Role = value switch { nameof(ItemRole.Lead) => ItemRole.Lead, nameof(ItemRole.CoOperating) => ItemRole.CoOperating, _ => null }; break;
            case PlanField.CoOperating: item.CoOperating = Within(value, PlanLimits.ShortField, field, FieldName.CoOperating); break;
            case PlanField.Responsible: item.Responsible = Within(value, PlanLimits.ShortField, field, FieldName.Responsible); break;
            case PlanField.Method: item.Method = Within(value, PlanLimits.ShortField, field, FieldName.Method); break;
            case PlanField.Product: item.Product = Within(value, PlanLimits.ShortField, field, FieldName.Product); break;
            case PlanField.StartsOn: item.StartsOn = InOrder(Day(value, field), item.EndsOn, field); break;
            case PlanField.EndsOn:
                var end = Day(value, field);
                InOrder(item.StartsOn, end, field);
                item.EndsOn = end;
                break;
            case PlanField.Requirements:
                item.Requirements = [.. value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    .Select(key => Guid.TryParse(key, out var id) ? id : throw new Refusal(Because.NotFound)).Distinct()];
                break;
            case PlanField.HintDismissed: item.HintDismissed = value == "true"; break;
        }
    }

    private static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static DateOnly? Day(string value, PlanField field)
    {
        if (value.Length == 0) return null;
        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and <= 2100) return day;
        throw new Refusal(Because.NotADate, field.ToString(), value);
    }

    private static DateOnly? InOrder(DateOnly? start, DateOnly? end, PlanField field) =>
        start is { } s && end is { } e && e < s ? throw new Refusal(Because.ItemEndsBeforeStart, field.ToString(), s, e) : start;

    private static string Within(string value, int limit, PlanField field, FieldName name) =>
        value.Length <= limit ? value : throw new Refusal(Because.TooLong, field.ToString(), name, limit);
}
