namespace CampaignTracker.Domain.Commitments;

/// <summary>The life of one person's commitment (Khánh Hòa's guide: topic, draft, discussion, adoption of the list; Mẫu 02: what came of it).</summary>
public enum CommitmentState
{
    /// <summary>Dự thảo.</summary>
    Draft,
    /// <summary>Discussed by the meeting, not adopted yet.</summary>
    Discussed,
    /// <summary>Adopted with the whole list by one act, or confirmed by the office or association.</summary>
    Adopted,
    /// <summary>The person has said what came of it.</summary>
    SelfAssessed,
    /// <summary>The collective has commented.</summary>
    Commented,
    /// <summary>The period is over and settled.</summary>
    Closed,
}

/// <summary>Groups of states. A database keeps states as words, so a query asks whether one is in a group, never whether it comes after another.</summary>
public static class CommitmentStates
{
    /// <summary>Adopted and everything after it: counts as registered.</summary>
    public static IReadOnlyList<CommitmentState> Registered { get; } = [CommitmentState.Adopted, CommitmentState.SelfAssessed, CommitmentState.Commented, CommitmentState.Closed];
}

/// <summary>What can be done to a commitment.</summary>
public enum CommitmentAct
{
    /// <summary>Write its lines.</summary>
    Write,
    /// <summary>The meeting has discussed it.</summary>
    Discuss,
    /// <summary>"Chi bộ đề nghị cụ thể hóa": back to its author.</summary>
    AskConcrete,
    /// <summary>Adopted or confirmed.</summary>
    Adopt,
    /// <summary>Taken up again after adoption, to be adopted anew.</summary>
    Reopen,
    /// <summary>Record progress of a line.</summary>
    Report,
    /// <summary>The person's own assessment at the end.</summary>
    AssessSelf,
    /// <summary>The collective's comment.</summary>
    Comment,
    /// <summary>Settle it.</summary>
    Close,
}

/// <summary>Who may do an act.</summary>
public enum CommitmentHand
{
    /// <summary>The author, or whoever keeps the unit's commitments.</summary>
    AuthorOrKeeper,
    /// <summary>Whoever speaks for the collective.</summary>
    Collective,
}

/// <summary>The one transition table: state × act → whose hand and next state. What is not in it is refused.</summary>
public static class CommitmentTransitions
{
    private static readonly Dictionary<(CommitmentState From, CommitmentAct Act), (CommitmentHand Hand, CommitmentState To)> Table = Build();

    /// <summary>Whose act it is and the state it leads to; null when the act does not fit the state.</summary>
    public static (CommitmentHand Hand, CommitmentState To)? Find(CommitmentState from, CommitmentAct act) => Table.TryGetValue((from, act), out var found) ? found : null;

    /// <summary>Every allowed (state, act).</summary>
    public static IEnumerable<(CommitmentState From, CommitmentAct Act, CommitmentHand Hand, CommitmentState To)> All =>
        Table.Select(entry => (entry.Key.From, entry.Key.Act, entry.Value.Hand, entry.Value.To));

    private static Dictionary<(CommitmentState, CommitmentAct), (CommitmentHand, CommitmentState)> Build()
    {
        var table = new Dictionary<(CommitmentState, CommitmentAct), (CommitmentHand, CommitmentState)>();
        void Allow(CommitmentAct act, CommitmentHand hand, CommitmentState? to, params CommitmentState[] from)
        {
            foreach (var state in from) table.Add((state, act), (hand, to ?? state));
        }

        Allow(CommitmentAct.Write, CommitmentHand.AuthorOrKeeper, CommitmentState.Draft, CommitmentState.Draft, CommitmentState.Discussed);
        Allow(CommitmentAct.Discuss, CommitmentHand.Collective, CommitmentState.Discussed, CommitmentState.Draft);
        Allow(CommitmentAct.AskConcrete, CommitmentHand.Collective, CommitmentState.Draft, CommitmentState.Draft, CommitmentState.Discussed);
        Allow(CommitmentAct.Adopt, CommitmentHand.Collective, CommitmentState.Adopted, CommitmentState.Draft, CommitmentState.Discussed);
        Allow(CommitmentAct.Reopen, CommitmentHand.Collective, CommitmentState.Draft, CommitmentState.Adopted);
        Allow(CommitmentAct.Report, CommitmentHand.AuthorOrKeeper, null, CommitmentState.Adopted);
        Allow(CommitmentAct.AssessSelf, CommitmentHand.AuthorOrKeeper, CommitmentState.SelfAssessed, CommitmentState.Adopted, CommitmentState.SelfAssessed);
        Allow(CommitmentAct.Comment, CommitmentHand.Collective, CommitmentState.Commented, CommitmentState.SelfAssessed, CommitmentState.Commented);
        // Whoever never assessed themselves is settled at the year's end all the same.
        Allow(CommitmentAct.Close, CommitmentHand.Collective, CommitmentState.Closed, CommitmentState.Adopted, CommitmentState.SelfAssessed, CommitmentState.Commented);
        return table;
    }
}
