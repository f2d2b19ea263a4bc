using CampaignTracker.Domain.Compliance;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.Units;

namespace CampaignTracker.Domain.Tests.Compliance;

public class ComplianceLedgerTests
{
    private static readonly DateOnly Start = new(2026, 1, 5);
    private static readonly string Root = UnitPath.Child("", 1), Commune = UnitPath.Child(Root, 2), Cell = UnitPath.Child(Commune, 7);
    private static readonly Guid Requirement = Guid.NewGuid();

    private static ObligationPosition At(string path, ObligationFacts facts) => new(path, Requirement, 2026, 2026, facts);

    [Fact]
    public void What_happens_in_a_cell_is_booked_for_it_and_for_all_above_it()
    {
        var owed = new ObligationFacts(Start.AddDays(30), null, null, null, null);

        var made = ComplianceLedger.Bookings([(null, At(Cell, owed))]).ToList();
        var sent = ComplianceLedger.Bookings([(At(Cell, owed), At(Cell, owed with { FirstSentOn = Start }))]).ToList();

        Assert.Equal([Root, Commune, Cell], made.Select(b => b.Key.UnitPath));
        Assert.All(made, b => Assert.Equal(new Counts { Expected = 1 }, b.Change));
        Assert.All(sent, b => Assert.Equal(new Counts { Sent = 1, OnTime = 1, Waiting = 1 }, b.Change));
    }

    [Fact]
    public void More_time_books_it_over_to_the_other_day()
    {
        var owed = new ObligationFacts(Start, null, null, null, null);

        var moved = ComplianceLedger.Bookings([(At(Root, owed), At(Root, owed with { DueOn = Start.AddDays(9) }))]).ToDictionary(b => b.Key.DueOn, b => b.Change);

        Assert.Equal(new() { [Start] = new Counts { Expected = -1 }, [Start.AddDays(9)] = new Counts { Expected = 1 } }, moved);
    }

    [Fact]
    public void What_stays_as_it_was_books_nothing()
    {
        var position = At(Cell, new ObligationFacts(Start, Start, null, null, null));

        Assert.Empty(ComplianceLedger.Bookings([(position, position)]));
        Assert.Empty(ComplianceLedger.Bookings([(null, null)]));
    }

    [Fact]
    public void Ten_thousand_random_events_add_up_to_a_recount_on_every_day()
    {
        var random = new Random(5);
        var paths = Enumerable.Range(1, 4).Select(c => UnitPath.Child(Root, c)).SelectMany(c => Enumerable.Range(1, 8).Select(n => UnitPath.Child(c, n)).Prepend(c)).Prepend(Root).ToArray();
        var (ledger, facts) = (new List<(DateOnly On, LedgerKey Key, Counts Change)>(), new ObligationPosition?[300]);
        var recounts = new List<(DateOnly On, Dictionary<string, Counts> ByPath)>();

        for (var n = 0; n < 10_000; n++)
        {
            var (today, which) = (Start.AddDays(n / 40), random.Next(facts.Length));
            var before = facts[which];
            facts[which] = Next(random, before, paths, today);
            ledger.AddRange(ComplianceLedger.Bookings([(before, facts[which])]).Select(b => (today, b.Key, b.Change)));
            if (n % 400 == 399) recounts.Add((today, Recount(facts, paths, today)));
        }

        foreach (var (on, byPath) in recounts)
        {
            var told = ledger.Where(b => b.On <= on).GroupBy(b => b.Key.UnitPath).ToDictionary(g => g.Key, g => g.GroupBy(b => b.Key.DueOn).Aggregate(default(Counts), (sum, due) => sum + Due(due.Aggregate(default(Counts), (c, b) => c + b.Change), due.Key, on)));
            foreach (var path in paths) Assert.Equal((on, path, byPath[path]), (on, path, told.GetValueOrDefault(path)));
        }
    }

    [Fact]
    public void The_history_of_a_stored_obligation_tells_each_of_its_days()
    {
        var stored = new ObligationFacts(Start.AddDays(30), Start.AddDays(20), Start.AddDays(50), null, null);

        var days = ComplianceLedger.History(stored, Start, supplementAskedOn: Start.AddDays(25)).ToList();

        Assert.Equal([Start, Start.AddDays(20), Start.AddDays(25)], days.Select(d => d.On));
        Assert.Equal([Standing.NotYetDue, Standing.SentOnTime, Standing.SupplementAsked], days.Select(d => ObligationStatus.Judge(d.Facts, d.On)));
        Assert.Equal(stored, days[^1].Facts);
    }

    [Fact]
    public void Nothing_in_a_history_happens_before_the_obligation_was_made()
    {
        var stored = new ObligationFacts(Start.AddDays(30), Start.AddDays(-3), null, Start.AddDays(2), null);

        var days = ComplianceLedger.History(stored, Start, null).ToList();

        Assert.Equal([Start, Start.AddDays(2)], days.Select(d => d.On));
        Assert.Equal([Standing.SentOnTime, Standing.Completed], days.Select(d => ObligationStatus.Judge(d.Facts, d.On)));
    }

    private static ObligationPosition? Next(Random random, ObligationPosition? before, string[] paths, DateOnly today)
    {
        if (before is not { } now) return At(paths[random.Next(paths.Length)], new ObligationFacts(today.AddDays(random.Next(-5, 60)), null, null, null, null));
        var facts = now.Facts;
        return random.Next(9) switch
        {
            0 => now with { Facts = facts with { FirstSentOn = null, SupplementDueOn = null, CompletedOn = null } },
            1 => now with { Facts = facts with { DueOn = facts.DueOn.AddDays(random.Next(1, 20)) } },
            2 => now with { Facts = facts with { ExcusedOn = facts.ExcusedOn is null ? today : null } },
            3 when facts.FirstSentOn is not null => now with { Facts = facts with { SupplementDueOn = today.AddDays(7) } },
            4 or 5 when facts.FirstSentOn is not null => now with { Facts = facts with { SupplementDueOn = null, CompletedOn = today } },
            6 => now with { UnitPath = paths[random.Next(paths.Length)] },
            7 when random.Next(20) == 0 => null,
            _ => now with { Facts = facts with { FirstSentOn = facts.FirstSentOn ?? today, SupplementDueOn = null } },
        };
    }

    private static Dictionary<string, Counts> Recount(ObligationPosition?[] all, string[] paths, DateOnly today) =>
        paths.ToDictionary(path => path, path => all.OfType<ObligationPosition>().Where(o => UnitPath.IsAtOrBelow(o.UnitPath, path)).Aggregate(default(Counts), (sum, o) => sum + Counts.Of(o.Facts, today)));

    // As the boards' query does: what is not sent is overdue or due soon by its day.
    private static Counts Due(Counts counts, DateOnly dueOn, DateOnly today) => counts with
    {
        Overdue = dueOn < today ? counts.Expected - counts.Sent : 0,
        DueSoon = dueOn >= today && dueOn <= today.AddDays(ObligationStatus.DueSoonDays) ? counts.Expected - counts.Sent : 0,
    };
}
