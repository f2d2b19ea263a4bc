using CampaignTracker.Domain.Plans;
using static CampaignTracker.Domain.Tests.Scene;

namespace CampaignTracker.Domain.Tests.Plans;

public class PlanFactsTests
{
    [Fact]
    public void A_meeting_of_today_is_a_meeting_and_one_of_tomorrow_is_not()
    {
        Assert.Equal(Today, new PlanMeeting(Today, 1, 1, 1, Today).HeldOn);
        var refusal = Refused(() => new PlanMeeting(Today.AddDays(1), 1, 1, 1, Today));
        Assert.Equal(Because.MeetingInFuture, refusal.Code);
        Assert.Equal([Today.AddDays(1), Today], refusal.Facts);
    }

    [Theory]
    [InlineData(22, 22, 22)]
    [InlineData(1, 1, 0)]
    [InlineData(19, 22, 0)]
    [InlineData(PlanLimits.MeetingPeople, PlanLimits.MeetingPeople, PlanLimits.MeetingPeople)]
    public void Counts_that_fit(int present, int total, int inFavour)
    {
        var meeting = new PlanMeeting(Today, present, total, inFavour, Today);
        Assert.Equal((present, total, inFavour), (meeting.Present, meeting.Total, meeting.InFavour));
    }

    [Theory]
    [InlineData(23, 22, 1, FieldName.Present, 23, FieldName.Total, 22)]
    [InlineData(0, 22, 0, FieldName.Present, 0, FieldName.Total, 22)]
    [InlineData(19, 22, 20, FieldName.InFavour, 20, FieldName.Present, 19)]
    [InlineData(19, 22, -1, FieldName.InFavour, -1, FieldName.Present, 19)]
    public void Counts_that_do_not_fit_are_named_with_what_bounds_them(int present, int total, int inFavour, FieldName which, int number, FieldName bound, int boundNumber)
    {
        var refusal = Refused(() => new PlanMeeting(Today, present, total, inFavour, Today));
        Assert.Equal((Because.MeetingCounts, which.ToString()), (refusal.Code, refusal.Field));
        Assert.Equal([which, number, bound, boundNumber], refusal.Facts);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(PlanLimits.MeetingPeople + 1)]
    public void A_total_out_of_range_is_refused_with_the_range(int total)
    {
        var refusal = Refused(() => new PlanMeeting(Today, 1, total, 1, Today));
        Assert.Equal(Because.OutOfRange, refusal.Code);
        Assert.Equal([FieldName.Total, 1, PlanLimits.MeetingPeople], refusal.Facts);
    }

    [Theory]
    [InlineData("", "Bí thư", FieldName.Signer)]
    [InlineData("Nguyễn Văn A", " ", FieldName.SignerPost)]
    public void A_paper_has_a_signer_and_their_post(string signer, string post, FieldName missing)
    {
        var refusal = Refused(() => new PlanPaper("1", Today, signer, post, null, Today));
        Assert.Equal(Because.Required, refusal.Code);
        Assert.Equal([missing], refusal.Facts);
    }

    [Fact]
    public void A_papers_texts_have_limits()
    {
        string Of(int n) => new('a', n);
        Assert.Equal(PlanLimits.PaperNumber, new PlanPaper(Of(PlanLimits.PaperNumber), null, Of(PlanLimits.Signer), Of(PlanLimits.Signer), null, Today).Number!.Length);
        Assert.Equal([FieldName.PaperNumber, PlanLimits.PaperNumber], Refused(() => new PlanPaper(Of(PlanLimits.PaperNumber + 1), null, "A", "B", null, Today)).Facts);
        Assert.Equal([FieldName.Signer, PlanLimits.Signer], Refused(() => new PlanPaper(null, null, Of(PlanLimits.Signer + 1), "B", null, Today)).Facts);
        Assert.Equal([FieldName.SignerPost, PlanLimits.Signer], Refused(() => new PlanPaper(null, null, "A", Of(PlanLimits.Signer + 1), null, Today)).Facts);
    }

    [Fact]
    public void A_paper_is_dated_from_the_meeting_to_today()
    {
        var held = Today.AddDays(-3);
        Assert.Equal(held, new PlanPaper("1", held, "A", "B", held, Today).IssuedOn);
        Assert.Equal(Today, new PlanPaper("1", Today, "A", "B", held, Today).IssuedOn);
        foreach (var (given, bound) in new[] { (Today.AddDays(1), Today), (held.AddDays(-1), held) })
        {
            var refusal = Refused(() => new PlanPaper("1", given, "A", "B", held, Today));
            Assert.Equal(Because.PaperDate, refusal.Code);
            Assert.Equal([given, bound], refusal.Facts);
        }
    }

    [Fact]
    public void Number_and_date_may_follow_later_and_blanks_are_unknown()
    {
        var paper = new PlanPaper("  ", null, " A ", "B", null, Today);
        Assert.Equal(((string?)null, (DateOnly?)null, "A"), (paper.Number, paper.IssuedOn, paper.Signer));
    }
}
