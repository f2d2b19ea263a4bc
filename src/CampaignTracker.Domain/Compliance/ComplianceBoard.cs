namespace CampaignTracker.Domain.Compliance;

/// <summary>
/// Counts of obligations. Expected, sent, on time and completed are four numbers, never one; excused leaves the denominator and is counted apart.
/// </summary>
/// <param name="Expected">Owed: not excused.</param>
/// <param name="Sent">Of these, sent at least once.</param>
/// <param name="OnTime">Of these, first sent by the due date in force.</param>
/// <param name="Completed">Of these, closed.</param>
/// <param name="SupplementAsked">A supplement is open now.</param>
/// <param name="Waiting">Sent, not closed, no supplement open: with the superior.</param>
/// <param name="Overdue">Not sent and past the due date.</param>
/// <param name="DueSoon">Not sent and due within the set days.</param>
/// <param name="Excused">Not owed.</param>
/// <param name="WaitingLate">Of <paramref name="Waiting"/>, those first sent after the due date.</param>
public readonly record struct Counts(int Expected, int Sent, int OnTime, int Completed, int SupplementAsked, int Waiting, int Overdue, int DueSoon, int Excused, int WaitingLate)
{
    /// <summary>Counts one obligation.</summary>
    public static Counts Of(Obligations.ObligationFacts facts, DateOnly today)
    {
        var standing = Obligations.ObligationStatus.Judge(facts, today);
        if (standing == Obligations.Standing.Excused) return new(0, 0, 0, 0, 0, 0, 0, 0, 1, 0);
        var sent = facts.FirstSentOn is not null;
        return new(1, sent ? 1 : 0, Obligations.ObligationStatus.OnTime(facts) ? 1 : 0,
            standing == Obligations.Standing.Completed ? 1 : 0,
            standing == Obligations.Standing.SupplementAsked ? 1 : 0,
            standing is Obligations.Standing.SentOnTime or Obligations.Standing.SentLate ? 1 : 0,
            standing == Obligations.Standing.Overdue ? 1 : 0,
            standing == Obligations.Standing.DueSoon ? 1 : 0, 0,
            standing == Obligations.Standing.SentLate ? 1 : 0);
    }

    /// <summary>Counts one obligation by its time-free facts alone: neither overdue nor due soon.</summary>
    public static Counts TimeFree(Obligations.ObligationFacts facts) => Of(facts, DateOnly.MinValue);

    /// <summary>Adds up.</summary>
    public static Counts operator +(Counts a, Counts b) => new(a.Expected + b.Expected, a.Sent + b.Sent, a.OnTime + b.OnTime, a.Completed + b.Completed,
        a.SupplementAsked + b.SupplementAsked, a.Waiting + b.Waiting, a.Overdue + b.Overdue, a.DueSoon + b.DueSoon, a.Excused + b.Excused, a.WaitingLate + b.WaitingLate);

    /// <summary>Adds up all of them; nothing gives zeros.</summary>
    public static Counts Sum(IEnumerable<Counts> all) => all.Aggregate(default(Counts), (sum, one) => sum + one);

    /// <summary>Takes away.</summary>
    public static Counts operator -(Counts a, Counts b) => a + -b;

    /// <summary>The same with the other sign, to take it away.</summary>
    public static Counts operator -(Counts a) => new(-a.Expected, -a.Sent, -a.OnTime, -a.Completed, -a.SupplementAsked, -a.Waiting, -a.Overdue, -a.DueSoon, -a.Excused, -a.WaitingLate);

    /// <summary>A rate of <see cref="Expected"/>, null where nothing is owed: never a zero that means "unknown".</summary>
    public double? Rate(int numerator) => Expected == 0 ? null : (double)numerator / Expected;

    /// <summary>The share of what is excused in what would be owed otherwise; null where that is nothing.</summary>
    public double? ExcusedRate => Expected + Excused == 0 ? null : (double)Excused / (Expected + Excused);

    /// <summary>Not sent, not yet due or due soon.</summary>
    public int NotYetSent => Expected - Sent - Overdue;
}

/// <summary>What the query hands in: one unit's subtree, one requirement.</summary>
/// <param name="UnitId">A unit directly below the board's unit, or the board's unit itself.</param>
/// <param name="RequirementId">The requirement.</param>
/// <param name="Counts">Its counts.</param>
public readonly record struct BoardInput(Guid UnitId, Guid RequirementId, Counts Counts);

