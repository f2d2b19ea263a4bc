using System.Globalization;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Plans;
using CampaignTracker.UseCases.Plans;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Plans;

/// <summary>
/// One sitting at a plan: what is typed, what the server has acknowledged, what waits. One call at a time; what waits meanwhile goes together.
/// A text is laid over the last acknowledged one, so that nobody's text is written over unseen.
/// </summary>
public sealed class PlanDraft(ViewPlan view, SavePlanDraft saves, DraftKeeper keeper, Saving saving) : IDisposable
{
    readonly SemaphoreSlim turn = new(1, 1);
    readonly Dictionary<PlanSpot, string> stored = [], typed = [];
    readonly Dictionary<PlanSpot, SavePlanDraft.Conflict> conflicts = [];
    readonly Dictionary<PlanSpot, string> refusals = [];
    readonly Dictionary<PlanSpot, KeptDraft> broughtBack = [];
    readonly List<KeptDraft> orphans = [];
    readonly HashSet<PlanSpot> waiting = [], chosen = [];

    /// <summary>The plan as last read.</summary>
    public ViewPlan.Page Page { get; private set; } = default!;

    /// <summary>The page's account of saving.</summary>
    public Saving Saving => saving;

    /// <summary>The name of this draft in the browser.</summary>
    public string Key => KeyOf(Page.Id);

    /// <summary>Something that other parts of the page show has changed.</summary>
    public event Action? Changed;

    /// <summary>The server has new texts of this writer.</summary>
    public event Action? Saved;

    /// <summary>What the browser kept has been brought back: only now may more be typed.</summary>
    public bool Ready { get; private set; }

    /// <summary>Why nothing could be saved at all, in words; null when all is well.</summary>
    public string? Message { get; private set; }

    /// <summary>What others changed and the writer has not yet put away.</summary>
    public IReadOnlyList<PlanChange> Seen { get; private set; } = [];

    /// <summary>Texts kept for items that are no longer there.</summary>
    public IReadOnlyList<KeptDraft> Orphans => orphans;

    /// <summary>Fields that hold two texts.</summary>
    public IReadOnlyCollection<PlanSpot> InConflict => conflicts.Keys;

    /// <summary>Something typed is not on the server.</summary>
    public bool Unsaved => typed.Any(pair => !Same(pair.Value, Base(pair.Key)));

    /// <summary>The items as they stand on the screen.</summary>
    public IReadOnlyList<ViewPlan.Item> Items => [.. Page.Items.Select(Now)];

    /// <summary>Tasks that no item serves and nobody answered.</summary>
    public IReadOnlyList<ViewPlan.Task> Unanswered
    {
        get
        {
            var served = Items.SelectMany(item => item.Requirements).ToHashSet();
            return [.. Page.Requirements.Where(task => task.Answer is null && !served.Contains(task.Id))];
        }
    }

    /// <summary>The name of a plan's draft in the browser.</summary>
    public static string KeyOf(Guid planId) => $"plan-{planId:N}";

    /// <summary>The text as it stands on the screen.</summary>
    public string Text(PlanSpot spot) => typed.TryGetValue(spot, out var text) ? text : Base(spot);

    /// <summary>The text that the server last acknowledged.</summary>
    public string Base(PlanSpot spot) => stored.GetValueOrDefault(spot, "");

    /// <summary>The two texts of a field, or null.</summary>
    public SavePlanDraft.Conflict? Conflict(PlanSpot spot) => conflicts.GetValueOrDefault(spot);

    /// <summary>Why a field's text was not taken, in words, or null.</summary>
    public string? Refusal(PlanSpot spot) => refusals.GetValueOrDefault(spot);

    /// <summary>The text brought back after a reload, or null.</summary>
    public KeptDraft? BroughtBack(PlanSpot spot) => broughtBack.GetValueOrDefault(spot);

