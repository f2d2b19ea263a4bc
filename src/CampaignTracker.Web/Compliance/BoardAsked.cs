using System.Globalization;
using CampaignTracker.Domain.Compliance;
using CampaignTracker.UseCases.Compliance;
using CampaignTracker.Web.Obligations;
using CampaignTracker.Web.Reports;

namespace CampaignTracker.Web.Compliance;

/// <summary>What the table shows of each line.</summary>
public enum BoardShow
{
    /// <summary>Four numbers, and the chosen rate of every requirement.</summary>
    Tasks,
    /// <summary>All numbers, as counts.</summary>
    Numbers,
    /// <summary>All numbers, as rates.</summary>
    Rates,
}

/// <summary>Which board: what an address of <c>/compliance</c> says, and the address that says it.</summary>
/// <param name="Year">Campaign year; null for the one that runs.</param>
/// <param name="Unit">Code of the unit; null for the reader's own.</param>
/// <param name="Sort">Order of the lines.</param>
/// <param name="Kind">Only lines of a kind of unit, or null.</param>
/// <param name="Rate">The rate in colour.</param>
/// <param name="Page">From 1.</param>
public sealed record BoardAsked(int? Year, string? Unit = null, BoardSort Sort = default, string? Kind = null, BoardRate Rate = BoardRate.Completed, int Page = 1)
{
    /// <summary>Lines of a page: as many as the map numbers.</summary>
    public const int PageSize = 12;

    /// <summary>Only lines of a commune or ward, by its code.</summary>
    public string? Territory { get; init; }
    /// <summary>One requirement alone, or null.</summary>
    public Guid? Requirement { get; init; }
    /// <summary>Of which periods.</summary>
    public BoardPeriod Period { get; init; }
    /// <summary>Only what the board's unit reviews.</summary>
    public bool Reviewed { get; init; }
    /// <summary>Only lines whose name holds this.</summary>
    public string? Search { get; init; }
    /// <summary>The past day the figures hold for, at its end; null for now.</summary>
    public DateOnly? On { get; init; }
    /// <summary>With the same day a year before.</summary>
    public bool Compare { get; init; }
    /// <summary>What the table shows.</summary>
    public BoardShow Show { get; init; }

    /// <summary>Understands an address; what it cannot read it leaves at its default.</summary>
    /// <param name="year">From the path.</param>
    /// <param name="said">What it says after the question mark.</param>
    public static BoardAsked Read(int? year, ListQuery said) => new(year, said["unit"],
        new BoardSort(said.Member<BoardOrder>("order") ?? default, said["reverse"] == "true", said.Key("column")), said["kind"],
        said.Member<BoardRate>("rate") ?? BoardRate.Completed, int.TryParse(said["page"], out var page) && page > 0 ? page : 1)
    {
        Territory = said["territory"],
        Requirement = said.Key("requirement"),
        Period = said.Member<BoardPeriod>("period") ?? default,
        Reviewed = said["reviewed"] == "true",
        Search = said["search"],
        On = said.Day("on"),
        Compare = said["compare"] == "true",
        Show = said.Member<BoardShow>("show") ?? default,
    };

    /// <summary>The use case's input.</summary>
    public ViewCompliance.Input Input => new(Year, Unit, Sort, Kind, Territory, Search, Requirement, Period, Reviewed, On, Compare);

    /// <summary>The rows behind this board; null for a past day, whose rows nobody can open.</summary>
    public RowsAsked? Rows => On is null ? new RowsAsked(Unit, Year, Requirement: Requirement, Kind: Kind) { Territory = Territory, Line = Search, Period = Period, Reviewed = Reviewed } : null;

    /// <summary>The rows behind one line; null for a past day.</summary>
    public RowsAsked? RowsOf(BoardLine line) => On is null ? new RowsAsked(line.Unit.Code, Year, Requirement: Requirement, Own: Reviewed || line.Unit.Code == Unit) { Period = Period } : null;

    /// <summary>A filter is set that leaves something out.</summary>
    public bool Filtered => this != Unfiltered with { Page = Page };

    /// <summary>The same board with everything on it.</summary>
    public BoardAsked Unfiltered => this with { Kind = null, Territory = null, Requirement = null, Period = BoardPeriod.All, Reviewed = false, Search = null, Page = 1 };

    /// <summary>The board of a unit below, seen the same way.</summary>
    public BoardAsked Into(string unit) => this with { Unit = unit, Kind = null, Territory = null, Search = null, Page = 1 };

    /// <summary>The lines stand by the chosen rate.</summary>
    public bool ByRate => Sort.By is BoardOrder.SentRate or BoardOrder.OnTimeRate or BoardOrder.CompletedRate;

    /// <summary>The same board by another rate; an order by rate goes along.</summary>
    public BoardAsked By(BoardRate rate) => this with { Rate = rate, Sort = ByRate ? Sort with { By = rate.Order() } : Sort, Page = 1 };

    /// <summary>The same board in another order; asked for once more, the other way round.</summary>
    public BoardAsked Sorted(BoardSort sort) => this with { Sort = Sort == sort ? sort with { Reversed = !sort.Reversed } : sort, Page = 1 };

    /// <summary>Where this board stands.</summary>
    public string Address => (Year is null ? "/compliance" : $"/compliance/{Year}") + ListQuery.Of(Parts);

    /// <summary>The same as a query alone, the year among the rest.</summary>
    public string Query => ListQuery.Of([.. Parts, ("year", Year?.ToString(CultureInfo.InvariantCulture))]);

    private (string Name, string? Value)[] Parts =>
    [
        ("unit", Unit), ("order", Lower(Sort.By)), ("reverse", Sort.Reversed ? "true" : null), ("column", Sort.RequirementId?.ToString()), ("kind", Kind), ("territory", Territory),
        ("requirement", Requirement?.ToString()), ("period", Lower(Period)), ("reviewed", Reviewed ? "true" : null), ("search", Search),
        ("on", On?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("compare", Compare ? "true" : null), ("show", Lower(Show)),
        ("rate", Rate == BoardRate.Completed ? null : Rate.ToString().ToLowerInvariant()), ("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null),
    ];

    private static string? Lower<T>(T member) where T : struct, Enum => member.Equals(default(T)) ? null : member.ToString().ToLowerInvariant();
}
