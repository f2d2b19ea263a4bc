using CampaignTracker.Domain.Compliance;
using CampaignTracker.Domain.Obligations;

namespace CampaignTracker.Domain.Tests.Compliance;

public class ComplianceBoardTests
{
    private static readonly DateOnly Today = new(2027, 3, 1);
    private static readonly Guid A = Guid.NewGuid(), B = Guid.NewGuid();

    private static BoardUnit Unit(string name, int order, string? code = null) => new(Guid.NewGuid(), code ?? "C" + order, name, "cell", order, null, false);

    private static Counts Some(int expected = 0, int sent = 0, int onTime = 0, int completed = 0, int overdue = 0, int excused = 0) => new(expected, sent, onTime, completed, 0, sent - completed, overdue, 0, excused, 0);

    private static ObligationFacts Facts(int due, int? sent = null, int? supplement = null, int? completed = null, int? excused = null)
    {
        DateOnly? Day(int? days) => days is { } n ? Today.AddDays(n) : null;
        return new(Today.AddDays(due), Day(sent), Day(supplement), Day(completed), Day(excused));
    }

    // ---- counts of one

    [Fact]
    public void One_obligation_counts_once_where_it_stands()
    {
        var name = (Counts c) => string.Join(" ", typeof(Counts).GetProperties().Where(p => p.CanWrite && (int)p.GetValue(c)! == 1).Select(p => p.Name));
        Assert.Equal("Expected", name(Counts.Of(Facts(60), Today)));
        Assert.Equal("Expected DueSoon", name(Counts.Of(Facts(5), Today)));
        Assert.Equal("Expected Overdue", name(Counts.Of(Facts(-1), Today)));
        Assert.Equal("Expected Sent OnTime Waiting", name(Counts.Of(Facts(0, sent: 0), Today)));
        Assert.Equal("Expected Sent Waiting WaitingLate", name(Counts.Of(Facts(-1, sent: 0), Today)));
        Assert.Equal("Expected Sent OnTime SupplementAsked", name(Counts.Of(Facts(0, sent: 0, supplement: 9), Today)));
        Assert.Equal("Expected Sent OnTime Completed", name(Counts.Of(Facts(0, sent: 0, completed: 0), Today)));
        Assert.Equal("Expected Sent Completed", name(Counts.Of(Facts(-5, sent: -1, completed: 0), Today)));
        Assert.Equal("Excused", name(Counts.Of(Facts(-5, sent: -1, excused: 0), Today)));
    }

    [Fact]
    public void Not_yet_sent_is_what_is_neither_sent_nor_overdue()
    {
        var sum = Counts.Of(Facts(60), Today) + Counts.Of(Facts(5), Today) + Counts.Of(Facts(-1), Today) + Counts.Of(Facts(0, sent: 0), Today) + Counts.Of(Facts(-1, excused: 0), Today);
        Assert.Equal(2, sum.NotYetSent);
    }

    [Fact]
    public void A_rate_is_of_what_is_owed_and_excused_leaves_it()
    {
        var counts = Some(expected: 4, sent: 3, excused: 6);
        Assert.Equal(0.75, counts.Rate(counts.Sent));
        Assert.Equal(0.0, counts.Rate(counts.Completed));
    }

    [Fact]
    public void Where_nothing_is_owed_the_rate_is_unknown_and_not_zero() => Assert.Null(Some(excused: 3).Rate(0));

