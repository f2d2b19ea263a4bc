using CampaignTracker.Domain.Obligations;

namespace CampaignTracker.Domain.Reminders;

/// <summary>Every rule there is. A rule is one entry here, its words, one test. Nobody is chased while the step before theirs is open, and a rule falls silent by itself once the thing is done.</summary>
public static class ReminderRules
{
    /// <summary>What a superior sends by hand from the board; decided by a person, so not in the list of rules.</summary>
    public const string ByHand = "ByHand";

    private const int MonthYearsOpen = 12, DayYearsOpen = 15;

    /// <summary>In the order of the page of rules.</summary>
    public static IReadOnlyList<ReminderRule> All { get; } =
    [
        Rule<OwedFiling>("FilingDue", ReminderAudience.Writers, ReminderEffect.Filed, ReminderLadder.Ahead(30, 14, 7, 3, 1, 0),
            (owed, today) => NotSent(owed) && today <= owed.Facts.DueOn ? Call(owed, owed.Facts.DueOn) : null),
        Rule<OwedFiling>("FilingOverdue", ReminderAudience.Writers, ReminderEffect.Filed, ReminderLadder.From(1, 7),
            (owed, today) => NotSent(owed) && today > owed.Facts.DueOn ? Call(owed, owed.Facts.DueOn) : null),
        Rule<OwedFiling>("SupplementDue", ReminderAudience.Writers, ReminderEffect.Supplemented, ReminderLadder.Ahead(7, 3, 1, 0),
            (owed, today) => Supplement(owed) is { } by && today <= by ? Call(owed, by) : null),
        Rule<OwedFiling>("SupplementOverdue", ReminderAudience.Writers, ReminderEffect.Supplemented, ReminderLadder.From(1, 7),
            (owed, today) => Supplement(owed) is { } by && today > by ? Call(owed, by) : null),
        Rule<RegisterInNumbers>("RegisterUnconfirmed", ReminderAudience.Writers, ReminderEffect.Adopted, ReminderLadder.From(7, 14),
            (register, _) => register is { Unconfirmed: > 0, LastWrittenOn: { } written } ? Call(register, written, register.Unconfirmed) : null, rest: 7),
        Rule<RegisterInNumbers>("NoProgress", ReminderAudience.Writers, ReminderEffect.Reported, ReminderLadder.From(90, 60),
            (register, _) => register is { Silent: > 0, SilentSince: { } since } ? Call(register, since, register.Silent) : null, rest: 30),
        Rule<RegisterInNumbers>("PromisesPast", ReminderAudience.Writers, ReminderEffect.Reported, ReminderLadder.From(7, 28),
            (register, _) => register is { Past: > 0, PastSince: { } since } ? Call(register, since, register.Past) : null, rest: 14),
        Rule<OwnPromises>("OwnNoProgress", ReminderAudience.Author, ReminderEffect.OwnReported, ReminderLadder.From(90, 60),
            (own, _) => own.Silent ? new(own.AdoptedOn, 1, own.Kind, own.Year, own.ToYear) : null),
        Rule<OwnPromises>("OwnPromisesPast", ReminderAudience.Author, ReminderEffect.OwnReported, ReminderLadder.From(3, 28),
            (own, _) => own is { Past: > 0, PastSince: { } since } ? new(since, own.Past, own.Kind, own.Year, own.ToYear) : null, rest: 14),
        Rule<AwaitedOpinions>("OpinionsToPropose", ReminderAudience.Readers, ReminderEffect.Proposed, ReminderLadder.Ahead(3, 1, 0),
            (opinions, _) => opinions is { Unread: > 0, UnreadBy: { } by } ? new(by, opinions.Unread) : null),
        Rule<AwaitedOpinions>("OpinionsToDecide", ReminderAudience.Leaders, ReminderEffect.Decided, ReminderLadder.Ahead(3, 1, 0),
            (opinions, _) => opinions is { Proposed: > 0, ProposedBy: { } by } ? new(by, opinions.Proposed) : null),
        // Told to the head of the same committee, quietly and once a week; never over heads (product.md, "What nobody else has", 9).
        Rule<AwaitedOpinions>("OpinionsWaiting", ReminderAudience.Leaders, ReminderEffect.Decided, ReminderLadder.Ahead(0),
            (opinions, today) => opinions.Waiting > 0 ? new(Monday(today), opinions.Waiting) : null, quiet: true),
        Rule<UnopenedYear>("YearUnopened", ReminderAudience.YearKeepers, ReminderEffect.YearOpened, ReminderLadder.From(1, 7),
            (unopened, _) => new(new DateOnly(unopened.Year - 1, MonthYearsOpen, DayYearsOpen), 1, null, unopened.Year, unopened.Year)),
        Rule<UnusedAccounts>("AccountsUnused", ReminderAudience.AccountKeepers, ReminderEffect.AccountUsed, ReminderLadder.From(14, 30),
            (unused, _) => unused.Count > 0 ? new(unused.Since, unused.Count) : null, quiet: true, rest: 14),
    ];

