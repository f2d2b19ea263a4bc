using CampaignTracker.Domain.Progress;
using static CampaignTracker.Domain.Tests.Scene;

namespace CampaignTracker.Domain.Tests.Progress;

public sealed class ProgressFactsTests
{
    [Fact]
    public void Nothing_new_is_an_answer_and_carries_neither_outcome_nor_figure()
    {
        var facts = new ProgressFacts(Outcome.Done, nothingNew: true, 5, "  vẫn chờ vật liệu ", Today, Today);
        Assert.True(facts.NothingNew);
        Assert.Null(facts.Outcome);
        Assert.Null(facts.Figure);
        Assert.Equal("vẫn chờ vật liệu", facts.Text);
    }

    [Fact]
    public void Without_an_answer_there_is_no_report()
    {
        var refusal = Refused(() => _ = new ProgressFacts(null, false, 3, "x", Today, Today));
        Assert.Equal((Because.ProgressWithoutOutcome, "Outcome"), (refusal.Code, refusal.Field));
    }

    [Fact]
    public void What_has_not_happened_is_not_reported()
    {
        Assert.Equal(Because.ProgressInFuture, Refused(() => _ = new ProgressFacts(Outcome.Done, false, null, null, Today.AddDays(1), Today)).Code);
        Assert.Equal(Because.NotADate, Refused(() => _ = new ProgressFacts(Outcome.Done, false, null, null, new DateOnly(1999, 12, 31), Today)).Code);
        Assert.Equal(Today, new ProgressFacts(Outcome.Done, false, null, null, Today, Today).On);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(ProgressFacts.FigureLimit, true)]
    [InlineData(ProgressFacts.FigureLimit + 1, false)]
    public void A_figure_is_a_count(int figure, bool fits)
    {
        if (fits) Assert.Equal(figure, new ProgressFacts(Outcome.PartlyDone, false, figure, null, Today, Today).Figure);
        else Assert.Equal((Because.OutOfRange, "Figure"), Refused(() => _ = new ProgressFacts(Outcome.PartlyDone, false, figure, null, Today, Today)) is var r ? (r.Code, r.Field) : default);
    }

    [Fact]
    public void An_account_has_a_length()
    {
        Assert.Equal(ProgressFacts.TextLength, new ProgressFacts(Outcome.NotDone, false, null, new string('a', ProgressFacts.TextLength), Today, Today).Text.Length);
        Assert.Equal(Because.TooLong, Refused(() => _ = new ProgressFacts(Outcome.NotDone, false, null, new string('a', ProgressFacts.TextLength + 1), Today, Today)).Code);
    }

    [Theory]
    [InlineData(Outcome.Done, -5, ProgressStanding.Done)]
    [InlineData(Outcome.PartlyDone, -1, ProgressStanding.Overdue)]
    [InlineData(Outcome.NotDone, 0, ProgressStanding.DueSoon)]
    [InlineData(null, ProgressStatus.DueSoonDays, ProgressStanding.DueSoon)]
    [InlineData(null, ProgressStatus.DueSoonDays + 1, ProgressStanding.InTime)]
    [InlineData(null, null, ProgressStanding.Undated)]
    public void A_day_ends_at_midnight_and_done_is_never_overdue(Outcome? outcome, int? inDays, ProgressStanding standing) =>
        Assert.Equal(standing, ProgressStatus.Judge(outcome, inDays is { } days ? Today.AddDays(days) : null, Today));
}
