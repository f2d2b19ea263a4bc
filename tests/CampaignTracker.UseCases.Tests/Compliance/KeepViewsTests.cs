using CampaignTracker.Domain.Compliance;
using CampaignTracker.UseCases.Compliance;
using CampaignTracker.UseCases.Database;

namespace CampaignTracker.UseCases.Tests.Compliance;

public sealed class KeepViewsTests
{
    [SkippableTheory, OnBoth]
    public async Task A_view_is_one_s_own_to_open_to_rename_and_to_take_off(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        async Task<IReadOnlyList<ViewCompliance.View>> ViewsAsync(string who) => (await campaign.As(who).Use<ViewCompliance>().RunAsync(new(Town.Year), default)).Views;
        var mine = campaign.As("a.bt").Use<KeepViews>();
        var second = await mine.SaveAsync(new("Xóm", "/compliance/2026?unit=P-A&kind=cell"), default);
        var first = await mine.SaveAsync(new("Cụm", "/compliance?order=overdue"), default);

        Assert.Equal([new(first, "Cụm", "/compliance?order=overdue"), new(second, "Xóm", "/compliance/2026?unit=P-A&kind=cell")], await ViewsAsync("a.bt"));
        Assert.Empty(await ViewsAsync("a.pbt"));
        await Scene.RefusedAsync(Because.NotFound, () => campaign.As("a.pbt").Use<KeepViews>().RenameAsync(first, "A", default));
        await Scene.RefusedAsync(Because.NotFound, () => campaign.As("a.pbt").Use<KeepViews>().DeleteAsync(first, default));
        await Scene.RefusedAsync(Because.NotAllowed, () => campaign.As("a1.tv").Use<KeepViews>().SaveAsync(new("A", "/compliance"), default));
        await mine.RenameAsync(first, " Vùng ", default);
        Assert.Equal(["Vùng", "Xóm"], (await ViewsAsync("a.bt")).Select(v => v.Name));
        await mine.DeleteAsync(second, default);
        Assert.Equal("Vùng", Assert.Single(await ViewsAsync("a.bt")).Name);
    }

    [SkippableTheory, OnBoth]
    public async Task Twenty_are_kept_and_no_more(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.SetAsync(db =>
        {
            for (var n = 0; n < SavedView.Limit; n++) db.SavedViews.Add(new SavedView(Domain.People.Actor.Person(Town.Account("a.bt"), "", []), "V" + n, "/compliance", n));
            return Task.CompletedTask;
        });
        Assert.Equal(20, (await Scene.RefusedAsync(Because.TooManyViews, () => campaign.As("a.bt").Use<KeepViews>().SaveAsync(new("Cụm", "/compliance"), default))).Facts[0]);
    }
}
