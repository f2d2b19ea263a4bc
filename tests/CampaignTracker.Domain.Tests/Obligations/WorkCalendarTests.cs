using System.Globalization;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Obligations;

namespace CampaignTracker.Domain.Tests.Obligations;

public class WorkCalendarTests
{
    private static readonly List<CalendarPeriod> Periods = [.. File.ReadLines(Path.Combine(Scene.Root, "seed-data", "calendar", "periods.csv")).Skip(1).Where(line => line.Length > 0).Select(Period)];
    private static readonly WorkCalendar Real = new(Periods);
    private static readonly WorkCalendar WeekendsOnly = new([]);

    private static CalendarPeriod Period(string line)
    {
        var cells = line.Split(',');
        var kind = cells[2] switch { "day-off" => CalendarPeriodKind.DayOff, "no-deadline" => CalendarPeriodKind.NoDeadline, var other => throw new FormatException(other) };
        return new CalendarPeriod(Guid.NewGuid(), DateOnly.ParseExact(cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture), DateOnly.ParseExact(cells[1], "yyyy-MM-dd", CultureInfo.InvariantCulture), kind, cells[3]);
    }

    private static DateOnly D(int day, int month, int year = 2027) => new(year, month, day);

    private static DeadlineRule Fixed(int day, int month) => new(["cell"], month, day, null);

    private static DeadlineRule After(int workingDays, int day = 26, int month = 2) => new(["cell"], month, day, workingDays);

    [Fact]
    public void Weekends_are_off()
    {
        Assert.True(WeekendsOnly.IsWorkingDay(D(22, 1)));
        Assert.False(WeekendsOnly.IsWorkingDay(D(23, 1)));
        Assert.False(WeekendsOnly.IsWorkingDay(D(24, 1)));
        Assert.True(WeekendsOnly.IsWorkingDay(D(25, 1)));
    }

    [Fact]
    public void A_holiday_is_off_from_its_first_to_its_last_day()
    {
        Assert.True(Real.IsWorkingDay(D(4, 2)));
        Assert.False(Real.IsWorkingDay(D(5, 2)));
        Assert.False(Real.IsWorkingDay(D(11, 2)));
        Assert.True(Real.IsWorkingDay(D(12, 2)));
    }

    [Fact]
    public void Days_before_Tet_are_worked_but_nothing_falls_due_on_them()
    {
        Assert.True(Real.IsWorkingDay(D(1, 2)));
        Assert.Equal(D(12, 2), Real.DeadlineOnOrAfter(D(1, 2)));
    }

    [Fact]
    public void The_borders_of_the_time_without_deadlines()
    {
        Assert.Equal(D(29, 1), Real.DeadlineOnOrAfter(D(29, 1)));
        Assert.Equal(D(12, 2), Real.DeadlineOnOrAfter(D(30, 1)));
        Assert.Equal(D(12, 2), Real.DeadlineOnOrAfter(D(11, 2)));
        Assert.Equal(D(12, 2), Real.DeadlineOnOrAfter(D(12, 2)));
    }

    [Fact]
    public void A_deadline_asked_for_a_weekend_moves_to_Monday() => Assert.Equal(D(1, 3), Real.DeadlineOnOrAfter(D(27, 2)));

    [Fact]
    public void No_deadline_of_the_seeded_years_falls_on_a_day_off_or_near_Tet()
    {
        Assert.NotEmpty(Periods);
        for (var day = D(1, 1, 2024); day.Year < 2033; day = day.AddDays(1))
        {
            var due = Real.DeadlineOnOrAfter(day);
            Assert.True(due >= day && due.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday), $"{due} is a weekend");
            Assert.DoesNotContain(Periods, period => period.From <= due && due <= period.To);
        }
    }

    [Fact]
    public void Every_seeded_year_has_its_Tet()
    {
        for (var year = 2024; year <= 2032; year++)
            Assert.Single(Periods, period => period.Kind == CalendarPeriodKind.NoDeadline && period.From.Year == year && period.To.DayNumber - period.From.DayNumber is 12 or 13);
    }

    [Fact]
    public void Working_days_are_counted_from_the_day_after_and_skip_what_is_off()
    {
        Assert.Equal(D(18, 1), Real.AddWorkingDays(D(4, 1), 10));
        Assert.Equal(D(12, 2), Real.AddWorkingDays(D(4, 2), 1));
        Assert.Equal(D(25, 1), Real.AddWorkingDays(D(23, 1), 1));
        Assert.Equal(D(23, 1), Real.AddWorkingDays(D(23, 1), 0));
    }

    [Fact]
    public void Working_days_between_two_days_undo_the_adding()
    {
        Assert.Equal(10, Real.WorkingDaysBetween(D(4, 1), D(18, 1)));
        Assert.Equal(1, Real.WorkingDaysBetween(D(4, 2), D(12, 2)));
        Assert.Equal(0, Real.WorkingDaysBetween(D(18, 1), D(18, 1)));
        Assert.Equal(0, Real.WorkingDaysBetween(D(19, 1), D(18, 1)));
    }

    [Fact]
    public void A_relative_rule_counts_from_the_issue_of_the_superiors_paper() => Assert.Equal(D(18, 1), Real.DueDate(After(10), 2027, D(4, 1)));

    [Fact]
    public void A_relative_rule_that_ends_near_Tet_waits_until_after_it() => Assert.Equal(D(12, 2), Real.DueDate(After(10), 2027, D(20, 1)));

    [Fact]
    public void Before_the_superiors_paper_the_fallback_day_holds() => Assert.Equal(D(26, 2), Real.DueDate(After(10), 2027, null));

    [Fact]
    public void A_fixed_rule_does_not_move_with_the_superiors_paper() => Assert.Equal(D(26, 2), Real.DueDate(Fixed(26, 2), 2027, D(4, 1)));

    [Fact]
    public void The_29th_of_February_is_the_28th_in_a_common_year_and_then_moves_off_the_weekend()
    {
        Assert.Equal(D(29, 2, 2028), Real.DueDate(Fixed(29, 2), 2028, null));
        Assert.Equal(D(1, 3), Real.DueDate(Fixed(29, 2), 2027, null));
        Assert.Equal(D(28, 2, 2029), Real.DueDate(Fixed(29, 2), 2029, null));
    }

    [Fact]
    public void The_31st_of_a_short_month_is_its_last_day() => Assert.Equal(D(30, 6), Real.DueDate(Fixed(31, 6), 2027, null));
}
