using CampaignTracker.Domain.Commitments;
using static CampaignTracker.Domain.Tests.Scene;

namespace CampaignTracker.Domain.Tests.Commitments;

public sealed class CommitmentClarityTests
{
    private static readonly DateOnly Day = new(2027, 11, 30);

    [Fact]
    public void Each_thing_left_open_is_named_in_the_order_of_the_form()
    {
        Assert.Empty(CommitmentClarity.Of("Thăm hộ khó khăn", "6 hộ", Day, "Sổ"));
        Assert.Equal([CommitmentHint.NoResult], CommitmentClarity.Of("Thăm hộ khó khăn", " ", Day, "Sổ"));
        Assert.Equal([CommitmentHint.NoDate], CommitmentClarity.Of("Thăm hộ khó khăn", "6 hộ", null, "Sổ"));
        Assert.Equal([CommitmentHint.NoProof], CommitmentClarity.Of("Thăm hộ khó khăn", "6 hộ", Day, ""));
        Assert.Equal([CommitmentHint.DutyRestated, CommitmentHint.NoResult, CommitmentHint.NoDate, CommitmentHint.NoProof], CommitmentClarity.Of("Hoàn thành tốt nhiệm vụ được giao", "", null, ""));
    }

    [Theory]
    [InlineData("Luôn gương mẫu, chấp hành tốt nội quy", "", true)]
    [InlineData("LUÔN GƯƠNG MẪU", "không vi phạm", true)]
    [InlineData("Luôn gương mẫu: hướng dẫn 5 hộ", "", false)]
    [InlineData("Hoàn thành tốt nhiệm vụ", "90% hồ sơ trước hạn", false)]
    [InlineData("Trồng cây cùng bà con", "", false)]
    public void A_duty_of_office_is_a_hint_unless_something_is_counted(string action, string result, bool hinted) =>
        Assert.Equal(hinted, CommitmentClarity.Of(action, result, Day, "Sổ").Contains(CommitmentHint.DutyRestated));

    [Fact]
    public void A_line_without_an_action_is_neither_clear_nor_hinted()
    {
        var promise = Promise.In(CommitmentState.Draft);
        var empty = promise.Commitment.AddLine(promise.Author, Now);
        Assert.Empty(CommitmentClarity.Of(empty));
        Assert.False(CommitmentClarity.Clear(empty));
        var line = promise.Commitment.Lines[0];
        Assert.False(CommitmentClarity.Clear(line));
        foreach (var (field, text) in new[] { (CommitmentField.Result, "6 hộ"), (CommitmentField.DueOn, "2027-11-30"), (CommitmentField.Proof, "Sổ") }) promise.Commitment.Write(promise.Author, line.Id, field, text, Now);
        Assert.True(CommitmentClarity.Clear(line));
    }
}
