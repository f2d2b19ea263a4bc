using CampaignTracker.Domain.BackgroundWork;
using static CampaignTracker.Domain.Tests.Scene;

namespace CampaignTracker.Domain.Tests.BackgroundWork;

public class LostTaskTests
{
    [Theory]
    [InlineData("Running", "other", 0, false, false)]
    [InlineData("Running", "other", 120, false, false)]
    [InlineData("Running", "other", 121, false, true)]
    // A node's own task that it does not have in hand was an earlier process's: no need to wait.
    [InlineData("Running", "me", 0, false, true)]
    // In hand it is never lost, however long a busy database kept its sign of life back.
    [InlineData("Running", "me", 9999, true, false)]
    [InlineData("Queued", "other", 9999, false, false)]
    [InlineData("Done", "me", 9999, false, false)]
    public void A_task_is_lost_when_nobody_is_at_it(string state, string node, int silentSeconds, bool inHand, bool lost) =>
        Assert.Equal(lost, LostTask.IsLost(Enum.Parse<LongTaskState>(state), node, Now.AddSeconds(-silentSeconds), "me", inHand, Now));

    [Theory]
    [InlineData(1, false, LongTaskAct.RunAnew)]
    [InlineData(2, false, LongTaskAct.RunAnew)]
    [InlineData(3, false, LongTaskAct.Interrupt)]
    [InlineData(1, true, LongTaskAct.Cancel)]
    [InlineData(3, true, LongTaskAct.Cancel)]
    public void A_lost_task_is_done_anew_until_it_was_lost_too_often(int attempts, bool cancelAsked, LongTaskAct act) => Assert.Equal(act, LostTask.Judge(attempts, cancelAsked));

    [Fact]
    public void A_file_is_kept_to_the_end_of_its_last_local_day()
    {
        // Done at ten in the morning on the 18th: one day means the whole of the 19th.
        var until = KeepingRule.KeptUntil(Now, 1);
        Assert.Equal(LocalTime.StartOf(Today.AddDays(2)), until);
        Assert.False(KeepingRule.IsOver(until, until.AddSeconds(-1)));
        Assert.True(KeepingRule.IsOver(until, until));
        Assert.False(KeepingRule.IsOver(null, until));
    }
}