/// <summary>A unit that may have a line.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="KindCode">Its kind.</param>
/// <param name="OfficialOrder">Place in the official list.</param>
/// <param name="TerritoryCode">For the map, or null.</param>
/// <param name="HasChildren">Can be drilled into.</param>
public sealed record BoardUnit(Guid Id, string Code, string Name, string KindCode, int OfficialOrder, string? TerritoryCode, bool HasChildren);

/// <summary>One line of the board.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Total">All requirements together.</param>
/// <param name="ByRequirement">By requirement.</param>
public sealed record BoardLine(BoardUnit Unit, Counts Total, IReadOnlyDictionary<Guid, Counts> ByRequirement)
{
    /// <summary>How long what was sent waits for an opinion; null where nothing waits.</summary>
    public Waits? Waits { get; init; }

    /// <summary>The same line on the same day a year before; null where nothing was owed then, or when nobody asked.</summary>
    public Counts? Before { get; init; }

    /// <summary>All requirements together, or one.</summary>
    public Counts Of(Guid? requirement) => requirement is { } one ? ByRequirement.GetValueOrDefault(one) : Total;
}

/// <summary>How long open filings wait for an opinion, in working days since they were received.</summary>
/// <param name="Longest">The longest.</param>
/// <param name="Middle">The middle one: half of them wait no longer.</param>
public readonly record struct Waits(int Longest, int Middle)
{
    /// <summary>Of how many wait how long; null where nothing waits.</summary>
    /// <param name="waiting">Working days, and how many wait so long.</param>
    public static Waits? Of(IEnumerable<(int Days, int Count)> waiting)
    {
        var sorted = waiting.Where(w => w.Count > 0).OrderBy(w => w.Days).ToList();
        if (sorted.Count == 0) return null;
        var half = (sorted.Sum(w => w.Count) + 1) / 2;
        return new Waits(sorted[^1].Days, sorted.First(w => (half -= w.Count) <= 0).Days);
    }
}

/// <summary>By what the lines are ordered: the official list unless the reader sorts; nothing is called worst.</summary>
public enum BoardOrder
{
    /// <summary>Danh sách chính thức.</summary>
    Official,
    /// <summary>By the rate sent, lowest first.</summary>
    SentRate,
    /// <summary>By the rate on time, lowest first.</summary>
    OnTimeRate,
    /// <summary>By the rate completed, lowest first.</summary>
    CompletedRate,
    /// <summary>By what is overdue, most first.</summary>
    Overdue,
    /// <summary>By name, Vietnamese order.</summary>
    Name,
    /// <summary>By what is owed, most first.</summary>
    Expected,
    /// <summary>By what was sent, most first.</summary>
    Sent,
    /// <summary>By what was sent in time, most first.</summary>
    OnTime,
    /// <summary>By what is completed, most first.</summary>
    Completed,
    /// <summary>By open supplements, most first.</summary>
    SupplementAsked,
    /// <summary>By what waits for an opinion, most first.</summary>
    Waiting,
    /// <summary>By the longest wait for an opinion, longest first.</summary>
    LongestWait,
    /// <summary>By what is not owed, most first.</summary>
    Excused,
    /// <summary>By the share of open supplements, highest first.</summary>
    SupplementRate,
    /// <summary>By the share of what waits for an opinion, highest first.</summary>
    WaitingRate,
    /// <summary>By the share of what is overdue, highest first.</summary>
    OverdueRate,
    /// <summary>By the share of what is not owed, highest first.</summary>
    ExcusedRate,
}

/// <summary>An order of lines.</summary>
/// <param name="By">By what.</param>
/// <param name="Reversed">The other way round; lines without a figure stand last all the same.</param>
/// <param name="RequirementId">Of one requirement alone, or null.</param>
public readonly record struct BoardSort(BoardOrder By, bool Reversed = false, Guid? RequirementId = null)
{
    /// <summary>From the lowest up: the list, names and the three rates of what was reached; of all others the highest stands first.</summary>
    public bool Rises => By is BoardOrder.Official or BoardOrder.Name or BoardOrder.SentRate or BoardOrder.OnTimeRate or BoardOrder.CompletedRate != Reversed;

    /// <summary>What a line is ordered by; null where it has none.</summary>
    public double? Figure(BoardLine line)
    {
        var counts = line.Of(RequirementId);
        return By switch
        {
            BoardOrder.SentRate => counts.Rate(counts.Sent),
            BoardOrder.OnTimeRate => counts.Rate(counts.OnTime),
            BoardOrder.CompletedRate => counts.Rate(counts.Completed),
            BoardOrder.Overdue => counts.Overdue,
            BoardOrder.Expected => counts.Expected,
            BoardOrder.Sent => counts.Sent,
            BoardOrder.OnTime => counts.OnTime,
            BoardOrder.Completed => counts.Completed,
            BoardOrder.SupplementAsked => counts.SupplementAsked,
            BoardOrder.Waiting => counts.Waiting,
            BoardOrder.LongestWait => line.Waits?.Longest,
            BoardOrder.Excused => counts.Excused,
            BoardOrder.SupplementRate => counts.Rate(counts.SupplementAsked),
            BoardOrder.WaitingRate => counts.Rate(counts.Waiting),
            BoardOrder.OverdueRate => counts.Rate(counts.Overdue),
            BoardOrder.ExcusedRate => counts.ExcusedRate,
            _ => null,
        };
    }
}

