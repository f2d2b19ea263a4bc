using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Plans;
using static CampaignTracker.Domain.Tests.Scene;

namespace CampaignTracker.Domain.Tests.Plans;

public class PlanSealTests
{
    private static readonly Guid PlanId = Guid.NewGuid(), ItemId = Guid.NewGuid(), SecondId = Guid.NewGuid(), Requirement = Guid.NewGuid(), File = Guid.NewGuid();
    private static readonly Actor Writer = Person(Role.Secretary, Cell);

    private static UnitPlan Plan(Action<UnitPlan>? change = null)
    {
        var plan = UnitPlan.Begin(Writer, PlanId, Owed(), "basis", "recipients", Now);
        plan.AddItem(Writer, Now, ItemId);
        plan.AddItem(Writer, Now, SecondId);
        plan.Write(Writer, ItemId, PlanField.Content, "Trồng 50 cây", Now);
        plan.RecordMeeting(Writer, Meeting(), Now);
        plan.Issue(Writer, Paper(), Now);
        change?.Invoke(plan);
        return plan;
    }

    private static string Seal(UnitPlan plan) => PlanSeal.Hash(PlanSeal.Freeze(plan));

    private static readonly Dictionary<string, Action<UnitPlan>> Changes = new()
    {
        ["basis"] = p => p.Write(Writer, null, PlanField.Basis, "other", Now),
        ["aims"] = p => p.Write(Writer, null, PlanField.Aims, "other", Now),
        ["organisation"] = p => p.Write(Writer, null, PlanField.Organisation, "other", Now),
        ["recipients"] = p => p.Write(Writer, null, PlanField.Recipients, "other", Now),
        ["content"] = p => p.Write(Writer, ItemId, PlanField.Content, "Trồng 51 cây", Now),
        ["content's case"] = p => p.Write(Writer, ItemId, PlanField.Content, "trồng 50 cây", Now),
        ["role"] = p => p.Write(Writer, ItemId, PlanField.Role, "Lead", Now),
        ["co-operating"] = p => p.Write(Writer, ItemId, PlanField.CoOperating, "other", Now),
        ["responsible"] = p => p.Write(Writer, ItemId, PlanField.Responsible, "other", Now),
        ["method"] = p => p.Write(Writer, ItemId, PlanField.Method, "other", Now),
        ["start"] = p => p.Write(Writer, ItemId, PlanField.StartsOn, "2027-03-01", Now),
        ["end"] = p => p.Write(Writer, ItemId, PlanField.EndsOn, "2027-03-01", Now),
        ["product"] = p => p.Write(Writer, ItemId, PlanField.Product, "other", Now),
        ["requirements"] = p => p.Write(Writer, ItemId, PlanField.Requirements, Requirement.ToString(), Now),
        ["order of items"] = p => p.MoveItem(Writer, SecondId, 1, Now),
        ["an item less"] = p => p.RemoveItem(Writer, SecondId, Now),
        ["an item more"] = p => p.AddItem(Writer, Now),
        ["an answer"] = p => p.AnswerRequirement(Writer, Requirement, RequirementAnswerKind.OutOfScope, Now),
        ["another answer"] = p => p.AnswerRequirement(Writer, Requirement, RequirementAnswerKind.AsCommitteeRules, Now),
        ["covered by a plan"] = p => p.AnswerWith(Writer, PlanAnswer.CoveredByPlan, "87-KH/ĐU", Now),
        ["covered by another plan"] = p => p.AnswerWith(Writer, PlanAnswer.CoveredByPlan, "88-KH/ĐU", Now),
        ["out of scope"] = p => p.AnswerWith(Writer, PlanAnswer.OutOfScope, "87-KH/ĐU", Now),
        ["scan"] = p => p.AttachScan(Writer, File, Now),
        ["meeting's date"] = p => p.RecordMeeting(Writer, new PlanMeeting(new DateOnly(2027, 1, 11), 19, 22, 19, Today), Now),
        ["present"] = p => p.RecordMeeting(Writer, new PlanMeeting(new DateOnly(2027, 1, 12), 20, 22, 19, Today), Now),
        ["total"] = p => p.RecordMeeting(Writer, new PlanMeeting(new DateOnly(2027, 1, 12), 19, 23, 19, Today), Now),
        ["in favour"] = p => p.RecordMeeting(Writer, new PlanMeeting(new DateOnly(2027, 1, 12), 19, 22, 18, Today), Now),
        ["number"] = p => p.Issue(Writer, new PlanPaper("04-KH/CB", new DateOnly(2027, 1, 14), "Nguyễn Văn A", "Bí thư", null, Today), Now),
        ["date"] = p => p.Issue(Writer, new PlanPaper("03-KH/CB", new DateOnly(2027, 1, 15), "Nguyễn Văn A", "Bí thư", null, Today), Now),
        ["signer"] = p => p.Issue(Writer, new PlanPaper("03-KH/CB", new DateOnly(2027, 1, 14), "Nguyễn Văn B", "Bí thư", null, Today), Now),
        ["signer's post"] = p => p.Issue(Writer, new PlanPaper("03-KH/CB", new DateOnly(2027, 1, 14), "Nguyễn Văn A", "Phó bí thư", null, Today), Now),
    };

    public static TheoryData<string> ChangeNames => [.. Changes.Keys];

    [Fact]
    public void The_same_content_has_the_same_seal_in_any_language()
    {
        var here = Seal(Plan());
        Assert.Equal(here, Seal(Plan()));
        Assert.Equal(here, In("vi-VN", () => Seal(Plan())));
        Assert.Matches("^[0-9a-f]{64}$", here);
    }

    [Theory]
    [MemberData(nameof(ChangeNames))]
    public void Any_change_of_what_is_filed_changes_the_seal(string change) => Assert.NotEqual(Seal(Plan()), Seal(Plan(Changes[change])));

    [Fact]
    public void No_two_changes_have_one_seal() => Assert.Equal(Changes.Count, Changes.Values.Select(change => Seal(Plan(change))).Distinct().Count());

    [Fact]
    public void What_is_not_filed_leaves_the_seal_alone()
    {
        Assert.Equal(Seal(Plan()), Seal(Plan(p => p.Write(Writer, ItemId, PlanField.HintDismissed, "true", Now.AddHours(5)))));
        Assert.Equal(Seal(Plan()), Seal(Plan(p => p.Write(Person(Role.Officer, Cell), ItemId, PlanField.Content, "Trồng 50 cây", Now.AddHours(5)))));
    }

    [Fact]
    public void Every_fact_of_item_meeting_paper_and_texts_is_frozen()
    {
        var frozen = PlanSeal.Freeze(Plan());
        string[] notFiled = ["PlanId", "HintDismissed"];
        foreach (var type in new[] { typeof(PlanItem), typeof(PlanMeeting), typeof(PlanPaper), typeof(PlanTexts) })
            foreach (var property in type.GetProperties().Select(p => p.Name).Except(notFiled))
                Assert.Contains($"\"{property}\":", frozen);
    }

    [Fact]
    public void The_hash_is_SHA_256_of_the_UTF_8_text() =>
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", PlanSeal.Hash("abc"));
}
