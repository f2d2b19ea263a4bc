using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.Plans;
using CampaignTracker.UseCases.Plans;
using CampaignTracker.UseCases.Reviews;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Reviews;

/// <summary>One filing being read: the page as loaded, and the remarks as they stand while they are written.</summary>
public sealed class ReviewDesk
{
    /// <summary>Opens the desk over a loaded page.</summary>
    public ReviewDesk(ViewReview.Page page, TimeProvider clock)
    {
        Page = page;
        Saving = new(clock);
        foreach (var remark in page.Remarks) Remarks.Add(new(remark, Count(remark.ItemId, remark.Mine)));
    }

    /// <summary>As loaded.</summary>
    public ViewReview.Page Page { get; }
    /// <summary>The plan read.</summary>
    public ViewPlan.Page Plan => Page.Plan;
    /// <summary>Saving of all remark boxes.</summary>
    public Saving Saving { get; }
    /// <summary>Remarks of this round, in the order they were written.</summary>
    public List<RemarkDraft> Remarks { get; } = [];
    /// <summary>The item that N and P step through; null before the first.</summary>
    public Guid? Current { get; private set; }
    /// <summary>Raised when something changed that other parts draw.</summary>
    public event Action? Changed;

    /// <summary>Key of what the browser keeps for this filing.</summary>
    public string Draft => $"review-{Page.Id:N}";
    /// <summary>Remarks that say something.</summary>
    public int Written => Remarks.Count(r => r.Says);
    /// <summary>The asker may write remarks now.</summary>
    public bool MayRemark => !Page.OwnHand && (Page.MayPropose || Page.MayDecide) && Plan.Acts.Contains(PlanAct.Remark);
    /// <summary>Kind and year of the plan, in words.</summary>
    public string What => Plan.Kind == RequirementKind.TermPlan ? ReviewsText.TermPlan.With(Plan.Year, Plan.ToYear) : ReviewsText.AnnualPlan.With(Plan.Year);
    /// <summary>What agreeing is called for this requirement.</summary>
    public string AgreeWord => Page.Closing switch { CompletionMode.Received => ReviewText.Receive, CompletionMode.Approved => ReviewText.Approve, _ => ReviewText.Agree };
    /// <summary>An event was withdrawn or decided: nothing more can be done here.</summary>
    public bool Closed => !Page.Waiting;

    /// <summary>The remarks on one item, or on the whole plan (null).</summary>
    public IEnumerable<RemarkDraft> RemarksOn(Guid? itemId) => Remarks.Where(r => r.ItemId == itemId);

    /// <summary>Opens a box for the asker's own remark.</summary>
    public RemarkDraft Begin(Guid? itemId)
    {
        var box = new RemarkDraft(itemId, Count(itemId, mine: true));
        Remarks.Add(box);
        Tell();
        return box;
    }

    /// <summary>Field name of the asker's next own remark on an item: what the browser may still keep.</summary>
    public string NextField(Guid? itemId) => RemarkDraft.FieldOf(itemId, Count(itemId, mine: true));

    /// <summary>Steps to another item.</summary>
    public void Choose(Guid? itemId)
    {
        if (Current == itemId) return;
        Current = itemId;
        Tell();
    }

    /// <summary>The item one step from the current; stays at the ends.</summary>
    public Guid? Step(int by)
    {
        var items = Plan.Items.Select(i => i.Id).ToList();
        if (items.Count == 0) return null;
        var at = Current is { } now ? items.IndexOf(now) + by : by > 0 ? 0 : items.Count - 1;
        return items[Math.Clamp(at, 0, items.Count - 1)];
    }

    /// <summary>Lets the other parts draw themselves again.</summary>
    public void Tell() => Changed?.Invoke();

    int Count(Guid? itemId, bool mine) => Remarks.Count(r => r.ItemId == itemId && r.Mine == mine);
}
