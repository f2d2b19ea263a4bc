using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.People;
using CampaignTracker.UseCases.Database;

namespace CampaignTracker.TestKit;

/// <summary>Paper forms for tests: one without sections, one with two, one for the term alone.</summary>
public static class Forms
{
    public const string Registration = "registration", TwoSections = "two", TermPlan = "term-plan";

    public static async Task AddFormsAsync(this TestCampaign campaign)
    {
        await using var db = campaign.Database();
        db.Acting = new Acting(Actor.System, nameof(Forms), campaign.Clock.Now, Trail: false);
        FormSection Section(string form, string code, string title, int ordinal) => new(DerivedId.Of("form-section", form + code), code, title, ordinal);
        db.Forms.AddRange(
            new FormProfile(Registration, "Bản đăng ký", FormPaper.Registration, null, [], Confidence.Inferred, null, 10),
            new FormProfile(TwoSections, "Bản cam kết", FormPaper.SelfTrainingCommitment, CommitmentScope.Year, [Section(TwoSections, "thought", "Tư tưởng", 1), Section(TwoSections, "actions", "Hành động", 2)], Confidence.Confirmed, null, 10),
            new FormProfile(TermPlan, "Kế hoạch toàn khóa", FormPaper.PersonalPlan, CommitmentScope.Term, [Section(TermPlan, "actions", "Việc", 1)], Confidence.Confirmed, null, 10));
        await db.SaveChangesAsync();
    }
}
