using System.Globalization;
using CampaignTracker.Domain.Compliance;
using CampaignTracker.UseCases.Compliance;
using CampaignTracker.Web.Obligations;
using CampaignTracker.Web.Shared;

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
    private const string DayForm = "yyyy-MM-dd";

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
    /// <param name="said">The address's values by their names.</param>
    public static BoardAsked Read(int? year, Func<string, string?> said) => new(year, said("unit"),
        new BoardSort(AddressQuery.Member<BoardOrder>(said("order")), said("reverse") == "true", Guid.TryParse(said("column"), out var column) ? column : null), said("kind"),
        AddressQuery.Member(said("rate"), BoardRate.Completed), int.TryParse(said("page"), out var page) && page > 0 ? page : 1)
    {
        Territory = said("territory"),
        Requirement = Guid.TryParse(said("requirement"), out var requirement) ? requirement : null,
        Period = AddressQuery.Member<BoardPeriod>(said("period")),
        Reviewed = said("reviewed") == "true",
        Search = said("search"),
        On = DateOnly.TryParseExact(said("on"), DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? on : null,
        Compare = said("compare") == "true",
        Show = AddressQuery.Member<BoardShow>(said("show")),
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
    public string Address => AddressQuery.Address(Year is null ? "/compliance" : $"/compliance/{Year}", Parts);

    /// <summary>The same as a query alone, the year among the rest.</summary>
    public string Query => AddressQuery.Address("/compliance", [.. Parts, ("year", Year?.ToString(CultureInfo.InvariantCulture))]);

    private IEnumerable<(string Name, string? Value)> Parts =>
    [
        ("unit", Unit), ("order", AddressQuery.Lower(Sort.By)), ("reverse", Sort.Reversed ? "true" : null), ("column", Sort.RequirementId?.ToString()), ("kind", Kind), ("territory", Territory),
        ("requirement", Requirement?.ToString()), ("period", AddressQuery.Lower(Period)), ("reviewed", Reviewed ? "true" : null), ("search", Search),
        ("on", On?.ToString(DayForm, CultureInfo.InvariantCulture)), ("compare", Compare ? "true" : null), ("show", AddressQuery.Lower(Show)),
        ("rate", AddressQuery.Lower(Rate, BoardRate.Completed)), ("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null),
    ];
}
