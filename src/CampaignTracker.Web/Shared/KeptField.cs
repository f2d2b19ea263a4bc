using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace CampaignTracker.Web.Shared;

/// <summary>What every field does whose text must not be lost: save a moment after typing, tell the page, bring back
/// what the browser kept, and show both texts when somebody else was faster.</summary>
public abstract class KeptField : ComponentBase, IAsyncDisposable
{
    readonly string id = "f" + Guid.NewGuid().ToString("N")[..8];
    CancellationTokenSource? wait;
    string? onServer;
    bool dirty, closed;

    [Inject] DraftKeeper Keeper { get; set; } = default!;
    [Inject] TimeProvider Clock { get; set; } = default!;

    /// <summary>The visible label; every field has one.</summary>
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>Which draft: kind and id, such as <c>plan-0192…</c>. Null: this field is not kept.</summary>
    [Parameter] public string? Draft { get; set; }

    /// <summary>Which field of the draft, such as <c>item-3-method</c>.</summary>
    [Parameter] public string? Field { get; set; }

    /// <summary>What the typed text is laid over. Not given: a fingerprint of this field's text on the server, so that only a
    /// change to this very field counts as a second version.</summary>
    [Parameter] public string? Base { get; set; }

    /// <summary>The page's account of saving; without it the field is silent.</summary>
    [Parameter] public Saving? Saving { get; set; }

    /// <summary>Sends the text to the server; true when the server has it. Called about 600 ms after the last letter.</summary>
    [Parameter] public Func<string, Task<bool>>? OnSave { get; set; }

    /// <summary>Written beside the label; it does not block.</summary>
    [Parameter] public bool Required { get; set; }

    /// <summary>What is missing, in words with an example; marks the field.</summary>
    [Parameter] public string? Missing { get; set; }

    /// <summary>A suggestion under the field.</summary>
    [Parameter] public RenderFragment? Hint { get; set; }

    /// <summary>False when the page itself brings back what the browser kept, for all its fields at once.</summary>
    [Parameter] public bool BringsBack { get; set; } = true;

    [Parameter] public string? Placeholder { get; set; }
    [Parameter] public bool Disabled { get; set; }

    /// <summary>The id of the input, for links that lead to it.</summary>
    [Parameter] public string? Id { get; set; }

    protected string InputId => Id ?? id;

    /// <summary>For data-keep-base.</summary>
    protected string KeptBase => Base ?? Fingerprint(onServer ??= Shown);

    /// <summary>The page brought a new text from the server.</summary>
    protected void Loaded() => onServer = Shown;

    /// <summary>The text as it stands in the input.</summary>
    protected abstract string Shown { get; set; }

    /// <summary>The text as it was typed and kept, where the input shows it tidied.</summary>
    protected virtual string Typed => Shown;

    /// <summary>Brought back after a reload; the note says when it was typed.</summary>
    protected KeptDraft? Restored { get; private set; }

    /// <summary>Typed here over an older version: the user chooses.</summary>
    protected KeptDraft? Other { get; private set; }

    /// <summary>How long typing rests before it is sent.</summary>
    protected virtual TimeSpan Rest => TimeSpan.FromMilliseconds(600);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        Saving?.Join(this, FlushAsync);
        if (!BringsBack || Draft is null || Field is null || await Keeper.PendingAsync(Draft, Field) is not { } kept) return;
        if (kept.Text == Shown) await Keeper.AcknowledgeAsync(Draft, Field, kept.Text);
        else if (kept.Base == KeptBase || await Keeper.WasTypedAsync(Draft, Field, Shown)) await TakeAsync(kept);
        else
        {
            Other = kept;
            Saving?.Tell(this, SaveState.TwoVersions);
            StateHasChanged();
        }
    }

    /// <summary>Called at every letter.</summary>
    protected async Task TypedAsync()
    {
        dirty = true;
        Saving?.Tell(this, SaveState.Saving);
        wait?.Cancel();
        var mine = wait = new CancellationTokenSource();
        try
        {
            await Task.Delay(Rest, Clock, mine.Token);
        }
        catch (TaskCanceledException)
        {
            return;
        }
        // The field may have left the page while its turn came: leaving has flushed it.
        if (!closed) await FlushAsync();
    }

    /// <summary>Saves at once what waits.</summary>
    protected async Task FlushAsync()
    {
        wait?.Cancel();
        if (!dirty) return;
        dirty = false;
        var (text, typed) = (Shown, Typed);
        var saved = OnSave is null || await OnSave(text);
        if (saved && Draft is not null && Field is not null) await Keeper.AcknowledgeAsync(Draft, Field, typed);
        dirty |= !saved;
        if (saved) onServer = text;
        if (Other is null && (!dirty || !saved)) Saving?.Tell(this, saved ? SaveState.Saved : SaveState.NotSaved);
        if (!closed) StateHasChanged();
    }

    /// <summary>Of two versions, the one typed here.</summary>
    protected Task KeepMineAsync()
    {
        var mine = Other!;
        Other = null;
        return TakeAsync(mine);
    }

    /// <summary>Of two versions, the one on the server.</summary>
    protected async Task KeepTheirsAsync()
    {
        Other = null;
        await Keeper.ForgetAsync(Draft!, Field!);
        Saving?.Tell(this, SaveState.Untouched);
    }

    async Task TakeAsync(KeptDraft kept)
    {
        Restored = kept;
        Shown = kept.Text;
        await ShownChangedAsync();
        dirty = true;
        StateHasChanged();
        await FlushAsync();
    }

    static string Fingerprint(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)), 0, 6);

    /// <summary>Tells the page's bound value.</summary>
    protected abstract Task ShownChangedAsync();

    /// <summary>Leaving the page saves what waits; if that fails the browser still holds it.</summary>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        closed = true;
        try
        {
            await FlushAsync();
        }
        catch (Exception e) when (e is ObjectDisposedException or OperationCanceledException)
        {
            // The circuit is going down: nothing can be sent, and the browser holds the text.
        }
        Saving?.Leave(this);
        wait?.Dispose();
        wait = null;
    }
}
