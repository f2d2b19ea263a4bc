using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Units;

namespace CampaignTracker.Domain.Progress;

/// <summary>
/// How one plan item fares: the latest state, and every report. Beside the plan, not in it: the plan that was sent stays as it was sealed.
/// </summary>
public sealed class ItemProgress : Entity, IBelongsToUnit, IVersioned
{
    private readonly List<ItemReport> reports = [];

    private ItemProgress() { }

    private ItemProgress(Guid id) : base(id) { }

    /// <summary>The plan.</summary>
    public Guid PlanId { get; private set; }
    /// <summary>Its item; one row an item.</summary>
    public Guid ItemId { get; private set; }
    /// <inheritdoc/>
    public string UnitPath { get; private set; } = "";
    /// <summary>First year of the plan.</summary>
    public int Year { get; private set; }
    /// <summary>The latest outcome, null while nothing was reported.</summary>
    public Outcome? Outcome { get; private set; }
    /// <summary>The latest figure.</summary>
    public int? Figure { get; private set; }
    /// <summary>Day of the latest report, also of "nothing new".</summary>
    public DateOnly? ReportedOn { get; private set; }
    /// <inheritdoc/>
    public int Version { get; private set; } = 1;
    /// <summary>Everything reported, oldest first.</summary>
    public IReadOnlyList<ItemReport> Reports => [.. reports.OrderBy(r => r.RecordedAt)];

    /// <summary>Begins to follow an item of a plan that the unit has adopted.</summary>
    /// <exception cref="Refusal">PlanWithoutMeeting: nothing to follow yet; NotFound: not an item of the plan.</exception>
    public static ItemProgress Follow(Actor actor, Guid? id, UnitPlan plan, Guid itemId)
    {
        actor.Must(Permission.KeepCommitments, plan.UnitPath);
        if (plan.Meeting is null && plan.Rounds == 0) throw new Refusal(Because.PlanWithoutMeeting);
        if (plan.Items.All(item => item.Id != itemId)) throw new Refusal(Because.NotFound);
        var followed = id is { } given ? new ItemProgress(given) : new ItemProgress();
        followed.PlanId = plan.Id;
        followed.ItemId = itemId;
        followed.UnitPath = plan.UnitPath;
        followed.Year = plan.Year;
        return followed;
    }

    /// <summary>Adds a report.</summary>
    public ItemReport Report(Actor actor, ProgressFacts facts, DateTime now, Guid? id = null)
    {
        actor.Must(Permission.KeepCommitments, UnitPath);
        var report = new ItemReport(id, Id, facts, actor, now);
        reports.Add(report);
        Outcome = facts.Outcome ?? Outcome;
        Figure = facts.Figure ?? Figure;
        ReportedOn = facts.On;
        return report;
    }
}

/// <summary>One report on a plan item. Child of <see cref="ItemProgress"/>.</summary>
public sealed class ItemReport : ProgressEntry
{
    private ItemReport() { }

    internal ItemReport(Guid? id, Guid progressId, ProgressFacts facts, Actor actor, DateTime now) : base(id, facts, actor, now) => ProgressId = progressId;

    /// <summary>The item's progress.</summary>
    public Guid ProgressId { get; private set; }
}
