using CampaignTracker.Domain.Compliance;
using CampaignTracker.UseCases;
using CampaignTracker.UseCases.Obligations;
using CampaignTracker.Web.Reports;

namespace CampaignTracker.Web.Obligations;

/// <summary>Which rows: what an address of <c>/obligations</c> says, and the address that says it.</summary>
/// <param name="Unit">Code of the unit; null for the reader's own.</param>
/// <param name="Year">Campaign year, or null for all.</param>
/// <param name="Slice">The number to explain, or null for all rows.</param>
/// <param name="Requirement">One requirement, or null.</param>
/// <param name="Own">Only what the unit itself owes.</param>
/// <param name="Kind">The board's filter: only under units of this kind directly below.</param>
/// <param name="Search">Part of a unit's name or code.</param>
/// <param name="Order">Order of the rows.</param>
/// <param name="Page">From 1.</param>
public sealed record RowsAsked(string? Unit, int? Year, ObligationSlice? Slice = null, Guid? Requirement = null, bool Own = false, string? Kind = null,
    string? Search = null, ObligationOrder Order = ObligationOrder.Official, int Page = 1)
{
    /// <summary>The board's filter: only under units of this commune or ward directly below.</summary>
    public string? Territory { get; init; }
    /// <summary>The board's filter: only under units directly below whose name or code holds this.</summary>
    public string? Line { get; init; }
    /// <summary>The board's filter: of which periods.</summary>
    public BoardPeriod Period { get; init; }
    /// <summary>The board's filter: only what the units directly below owe themselves.</summary>
    public bool Reviewed { get; init; }

    /// <summary>Understands an address; what it cannot read it leaves at its default.</summary>
    /// <param name="said">What it says after the question mark.</param>
    public static RowsAsked Read(ListQuery said) => new(
        said["unit"], int.TryParse(said["year"], out var year) ? year : null, said.Member<ObligationSlice>("slice"),
        said.Key("requirement"), said["own"] == "true", said["kind"], said["search"],
        said.Member<ObligationOrder>("order") ?? default, int.TryParse(said["page"], out var page) && page > 0 ? page : 1)
    {
        Territory = said["territory"],
        Line = said["line"],
        Period = said.Member<BoardPeriod>("period") ?? default,
        Reviewed = said["reviewed"] == "true",
    };

    /// <summary>The use case's input.</summary>
    public ViewObligations.Input Input => new(Unit, Year, Own, Requirement, Slice, Search, Order, (Page - 1) * Paging.Size, Paging.Size, Kind, LineTerritory: Territory, LineSearch: Line, Period: Period, Reviewed: Reviewed);

    /// <summary>Where these rows stand.</summary>
    public string Address => "/obligations" + ListQuery.Of(
        ("unit", Unit), ("year", Year?.ToString()), ("requirement", Requirement?.ToString()), ("slice", Slice is null ? null : Lower(Slice.Value)), ("own", Own ? "true" : null), ("kind", Kind),
        ("territory", Territory), ("line", Line), ("period", Period == BoardPeriod.All ? null : Lower(Period)), ("reviewed", Reviewed ? "true" : null),
        ("search", Search), ("order", Order == ObligationOrder.Official ? null : Lower(Order)), ("page", Page > 1 ? Page.ToString() : null));

    private static string Lower(Enum member) => member.ToString().ToLowerInvariant();
}
