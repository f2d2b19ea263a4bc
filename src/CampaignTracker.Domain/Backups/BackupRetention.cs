namespace CampaignTracker.Domain.Backups;

/// <summary>
/// How long backups are kept: the last one of each day for some days, of each week (Monday to Sunday) for some weeks, of each month for some months. What was made today stays,
/// and the newest verified one stays whatever its age: where nights fail, time alone never takes the last good one away.
/// </summary>
/// <param name="Days">Days, today among them; at least 1.</param>
/// <param name="Weeks">Weeks, the present one among them; 0 for none.</param>
/// <param name="Months">Months, the present one among them; 0 for none.</param>
public sealed record BackupRetention(int Days = 7, int Weeks = 4, int Months = 12)
{
    /// <summary>One backup under the rule.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Until">The last local day on which the rule keeps it, if the nights to come go well.</param>
    /// <param name="Newest">The newest of all: stays until there is a newer one.</param>
    /// <param name="Expired">May be removed.</param>
    public sealed record Kept(string Name, DateOnly Until, bool Newest, bool Expired);

    /// <summary>Judges every verified backup.</summary>
    /// <param name="verified">Name and moment (UTC) of each, in any order. What was not verified is not given and not judged.</param>
    /// <param name="today">Local date.</param>
    public IReadOnlyList<Kept> Judge(IReadOnlyCollection<(string Name, DateTime MadeAt)> verified, DateOnly today)
    {
        var newestFirst = verified.Select(b => (b.Name, b.MadeAt, Day: LocalTime.Today(b.MadeAt))).OrderByDescending(b => b.MadeAt).ThenByDescending(b => b.Name, StringComparer.Ordinal).ToList();
        var (days, weeks, months) = (new HashSet<DateOnly>(), new HashSet<DateOnly>(), new HashSet<DateOnly>());
        var judged = new List<Kept>();
        foreach (var (name, _, day) in newestFirst)
        {
            var (week, month) = (Monday(day), new DateOnly(day.Year, day.Month, 1));
            // The first met of each is its last.
            var (lastOfDay, lastOfWeek, lastOfMonth) = (days.Add(day), weeks.Add(week), months.Add(month));
            var until = day;
            if (lastOfDay) until = Later(until, day.AddDays(Days - 1));
            // While a week or month still runs, the nights to come will take its place.
            if (lastOfWeek && Weeks > 0 && (week.AddDays(7) <= today || day == week.AddDays(6))) until = Later(until, week.AddDays((7 * Weeks) - 1));
            if (lastOfMonth && Months > 0 && (month.AddMonths(1) <= today || day == month.AddMonths(1).AddDays(-1))) until = Later(until, month.AddMonths(Months).AddDays(-1));
            var newest = judged.Count == 0;
            judged.Add(new Kept(name, until, newest, !newest && until < today));
        }
        return judged;
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
