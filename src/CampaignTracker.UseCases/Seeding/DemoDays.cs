using CampaignTracker.Domain;
using CampaignTracker.Domain.Obligations;

namespace CampaignTracker.UseCases.Seeding;

/// <summary>The days of the demo around the day it is told for. Nothing happens on that day itself or later, so that its hour does not matter.</summary>
internal sealed class DemoDays(WorkCalendar calendar, DateOnly today)
{
    public WorkCalendar Calendar => calendar;

    public DateOnly Today => today;

    /// <summary>The n-th working day after (n &gt; 0) or before (n &lt; 0) a day; the day itself, or the working day before it, for 0.</summary>
    public DateOnly Add(DateOnly day, int n)
    {
        if (n > 0) return calendar.AddWorkingDays(day, n);
        while (!calendar.IsWorkingDay(day)) day = day.AddDays(-1);
        for (; n < 0; n++)
            do day = day.AddDays(-1);
            while (!calendar.IsWorkingDay(day));
        return day;
    }

    /// <summary>So many working days ago.</summary>
    public DateOnly Ago(int n) => Add(today, -n);

    /// <summary>The province opens a year in November, so that plans are there when it begins; never before its units existed.</summary>
    public DateOnly OpeningOf(int year, DateOnly unitsSince)
    {
        var usual = new DateOnly(year - 1, 11, 1);
        var possible = unitsSince.AddDays(14);
        return calendar.DeadlineOnOrAfter(usual > possible ? usual : possible);
    }
}

/// <summary>The hours of one story: working hours, each act later than the one before.</summary>
internal sealed class DemoHours(DemoChance chance)
{
    private DateTime last = DateTime.MinValue;

    /// <summary>A moment of a day, UTC.</summary>
    public DateTime On(DateOnly day)
    {
        var morning = chance.Percent(55);
        var local = day.ToDateTime(new TimeOnly(morning ? 7 : 13, 30)).AddMinutes(chance.Between(0, 150)).AddSeconds(chance.Between(0, 59));
        if (local <= last) local = last.AddMinutes(chance.Between(3, 20));
        last = local;
        return TimeZoneInfo.ConvertTimeToUtc(local, LocalTime.Zone);
    }
}
