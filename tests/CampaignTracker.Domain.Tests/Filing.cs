using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Reviews;
using static CampaignTracker.Domain.Tests.Scene;

namespace CampaignTracker.Domain.Tests;

/// <summary>The plan of <see cref="Scene.Cell"/> brought to a state by the real verbs, with its obligation and the review of its last sending.</summary>
internal sealed class Filing
{
    public readonly Obligation Owed = Scene.Owed();
    public readonly Actor Writer, Reader, Leader;
    public readonly UnitPlan Plan;
    public Review Review = null!;

    private Filing(Actor? by)
    {
        Writer = by ?? Person(Role.Secretary, Cell);
        Reader = by ?? Person(Holds(Role.Officer, Commune, body: "Ban Xây dựng Đảng"));
        Leader = by ?? Person(Role.Secretary, Commune);
        Plan = UnitPlan.Begin(Writer, null, Owed, "basis", "recipients", Now);
    }

    /// <param name="state">Where to stop.</param>
    /// <param name="by">Does everything; null for a writer, a reader and a leader of their own.</param>
    /// <param name="outOfScope">An answer that needs neither item nor meeting, so that it can be sent from anywhere.</param>
    public static Filing In(PlanState state, Actor? by = null, bool outOfScope = false)
    {
        var filing = new Filing(by);
        if (outOfScope) filing.Plan.AnswerWith(filing.Writer, PlanAnswer.OutOfScope, "why", Now);
        else filing.Plan.Write(filing.Writer, filing.Plan.AddItem(filing.Writer, Now).Id, PlanField.Content, "Trồng 50 cây", Now);
        if (state == PlanState.Draft) return filing;
        filing.Plan.RecordMeeting(filing.Writer, Meeting(), Now);
        if (state == PlanState.Adopted) return filing;
        filing.Plan.Issue(filing.Writer, Paper(), Now);
        if (state == PlanState.Issued) return filing;
        filing.Send();
        if (state == PlanState.Sent) return filing;
        filing.Review.Open(filing.Reader, filing.Plan, Now);
        if (state == PlanState.UnderReview) return filing;
        filing.Review.AddRemark(filing.Reader, filing.Plan, null, "remark", Now);
        if (state == PlanState.Completed)
        {
            filing.Review.Agree(filing.Leader, filing.Plan, filing.Owed, CompletionMode.Agreed, Now, Today);
            return filing;
        }
        filing.Review.Propose(filing.Reader, filing.Plan, OpinionKind.AskSupplement, Now);
        if (state == PlanState.Proposed) return filing;
        filing.Review.AskSupplement(filing.Leader, filing.Plan, filing.Owed, Today.AddDays(9), Now);
        return filing;
    }

    public Sending Send(DateOnly? on = null)
    {
        var day = on ?? Today;
        var sending = Plan.Send(Writer, Owed, Now.AddDays(day.DayNumber - Today.DayNumber), day);
        Review = Review.Receive(Writer, null, Plan, day, day.AddDays(14));
        return sending;
    }
}
