namespace CampaignTracker.Domain.Plans;

/// <summary>The fields of a plan that are typed and saved one by one.</summary>
public enum PlanField
{
    /// <summary>Section: basis.</summary>
    Basis,
    /// <summary>Section: aims.</summary>
    Aims,
    /// <summary>Section: organisation.</summary>
    Organisation,
    /// <summary>Section: recipients.</summary>
    Recipients,
    /// <summary>Item: content.</summary>
    Content,
    /// <summary>Item: role ("Lead", "CoOperating" or empty).</summary>
    Role,
    /// <summary>Item: co-operating unit.</summary>
    CoOperating,
    /// <summary>Item: responsible post or person.</summary>
    Responsible,
    /// <summary>Item: method.</summary>
    Method,
    /// <summary>Item: first day, "yyyy-MM-dd" or empty.</summary>
    StartsOn,
    /// <summary>Item: last day, "yyyy-MM-dd" or empty.</summary>
    EndsOn,
    /// <summary>Item: product.</summary>
    Product,
    /// <summary>Item: requirements served, keys separated by commas.</summary>
    Requirements,
    /// <summary>Item: "true" when the hint was dismissed.</summary>
    HintDismissed,
}
