using CampaignTracker.Domain.Backups;

namespace CampaignTracker.Domain.Tests.Backups;

public class BackupRetentionTests
{
    // A Monday.
    private static readonly DateOnly Start = new(2026, 1, 5);

    private static (string Name, DateTime MadeAt) At(DateOnly day, int hour = 3) => (BackupName.Of(LocalTime.StartOf(day).AddHours(hour)), LocalTime.StartOf(day).AddHours(hour));

    // Night after night, as the program does it; what is left on the last day.
    private static List<(string Name, DateTime MadeAt)> Nights(int count, BackupRetention rule, Func<int, bool>? good = null, Action<DateOnly, IReadOnlyList<BackupRetention.Kept>>? look = null)
    {
        var there = new List<(string Name, DateTime MadeAt)>();
        for (var n = 0; n < count; n++)
        {
            var day = Start.AddDays(n);
            if (good is not null && !good(n)) continue;
            there.Add(At(day));
            var judged = rule.Judge(there, day);
            look?.Invoke(day, judged);
            there.RemoveAll(b => judged.Single(k => k.Name == b.Name).Expired);
        }
        return there;
    }

    private static DateOnly Day((string Name, DateTime MadeAt) backup) => LocalTime.Today(backup.MadeAt);

    [Fact]
    public void After_two_years_of_nights_the_last_days_weeks_and_months_are_there()
    {
        var left = Nights(730, new(7, 4, 12)).Select(Day).ToList();
        var last = Start.AddDays(729);

        Assert.Superset(Enumerable.Range(0, 7).Select(n => last.AddDays(-n)).ToHashSet(), left.ToHashSet());
        var sundays = left.Where(d => d.DayOfWeek == DayOfWeek.Sunday && d > last.AddDays(-28)).ToList();
        Assert.True(sundays.Count >= 3);
        var month = new DateOnly(last.Year, last.Month, 1);
        Assert.Superset(Enumerable.Range(0, 11).Select(n => month.AddMonths(-n).AddDays(-1)).ToHashSet(), left.ToHashSet());
        Assert.InRange(left.Count, 7 + 3 + 11 - 2, 7 + 4 + 12);
    }

    [Fact]
    public void The_newest_is_kept_however_old_and_nothing_goes_while_nights_fail()
    {
        var left = Nights(400, new(1, 0, 0), good: n => n < 3);
        var judged = new BackupRetention(1, 0, 0).Judge(left, Start.AddDays(3000));

        Assert.Equal([Start.AddDays(2)], left.Select(Day));
        Assert.True(Assert.Single(judged) is { Newest: true, Expired: false });
    }

    [Fact]
    public void What_is_promised_is_kept()
    {
        var promised = new Dictionary<string, DateOnly>();
        var rule = new BackupRetention(3, 2, 2);
        Nights(200, rule, look: (day, judged) =>
        {
            foreach (var (name, until) in promised.Where(p => p.Value >= day)) Assert.Contains(judged, k => k.Name == name && !k.Expired);
            foreach (var kept in judged.Where(k => !k.Expired)) promised[kept.Name] = kept.Until;
        });
        Assert.Equal(200, promised.Count);
    }

    [Fact]
    public void Of_several_of_one_day_the_last_is_kept_longer_and_today_all_are()
    {
        var (early, late) = (At(Start, 3), At(Start, 15));
        var rule = new BackupRetention(7, 0, 0);

        Assert.DoesNotContain(rule.Judge([early, late], Start), k => k.Expired);
        Assert.Equal([early.Name], rule.Judge([late, early], Start.AddDays(1)).Where(k => k.Expired).Select(k => k.Name));
    }

    [Fact]
    public void Nothing_is_judged_where_nothing_is() => Assert.Empty(new BackupRetention().Judge([], Start));

    [Theory]
    [InlineData(null, null, BackupStanding.Never)]
    [InlineData(-30, null, BackupStanding.Late)]
    [InlineData(-25, null, BackupStanding.Good)]
    [InlineData(-2, -1, BackupStanding.Failed)]
    [InlineData(-1, -2, BackupStanding.Good)]
    [InlineData(null, -100, BackupStanding.Failed)]
    public void How_well_it_stands(int? good, int? failed, BackupStanding expected)
    {
        var now = LocalTime.StartOf(Start);
        Assert.Equal(expected, BackupStandings.Of(good is { } g ? now.AddHours(g) : null, failed is { } f ? now.AddHours(f) : null, now));
    }

    [Fact]
    public void A_name_is_the_local_time()
    {
        Assert.Equal("2026-01-05_03-00-00", At(Start).Name);
        Assert.True(BackupName.IsName(At(Start).Name));
        Assert.False(BackupName.IsName("files"));
        Assert.False(BackupName.IsName(".part-2026-01-05_03-00-00"));
        Assert.False(BackupName.IsName(null));
    }
}