    /// <summary>The rule of a code, or null.</summary>
    public static ReminderRule? Of(string code) => All.FirstOrDefault(rule => rule.Code == code);

    /// <summary>True while what a reminder about a filing was decided for still stands: not settled since, and its date not moved. An urging by hand outlives a moved date.</summary>
    /// <param name="rule">The rule's code.</param>
    /// <param name="dueOn">The date it hung on.</param>
    /// <param name="facts">How the filing stands now.</param>
    public static bool StillOwed(string rule, DateOnly dueOn, ObligationFacts facts) => rule switch
    {
        ByHand => Urging.Open(facts),
        "SupplementDue" or "SupplementOverdue" => facts is { ExcusedOn: null, CompletedOn: null } && facts.SupplementDueOn == dueOn,
        _ => facts is { ExcusedOn: null, CompletedOn: null, FirstSentOn: null } && facts.DueOn == dueOn,
    };

    /// <summary>What every rule that is not switched off has to say on a day about each thing, with the step it has reached.</summary>
    public static IEnumerable<(ReminderRule Rule, ReminderSubject Subject, ReminderCall Call, int Step)> CallsOn(IReadOnlyCollection<ReminderSubject> subjects, ReminderSettings settings, DateOnly today, ReminderRule? only = null) =>
        from rule in All
        where only is null || only == rule
        from subject in subjects
        let ladder = settings.LadderOf(rule, (subject as OwedFiling)?.RequirementId)
        where ladder is not null
        let said = rule.On(subject, today, ladder)
        where said is not null
        select (rule, subject, said.Value.Call, said.Value.Step);

    private static ReminderRule Rule<T>(string code, ReminderAudience audience, ReminderEffect effect, ReminderLadder ladder, Func<T, DateOnly, ReminderCall?> judge, bool quiet = false, int rest = 0) where T : ReminderSubject =>
        new(code, audience, ladder, quiet, rest, (subject, today) => subject is T own ? judge(own, today) : null) { Subject = typeof(T), Effect = effect };

    private static bool NotSent(OwedFiling owed) => !owed.WaitsForSuperior && owed.Facts is { ExcusedOn: null, CompletedOn: null, FirstSentOn: null };

    private static DateOnly? Supplement(OwedFiling owed) => owed.Facts is { ExcusedOn: null, CompletedOn: null, SupplementDueOn: { } by } ? by : null;

    private static ReminderCall Call(OwedFiling owed, DateOnly dueOn) => new(dueOn, 1, owed.Kind, owed.Year, owed.ToYear);

    private static ReminderCall Call(RegisterInNumbers register, DateOnly dueOn, int count) => new(dueOn, count, register.Kind, register.Year, register.ToYear);

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