/// <summary>Which of the periods that hold a year are counted.</summary>
public enum BoardPeriod
{
    /// <summary>All that runs in the year.</summary>
    All,
    /// <summary>What is owed for the year alone.</summary>
    Year,
    /// <summary>What is owed for the term.</summary>
    Term,
}

/// <summary>Which unit stands where against which requirement: drawn by a page, written by Excel, from the same record.</summary>
/// <param name="Lines">Units with something owed or excused.</param>
/// <param name="Total">The totals row: the sum of the lines.</param>
/// <param name="TotalByRequirement">The totals row by requirement.</param>
public sealed record ComplianceBoard(IReadOnlyList<BoardLine> Lines, Counts Total, IReadOnlyDictionary<Guid, Counts> TotalByRequirement)
{
    private static readonly StringComparer Vietnamese = StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("vi-VN"), false);

    /// <summary>How long what all lines have sent waits for an opinion.</summary>
    public Waits? Waits { get; init; }

    /// <summary>All lines together on the same day a year before; null where nothing was owed then.</summary>
    public Counts? Before { get; init; }

    /// <summary>Builds the board of one unit's children.</summary>
    /// <param name="units">Units that may have a line.</param>
    /// <param name="inputs">Their counts.</param>
    /// <param name="sort">Order of the lines.</param>
    /// <param name="waiting">By unit: working days, and how many wait so long.</param>
    /// <param name="before">By unit: counts on the same day a year before.</param>
    public static ComplianceBoard Build(IReadOnlyList<BoardUnit> units, IReadOnlyList<BoardInput> inputs, BoardSort sort = default,
        ILookup<Guid, (int Days, int Count)>? waiting = null, IReadOnlyDictionary<Guid, Counts>? before = null)
    {
        var byUnit = inputs.ToLookup(input => input.UnitId);
        var lines = new List<BoardLine>();
        foreach (var unit in units)
        {
            var cells = Sum(byUnit[unit.Id]);
            if (cells.Count == 0) continue;
            lines.Add(new BoardLine(unit, Counts.Sum(cells.Values), cells)
            {
                Waits = Compliance.Waits.Of(waiting?[unit.Id] ?? []),
                Before = Known(before?.GetValueOrDefault(unit.Id)),
            });
        }
        var total = Counts.Sum(lines.Select(line => line.Total));
        return new ComplianceBoard(Sort(lines, sort), total, Sum(inputs.Where(input => lines.Exists(line => line.Unit.Id == input.UnitId))))
        {
            Waits = Compliance.Waits.Of(lines.SelectMany(line => waiting?[line.Unit.Id] ?? [])),
            Before = Known(Counts.Sum(lines.Select(line => line.Before ?? default))),
        };
    }

    private static Counts? Known(Counts? counts) => counts is { Expected: > 0 } ? counts : null;

    private static Dictionary<Guid, Counts> Sum(IEnumerable<BoardInput> inputs) =>
        inputs.GroupBy(input => input.RequirementId).ToDictionary(g => g.Key, g => Counts.Sum(g.Select(input => input.Counts)));

    private static IReadOnlyList<BoardLine> Sort(List<BoardLine> lines, BoardSort sort)
    {
        var official = lines.OrderBy(line => line.Unit.OfficialOrder).ThenBy(line => line.Unit.Code, StringComparer.Ordinal);
        if (sort.By == BoardOrder.Official) return [.. sort.Reversed ? official.Reverse() : official];
        if (sort.By == BoardOrder.Name) return [.. sort.Rises ? official.OrderBy(line => line.Unit.Name, Vietnamese) : official.OrderByDescending(line => line.Unit.Name, Vietnamese)];
        // Lines with nothing owed stand last whichever way round.
        var known = official.OrderBy(line => sort.Figure(line) is null);
        return [.. sort.Rises ? known.ThenBy(sort.Figure) : known.ThenByDescending(sort.Figure)];
    }
}
