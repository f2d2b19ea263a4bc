using CampaignTracker.Domain.People;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.People;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Tests.People;

/// <summary>A person sees what is kept about them, reads the notice once, asks, and is answered by their unit within the clocks.</summary>
public sealed class PersonalDataTests
{
    [SkippableTheory, OnBoth]
    public async Task The_notice_is_read_once_and_the_first_time_stays(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        Assert.True((await campaign.As("a1.tv").Use<ViewMe>().RunAsync(default)).NoticeUnread);

        await campaign.As("a1.tv").Use<AskAboutMyData>().ReadNoticeAsync(default);
        var first = (await campaign.As("a1.tv").Use<ViewMyData>().RunAsync(default)).NoticeReadAt;
        campaign.Clock.Advance(TimeSpan.FromHours(1));
        await campaign.As("a1.tv").Use<AskAboutMyData>().ReadNoticeAsync(default);

        Assert.NotNull(first);
        Assert.Equal(first, (await campaign.As("a1.tv").Use<ViewMyData>().RunAsync(default)).NoticeReadAt);
        Assert.False((await campaign.As("a1.tv").Use<ViewMe>().RunAsync(default)).NoticeUnread);
        Assert.True((await campaign.As("a1.bt").Use<ViewMe>().RunAsync(default)).NoticeUnread);
    }

    [SkippableTheory, OnBoth]
    public async Task A_request_runs_its_clocks_and_is_answered_once_by_the_unit_alone(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.As("a1.tv").Use<AskAboutMyData>().RunAsync(new(PersonalDataAsk.Objection, "Xin không đăng ảnh"), default);

        var row = Assert.Single((await campaign.As("a1.bt").Use<AnswerDataRequests>().ViewAsync(0, default)).Page.Rows);
        Assert.Equal(campaign.Clock.Today.AddDays(15), row.AnswerBy);
        Assert.Equal("Xin không đăng ảnh", row.Text);
        Assert.Equal(0, (await campaign.As("a2.bt").Use<AnswerDataRequests>().ViewAsync(0, default)).Page.Count);
        Assert.Equal(0, (await campaign.As("a.bt").Use<AnswerDataRequests>().ViewAsync(0, default)).Page.Count);

        await campaign.As("a1.vp").Use<AnswerDataRequests>().ExtendAsync(row.Id, default);
        await Scene.RefusedAsync(Because.RequestAnswered, () => campaign.As("a1.vp").Use<AnswerDataRequests>().ExtendAsync(row.Id, default));
        await campaign.As("a1.bt").Use<AnswerDataRequests>().ReplyAsync(new(row.Id, "Đã gỡ ảnh"), default);
        await Scene.RefusedAsync(Because.RequestAnswered, () => campaign.As("a1.bt").Use<AnswerDataRequests>().ReplyAsync(new(row.Id, "Lần nữa"), default));

        var own = Assert.Single((await campaign.As("a1.tv").Use<ViewMyData>().RunAsync(default)).Requests);
        Assert.Equal(("Đã gỡ ảnh", campaign.Clock.Today, campaign.Clock.Today.AddDays(30)), (own.Answer, own.AnsweredOn, own.AnswerBy));
    }

    [SkippableTheory, OnBoth]
    public async Task My_data_is_mine_alone(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var mine = await campaign.PromiseAsync(Town.CellA1, Promises.PersonOf("a1.tv"), adopted: true);
        await campaign.PromiseAsync(Town.CellA1, Promises.Member(Town.CellA1, 0));
        await campaign.As("tinh.ld").Use<UseCases.Commitments.OpenNamedCommitment>().RunAsync(new(Town.CellA1, Town.PersonOf("a1.tv"), Domain.Commitments.CommitmentScope.Year, Town.Year, "Xét khen thưởng"), default);

        var data = await campaign.As("a1.tv").Use<ViewMyData>().RunAsync(default);

        Assert.Equal(mine.Commitment, Assert.Single(data.Commitments).Id);
        Assert.Equal("Xét khen thưởng", Assert.Single(data.Openings).Reason);
        Assert.Equal(Town.PersonOf("a1.tv"), Assert.Single(data.Entries).Name);
        // The head's own page knows nothing of the participant's.
        var other = await campaign.As("a1.bt").Use<ViewMyData>().RunAsync(default);
        Assert.Empty(other.Commitments);
        Assert.Empty(other.Openings);
        Assert.Equal(0, await campaign.LookAsync(db => db.PersonalDataRequests.CountAsync()));
        await Scene.RefusedAsync(Because.NotFound, () => campaign.As("quantri").Use<AskAboutMyData>().RunAsync(new(PersonalDataAsk.View, "Xem"), default));
    }
}
