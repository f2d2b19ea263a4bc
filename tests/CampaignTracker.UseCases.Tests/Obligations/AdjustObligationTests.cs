using CampaignTracker.Domain.Obligations;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Obligations;
using CampaignTracker.UseCases.Plans;
using static CampaignTracker.UseCases.Tests.Scene;

namespace CampaignTracker.UseCases.Tests.Obligations;

public sealed class AdjustObligationTests
{
    private static readonly Guid OfA1 = Town.Owed(Town.CellA1);

    private static Task ExtendAsync(TestCampaign campaign, string who, DateOnly? to, string reason = "Thay bí thư") => campaign.As(who).Use<AdjustObligation>().ExtendAsync(new(OfA1, to, reason), default);

    private static Task ExcuseAsync(TestCampaign campaign, string who, string reason = "Sáp nhập") => campaign.As(who).Use<AdjustObligation>().ExcuseAsync(new(OfA1, reason), default);

    [SkippableTheory, OnBoth]
    public async Task More_time_is_given_by_the_unit_above_with_a_reason_and_a_name(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        foreach (var who in new[] { "a1.bt", "a.vp", "a.pbt", "a.kt", "tinh.kt", "quantri" }) await RefusedAsync(Because.NotAllowed, () => ExtendAsync(campaign, who, Town.CellDue.AddDays(5)));
        await RefusedAsync(Because.NotFound, () => ExtendAsync(campaign, "b.bt", Town.CellDue.AddDays(5)));
        await ExtendAsync(campaign, "a.bt", Town.CellDue.AddDays(5));
        var owed = await campaign.ObligationAsync(OfA1);
        Assert.Equal((Town.CellDue.AddDays(5), Town.CellDue, "Thay bí thư", "An Thị Bí"), (owed.DueOn, owed.FirstDueOn, owed.ExtensionReason, owed.ExtendedBy));
        await ExtendAsync(campaign, "tinh.cv", Town.CellDue.AddDays(9), "Thêm nữa");
        Assert.Equal((Town.CellDue.AddDays(9), Town.CellDue, "Chu Văn Viên"), await campaign.ObligationAsync(OfA1) is var again ? (again.DueOn, again.FirstDueOn, again.ExtendedBy) : default);
    }

    [SkippableTheory, OnBoth]
    public async Task More_time_is_more_time(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await RefusedAsync(Because.ExtensionNotLater, () => ExtendAsync(campaign, "a.bt", Town.CellDue));
        Assert.Equal("NewDueDate", (await RefusedAsync(Because.Required, () => ExtendAsync(campaign, "a.bt", null))).Field);
        Assert.Equal("Reason", (await RefusedAsync(Because.Required, () => ExtendAsync(campaign, "a.bt", Town.CellDue.AddDays(1), ""))).Field);
        Assert.Equal("Reason", (await RefusedAsync(Because.Required, () => ExtendAsync(campaign, "a.bt", Town.CellDue.AddDays(1), "\u00A0 "))).Field);
        Assert.Equal("Reason", (await RefusedAsync(Because.TooLong, () => ExtendAsync(campaign, "a.bt", Town.CellDue.AddDays(1), new string('x', Obligation.ReasonLength + 1)))).Field);
        await campaign.SentAsync("a1.bt", OfA1);
        await RefusedAsync(Because.ObligationSettled, () => ExtendAsync(campaign, "a.bt", Town.CellDue.AddDays(1)));
    }

    [SkippableTheory, OnBoth]
    public async Task Excused_is_excused_once_and_not_after_it_was_settled(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await RefusedAsync(Because.NotAllowed, () => ExcuseAsync(campaign, "a1.bt"));
        await RefusedAsync(Because.Required, () => ExcuseAsync(campaign, "a.bt", " "));
        await ExcuseAsync(campaign, "a.bt");
        var owed = await campaign.ObligationAsync(OfA1);
        Assert.Equal((campaign.Clock.Today, "Sáp nhập", "An Thị Bí"), (owed.ExcusedOn, owed.ExcuseReason, owed.ExcusedBy));
        await RefusedAsync(Because.ObligationSettled, () => ExcuseAsync(campaign, "a.bt"));
        await RefusedAsync(Because.ObligationSettled, () => ExtendAsync(campaign, "a.bt", Town.CellDue.AddDays(5)));

        var plan = await campaign.SentAsync("a2.bt", Town.Owed(Town.CellA2));
        await campaign.As("a.bt").Use<UseCases.Reviews.ForwardPlan>().AgreeAsync(await campaign.ReadAsync("a.vp", plan), default);
        await RefusedAsync(Because.ObligationSettled, () => campaign.As("a.bt").Use<AdjustObligation>().ExcuseAsync(new(Town.Owed(Town.CellA2), "Muộn"), default));
    }

    [SkippableTheory, OnBoth]
    public async Task Two_who_extend_at_once_do_not_overwrite_each_other(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var met = await campaign.TogetherAsync(() => ExtendAsync(campaign, "a.bt", Town.CellDue.AddDays(5), "Một"), () => ExtendAsync(campaign, "tinh.cv", Town.CellDue.AddDays(9), "Hai"));
        Assert.Equal(Because.ChangedMeanwhile, Assert.IsType<Refusal>(Assert.Single(met, m => m is not null)).Code);
        Assert.Equal(met[0] is null ? "Một" : "Hai", (await campaign.ObligationAsync(OfA1)).ExtensionReason);
        Assert.Equal(2, (await campaign.ObligationAsync(OfA1)).Version);
    }
}
