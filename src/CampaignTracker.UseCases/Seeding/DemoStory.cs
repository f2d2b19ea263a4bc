namespace CampaignTracker.UseCases.Seeding;

/// <summary>What becomes of an obligation in the demo.</summary>
internal enum DemoFate
{
    /// <summary>Sent in time, agreed.</summary>
    Settled,
    /// <summary>Sent late, agreed.</summary>
    SettledLate,
    /// <summary>Supplemented, then agreed.</summary>
    SettledAfterSupplement,
    /// <summary>Nobody above answered in the set days.</summary>
    NoOpinion,
    /// <summary>Sent lately, not opened.</summary>
    Waiting,
    /// <summary>Sent lately, opened.</summary>
    Reading,
    /// <summary>Sent lately, an opinion is proposed.</summary>
    Proposed,
    /// <summary>Asked lately to supplement.</summary>
    Supplement,
    /// <summary>Asked to supplement, and that day is past.</summary>
    SupplementLate,
    /// <summary>Answered as out of scope.</summary>
    OutOfScope,
    /// <summary>Excused by the superior.</summary>
    Excused,
    /// <summary>Given more time, not sent yet.</summary>
    Extended,
    /// <summary>Begun.</summary>
    Draft,
    /// <summary>Adopted by the meeting.</summary>
    Adopted,
    /// <summary>Signed, not sent.</summary>
    Issued,
    /// <summary>Not begun.</summary>
    Nothing,
}

/// <summary>How often each fate falls.</summary>
internal static class DemoFates
{
    private static readonly (DemoFate, int)[] OfLastYear =
    [
        (DemoFate.Settled, 76), (DemoFate.SettledLate, 9), (DemoFate.SettledAfterSupplement, 6), (DemoFate.NoOpinion, 3), (DemoFate.OutOfScope, 1),
        (DemoFate.Excused, 2), (DemoFate.Waiting, 1), (DemoFate.Draft, 1), (DemoFate.Nothing, 1),
    ];

    private static readonly (DemoFate, int)[] OfCommittees =
    [
        (DemoFate.Settled, 60), (DemoFate.SettledLate, 7), (DemoFate.SettledAfterSupplement, 6), (DemoFate.NoOpinion, 2), (DemoFate.Waiting, 5), (DemoFate.Reading, 3), (DemoFate.Proposed, 4),
        (DemoFate.Supplement, 4), (DemoFate.Extended, 1), (DemoFate.Draft, 4), (DemoFate.Issued, 1), (DemoFate.Nothing, 3),
    ];

    private static readonly (DemoFate, int)[] OfUnits =
    [
        (DemoFate.Settled, 43), (DemoFate.SettledLate, 7), (DemoFate.SettledAfterSupplement, 6), (DemoFate.NoOpinion, 2), (DemoFate.Waiting, 4), (DemoFate.Reading, 3), (DemoFate.Proposed, 3),
        (DemoFate.Supplement, 4), (DemoFate.SupplementLate, 1), (DemoFate.OutOfScope, 1), (DemoFate.Excused, 2), (DemoFate.Extended, 4), (DemoFate.Draft, 6), (DemoFate.Adopted, 2), (DemoFate.Issued, 1),
        (DemoFate.Nothing, 11),
    ];

    public static DemoFate Choose(DemoChance chance, bool lastYear, bool committee)
    {
        var table = lastYear ? OfLastYear : committee ? OfCommittees : OfUnits;
        var at = chance.Between(0, table.Sum(row => row.Item2) - 1);
        foreach (var (fate, weight) in table)
            if ((at -= weight) < 0) return fate;
        return DemoFate.Settled;
    }

    /// <summary>Fates that lie in the last days, whenever the demo is told.</summary>
    public static bool Recent(DemoFate fate) => fate is DemoFate.Waiting or DemoFate.Reading or DemoFate.Proposed or DemoFate.Supplement or DemoFate.SupplementLate;
}

/// <summary>The days of one filing's life; null for what never happens. What lies on or after today has not happened yet.</summary>
internal sealed record DemoStory
{
    public required DateOnly Begin { get; init; }
    public DateOnly? Meeting { get; init; }
    public DateOnly? Issue { get; init; }
    public DateOnly? Send { get; init; }
    public DateOnly? Open { get; init; }
    public DateOnly? Propose { get; init; }
    public DateOnly? AskSupplement { get; init; }
    public DateOnly? SendAgain { get; init; }
    public DateOnly? OpenAgain { get; init; }
    public DateOnly? Agree { get; init; }
    /// <summary>No opinion came: the clock closes it.</summary>
    public DateOnly? Close { get; init; }

    /// <summary>Tells the days of a fate around its day of sending.</summary>
    public static DemoStory Tell(DemoFate fate, DemoDays days, DemoChance chance, DateOnly earliest, DateOnly send)
    {
        var issue = days.Add(send, -chance.Between(0, 2));
        var meeting = days.Add(issue, -chance.Between(0, 2));
        var begin = days.Add(meeting, -chance.Between(3, 10));
        if (begin < earliest) begin = earliest;
        if (meeting < begin) meeting = begin;
        if (issue < meeting) issue = meeting;
        var written = new DemoStory { Begin = begin, Meeting = meeting, Issue = issue, Send = send };
        var open = days.Add(send, chance.Between(1, 3));
        var propose = days.Add(open, chance.Between(1, 2));
        var decide = days.Add(propose, chance.Between(1, 3));
        bool proposed = chance.Percent(75);
        switch (fate)
        {
            case DemoFate.Draft or DemoFate.Extended: return new DemoStory { Begin = begin };
            case DemoFate.Adopted: return new DemoStory { Begin = begin, Meeting = meeting };
            case DemoFate.Issued: return new DemoStory { Begin = begin, Meeting = meeting, Issue = issue };
            case DemoFate.Waiting: return written;
            case DemoFate.Reading: return written with { Open = days.Add(send, 1) };
            case DemoFate.Proposed: return written with { Open = days.Add(send, 1), Propose = days.Add(send, chance.Between(1, 2)) };
            case DemoFate.NoOpinion: return written with { Open = chance.Percent(50) ? open : null, Close = days.Calendar.AddWorkingDays(send, Domain.Reviews.Review.OpinionWorkingDays).AddDays(1) };
            case DemoFate.Supplement or DemoFate.SupplementLate: return written with { Open = days.Add(send, 1), Propose = days.Add(send, 1), AskSupplement = days.Add(send, chance.Between(1, 2)) };
            case DemoFate.SettledAfterSupplement:
                var again = days.Add(decide, chance.Between(2, 5));
                var openAgain = days.Add(again, chance.Between(1, 2));
                return written with { Open = open, Propose = propose, AskSupplement = decide, SendAgain = again, OpenAgain = openAgain, Agree = days.Add(openAgain, chance.Between(0, 2)) };
            default: return written with { Open = open, Propose = proposed ? propose : null, Agree = decide };
        }
    }
}
