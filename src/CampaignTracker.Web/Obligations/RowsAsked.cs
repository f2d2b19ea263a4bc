using CampaignTracker.UseCases;
using CampaignTracker.UseCases.Obligations;

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
    /// <summary>Understands an address; what it cannot read it leaves at its default.</summary>
    public static RowsAsked Read(string? unit, string? year, string? slice, string? requirement, string? own, string? kind, string? search, string? order, string? page) => new(
        Blank(unit), int.TryParse(year, out var y) ? y : null, Enum.TryParse<ObligationSlice>(slice, true, out var s) && Enum.IsDefined(s) ? s : null,
        Guid.TryParse(requirement, out var r) ? r : null, own == "true", Blank(kind), Blank(search),
        Enum.TryParse<ObligationOrder>(order, true, out var o) && Enum.IsDefined(o) ? o : ObligationOrder.Official, int.TryParse(page, out var n) && n > 0 ? n : 1);

    /// <summary>The use case's input.</summary>
    public ViewObligations.Input Input => new(Unit, Year, Own, Requirement, Slice, Search, Order, (Page - 1) * Paging.Size, Paging.Size, Kind);

    /// <summary>Where these rows stand.</summary>
    public string Address => "/obligations?" + string.Join('&', Parts().Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));

    private IEnumerable<(string Name, string? Value)> Parts() =>
    [
        ("unit", Unit), ("year", Year?.ToString()), ("requirement", Requirement?.ToString()), ("slice", Slice is null ? null : Lower(Slice.Value)), ("own", Own ? "true" : null), ("kind", Kind),
        ("search", string.IsNullOrWhiteSpace(Search) ? null : Search.Trim()), ("order", Order == ObligationOrder.Official ? null : Lower(Order)), ("page", Page > 1 ? Page.ToString() : null),
    ];

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string Lower(Enum member) => member.ToString().ToLowerInvariant();
}
