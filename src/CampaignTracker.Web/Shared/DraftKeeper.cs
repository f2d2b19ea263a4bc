using Microsoft.JSInterop;

namespace CampaignTracker.Web.Shared;

/// <summary>A text that the browser kept and the server may not have.</summary>
/// <param name="Field">Which field of the draft.</param>
/// <param name="Text">As it was typed.</param>
/// <param name="Base">The version of the draft that it was typed over.</param>
/// <param name="At">When, by the clock of the browser.</param>
public sealed record KeptDraft(string Field, string Text, string Base, DateTimeOffset At);

/// <summary>The server's hand on <c>draft-keeper.js</c>: what is kept, and what may be forgotten.</summary>
public sealed class DraftKeeper(IJSRuntime js)
{
    readonly Dictionary<string, Task<KeptDraft[]>> asked = [];

    /// <summary>What is kept for one field; the fields of one draft that ask together share one question.</summary>
    public async Task<KeptDraft?> PendingAsync(string draft, string field)
    {
        if (!asked.TryGetValue(draft, out var answer))
            asked[draft] = answer = js.InvokeAsync<KeptDraft[]>("draftKeeper.pending", draft).AsTask();
        try
        {
            return (await answer).FirstOrDefault(kept => kept.Field == field);
        }
        finally
        {
            asked.Remove(draft);
        }
    }

    /// <summary>Everything kept for one draft.</summary>
    public async Task<IReadOnlyList<KeptDraft>> PendingAsync(string draft) => await js.InvokeAsync<KeptDraft[]>("draftKeeper.pending", draft) ?? [];

    /// <summary>Whether a text stood in the field while the kept one was typed: then it is the writer's own, saved on the way.</summary>
    public async Task<bool> WasTypedAsync(string draft, string field, string text) => await js.InvokeAsync<bool>("draftKeeper.wasTyped", draft, field, text);

    /// <summary>The server has exactly this text. Later typing stays kept.</summary>
    public Task AcknowledgeAsync(string draft, string field, string text) =>
        QuietlyAsync("draftKeeper.acknowledge", draft, field, text);

    /// <summary>The user chose the server's text.</summary>
    public Task ForgetAsync(string draft, string field) => QuietlyAsync("draftKeeper.forget", draft, field);

    /// <summary>When the line is gone the text simply stays kept; that is what it is for.</summary>
    async Task QuietlyAsync(string function, params object?[] arguments)
    {
        try
        {
            await js.InvokeVoidAsync(function, arguments);
        }
        catch (Exception e) when (e is JSDisconnectedException or TaskCanceledException or ObjectDisposedException)
        {
        }
    }
}
