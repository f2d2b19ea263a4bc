using CampaignTracker.Domain.Obligations;

namespace CampaignTracker.Domain.Tests.Obligations;

public class ObligationStatusTests
{
    private static readonly DateOnly Due = new(2027, 2, 26);

    private static ObligationFacts Facts(int? sent = null, int? supplementDue = null, int? completed = null, int? excused = null) =>
        new(Due, Day(sent), Day(supplementDue), Day(completed), Day(excused));

    // Days from the due date: 0 is the due date itself.
    private static DateOnly? Day(int? days) => days is { } n ? Due.AddDays(n) : null;

    [Theory]
    [InlineData(-300, Standing.NotYetDue)]
    [InlineData(-11, Standing.NotYetDue)]
    [InlineData(-10, Standing.DueSoon)]
    [InlineData(-1, Standing.DueSoon)]
    [InlineData(0, Standing.DueSoon)]
    [InlineData(1, Standing.Overdue)]
    [InlineData(300, Standing.Overdue)]
    public void Not_sent(int today, Standing expected) => Assert.Equal(expected, ObligationStatus.Judge(Facts(), Due.AddDays(today)));

    [Theory]
    [InlineData(-4, 3, Standing.NotYetDue)]
    [InlineData(-3, 3, Standing.DueSoon)]
    [InlineData(-1, 0, Standing.NotYetDue)]
    [InlineData(0, 0, Standing.DueSoon)]
    public void Due_soon_begins_as_many_days_before_as_set(int today, int days, Standing expected) => Assert.Equal(expected, ObligationStatus.Judge(Facts(), Due.AddDays(today), days));

    [Theory]
    [InlineData(-30, Standing.SentOnTime)]
    [InlineData(-1, Standing.SentOnTime)]
    [InlineData(0, Standing.SentOnTime)]
    [InlineData(1, Standing.SentLate)]
    [InlineData(30, Standing.SentLate)]
    public void Sent_and_waiting(int sent, Standing expected)
    {
        Assert.Equal(expected, ObligationStatus.Judge(Facts(sent), Due.AddDays(31)));
        Assert.Equal(expected == Standing.SentOnTime, ObligationStatus.OnTime(Facts(sent)));
    }

    [Fact]
    public void A_deadline_ends_at_local_midnight()
    {
        var lastMinute = new DateTime(2027, 2, 26, 16, 59, 59, DateTimeKind.Utc);
        var midnight = new DateTime(2027, 2, 26, 17, 0, 0, DateTimeKind.Utc);

        Assert.Equal(Standing.DueSoon, ObligationStatus.Judge(Facts(), LocalTime.Today(lastMinute)));
        Assert.Equal(Standing.Overdue, ObligationStatus.Judge(Facts(), LocalTime.Today(midnight)));
        Assert.True(ObligationStatus.OnTime(new(Due, LocalTime.Today(lastMinute), null, null, null)));
        Assert.False(ObligationStatus.OnTime(new(Due, LocalTime.Today(midnight), null, null, null)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(500)]
    public void A_slow_superior_never_makes_a_unit_late(int today)
    {
        Assert.Equal(Standing.SentOnTime, ObligationStatus.Judge(Facts(sent: 0), Due.AddDays(today)));
        Assert.True(ObligationStatus.OnTime(Facts(sent: 0, completed: today)));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void An_open_supplement_past_its_own_date_is_told_as_such_and_never_as_late(int daysAfterItsDate, bool overdue)
    {
        var facts = Facts(sent: -5, supplementDue: 20);
        var today = Due.AddDays(20 + daysAfterItsDate);

        Assert.Equal(Standing.SupplementAsked, ObligationStatus.Judge(facts, today));
        Assert.Equal(overdue, ObligationStatus.SupplementOverdue(facts, today));
        Assert.True(ObligationStatus.OnTime(facts));
    }

    [Fact]
    public void Nothing_is_supplement_overdue_without_an_open_supplement()
    {
        var later = Due.AddDays(100);
        Assert.False(ObligationStatus.SupplementOverdue(Facts(), later));
        Assert.False(ObligationStatus.SupplementOverdue(Facts(sent: 0), later));
        Assert.False(ObligationStatus.SupplementOverdue(Facts(sent: 0, supplementDue: 5, completed: 6), later));
        Assert.False(ObligationStatus.SupplementOverdue(Facts(sent: 0, supplementDue: 5, excused: 6), later));
    }

    [Fact]
    public void Completed_outweighs_a_late_sending_and_keeps_it_known()
    {
        Assert.Equal(Standing.Completed, ObligationStatus.Judge(Facts(sent: 3, completed: 9), Due.AddDays(9)));
        Assert.False(ObligationStatus.OnTime(Facts(sent: 3, completed: 9)));
    }

    [Fact]
    public void Excused_outweighs_everything()
    {
        foreach (var facts in new[] { Facts(excused: 0), Facts(sent: 3, excused: 4), Facts(sent: 3, supplementDue: 9, excused: 4), Facts(sent: 3, completed: 4, excused: 5) })
            Assert.Equal(Standing.Excused, ObligationStatus.Judge(facts, Due.AddDays(50)));
    }

    [Fact]
    public void Every_standing_can_be_reached()
    {
        var reached = new[] { Facts(), Facts(sent: 0), Facts(sent: 1), Facts(sent: 0, supplementDue: 9), Facts(sent: 0, completed: 1), Facts(excused: 0) }
            .SelectMany(facts => new[] { -50, 0, 50 }.Select(today => ObligationStatus.Judge(facts, Due.AddDays(today)))).ToHashSet();
        Assert.Equal(Enum.GetValues<Standing>(), reached.Order());
    }
}
