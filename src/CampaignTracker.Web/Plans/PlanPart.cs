namespace CampaignTracker.Web.Plans;

/// <summary>The parts of a plan that are written one at a time.</summary>
public enum PlanPartKind
{
    /// <summary>How the unit answers.</summary>
    Answer,
    /// <summary>I- with the basis before it.</summary>
    Aims,
    /// <summary>One item of II-.</summary>
    Item,
    /// <summary>III-.</summary>
    Organisation,
    /// <summary>Recipients and signer.</summary>
    Recipients,
}

/// <summary>Which part is open; it stands in the address, so that a reload comes back to it.</summary>
public readonly record struct PlanPart(PlanPartKind Kind, Guid? ItemId = null)
{
    /// <summary>For the address: "aims", or the item's key.</summary>
    public string At => ItemId?.ToString("N") ?? Kind.ToString().ToLowerInvariant();

    /// <summary>The address of this part of a plan.</summary>
    public string Of(Guid planId) => $"/plans/{planId}?at={At}";

    /// <summary>Reads an address; what leads nowhere leads to the first item that still lacks something.</summary>
    public static PlanPart Read(string? at, PlanDraft draft)
    {
        if (Guid.TryParseExact(at, "N", out var id) && draft.Items.Any(item => item.Id == id)) return new(PlanPartKind.Item, id);
        if (Enum.TryParse<PlanPartKind>(at, true, out var kind) && kind != PlanPartKind.Item) return new(kind);
        var first = draft.Items.FirstOrDefault(item => item.Missing.Count > 0) ?? (draft.Items is [var any, ..] ? any : null);
        return first is null ? new(PlanPartKind.Answer) : new(PlanPartKind.Item, first.Id);
    }

    /// <summary>All parts in reading order.</summary>
    public static IReadOnlyList<PlanPart> All(PlanDraft draft) =>
        [new(PlanPartKind.Aims), .. draft.Items.Select(item => new PlanPart(PlanPartKind.Item, item.Id)), new(PlanPartKind.Organisation), new(PlanPartKind.Recipients)];
}
