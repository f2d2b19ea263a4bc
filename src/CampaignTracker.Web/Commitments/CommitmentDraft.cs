using System.Globalization;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.UseCases.Commitments;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Commitments;

/// <summary>
/// One sitting at a commitment: what is typed and what the server has acknowledged. One call at a time; a text is laid over the last acknowledged one,
/// so that nobody's text is written over unseen.
/// </summary>
public sealed class CommitmentDraft(ViewCommitment view, SaveCommitment saves, Saving saving) : IDisposable
{
    readonly SemaphoreSlim turn = new(1, 1);
    readonly Dictionary<PromiseSpot, string> stored = [], typed = [];
    readonly Dictionary<PromiseSpot, SaveCommitment.Conflict> conflicts = [];
    readonly Dictionary<PromiseSpot, string> refusals = [];

    /// <summary>The commitment as last read.</summary>
    public ViewCommitment.Page Page { get; private set; } = default!;

    /// <summary>The page's account of saving.</summary>
    public Saving Saving => saving;

    /// <summary>The name of this draft in the browser.</summary>
    public string Key => $"commitment-{Page.Id:N}";

    /// <summary>Why nothing could be saved at all, in words; null when all is well.</summary>
    public string? Message { get; private set; }

    /// <summary>Something that other parts of the page show has changed.</summary>
    public event Action? Changed;

    /// <summary>Takes a freshly read commitment; what is typed and not yet saved stays.</summary>
    public void Show(ViewCommitment.Page page)
    {
        Page = page;
        var spots = page.Lines.SelectMany(line => Fields(line).Select(field => (Spot: new PromiseSpot(line.Id, field.Field), field.Text))).ToDictionary(field => field.Spot, field => field.Text);
        foreach (var gone in stored.Keys.Where(spot => !spots.ContainsKey(spot)).ToList())
        {
            stored.Remove(gone);
            typed.Remove(gone);
            conflicts.Remove(gone);
            refusals.Remove(gone);
            saving.Tell(gone, SaveState.Untouched);
        }
        foreach (var (spot, text) in spots)
        {
            // Typed and not saved yet: the base stays, and if somebody was faster the server will show both texts.
            if (stored.TryGetValue(spot, out var was) && !Same(Text(spot), was)) continue;
            stored[spot] = text;
            typed.Remove(spot);
        }
        Changed?.Invoke();
    }

    /// <summary>The text as it stands on the screen.</summary>
    public string Text(PromiseSpot spot) => typed.TryGetValue(spot, out var text) ? text : stored.GetValueOrDefault(spot, "");

    /// <summary>Lines whose action the server has.</summary>
    public int Stored => stored.Count(pair => pair.Key.Field == CommitmentField.Action && pair.Value.Length > 0);

    /// <summary>The day in a field, or null.</summary>
    public DateOnly? Day(PromiseSpot spot) => DateOnly.TryParseExact(Text(spot), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The two texts of a field, or null.</summary>
    public SaveCommitment.Conflict? Conflict(PromiseSpot spot) => conflicts.GetValueOrDefault(spot);

    /// <summary>Why a field's text was not taken, in words, or null.</summary>
    public string? Refusal(PromiseSpot spot) => refusals.GetValueOrDefault(spot);

    /// <summary>What a line leaves open as it stands on the screen.</summary>
    public IReadOnlyList<CommitmentHint> Hints(Guid line) => CommitmentClarity.Of(Text(new(line, CommitmentField.Action)), Text(new(line, CommitmentField.Result)), Day(new(line, CommitmentField.DueOn)), Text(new(line, CommitmentField.Proof)));

    /// <summary>Something was typed.</summary>
    public void Type(PromiseSpot spot, string text)
    {
        typed[spot] = text;
        Changed?.Invoke();
    }

    /// <summary>Saves a field; true when the server has it.</summary>
    public async Task<bool> SaveAsync(PromiseSpot spot)
    {
        if (conflicts.ContainsKey(spot)) return false;
        await AloneAsync(() => SendAsync(spot));
        return !conflicts.ContainsKey(spot) && !refusals.ContainsKey(spot) && Same(Text(spot), stored.GetValueOrDefault(spot));
    }

    /// <summary>Of two texts the writer chose one, or joined them.</summary>
    public async Task ChooseAsync(PromiseSpot spot, string text)
    {
        if (!conflicts.Remove(spot, out var conflict)) return;
        (stored[spot], typed[spot]) = (conflict.Theirs, text);
        saving.Tell(spot, SaveState.Untouched);
        await SaveAsync(spot);
        await saving.SaveNowAsync();
        Changed?.Invoke();
    }

    /// <summary>Runs an act alone, then reads the commitment anew: no save is under way meanwhile.</summary>
    public Task ActAsync(Func<Task> act, CancellationToken ct) => AloneAsync(async () =>
    {
        await act();
        Show(await view.RunAsync(Page.Id, ct));
    });

    async Task SendAsync(PromiseSpot spot)
    {
        var (text, began) = (Text(spot), stored.GetValueOrDefault(spot));
        refusals.Remove(spot);
        if (began is null || Same(text, began)) return;
        Message = null;
        try
        {
            // Not cancelled when the page is left: what was typed is still to be saved.
            var answer = await saves.RunAsync(new(Page.Id, [new(spot.LineId, spot.Field, text, began)]), CancellationToken.None);
            if (answer.Conflicts is [var conflict]) conflicts[spot] = conflict;
            else if (answer.Refusals is [var refusal]) refusals[spot] = Wording.Of(refusal.Refusal);
            else stored[spot] = SearchKey.Clean(text) ?? "";
            saving.Tell(spot, conflicts.ContainsKey(spot) ? SaveState.TwoVersions : SaveState.Untouched);
        }
        catch (Refusal refusal)
        {
            Message = Wording.Of(refusal);
        }
        Changed?.Invoke();
    }

    static IEnumerable<(CommitmentField Field, string Text)> Fields(ViewCommitment.Line line) =>
    [
        (CommitmentField.Action, line.Action), (CommitmentField.Result, line.Result), (CommitmentField.DueOn, line.DueOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""), (CommitmentField.Proof, line.Proof),
        (CommitmentField.Standard, line.Standard is { } standard ? ((int)standard).ToString(CultureInfo.InvariantCulture) : ""), (CommitmentField.Section, line.Section ?? ""),
    ];

    async Task AloneAsync(Func<Task> act)
    {
        await turn.WaitAsync();
        try
        {
            await act();
        }
        finally
        {
            turn.Release();
        }
    }

    static bool Same(string? one, string? other) => (SearchKey.Clean(one) ?? "") == (SearchKey.Clean(other) ?? "");

    /// <inheritdoc/>
    public void Dispose() => Changed = null;
}
