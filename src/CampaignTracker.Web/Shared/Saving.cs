namespace CampaignTracker.Web.Shared;

/// <summary>The five things a page may say about what was typed.</summary>
public enum SaveState
{
    /// <summary>Nothing was changed since the page opened.</summary>
    Untouched,
    /// <summary>On its way.</summary>
    Saving,
    /// <summary>The server has all of it.</summary>
    Saved,
    /// <summary>The server would not or could not take it; the browser holds it.</summary>
    NotSaved,
    /// <summary>Somebody else changed the same field.</summary>
    TwoVersions,
}

/// <summary>Adds up the saving of all fields of one page. The page owns one and hands it to its fields and to SavedState.</summary>
public sealed class Saving(TimeProvider clock)
{
    readonly Dictionary<object, SaveState> fields = [];
    readonly Dictionary<object, Func<Task>> flushes = [];

    /// <summary>When the last save was acknowledged (UTC).</summary>
    public DateTimeOffset? At { get; private set; }

    /// <summary>Raised when the state may have changed.</summary>
    public event Action? Changed;

    /// <summary>The worst of all fields: two versions, not saved, saving, saved.</summary>
    public SaveState State => fields.Count == 0
        ? At is null ? SaveState.Untouched : SaveState.Saved
        : fields.Values.Max();

    /// <summary>Tells when the draft was saved last, as the server knows it at opening.</summary>
    public void LastSaved(DateTimeOffset? at) => At = at;

    /// <summary>Saves everything that waits: Ctrl+S.</summary>
    public async Task SaveNowAsync()
    {
        foreach (var flush in flushes.Values.ToList()) await flush();
        if (State == SaveState.Untouched) At = clock.GetUtcNow();
        Changed?.Invoke();
    }

    /// <summary>A field takes part from its first drawing.</summary>
    public void Join(object field, Func<Task> flush) => flushes[field] = flush;

    /// <summary>A field leaves the page.</summary>
    public void Leave(object field)
    {
        flushes.Remove(field);
        fields.Remove(field);
    }

    /// <summary>What one field has to say.</summary>
    public void Tell(object field, SaveState state)
    {
        if (state == SaveState.Saved)
        {
            At = clock.GetUtcNow();
            fields.Remove(field);
        }
        else if (state == SaveState.Untouched) fields.Remove(field);
        else fields[field] = state;
        Changed?.Invoke();
    }
}
