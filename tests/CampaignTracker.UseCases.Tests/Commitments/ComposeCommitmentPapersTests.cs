using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Commitments.Papers;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Papers;
using CampaignTracker.Domain.People;
using CampaignTracker.UseCases.Commitments;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;
using static CampaignTracker.UseCases.Tests.Scene;

namespace CampaignTracker.UseCases.Tests.Commitments;

public sealed class ComposeCommitmentPapersTests
{
    private static async Task<TestCampaign> TownWithFormsAsync(DatabaseProvider on)
    {
        var campaign = await TestCampaign.TownAsync(on);
        await campaign.AddFormsAsync();
        return campaign;
    }

    private static Task<ComposeCommitmentPapers.Personal> OneAsync(TestCampaign campaign, string who, Guid commitment, string? form = null) => campaign.As(who).Use<ComposeCommitmentPapers>().OneAsync(commitment, form, default);

    private static Task<ComposeCommitmentPapers.Personal> UnitAsync(TestCampaign campaign, string who, string? unit = null, string? form = null, CommitmentScope scope = CommitmentScope.Year) =>
        campaign.As(who).Use<ComposeCommitmentPapers>().UnitAsync(new(unit, Town.Year, scope), form, default);

    [SkippableTheory, OnBoth]
    public async Task One_paper_says_who_what_and_who_confirmed(DatabaseProvider on)
    {
        await using var campaign = await TownWithFormsAsync(on);
        var promise = await campaign.PromiseAsync(Town.CellA1, Promises.Member(Town.CellA1, 1), "Gặp 6 hộ", adopted: true);
        var answer = await OneAsync(campaign, "a1.vp", promise.Commitment, "two");
        var paper = Assert.Single(answer.Papers);
        Assert.Equal((FormPaper.SelfTrainingCommitment, Town.CellA1, new PaperPeriod(2026, 2026)), (answer.Paper, answer.UnitCode, answer.Period));
        Assert.Equal(("Đảng ủy xã An Bình", "Chi bộ xóm Đông", PaperRule.Party2018, campaign.Clock.Today), (paper.Head.Above, paper.Head.Issuer, paper.Head.Rule, paper.Head.DatedOn));
        Assert.Null(paper.Head.Place);
        Assert.Equal(new ConfirmingBlock(ConfirmingBody.Cell, Role.Secretary, "Đông Văn Bí", new(campaign.Clock.Today, 3, 3, 3)), paper.Confirmation);
        Assert.Equal(["Tư tưởng", "Hành động"], paper.Sections.Select(s => s.Title));
        Assert.Empty(paper.Sections[0].Promises);
        Assert.Equal(new Promise("Gặp 6 hộ", "Gặp 6 hộ", new(2026, 11, 30), "Gặp 6 hộ", RoleModelStandard.Solidarity), Assert.Single(paper.Sections[1].Promises));
        Assert.Contains(paper.Basis, d => d.Citable);
        // Without a form the registration, which has no sections: the promise stands in one of its own.
        Assert.Null(Assert.Single((await OneAsync(campaign, "a1.vp", promise.Commitment)).Papers[0].Sections).Title);
        await RefusedAsync(Because.NotFound, () => OneAsync(campaign, "a1.vp", promise.Commitment, "no-such-form"));
    }

    [SkippableTheory, OnBoth]
    public async Task The_head_of_the_unit_is_confirmed_by_the_deputy(DatabaseProvider on)
    {
        await using var campaign = await TownWithFormsAsync(on);
        var head = await campaign.PromiseAsync(Town.CellA1, Promises.Member(Town.CellA1, 0), adopted: true);
        Assert.Equal((Role.DeputySecretary, "Đông Thị Phó"), ((await OneAsync(campaign, "a1.bt", head.Commitment)).Papers[0].Confirmation is var c ? (c.Post!.Value, c.Signer) : default));
        // Where there is none, nobody is named.
        var other = await campaign.PromiseAsync(Town.CellA2, Promises.Member(Town.CellA2, 0), adopted: true);
        Assert.Equal((null, null), ((await OneAsync(campaign, "a2.bt", other.Commitment)).Papers[0].Confirmation is var d ? (d.Post, d.Signer) : default));
    }

    [SkippableTheory, OnBoth]
    public async Task Who_is_no_member_is_confirmed_outside_the_cell_on_the_states_paper(DatabaseProvider on)
    {
        await using var campaign = await TownWithFormsAsync(on);
        await campaign.SetAsync(async db =>
        {
            var person = await db.Participants.SingleAsync(p => p.Id == Promises.Member(Town.CellA1, 1));
            person.Correct(Actor.System, person.Name, ParticipantKind.AssociationMember, "Chi hội trưởng", false, person.From);
        });
        var promise = await campaign.PromiseAsync(Town.CellA1, Promises.Member(Town.CellA1, 1));
        var paper = (await OneAsync(campaign, "a1.bt", promise.Commitment)).Papers[0];
        Assert.Equal((PaperRule.State, null, null), (paper.Head.Rule, paper.Head.Above, paper.Head.Issuer));
        Assert.Equal(new ConfirmingBlock(ConfirmingBody.Association, null, null, null), paper.Confirmation);
        Assert.Equal((null, "Chi hội trưởng"), (paper.Person.PartyPost, paper.Person.UnionPost));
    }