    /// <summary>The day in a field, or null.</summary>
    public DateOnly? Day(PlanSpot spot) => DateOnly.TryParseExact(Text(spot), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Takes a freshly read plan; own acts change items without being told of.</summary>
    public void Show(ViewPlan.Page page, bool own = true)
    {
        var changes = own ? [] : PlanTextsOf.Items(Page, page).ToList();
        foreach (var (spot, text) in PlanTextsOf.All(page))
        {
            if (stored.TryGetValue(spot, out var was) && was != text)
            {
                // Typed over meanwhile: the base stays, and the server will show both texts.
                if (!Same(Text(spot), was)) continue;
                typed.Remove(spot);
                changes.Add(new PlanChange(page.Items.FirstOrDefault(item => item.Id == spot.ItemId)?.Ordinal, spot, was, text));
            }
            stored[spot] = text;
        }
        var items = page.Items.Select(item => item.Id).ToHashSet();
        foreach (var spot in stored.Keys.Where(spot => spot.ItemId is { } id && !items.Contains(id)).ToList()) Drop(spot, own);
        Page = page;
        if (changes.Count > 0) Seen = [.. Seen.Where(seen => changes.All(change => change.Spot != seen.Spot)), .. changes];
        Changed?.Invoke();
    }

    /// <summary>The writer has looked at what others changed.</summary>
    public void PutAway() => Seen = [];

    /// <summary>Something was typed.</summary>
    public void Type(PlanSpot spot, string text)
    {
        var before = Text(spot);
        typed[spot] = text;
        if (before.Length == 0 || text.Length == 0 || spot.Field is PlanField.Requirements or PlanField.Role || spot.IsDay) Changed?.Invoke();
    }

    /// <summary>Saves a field; true when the server has it.</summary>
    public async Task<bool> SaveAsync(PlanSpot spot)
    {
        if (conflicts.ContainsKey(spot)) return false;
        if (Same(Text(spot), Base(spot)) && !refusals.ContainsKey(spot)) return true;
        waiting.Add(spot);
        await AloneAsync(SendWaitingAsync);
        return Same(Text(spot), Base(spot)) || (!refusals.ContainsKey(spot) && !conflicts.ContainsKey(spot) && Message is null);
    }

    /// <summary>Of two texts the writer chose one, or joined them.</summary>
    public async Task ChooseAsync(PlanSpot spot, string text)
    {
        if (!conflicts.Remove(spot, out var conflict)) return;
        stored[spot] = conflict.Theirs;
        typed[spot] = text;
        chosen.Add(spot);
        saving.Tell(spot, SaveState.Untouched);
        if (await SaveAsync(spot)) await keeper.ForgetAsync(Key, spot.Name);
        await saving.SaveNowAsync();
        Changed?.Invoke();
    }

    /// <summary>Runs an act alone, then reads the plan anew: no save is under way meanwhile.</summary>
    public Task ActAsync(Func<Task> act, CancellationToken ct) => AloneAsync(async () =>
    {
        await act();
        Show(await view.RunAsync(Page.Id, ct));
    });

    /// <summary>Reads the plan anew because others may have changed it.</summary>
    public Task LookAsync(CancellationToken ct) => AloneAsync(async () => Show(await view.RunAsync(Page.Id, ct), own: false));

    /// <summary>After a reload: saves what the browser kept and the server has not.</summary>
    public async Task BringBackAsync()
    {
        var kept = await keeper.PendingAsync(Key);
        foreach (var draft in kept)
        {
            if (PlanSpot.Read(draft.Field) is not { } spot) continue;
            if (!stored.TryGetValue(spot, out var stands))
            {
                orphans.Add(draft);
                continue;
            }
            // A day half typed stays with its field.
            if (Written(spot, draft.Text) is not { } text) continue;
            if (Same(text, stands))
            {
                await keeper.AcknowledgeAsync(Key, draft.Field, draft.Text);
                continue;
            }
            if (!await keeper.WasTypedAsync(Key, draft.Field, spot.IsDay && Day(spot) is { } day ? Wording.Day(day) : stands)) stored[spot] = draft.Base;
            typed[spot] = text;
            broughtBack[spot] = draft;
            waiting.Add(spot);
        }
        if (waiting.Count > 0) await AloneAsync(SendWaitingAsync);
        foreach (var (spot, draft) in broughtBack)
            if (Same(Text(spot), Base(spot))) await keeper.AcknowledgeAsync(Key, draft.Field, draft.Text);
        Ready = true;
        Changed?.Invoke();
    }

    /// <summary>The writer has read a text whose item is gone.</summary>
    public async Task ForgetAsync(KeptDraft orphan)
    {
        orphans.Remove(orphan);
        await keeper.ForgetAsync(Key, orphan.Field);
        Changed?.Invoke();
    }

    async Task SendWaitingAsync()
    {
        if (waiting.Count == 0) return;
        var changes = waiting.Where(stored.ContainsKey).Select(spot => new SavePlanDraft.FieldChange(spot.ItemId, spot.Field, Text(spot), Base(spot), chosen.Contains(spot))).ToList();
        waiting.Clear();
        Message = null;
        try
        {
            // Not cancelled when the page is left: what was typed is still to be saved.
            Take(changes, await saves.RunAsync(new(Page.Id, changes), CancellationToken.None));
            Saved?.Invoke();
        }
        catch (Refusal refusal)
        {
            Message = Wording.Of(refusal);
            foreach (var change in changes) saving.Tell(new PlanSpot(change.ItemId, change.Field), SaveState.NotSaved);
        }
        Changed?.Invoke();
    }

    void Take(IReadOnlyList<SavePlanDraft.FieldChange> changes, SavePlanDraft.Answer answer)
    {
        foreach (var change in changes)
        {
            var spot = new PlanSpot(change.ItemId, change.Field);
            var conflict = answer.Conflicts.FirstOrDefault(c => c.ItemId == spot.ItemId && c.Field == spot.Field);
            var refusal = answer.Refusals.FirstOrDefault(r => r.ItemId == spot.ItemId && r.Field == spot.Field);
            refusals.Remove(spot);
            if (conflict is not null) conflicts[spot] = conflict;
            else if (refusal is not null) refusals[spot] = Wording.Of(refusal.Refusal);
            else stored[spot] = SearchKey.Clean(change.Text) ?? "";
            if (conflict is null && refusal is null) chosen.Remove(spot);
            saving.Tell(spot, conflict is not null ? SaveState.TwoVersions : refusal is not null ? SaveState.NotSaved : SaveState.Saved);
        }
    }

    void Drop(PlanSpot spot, bool own)
    {
        if (!own && !Same(Text(spot), Base(spot))) orphans.Add(new KeptDraft(spot.Name, Text(spot), Base(spot), Page.EditedAt));
        stored.Remove(spot);
        typed.Remove(spot);
        conflicts.Remove(spot);
        refusals.Remove(spot);
        saving.Tell(spot, SaveState.Untouched);
    }

    ViewPlan.Item Now(ViewPlan.Item item)
    {
        string Of(PlanField field) => Text(new PlanSpot(item.Id, field));
        var (content, responsible, method, product) = (Of(PlanField.Content), Of(PlanField.Responsible), Of(PlanField.Method), Of(PlanField.Product));
        ItemRole? role = Enum.TryParse<ItemRole>(Of(PlanField.Role), out var given) ? given : null;
        var (start, end) = (Day(new(item.Id, PlanField.StartsOn)), Day(new(item.Id, PlanField.EndsOn)));
        var left = PlanClarity.GeneralPolicyOnly(item.Content) && !item.Hint;
        return item with
        {
            Hint = !left && PlanClarity.GeneralPolicyOnly(content), Content = content, Role = role, CoOperating = Of(PlanField.CoOperating), Responsible = responsible, Method = method, StartsOn = start, EndsOn = end, Product = product,
            Requirements = PlanTextsOf.Keys(Of(PlanField.Requirements)), Missing = PlanClarity.Missing(content, role, responsible, method, start, end, product),
        };
    }

    string? Written(PlanSpot spot, string text)
    {
        if (!spot.IsDay) return text;
        var read = DateText.Read(text, Page.Year);
        return !read.Understood ? null : read.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
    }

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

    static bool Same(string? one, string? other) => SearchKey.Clean(one) == SearchKey.Clean(other);

    /// <inheritdoc/>
    public void Dispose() => Changed = null;
}
