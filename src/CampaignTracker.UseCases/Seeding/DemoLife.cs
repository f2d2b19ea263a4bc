using CampaignTracker.Domain;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Reviews;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Database;

namespace CampaignTracker.UseCases.Seeding;

/// <summary>What every story of the demo draws on.</summary>
internal sealed record DemoWorld(CampaignDb Db, DemoTree Tree, DemoPeople People, DemoWriting Writing, DemoDays Days);

/// <summary>One filing from its first word to the answer.</summary>
internal sealed class DemoLife(DemoWorld world, Unit unit, Unit parent, Obligation obligation, Requirement requirement, UnitPlan? superior, DemoChance chance)
{
    private readonly DemoHours hours = new(chance);
    private readonly Actor writer = world.People.WriterOf(unit), officer = world.People.OfficerOf(parent), leader = world.People.LeaderOf(parent);
    private readonly string code = $"{unit.Code}:{requirement.Code}:{obligation.Year}";
    private readonly DemoDays days = world.Days;
    private UnitPlan plan = null!;

    /// <summary>Lives the story up to today; the plan as it stands.</summary>
    public UnitPlan Live(DemoStory story, DemoFate fate, DemoPart? part)
    {
        Begin(story.Begin, fate, part);
        Act(story, fate);
        return plan;
    }

    private void Act(DemoStory story, DemoFate fate)
    {
        if (plan.Answer == PlanAnswer.OwnPlan)
        {
            if (Past(story.Meeting) is not { } held) return;
            var total = world.People.CountOf(unit);
            var present = Math.Max(1, total - chance.Between(0, Math.Min(2, total - 1)));
            plan.RecordMeeting(writer, new PlanMeeting(held, present, total, present - (chance.Percent(10) && present > 3 ? 1 : 0), held), hours.On(held));
            if (Past(story.Issue) is not { } issue) return;
            var head = world.People.HeadOf(unit);
            plan.Issue(writer, new PlanPaper(world.Writing.Number(unit, chance.Between(1, unit.KindCode == "commune-committee" ? 60 : 14)), issue, head.Name, head.Title, held, issue), hours.On(issue));
            }
        if (Past(story.Send) is not { } sent) return;
        var first = Send(sent);
        if (Past(story.Open) is { } opened) first.Open(officer, plan, hours.On(opened));
        if (Past(story.Close) is { } closing)
        {
            first.CloseWithoutOpinion(Actor.System, plan, obligation, TimeZoneInfo.ConvertTimeToUtc(closing.ToDateTime(new TimeOnly(0, 5)), LocalTime.Zone), closing);
            return;
        }
        if (first.OpenedAt is null) return;
        var wanting = plan.Answer == PlanAnswer.OwnPlan && (story.AskSupplement is not null || (fate == DemoFate.Proposed && chance.Percent(30)));
        if (Past(story.Propose) is { } proposed)
        {
            if (wanting) Remark(first, hours.On(proposed));
            first.Propose(officer, plan, wanting ? OpinionKind.AskSupplement : OpinionKind.Agree, hours.On(proposed));
        }
        if (story.AskSupplement is not null && plan.Answer == PlanAnswer.OwnPlan)
        {
            if (Past(story.AskSupplement) is not { } asked || first.Proposal is null) return;
            first.AskSupplement(leader, plan, obligation, days.Calendar.DeadlineOnOrAfter(days.Calendar.AddWorkingDays(asked, Review.SupplementWorkingDays)), hours.On(asked));
            if (Past(story.SendAgain) is not { } again) return;
            Mend(first, hours.On(again));
            var second = Send(again);
            if (Past(story.OpenAgain) is not { } openedAgain) return;
            second.Open(officer, plan, hours.On(openedAgain));
            Agree(second, story.Agree);
        }
        else Agree(first, story.Agree);
    }

    private DateOnly? Past(DateOnly? day) => day < days.Today ? day : null;

    private void Begin(DateOnly on, DemoFate fate, DemoPart? part)
    {
        var at = hours.On(on);
        var cited = world.Writing.Cite(superior, parent);
        plan = UnitPlan.Begin(writer, DerivedId.Of("plan", code), obligation, world.Writing.Basis(unit, superior, parent), world.Writing.Recipients(unit, parent), at);
        world.Db.Plans.Add(plan);
        var mayRefer = part is null && fate is not (DemoFate.Draft or DemoFate.Adopted or DemoFate.Issued or DemoFate.Extended or DemoFate.Supplement or DemoFate.SupplementLate);
        if (fate == DemoFate.OutOfScope) plan.AnswerWith(writer, PlanAnswer.OutOfScope, world.Writing.OutOfScope, at);
        else if (mayRefer && unit.KindCode is "state-body" or "front" && chance.Percent(70)) plan.AnswerWith(writer, PlanAnswer.CoveredByPlan, world.Writing.Covered(superior, parent), at);
        else world.Writing.Write(plan, writer, unit, SuitsOf(), cited, obligation.Kind == RequirementKind.TermPlan, chance, at, part?.Clear, part?.Unclear);
    }

    private string SuitsOf() => world.Tree.Suits.TryGetValue(unit.Id, out var suits) ? suits : unit.KindCode is "state-body" or "front" or "socio-political" ? "office" : "commune";

    private Review Send(DateOnly on)
    {
        var at = hours.On(on);
        plan.Send(writer, obligation, at, on, DerivedId.Of("sending", $"{code}:{plan.Rounds + 1}"));
        var review = Review.Receive(writer, DerivedId.Of("review", $"{code}:{plan.Rounds}"), plan, on, days.Calendar.AddWorkingDays(on, Review.OpinionWorkingDays));
        world.Db.Reviews.Add(review);
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
        review.Agree(leader, plan, obligation, mode, hours.On(on), on);
    }
}
