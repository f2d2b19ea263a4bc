using CampaignTracker.Domain.People;

namespace CampaignTracker.Domain.Plans;

/// <summary>The life of a plan: the cell's own acts first, then the superior's.</summary>
public enum PlanState
{
    /// <summary>Dự thảo.</summary>
    Draft,
    /// <summary>The unit's own meeting adopted it.</summary>
    Adopted,
    /// <summary>Signed and numbered from the office's register.</summary>
    Issued,
    /// <summary>Sent to the superior, not opened yet.</summary>
    Sent,
    /// <summary>Opened by its reader.</summary>
    UnderReview,
    /// <summary>The officer proposed an opinion; the leader decides.</summary>
    Proposed,
    /// <summary>The superior asked to supplement; the issued plan stays valid.</summary>
    SupplementAsked,
    /// <summary>Closed by the superior, or by the clock.</summary>
    Completed,
}

/// <summary>What can be done to a plan.</summary>
public enum PlanAct
{
    /// <summary>Write.</summary>
    Edit,
    /// <summary>Record the adopting meeting.</summary>
    RecordMeeting,
    /// <summary>Record number, date, signer.</summary>
    Issue,
    /// <summary>Send to the superior.</summary>
    Send,
    /// <summary>Take back, until the reader opens it.</summary>
    TakeBack,
    /// <summary>The superior's reader opens it.</summary>
    Open,
    /// <summary>Write a remark as its reader.</summary>
    Remark,
    /// <summary>The officer proposes.</summary>
    Propose,
    /// <summary>The leader agrees.</summary>
    Agree,
    /// <summary>The leader asks to supplement.</summary>
    AskSupplement,
    /// <summary>The clock closes it: no opinion within the set days.</summary>
    CloseWithoutOpinion,
}

/// <summary>The one transition table: state × act → permission and next state. What is not in it is refused.</summary>
public static class PlanTransitions
{
    private static readonly Dictionary<(PlanState From, PlanAct Act), (Permission Needs, PlanState To)> Table = Build();

    /// <summary>The permission an act needs and the state it leads to; null when the act does not fit the state.</summary>
    public static (Permission Needs, PlanState To)? Find(PlanState from, PlanAct act) => Table.TryGetValue((from, act), out var found) ? found : null;

    /// <summary>Every allowed (state, act).</summary>
    public static IEnumerable<(PlanState From, PlanAct Act, Permission Needs, PlanState To)> All =>
        Table.Select(entry => (entry.Key.From, entry.Key.Act, entry.Value.Needs, entry.Value.To));

    private static Dictionary<(PlanState, PlanAct), (Permission, PlanState)> Build()
    {
        var table = new Dictionary<(PlanState, PlanAct), (Permission, PlanState)>();
        void Allow(PlanAct act, Permission needs, PlanState? to, params PlanState[] from)
        {
            foreach (var state in from) table.Add((state, act), (needs, to ?? state));
        }

        Allow(PlanAct.Edit, Permission.EditPlan, null, PlanState.Draft, PlanState.Adopted, PlanState.Issued, PlanState.SupplementAsked);
        Allow(PlanAct.RecordMeeting, Permission.EditPlan, PlanState.Adopted, PlanState.Draft);
        Allow(PlanAct.RecordMeeting, Permission.EditPlan, null, PlanState.Adopted, PlanState.Issued, PlanState.SupplementAsked);
        Allow(PlanAct.Issue, Permission.EditPlan, PlanState.Issued, PlanState.Adopted);
        Allow(PlanAct.Issue, Permission.EditPlan, null, PlanState.Draft, PlanState.Issued, PlanState.SupplementAsked);
        Allow(PlanAct.Send, Permission.SendPlan, PlanState.Sent, PlanState.Draft, PlanState.Adopted, PlanState.Issued, PlanState.SupplementAsked);
        Allow(PlanAct.TakeBack, Permission.SendPlan, PlanState.Issued, PlanState.Sent);
        Allow(PlanAct.Open, Permission.ProposeOpinion, PlanState.UnderReview, PlanState.Sent);
        Allow(PlanAct.Remark, Permission.ProposeOpinion, null, PlanState.UnderReview, PlanState.Proposed);
        Allow(PlanAct.Propose, Permission.ProposeOpinion, PlanState.Proposed, PlanState.UnderReview, PlanState.Proposed);
        Allow(PlanAct.Agree, Permission.DecideFiling, PlanState.Completed, PlanState.UnderReview, PlanState.Proposed);
        Allow(PlanAct.AskSupplement, Permission.DecideFiling, PlanState.SupplementAsked, PlanState.UnderReview, PlanState.Proposed);
        Allow(PlanAct.CloseWithoutOpinion, Permission.CloseByClock, PlanState.Completed, PlanState.Sent, PlanState.UnderReview, PlanState.Proposed);
        return table;
    }
}
