using System.Text.Json;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Audit;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Reviews;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Plans;
using CampaignTracker.UseCases.Reviews;

namespace CampaignTracker.UseCases.Seeding;

/// <summary>What every story of the demo draws on.</summary>
internal sealed record DemoWorld(CampaignDb Db, DemoShape Shape, DemoTree Tree, DemoPeople People, DemoWriting Writing, DemoDays Days, Unit SampleCommune, Unit SampleCell, DemoRows Rows)
{
    /// <summary>True for the units whose acts are written into the trail one by one.</summary>
    public bool Traced(Unit unit) => UnitPath.IsAtOrBelow(unit.Path, SampleCommune.Path);
}

/// <summary>One filing from its first word to the answer.</summary>
internal sealed class DemoLife(DemoWorld world, Unit unit, Unit parent, Obligation obligation, Requirement requirement, UnitPlan? superior, DemoChance chance)
{
    private readonly DemoHours hours = new(chance);
    private readonly Actor writer = world.People.WriterOf(unit), officer = world.People.OfficerOf(parent), leader = world.People.LeaderOf(parent);
    private readonly string code = $"{unit.Code}:{requirement.Code}:{obligation.Year}";
    private readonly DemoDays days = world.Days;
    private UnitPlan plan = null!;
    private int acts;

    /// <summary>Lives the story up to today; the plan as it stands.</summary>
    public UnitPlan Live(DemoStory story, DemoFate fate, DemoPart? part)
    {
        Do(writer, nameof(BeginPlan), story.Begin, at => Begin(at, fate, part));
        Act(story, fate);
        return plan;
    }

    private void Act(DemoStory story, DemoFate fate)
    {
        if (plan.Answer == PlanAnswer.OwnPlan)
        {
            if (Past(story.Meeting) is not { } held) return;
            Do(writer, nameof(FilePlan), held, at => plan.RecordMeeting(writer, MeetingOn(held), at));
            if (Past(story.Issue) is not { } issue) return;
            Do(writer, nameof(FilePlan), issue, at => plan.Issue(writer, PaperOf(held, issue), at));
        }
        if (Past(story.Send) is not { } sent) return;
        var first = Send(sent);
        if (Past(story.Open) is { } opened) Do(officer, nameof(ForwardPlan), opened, at => first.Open(officer, plan, at));
        if (Past(story.Close) is { } closing)
        {
            var at = TimeZoneInfo.ConvertTimeToUtc(closing.ToDateTime(new TimeOnly(0, 5)), LocalTime.Zone);
            first.CloseWithoutOpinion(Actor.System, plan, obligation, at, closing);
            return;
        }
        if (first.OpenedAt is null) return;
        var wanting = plan.Answer == PlanAnswer.OwnPlan && (story.AskSupplement is not null || (fate == DemoFate.Proposed && chance.Percent(30)));
        if (Past(story.Propose) is { } proposed)
        {
            if (wanting) Do(officer, nameof(ForwardPlan), proposed, at => Remark(first, at));
            Do(officer, nameof(ForwardPlan), proposed, at => first.Propose(officer, plan, wanting ? OpinionKind.AskSupplement : OpinionKind.Agree, at));
        }
        if (story.AskSupplement is null || plan.Answer != PlanAnswer.OwnPlan)
        {
            // A filing that refers to another plan has nothing to supplement.
            Agree(first, story.AskSupplement ?? story.Agree);
            return;
        }
        if (Past(story.AskSupplement) is not { } asked || first.Proposal is null) return;
        var by = days.Calendar.DeadlineOnOrAfter(days.Calendar.AddWorkingDays(asked, Review.SupplementWorkingDays));
        Do(leader, nameof(ForwardPlan), asked, at => first.AskSupplement(leader, plan, obligation, by, at));
        if (Past(story.SendAgain) is not { } again) return;
        Do(writer, nameof(SavePlanDraft), again, at => Mend(first, at));
        var second = Send(again);
        if (Past(story.OpenAgain) is not { } openedAgain) return;
        Do(officer, nameof(ForwardPlan), openedAgain, at => second.Open(officer, plan, at));
        Agree(second, story.Agree);
    }

    // One act at its hour. The sample commune's acts stand in the trail as well, so that there is one to read.
    private void Do(Actor actor, string act, DateOnly day, Action<DateTime> perform)
    {
        var at = hours.On(day);
        var before = plan is null ? null : plan.State.ToString();
        perform(at);
        if (!world.Traced(unit)) return;
        var changes = JsonSerializer.Serialize(new Dictionary<string, string?[]> { [nameof(UnitPlan.State)] = [before, plan!.State.ToString()] });
        world.Db.Audit.Add(new AuditEntry(at, actor.AccountId, actor.Name, act, nameof(UnitPlan), plan.Id, plan.Id, plan.UnitPath, changes, DerivedId.Of("audit", $"{code}:{++acts}")));
    }

