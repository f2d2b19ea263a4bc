using CampaignTracker.Domain.Plans;

namespace CampaignTracker.Web.Plans;

/// <summary>One place of a plan where something is written: a field of a section, or of an item.</summary>
public readonly record struct PlanSpot(Guid? ItemId, PlanField Field)
{
    /// <summary>The name under which the browser keeps what is typed here.</summary>
    public string Name => ItemId is { } id ? $"{id:N}-{Field}" : Field.ToString();

    /// <summary>The id of its input on the page.</summary>
    public string InputId => "p-" + Name;

    /// <summary>A day, written "yyyy-MM-dd" when saved, as people write it when typed.</summary>
    public bool IsDay => Field is PlanField.StartsOn or PlanField.EndsOn;

    /// <summary>The spot of a name; null for what is none, such as the fields of the meeting.</summary>
    public static PlanSpot? Read(string name)
    {
        var dash = name.IndexOf('-');
        if (dash < 0) return Enum.TryParse<PlanField>(name, out var section) ? new PlanSpot(null, section) : null;
        return Guid.TryParseExact(name[..dash], "N", out var item) && Enum.TryParse<PlanField>(name[(dash + 1)..], out var field) ? new PlanSpot(item, field) : null;
    }

    /// <summary>The field of an item in which an element is written.</summary>
    public static PlanField FieldOf(PlanElement element) => element switch
    {
        PlanElement.Content => PlanField.Content,
        PlanElement.Role => PlanField.Role,
        PlanElement.Responsible => PlanField.Responsible,
        PlanElement.Method => PlanField.Method,
        PlanElement.Start => PlanField.StartsOn,
        PlanElement.End => PlanField.EndsOn,
        _ => PlanField.Product,
    };
}
