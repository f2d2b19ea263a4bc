using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.People;
using CampaignTracker.UseCases.Commitments;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;
using static CampaignTracker.UseCases.Tests.Commitments.Registrations;
using static CampaignTracker.UseCases.Tests.Scene;

namespace CampaignTracker.UseCases.Tests.Commitments;

public sealed class ViewRegisterTests
{
    private static Task<ViewRegister.Answer> ViewAsync(TestCampaign campaign, string who, ViewRegister.Input? input = null) => campaign.As(who).Use<ViewRegister>().RunAsync(input ?? new(), default);

    [SkippableTheory, OnBoth]
    public async Task People_stand_heads_first_then_by_given_name_with_what_they_wrote(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.OwesRegisterAsync(Town.CellA1);
        await campaign.WorkerAsync(Town.CellA1, "Vũ Thị Ánh");
        await campaign.SetAsync(async db => (await db.Participants.SingleAsync(p => p.Id == Member(Town.CellA1, 2))).Exempt(Actor.System, new DateOnly(2025, 1, 1)));
        await campaign.PromisedAsync("a1.tv");
        var answer = await ViewAsync(campaign, "a1.vp");
        // Given names: "P-A-1" of the three members, "Ánh", "Viên".
        Assert.Equal(["Đảng viên 1 P-A-1", "Vũ Thị Ánh", "Đảng viên 2 P-A-1", "Đảng viên 3 P-A-1", "Đông Thị Viên"], answer.Page.Rows.Select(r => r.Name));
        Assert.Equal((true, 5, new ViewRegister.Totals(4, 0, 1, 0, 1, 1)), (answer.NamesPeople, answer.Page.Count, answer.Totals));
        Assert.Equal((Standing.NotYetDue, new DateOnly(2026, 3, 31), true, false), (answer.Standing, answer.DueOn, answer.MayKeep, answer.MayAdopt));
        var (head, worker, exempt, writer) = (answer.Page.Rows[0], answer.Page.Rows[1], answer.Page.Rows[3], answer.Page.Rows[4]);
        Assert.Equal((true, true, (CommitmentState?)null), (head.UnitHead, head.ConfirmedHere, head.State));
        Assert.False(worker.ConfirmedHere);
        Assert.NotNull(exempt.ExemptSince);
        Assert.Equal((1, 0, "Thăm 6 hộ", CommitmentState.Draft, 3), (writer.Lines, writer.ClearLines, writer.FirstAction, writer.State, writer.Hints.Count));
    }

    [SkippableTheory, OnBoth]
    public async Task Search_slice_and_page_are_the_databases_work(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.PromisedAsync("a1.tv");
        Assert.Equal("Đông Thị Viên", (await ViewAsync(campaign, "a1.bt", new(Search: "dong thi"))).Page.Rows.Single().Name);
        Assert.Equal(3, (await ViewAsync(campaign, "a1.bt", new(Slice: RegisterSlice.NotWritten))).Page.Count);
        Assert.Equal("Đông Thị Viên", (await ViewAsync(campaign, "a1.bt", new(Slice: RegisterSlice.NotAdopted))).Page.Rows.Single().Name);
        Assert.Equal(0, (await ViewAsync(campaign, "a1.bt", new(Slice: RegisterSlice.Adopted))).Page.Count);
        await campaign.AdoptAsync();
        Assert.Equal("Đông Thị Viên", (await ViewAsync(campaign, "a1.bt", new(Slice: RegisterSlice.Adopted))).Page.Rows.Single().Name);
        Assert.True((await ViewAsync(campaign, "a1.bt", new(Slice: RegisterSlice.Heads))).Page.Rows.Single().UnitHead);
        var second = await ViewAsync(campaign, "a1.bt", new(Skip: 1, Take: 1));
        Assert.Equal((4, "Đảng viên 2 P-A-1"), (second.Page.Count, second.Page.Rows.Single().Name));
    }