    [Fact]
    public void Adding_adds_every_number()
    {
        var properties = typeof(Counts).GetProperties().Where(p => p.CanWrite).ToList();
        var a = new Counts(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        var b = new Counts(100, 200, 300, 400, 500, 600, 700, 800, 900, 1000);
        Assert.Equal(10, properties.Count);
        Assert.All(properties, p => Assert.Equal((int)p.GetValue(a)! + (int)p.GetValue(b)!, (int)p.GetValue(a + b)!));
    }

    // ---- the board

    [Fact]
    public void A_unit_with_nothing_owed_or_excused_has_no_line()
    {
        var (first, second) = (Unit("a", 1), Unit("b", 2));
        var board = ComplianceBoard.Build([first, second], [new(second.Id, A, Some(1))]);
        Assert.Equal(second, Assert.Single(board.Lines).Unit);
    }

    [Fact]
    public void What_belongs_to_no_line_is_in_no_total()
    {
        var unit = Unit("a", 1);
        var board = ComplianceBoard.Build([unit], [new(unit.Id, A, Some(2, 1)), new(Guid.NewGuid(), A, Some(50, 50)), new(Guid.NewGuid(), B, Some(50, 50))]);
        Assert.Equal(2, board.Total.Expected);
        Assert.Equal([A], board.TotalByRequirement.Keys);
        Assert.Equal(2, board.TotalByRequirement[A].Expected);
    }

    [Fact]
    public void The_total_row_is_the_sum_of_the_lines_and_each_line_of_its_cells()
    {
        var units = Enumerable.Range(1, 5).Select(n => Unit("u" + n, n)).ToList();
        var inputs = units.SelectMany((unit, n) => new BoardInput[] { new(unit.Id, A, Some(10 * n + 1, n, n)), new(unit.Id, B, Some(n + 2, 1, 0, 1)), new(unit.Id, A, Some(1, 1)) }).ToList();
        var board = ComplianceBoard.Build(units, inputs);

        Counts Sum(IEnumerable<Counts> all) => all.Aggregate(default(Counts), (a, b) => a + b);
        Assert.Equal(Sum(inputs.Select(i => i.Counts)), board.Total);
        Assert.Equal(board.Total, Sum(board.Lines.Select(l => l.Total)));
        Assert.Equal(board.Total, Sum(board.TotalByRequirement.Values));
        Assert.All(board.Lines, line => Assert.Equal(line.Total, Sum(line.ByRequirement.Values)));
        Assert.All(new[] { A, B }, r => Assert.Equal(board.TotalByRequirement[r], Sum(board.Lines.Select(l => l.ByRequirement[r]))));
    }

    private static string Names(BoardSort sort)
    {
        var units = new[] { Unit("Đức", 5), Unit("Ân", 3), Unit("An", 4), Unit("Dũng", 2), Unit("Bình", 1), Unit("Ất", 6) };
        Counts[] counts =
        [
            Some(10, sent: 5, onTime: 5, completed: 5, overdue: 1), // Đức
            Some(10, sent: 9, onTime: 1, completed: 8, overdue: 0), // Ân
            Some(10, sent: 5, onTime: 3, completed: 0, overdue: 5), // An
            Some(excused: 2),                                       // Dũng: nothing owed
            Some(10, sent: 0, onTime: 0, completed: 0, overdue: 5), // Bình
            Some(12, sent: 12, onTime: 12, completed: 12),          // Ất
        ];
        var waiting = new[] { (units[1].Id, (4, 1)), (units[2].Id, (7, 3)), (units[2].Id, (2, 2)) }.ToLookup(w => w.Item1, w => w.Item2);
        // What another requirement says of the same units stands the other way round.
        IEnumerable<BoardInput> inputs = [.. units.Select((unit, n) => new BoardInput(unit.Id, A, counts[n])), .. sort.RequirementId == B ? units.Select((unit, n) => new BoardInput(unit.Id, B, Some(10, sent: n))) : []];
        return string.Join(" ", ComplianceBoard.Build(units, [.. inputs], sort, waiting).Lines.Select(line => line.Unit.Name));
    }

    [Theory]
    [InlineData(BoardOrder.Official, "Bình Dũng Ân An Đức Ất")]
    [InlineData(BoardOrder.SentRate, "Bình An Đức Ân Ất Dũng")]
    [InlineData(BoardOrder.OnTimeRate, "Bình Ân An Đức Ất Dũng")]
    [InlineData(BoardOrder.CompletedRate, "Bình An Đức Ân Ất Dũng")]
    [InlineData(BoardOrder.Overdue, "Bình An Đức Dũng Ân Ất")]
    [InlineData(BoardOrder.Name, "An Ân Ất Bình Dũng Đức")]
    [InlineData(BoardOrder.Expected, "Ất Bình Ân An Đức Dũng")]
    [InlineData(BoardOrder.Sent, "Ất Ân An Đức Bình Dũng")]
    [InlineData(BoardOrder.OnTime, "Ất Đức An Ân Bình Dũng")]
    [InlineData(BoardOrder.Completed, "Ất Ân Đức Bình Dũng An")]
    [InlineData(BoardOrder.SupplementAsked, "Bình Dũng Ân An Đức Ất")]
    [InlineData(BoardOrder.Waiting, "An Ân Bình Dũng Đức Ất")]
    [InlineData(BoardOrder.LongestWait, "An Ân Bình Dũng Đức Ất")]
    [InlineData(BoardOrder.Excused, "Dũng Bình Ân An Đức Ất")]
    [InlineData(BoardOrder.SupplementRate, "Bình Ân An Đức Ất Dũng")]
    [InlineData(BoardOrder.WaitingRate, "An Ân Bình Đức Ất Dũng")]
    [InlineData(BoardOrder.OverdueRate, "Bình An Đức Ân Ất Dũng")]
    [InlineData(BoardOrder.ExcusedRate, "Dũng Bình Ân An Đức Ất")]
    public void Lines_stand_in_the_order_asked_equal_ones_in_the_official_order_and_nothing_owed_last(BoardOrder order, string expected) => Assert.Equal(expected, Names(new(order)));

    [Theory]
    [InlineData(BoardOrder.Official, "Ất Đức An Ân Dũng Bình")]
    [InlineData(BoardOrder.SentRate, "Ất Ân An Đức Bình Dũng")]
    [InlineData(BoardOrder.LongestWait, "Ân An Bình Dũng Đức Ất")]
    [InlineData(BoardOrder.Name, "Đức Dũng Bình Ất Ân An")]
    public void Turned_round_what_has_no_figure_stands_last_all_the_same(BoardOrder order, string expected) => Assert.Equal(expected, Names(new(order, Reversed: true)));

    [Fact]
    public void One_requirement_alone_may_give_the_order() => Assert.Equal("Đức Ân An Dũng Bình Ất", Names(new(BoardOrder.SentRate, RequirementId: B)));

    [Fact]
    public void Every_order_is_tried_above() => Assert.Equal(18, Enum.GetValues<BoardOrder>().Length);

    [Fact]
    public void Waits_tell_the_longest_and_the_middle_one()
    {
        Assert.Null(Waits.Of([]));
        Assert.Equal(new Waits(3, 3), Waits.Of([(3, 1)]));
        Assert.Equal(new Waits(9, 2), Waits.Of([(9, 1), (1, 1), (2, 1)]));
        Assert.Equal(new Waits(9, 1), Waits.Of([(1, 2), (9, 2)]));
        Assert.Equal(new Waits(9, 9), Waits.Of([(1, 2), (9, 3)]));
    }

    [Fact]
    public void What_was_owed_a_year_before_stands_beside_a_line_and_nothing_owed_then_is_unknown()
    {
        var (first, second) = (Unit("a", 1), Unit("b", 2));
        var board = ComplianceBoard.Build([first, second], [new(first.Id, A, Some(2)), new(second.Id, A, Some(3))], default, null, new Dictionary<Guid, Counts> { [first.Id] = Some(4, 1), [second.Id] = Some(excused: 1) });
        Assert.Equal([Some(4, 1), null], board.Lines.Select(l => l.Before));
        Assert.Equal(Some(4, 1), board.Before);
        Assert.Null(ComplianceBoard.Build([first], [new(first.Id, A, Some(2))]).Before);
    }

    [Fact]
    public void Equal_places_in_the_official_list_stand_by_code()
    {
        var units = new[] { Unit("x", 1, "19-2"), Unit("y", 1, "19-10"), Unit("z", 1, "19-1") };
        var board = ComplianceBoard.Build(units, [.. units.Select(u => new BoardInput(u.Id, A, Some(1)))]);
        Assert.Equal(["19-1", "19-10", "19-2"], board.Lines.Select(l => l.Unit.Code));
    }

    // ---- against a slow count

    [Fact]
    public void Random_obligations_are_counted_as_a_slow_count_says()
    {
        var random = new Random(20270118);
        for (var run = 0; run < 200; run++)
        {
            var units = Enumerable.Range(1, random.Next(1, 8)).Select(n => Unit("u" + n, n)).ToList();
            var rows = Enumerable.Range(0, random.Next(0, 60)).Select(_ => (Unit: units[random.Next(units.Count)], Requirement: random.Next(2) == 0 ? A : B, Facts: Random(random))).ToList();
            var inputs = rows.Select(row => new BoardInput(row.Unit.Id, row.Requirement, Counts.Of(row.Facts, Today))).ToList();

            var board = ComplianceBoard.Build(units, inputs, new((BoardOrder)random.Next(18), random.Next(2) == 0));

            Assert.Equal(rows.Select(row => row.Unit).Distinct().Count(), board.Lines.Count);
            Check(rows.Select(row => row.Facts), board.Total);
            foreach (var line in board.Lines)
            {
                Check(rows.Where(row => row.Unit == line.Unit).Select(row => row.Facts), line.Total);
                foreach (var (requirement, counts) in line.ByRequirement)
                    Check(rows.Where(row => row.Unit == line.Unit && row.Requirement == requirement).Select(row => row.Facts), counts);
            }
            foreach (var (requirement, counts) in board.TotalByRequirement)
                Check(rows.Where(row => row.Requirement == requirement).Select(row => row.Facts), counts);
        }
    }

    // Facts as the verbs can leave them: nothing is asked for or closed that was not sent.
    private static ObligationFacts Random(Random random)
    {
        var due = random.Next(-60, 60);
        int? sent = random.Next(2) == 0 ? random.Next(-90, 1) : null;
        var closed = random.Next(3);
        return Facts(due, sent, sent is not null && closed == 1 ? random.Next(-20, 20) : null, sent is not null && closed == 2 ? random.Next(-20, 1) : null, random.Next(5) == 0 ? 0 : null);
    }

    private static void Check(IEnumerable<ObligationFacts> facts, Counts counts)
    {
        int expected = 0, sent = 0, onTime = 0, completed = 0, asked = 0, waiting = 0, waitingLate = 0, overdue = 0, dueSoon = 0, excused = 0;
        foreach (var f in facts)
        {
            if (f.ExcusedOn != null) { excused++; continue; }
            expected++;
            var late = f.FirstSentOn > f.DueOn;
            if (f.FirstSentOn != null) { sent++; if (!late) onTime++; }
            if (f.CompletedOn != null) completed++;
            else if (f.SupplementDueOn != null) asked++;
            else if (f.FirstSentOn != null) { waiting++; if (late) waitingLate++; }
            else if (f.DueOn < Today) overdue++;
            else if (f.DueOn <= Today.AddDays(10)) dueSoon++;
        }
        Assert.Equal(new Counts(expected, sent, onTime, completed, asked, waiting, overdue, dueSoon, excused, waitingLate), counts);
        Assert.Equal(counts.Sent, counts.Completed + counts.SupplementAsked + counts.Waiting);
        Assert.True(counts.OnTime <= counts.Sent && counts.WaitingLate <= counts.Waiting && counts.NotYetSent >= counts.DueSoon);
    }
}