    [SkippableTheory, OnBoth]
    public async Task A_state_bodys_people_have_its_own_head(DatabaseProvider on)
    {
        await using var campaign = await TownWithFormsAsync(on);
        var papers = (await UnitAsync(campaign, "ub.bt")).Papers;
        Assert.Equal(3, papers.Count);
        Assert.All(papers, p => Assert.Equal((PaperRule.State, "Ủy ban nhân dân xã An Bình", ConfirmingBody.Office, null), (p.Head.Rule, p.Head.Issuer, p.Confirmation.Body, p.Confirmation.Signer)));
    }

    [SkippableTheory, OnBoth]
    public async Task A_whole_unit_holds_everybody_but_the_exempt_written_or_blank(DatabaseProvider on)
    {
        await using var campaign = await TownWithFormsAsync(on);
        await campaign.SetAsync(async db => (await db.Participants.SingleAsync(p => p.Id == Promises.Member(Town.CellA1, 2))).Exempt(Actor.System, new(2026, 1, 1)));
        var promise = await campaign.PromiseAsync(Town.CellA1, Promises.Member(Town.CellA1, 1), adopted: true);
        var papers = (await UnitAsync(campaign, "a1.bt", form: "two")).Papers;
        // The head first, then by given name.
        Assert.Equal(["Đảng viên 1 P-A-1", "Đảng viên 2 P-A-1", "Đông Thị Viên"], papers.Select(p => p.Person.Name));
        Assert.Equal([0, 1, 0], papers.Select(p => p.Sections.Sum(s => s.Promises.Count)));
        Assert.Null(papers[0].Head.DatedOn);
        var byRegister = await campaign.As("a1.bt").Use<ComposeCommitmentPapers>().UnitAsync(new(RegisterId: promise.Register), "two", default);
        Assert.Equal(papers.Select(p => p.Person.Name), byRegister.Papers.Select(p => p.Person.Name));
        // Of the term nothing is begun: blank for everybody.
        var term = await UnitAsync(campaign, "a1.bt", scope: CommitmentScope.Term);
        Assert.Equal(new PaperPeriod(2026, 2030), term.Period);
        Assert.All(term.Papers, p => Assert.Empty(p.Sections.SelectMany(s => s.Promises)));
    }

    [SkippableTheory, OnBoth]
    public async Task The_register_lists_everybody_and_makes_up_no_number(DatabaseProvider on)
    {
        await using var campaign = await TownWithFormsAsync(on);
        await campaign.SetAsync(async db => (await db.Participants.SingleAsync(p => p.Id == Promises.Member(Town.CellA1, 2))).Exempt(Actor.System, new(2026, 1, 1)));
        var promise = await campaign.PromiseAsync(Town.CellA1, Promises.Member(Town.CellA1, 1), adopted: true);
        var sheet = (await campaign.As("a1.vp").Use<ComposeCommitmentPapers>().RegisterAsync(new(RegisterId: promise.Register), default)).Sheet;
        Assert.Equal(("CB", null, "Chi bộ", Role.Secretary, "Đông Văn Bí"), (sheet.Symbol, sheet.Number, sheet.ShortName, sheet.SignerPost, sheet.Signer));
        Assert.Equal([("Đảng viên 1 P-A-1", false, 0), ("Đảng viên 2 P-A-1", false, 1), ("Đảng viên 3 P-A-1", true, 0), ("Đông Thị Viên", false, 0)], sheet.Rows.Select(r => (r.Name, r.Exempt, r.Promises.Count)));
        Assert.Equal(new PaperMeeting(campaign.Clock.Today, 3, 3, 3), sheet.Meeting);
    }

    [SkippableTheory, OnBoth]
    public async Task A_person_prints_their_own_and_nobody_above_prints_anybodys(DatabaseProvider on)
    {
        await using var campaign = await TownWithFormsAsync(on);
        var own = await campaign.PromiseAsync(Town.CellA1, Promises.PersonOf("a1.tv"), "Của tôi", adopted: true);
        Assert.Equal("Của tôi", (await OneAsync(campaign, "a1.tv", own.Commitment)).Papers[0].Sections[0].Promises[0].Action);
        foreach (var who in new[] { "a.bt", "tinh.ld", "tinh.kt", "a2.bt", "quantri" }) await RefusedAsync(Because.NotFound, () => OneAsync(campaign, who, own.Commitment));
        foreach (var who in new[] { "a.bt", "tinh.ld", "tinh.kt", "a1.tv" }) await RefusedAsync(Because.NotAllowed, () => UnitAsync(campaign, who, Town.CellA1));
        await RefusedAsync(Because.NotFound, () => UnitAsync(campaign, "b1.vp", Town.CellA1));
    }
}