    [SkippableTheory, OnBoth]
    public async Task A_participant_sees_the_numbers_and_their_own_row_and_a_superior_the_numbers(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.PromisedAsync("a1.tv");
        await campaign.PromisedAsync("a1.bt", Member(Town.CellA1, 0));
        await campaign.AdoptAsync();
        var mine = await ViewAsync(campaign, "a1.tv");
        Assert.Equal(new ViewRegister.Totals(4, 2, 1, 1, null, null), mine.Totals);
        Assert.Equal(("Đông Thị Viên", true), (mine.Page.Rows.Single().Name, mine.Page.Rows.Single().Own));
        Assert.Equal(1, (await ViewAsync(campaign, "a1.tv", new(Search: "Đảng viên"))).Page.Count + 1);
        var above = await ViewAsync(campaign, "a.bt", new(Town.CellA1));
        Assert.Equal((2, 0, false, false), (above.Totals!.Registered, above.Page.Rows.Count, above.NamesPeople, above.MayKeep));
        await RefusedAsync(Because.NotFound, () => ViewAsync(campaign, "a2.bt", new(Town.CellA1)));
        await RefusedAsync(Because.NotAllowed, () => ViewAsync(campaign, "a1.tv", new(Town.CommuneA)));
        await RefusedAsync(Because.NotAllowed, () => ViewAsync(campaign, "quantri"));
    }

    [SkippableTheory, OnBoth]
    public async Task Registers_add_up_by_unit_without_names(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.OwesRegisterAsync(Town.CellA1, Town.CellA2, Town.CellB1);
        await campaign.PromisedAsync("a1.tv");
        await campaign.AdoptAsync();
        await campaign.PromisedAsync("a2.tv");
        var below = campaign.As("a.bt").Use<ViewRegistersBelow>();
        var answer = await below.RunAsync(new(), default);
        Assert.Equal(new ViewRegistersBelow.Sums(2, 1, 2, 8, 1, 2, 0), answer.All);
        Assert.Equal([(Town.CellA1, 1, 1), (Town.CellA2, 0, 0), (Town.BodyA, 0, 0)], answer.Page.Rows.Select(r => (r.Code, r.Sums.Adopted, r.Sums.Registered)));
        var province = await campaign.As("tinh.cv").Use<ViewRegistersBelow>().RunAsync(new(), default);
        Assert.Equal((3, 1), (province.All.Owed, province.All.Adopted));
        Assert.Equal([(Town.CommuneA, 2, true), (Town.CommuneB, 1, true)], province.Page.Rows.Select(r => (r.Code, r.Sums.Owed, r.HasBelow)));
        var drilled = await campaign.As("tinh.cv").Use<ViewRegistersBelow>().RunAsync(new(Town.CommuneA, Search: "dong"), default);
        Assert.Equal((Town.CellA1, Town.Province), (drilled.Page.Rows.Single().Code, drilled.Above.Single().Code));
        await RefusedAsync(Because.NotAllowed, () => campaign.As("a1.tv").Use<ViewRegistersBelow>().RunAsync(new(), default));
    }

    [SkippableTheory, OnBoth]
    public async Task Mine_are_the_years_and_the_terms_with_what_comes_next(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.OwesRegisterAsync(Town.CellA1);
        var id = await campaign.PromisedAsync("a1.tv");
        var own = await campaign.As("a1.tv").Use<ViewOwnCommitments>().RunAsync(null, default);
        Assert.Equal((true, Town.Year, 2), (own.Listed, own.Year, own.Rows.Count));
        Assert.Equal((id, CommitmentState.Draft, 1, 0, new DateOnly(2026, 3, 31)), (own.Rows[0].Id, own.Rows[0].State, own.Rows[0].Lines, own.Rows[0].ClearLines, own.Rows[0].DueOn));
        Assert.Equal((CommitmentScope.Term, (Guid?)null, Town.Year, Town.TermEnd), (own.Rows[1].Scope, own.Rows[1].Id, own.Rows[1].FromYear, own.Rows[1].ToYear));
        Assert.False((await campaign.As("a1.vp").Use<ViewOwnCommitments>().RunAsync(null, default)).Listed);
    }
}
