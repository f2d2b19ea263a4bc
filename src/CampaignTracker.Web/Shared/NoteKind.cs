namespace CampaignTracker.Web.Shared;

/// <summary>What a note beside a field says.</summary>
public enum NoteKind
{
    /// <summary>Something is not filled in, or not understood.</summary>
    Missing,
    /// <summary>A suggestion; to leave it is fine.</summary>
    Hint,
    /// <summary>Clear, complete, brought back.</summary>
    Saved,
}
