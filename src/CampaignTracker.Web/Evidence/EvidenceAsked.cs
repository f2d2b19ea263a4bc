using CampaignTracker.UseCases;
using CampaignTracker.UseCases.Evidence;

namespace CampaignTracker.Web.Evidence;

/// <summary>Which list: what an address of <c>/evidence</c> says, and the address that says it.</summary>
/// <param name="Unit">Code of the unit; null for the reader's own.</param>
/// <param name="Year">The year; null for the one that runs.</param>
/// <param name="Of">Only plans or only commitments, or null.</param>
/// <param name="Search">Part of a caption or name.</param>
/// <param name="Page">From 1.</param>
public sealed record EvidenceAsked(string? Unit = null, int? Year = null, EvidenceOf? Of = null, string? Search = null, int Page = 1)
{
    /// <summary>Understands an address; what it cannot read it leaves at its default.</summary>
    public static EvidenceAsked Read(string? unit, string? year, string? of, string? search, string? page) => new(Blank(unit), int.TryParse(year, out var y) ? y : null,
        Enum.TryParse<EvidenceOf>(of, true, out var o) && Enum.IsDefined(o) ? o : null, Blank(search) is { Length: > 100 } much ? much[..100] : Blank(search), int.TryParse(page, out var n) && n > 0 ? n : 1);

    /// <summary>The use case's input.</summary>
    public ViewEvidence.Input Input => new(Unit, Year, Of, Search, (int)Math.Min((Page - 1L) * Paging.Size, int.MaxValue));

    /// <summary>Where this list stands.</summary>
    public string Address => Parts().Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}").ToList() is { Count: > 0 } parts ? "/evidence?" + string.Join('&', parts) : "/evidence";

    private IEnumerable<(string Name, string? Value)> Parts() =>
        [("unit", Unit), ("year", Year?.ToString()), ("of", Of?.ToString().ToLowerInvariant()), ("search", Blank(Search)), ("page", Page > 1 ? Page.ToString() : null)];

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
