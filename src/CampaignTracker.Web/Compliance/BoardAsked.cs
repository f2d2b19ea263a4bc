using CampaignTracker.Domain.Compliance;
using CampaignTracker.UseCases.Compliance;
using CampaignTracker.Web.Obligations;

namespace CampaignTracker.Web.Compliance;

/// <summary>Which board: what an address of <c>/compliance</c> says, and the address that says it.</summary>
/// <param name="Year">Campaign year; null for the one that runs.</param>
/// <param name="Unit">Code of the unit; null for the reader's own.</param>
/// <param name="Order">Order of the lines.</param>
/// <param name="Kind">Only lines of a kind of unit, or null.</param>
/// <param name="Rate">The rate in colour.</param>
/// <param name="Page">From 1.</param>
public sealed record BoardAsked(int? Year, string? Unit = null, BoardOrder Order = BoardOrder.Official, string? Kind = null, BoardRate Rate = BoardRate.Completed, int Page = 1)
{
    /// <summary>Lines of a page: as many as the map numbers.</summary>
    public const int PageSize = 12;

    /// <summary>Understands an address; what it cannot read it leaves at its default.</summary>
    public static BoardAsked Read(int? year, string? unit, string? order, string? kind, string? rate, string? page) => new(year, Blank(unit),
        Enum.TryParse<BoardOrder>(order, true, out var o) && Enum.IsDefined(o) ? o : BoardOrder.Official, Blank(kind),
        Enum.TryParse<BoardRate>(rate, true, out var r) && Enum.IsDefined(r) ? r : BoardRate.Completed, int.TryParse(page, out var n) && n > 0 ? n : 1);

    /// <summary>The use case's input.</summary>
    public ViewCompliance.Input Input => new(Year, Unit, Order, Kind);

    /// <summary>The rows behind this board.</summary>
    public RowsAsked Rows => new(Unit, Year, Kind: Kind);

    /// <summary>The lines stand from the lowest rate up.</summary>
    public bool ByRate => Order is BoardOrder.SentRate or BoardOrder.OnTimeRate or BoardOrder.CompletedRate;

    /// <summary>The same board by another rate; an order by rate goes along.</summary>
    public BoardAsked By(BoardRate rate) => this with { Rate = rate, Order = ByRate ? rate.Order() : Order, Page = 1 };

    /// <summary>Where this board stands.</summary>
    public string Address
    {
        get
        {
            var parts = new[]
            {
                ("unit", Unit), ("order", Order == BoardOrder.Official ? null : Order.ToString().ToLowerInvariant()), ("kind", Kind),
                ("rate", Rate == BoardRate.Completed ? null : Rate.ToString().ToLowerInvariant()), ("page", Page > 1 ? Page.ToString() : null),
            }.Where(part => part.Item2 is not null).Select(part => $"{part.Item1}={Uri.EscapeDataString(part.Item2!)}").ToList();
            return (Year is null ? "/compliance" : $"/compliance/{Year}") + (parts.Count == 0 ? "" : "?" + string.Join('&', parts));
        }
    }

    /// <summary>The same as a query alone, the year among the rest.</summary>
    public string Query => (this with { Year = null }).Address is var address && Year is null ? address : $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}year={Year}";

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
