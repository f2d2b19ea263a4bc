using CampaignTracker.Domain.Compliance;
using CampaignTracker.UseCases.Compliance;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.GoverningDocuments;
using static CampaignTracker.UseCases.Tests.Scene;

namespace CampaignTracker.UseCases.Tests.GoverningDocuments;

public sealed class ViewDocumentsTests
{
    [SkippableTheory, OnBoth]
    public async Task A_documents_tasks_are_counted_for_the_askers_unit(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.SentAsync("a1.bt", Town.Owed(Town.CellA1));
        await campaign.SentAsync("b1.bt", Town.Owed(Town.CellB1));
        async Task<Counts?> AnnualAsync(string who) => (await campaign.As(who).Use<ViewDocuments>().OneAsync("D1", default)).Tasks.Single(t => t.Id == Town.Requirement(Town.Annual)).Counts;
        Assert.Equal((6, 2), await AnnualAsync("tinh.cv") is { } all ? (all.Expected, all.Sent) : default);
        Assert.Equal((3, 1), await AnnualAsync("a.vp") is { } part ? (part.Expected, part.Sent) : default);
        Assert.Equal((1, 1), await AnnualAsync("a1.vp") is { } own ? (own.Expected, own.Sent) : default);
        Assert.Null(await AnnualAsync("quantri"));
        var board = await campaign.As("a.vp").Use<ViewCompliance>().RunAsync(new(Town.Year), default);
        Assert.Equal(board.Board.TotalByRequirement[Town.Requirement(Town.Annual)], await AnnualAsync("a.vp"));
        Assert.True((await campaign.As("tinh.cv").Use<ViewDocuments>().OneAsync("D1", default)).SeesConfidence);
        Assert.False((await campaign.As("a.vp").Use<ViewDocuments>().OneAsync("D1", default)).SeesConfidence);
        await RefusedAsync(Because.NotFound, () => campaign.As("a.vp").Use<ViewDocuments>().OneAsync("D9", default));
    }

    [SkippableTheory, OnBoth]
    public async Task A_preview_of_a_year_stores_nothing(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        campaign.Statements.Take();
        var made = await campaign.As("tinh.cv").Use<OpenYear>().PreviewAsync(Town.Year + 1, default);
        Assert.NotEmpty(made);
        Assert.DoesNotContain(campaign.Statements.Take(), s => s.Contains("INSERT", StringComparison.Ordinal) || s.Contains("UPDATE", StringComparison.Ordinal));
        await RefusedAsync(Because.NotAllowed, () => campaign.As("a.bt").Use<OpenYear>().PreviewAsync(Town.Year + 1, default));
        await RefusedAsync(Because.NotAllowed, () => campaign.As("tinh.ld").Use<OpenYear>().OpenAsync(Town.Year + 1, default));
        await RefusedAsync(Because.YearAlreadyOpen, () => campaign.As("tinh.cv").Use<OpenYear>().OpenAsync(Town.Year, default));
    }
}
