using CampaignTracker.Domain.Commitments;
using CampaignTracker.UseCases.Commitments;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Tests.Commitments;

/// <summary>Above the unit there are only counts; one commitment is opened by name and reason, and each opening is logged where the unit sees it.</summary>
public sealed class OpenNamedCommitmentTests
{
    private static OpenNamedCommitment.Input Asked(string unit = Town.CellA1, string name = "dang vien 1 p-a-1", string reason = "Kiểm tra theo kế hoạch") => new(unit, name, CommitmentScope.Year, Town.Year, reason);

    [SkippableTheory, OnBoth]
    public async Task Opening_tells_the_promise_without_its_shortcoming_and_is_logged_where_the_unit_sees_it(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var promise = await campaign.PromiseAsync(Town.CellA1, Promises.Member(Town.CellA1, 0), "Gặp 6 hộ", shortcoming: "nóng tính", happened: "đã gặp 3 hộ");

        var opened = Assert.Single(await campaign.As("tinh.kt").Use<OpenNamedCommitment>().RunAsync(Asked(), default));

        Assert.Equal((promise.Commitment, "Gặp 6 hộ"), (opened.Id, Assert.Single(opened.Lines).Action));
        Assert.DoesNotContain("nóng tính", System.Text.Json.JsonSerializer.Serialize(opened));
        foreach (var reader in new[] { "a1.bt", "a1.vp" })
        {
            var logged = Assert.Single((await campaign.As(reader).Use<ViewOpenings>().RunAsync(0, default)).Rows);
            Assert.Equal(("Kiểm tra theo kế hoạch", promise.Commitment), (logged.Reason, logged.CommitmentId));
            Assert.StartsWith(Town.PersonOf("tinh.kt"), logged.OpenedBy);
            Assert.Equal(Town.MembersOf(Town.CellA1)[0], logged.Name);
        }
        Assert.Equal(0, (await campaign.As("a2.bt").Use<ViewOpenings>().RunAsync(0, default)).Count);
        // Whoever reads the whole trail sees that it was opened, not whose it is.
        Assert.Null(Assert.Single((await campaign.As("tinh.ld").Use<ViewOpenings>().RunAsync(0, default)).Rows).Name);
    }

    [SkippableTheory, OnBoth]
    public async Task Without_a_reason_or_the_right_or_the_full_name_nothing_opens_and_nothing_is_logged(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.PromiseAsync(Town.CellA1, Promises.Member(Town.CellA1, 0));
        Task Open(string who, OpenNamedCommitment.Input input) => campaign.As(who).Use<OpenNamedCommitment>().RunAsync(input, default);

        await Scene.RefusedAsync(Because.Required, () => Open("tinh.kt", Asked(reason: " ")));
        await Scene.RefusedAsync(Because.NotFound, () => Open("tinh.kt", Asked(name: "Đảng viên 1")));
        await Scene.RefusedAsync(Because.NotFound, () => Open("tinh.kt", Asked(unit: Town.CellA2)));
        await Scene.RefusedAsync(Because.NotFound, () => Open("b.bt", Asked()));
        foreach (var who in new[] { "tinh.cv", "a.vp", "quantri", "a1.tv" }) await Scene.RefusedAsync(Because.NotAllowed, () => Open(who, Asked()));

        Assert.Equal(0, await campaign.LookAsync(db => db.Openings.CountAsync()));
    }

    [SkippableTheory, OnBoth]
    public async Task A_trail_read_above_the_unit_tells_the_act_and_withholds_what_stood_there(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var promise = await campaign.PromiseAsync(Town.CellA1, Promises.Member(Town.CellA1, 0), "Gặp 6 hộ");
        await campaign.SetAsync(async db =>
        {
            db.Acting = db.Acting! with { Trail = true };
            var commitment = await db.Commitments.Include(c => c.Lines).SingleAsync(c => c.Id == promise.Commitment);
            commitment.Write(Domain.People.Actor.System, promise.Line, CommitmentField.Action, "Gặp 7 hộ", campaign.Clock.Now);
            commitment.WriteShortcoming(Domain.People.Actor.System, "nóng tính", campaign.Clock.Now);
        });

        async Task<UseCases.Audit.ViewAudit.Row> RowAsync(string who) => Assert.Single((await campaign.As(who).Use<UseCases.Audit.ViewAudit>().RunAsync(new(RootId: promise.Commitment), default)).Rows);
        var (inside, above) = (await RowAsync("a1.bt"), await RowAsync("tinh.kt"));

        Assert.Contains(inside.Changes, c => c.After == "Gặp 7 hộ");
        Assert.DoesNotContain(inside.Changes, c => c.After == "nóng tính");
        Assert.True(above.Withheld);
        Assert.Empty(above.Changes);
    }
}