    private PlanMeeting MeetingOn(DateOnly day)
    {
        var total = world.People.CountOf(unit);
        var present = Math.Max(1, total - chance.Between(0, Math.Min(2, total - 1)));
        return new PlanMeeting(day, present, total, present - (chance.Percent(10) && present > 3 ? 1 : 0), day);
    }

    private PlanPaper PaperOf(DateOnly held, DateOnly issue)
    {
        var head = world.People.HeadOf(unit);
        return new PlanPaper(world.Writing.Number(unit, chance.Between(1, unit.KindCode == "commune-committee" ? 60 : 14)), issue, head.Name, head.Title, held, issue);
    }

    private DateOnly? Past(DateOnly? day) => day < days.Today ? day : null;

    private void Begin(DateTime at, DemoFate fate, DemoPart? part)
    {
        var cited = world.Writing.Cite(superior, parent);
        plan = UnitPlan.Begin(writer, DerivedId.Of("plan", code), obligation, world.Writing.Basis(unit, superior, parent), world.Writing.Recipients(unit, parent), at);
        world.Rows.Plans.Add(plan);
        var mayRefer = part is null && fate is not (DemoFate.Draft or DemoFate.Adopted or DemoFate.Issued or DemoFate.Extended or DemoFate.Supplement or DemoFate.SupplementLate);
        if (fate == DemoFate.OutOfScope) plan.AnswerWith(writer, PlanAnswer.OutOfScope, world.Writing.OutOfScope, at);
        else if (mayRefer && unit.KindCode is "state-body" or "front" && chance.Percent(70)) plan.AnswerWith(writer, PlanAnswer.CoveredByPlan, world.Writing.Covered(superior, parent), at);
        else world.Writing.Write(plan, writer, unit, SuitsOf(), cited, obligation.Kind == RequirementKind.TermPlan, chance, at, part?.Clear, part?.Unclear);
    }

    private string SuitsOf() => world.Tree.Suits.TryGetValue(unit.Id, out var suits) ? suits : unit.KindCode is "state-body" or "front" or "socio-political" ? "office" : "commune";

    private Review Send(DateOnly on)
    {
        Do(writer, nameof(FilePlan), on, at => plan.Send(writer, obligation, at, on, DerivedId.Of("sending", $"{code}:{plan.Rounds + 1}")));
        var review = Review.Receive(writer, DerivedId.Of("review", $"{code}:{plan.Rounds}"), plan, on, days.Calendar.AddWorkingDays(on, Review.OpinionWorkingDays));
        world.Rows.Reviews.Add(review);
        return review;
    }

    private void Remark(Review review, DateTime at)
    {
        foreach (var (itemId, text) in world.Writing.RemarksOn(plan, chance, 3)) review.AddRemark(officer, plan, itemId, text, at, DerivedId.Of("remark", $"{code}:{review.Round}:{review.Remarks.Count + 1}"));
    }

    // The author clears up what was remarked, from the wording of the plan's own clear items.
    private void Mend(Review answered, DateTime at)
    {
        var model = plan.Items.FirstOrDefault(item => PlanClarity.Missing(item).Count == 0);
        foreach (var item in plan.Items.Where(item => answered.Remarks.Any(r => r.ItemId == item.Id)))
            foreach (var missing in PlanClarity.Missing(item))
                switch (missing)
                {
                    case PlanElement.Responsible: plan.Write(writer, item.Id, PlanField.Responsible, world.People.HeadOf(unit).Title, at); break;
                    case PlanElement.Method when model is not null: plan.Write(writer, item.Id, PlanField.Method, model.Method, at); break;
                    case PlanElement.Product when model is not null: plan.Write(writer, item.Id, PlanField.Product, model.Product, at); break;
                    case PlanElement.Start: plan.Write(writer, item.Id, PlanField.StartsOn, $"{plan.Year}-03-01", at); break;
                    case PlanElement.End: plan.Write(writer, item.Id, PlanField.EndsOn, $"{plan.ToYear}-11-30", at); break;
                }
    }

    private void Agree(Review review, DateOnly? day)
    {
        if (Past(day) is not { } on) return;
        var mode = plan.Answer != PlanAnswer.OwnPlan ? CompletionMode.Received : requirement.ClosingMode switch
        {
            ClosingMode.Received => CompletionMode.Received,
            ClosingMode.Approval => CompletionMode.Approved,
            _ => CompletionMode.Agreed,
        };
        Do(leader, nameof(ForwardPlan), on, at => review.Agree(leader, plan, obligation, mode, at, on));
    }
}
