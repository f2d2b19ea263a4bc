namespace CampaignTracker.Domain.Obligations;

/// <summary>A stretch of days in the calendar of deadlines. Data: seed-data/calendar/periods.csv.</summary>
public sealed class CalendarPeriod : Entity
{
    private CalendarPeriod() { }

    /// <summary>A period as the seed gives it, both ends included.</summary>
    public CalendarPeriod(Guid id, DateOnly from, DateOnly to, CalendarPeriodKind kind, string name) : base(id)
    {
        From = from;
        To = to;
        Kind = kind;
        Name = name;
    }

    /// <summary>First day.</summary>
    public DateOnly From { get; private set; }
    /// <summary>Last day.</summary>
    public DateOnly To { get; private set; }
    /// <summary>What it forbids.</summary>
    public CalendarPeriodKind Kind { get; private set; }
    /// <summary>Its name.</summary>
    public string Name { get; private set; } = "";
}

/// <summary>What a calendar period forbids.</summary>
public enum CalendarPeriodKind
{
    /// <summary>Nobody works: not a working day.</summary>
    DayOff,
    /// <summary>No deadline may fall into it (23 tháng Chạp to mùng 6 Tết), though people may work.</summary>
    NoDeadline,
}

/// <summary>Working days and days on which something may fall due. Weekends are off.</summary>
public sealed class WorkCalendar
{
    private readonly HashSet<DateOnly> daysOff = [];
    private readonly HashSet<DateOnly> noDeadline = [];

    /// <summary>A calendar of the given periods.</summary>
    public WorkCalendar(IEnumerable<CalendarPeriod> periods)
    {
        foreach (var period in periods)
            for (var day = period.From; day <= period.To; day = day.AddDays(1))
                (period.Kind == CalendarPeriodKind.DayOff ? daysOff : noDeadline).Add(day);
    }

    /// <summary>Monday to Friday and no holiday.</summary>
    public bool IsWorkingDay(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !daysOff.Contains(day);

    /// <summary>The day itself, or the first day after it on which something may fall due.</summary>
    public DateOnly DeadlineOnOrAfter(DateOnly day)
    {
        while (!IsWorkingDay(day) || noDeadline.Contains(day)) day = day.AddDays(1);
        return day;
    }

    /// <summary>The n-th working day after a day (n ≥ 0).</summary>
    public DateOnly AddWorkingDays(DateOnly day, int n)
    {
        while (n > 0)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day)) n--;
        }
        return day;
    }

    /// <summary>Working days from the day after <paramref name="from"/> to <paramref name="to"/>, 0 when not later.</summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        var n = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
            if (IsWorkingDay(day)) n++;
        return n;
    }

    /// <summary>When a rule makes a year's filing due.</summary>
    /// <param name="rule">The requirement's rule for the unit's kind.</param>
    /// <param name="year">The campaign year.</param>
    /// <param name="superiorIssuedOn">Issue date of the superior's paper of the same kind and year, null before its issue.</param>
    public DateOnly DueDate(GoverningDocuments.DeadlineRule rule, int year, DateOnly? superiorIssuedOn)
    {
        if (rule.WorkingDaysAfterSuperior is { } days && superiorIssuedOn is { } issued) return DeadlineOnOrAfter(AddWorkingDays(issued, days));
        var last = DateTime.DaysInMonth(year, rule.Month);
        return DeadlineOnOrAfter(new DateOnly(year, rule.Month, Math.Min(rule.Day, last)));
    }
}
