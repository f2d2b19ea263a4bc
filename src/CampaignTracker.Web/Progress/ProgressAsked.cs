using CampaignTracker.Domain.Progress;
using CampaignTracker.UseCases;
using CampaignTracker.UseCases.Progress;

namespace CampaignTracker.Web.Progress;

/// <summary>Which rows: what an address of <c>/progress</c> says, and the address that says it.</summary>
/// <param name="Unit">Code of the unit; null for the reader's own.</param>
/// <param name="Year">Campaign year, or null for the one that runs.</param>
/// <param name="Subject">Only items or only lines.</param>
/// <param name="Slice">The number to explain.</param>
/// <param name="Silent">Not done and not reported on for so many days.</param>
/// <param name="Month">Reported on in this month.</param>
/// <param name="Answer">With this as the month's latest answer.</param>
/// <param name="Plan">Items of one plan.</param>
/// <param name="Search">Part of a text or name.</param>
/// <param name="Page">From 1.</param>
public sealed record ProgressAsked(string? Unit = null, int? Year = null, ProgressSubject? Subject = null, ProgressSlice? Slice = null, int? Silent = null, int? Month = null, ProgressAnswer? Answer = null,
    Guid? Plan = null, string? Search = null, int Page = 1)
{
    /// <summary>Days without a report that may be chosen.</summary>
    public static readonly int[] SilentChoices = [30, 60, 90];

    /// <summary>Understands an address; what it cannot read it leaves at its default.</summary>
    public static ProgressAsked Read(string? unit, string? year, string? subject, string? slice, string? silent, string? month, string? answer, string? plan, string? search, string? page) => new(
        Blank(unit), Number(year, 2000, 2100), Member<ProgressSubject>(subject), Member<ProgressSlice>(slice), Number(silent, 1, 3660), Number(month, 1, 12), Number(month, 1, 12) is null ? null : Member<ProgressAnswer>(answer),
        Guid.TryParse(plan, out var p) ? p : null, Blank(search), Number(page, 1, int.MaxValue) ?? 1);

    /// <summary>The use case's input.</summary>
    public ViewProgress.Input Input => new(Unit, Year, Subject, Slice, Silent, Month, Answer, Plan, Search, (Page - 1) * Paging.Size);

    /// <summary>Something is left out.</summary>
    public bool Filtered => Subject is not null || Slice is not null || Silent is not null || Month is not null || Plan is not null || Search is not null;

    /// <summary>The same unit and year without a filter.</summary>
    public ProgressAsked Whole => new(Unit, Year);

    /// <summary>Where these rows stand.</summary>
    public string Address => To("/progress", Parts());

    private IEnumerable<(string Name, string? Value)> Parts() =>
    [
        ("unit", Unit), ("year", Year?.ToString()), ("subject", Lower(Subject)), ("slice", Lower(Slice)), ("silent", Silent?.ToString()), ("month", Month?.ToString()), ("answer", Lower(Answer)),
        ("plan", Plan?.ToString()), ("search", string.IsNullOrWhiteSpace(Search) ? null : Search.Trim()), ("page", Page > 1 ? Page.ToString() : null),
    ];

    /// <summary>An address with the parts that say something.</summary>
    public static string To(string path, IEnumerable<(string Name, string? Value)> parts)
    {
        var query = string.Join('&', parts.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string? Lower(Enum? member) => member?.ToString().ToLowerInvariant();

    private static int? Number(string? text, int least, int most) => int.TryParse(text, out var number) && number >= least && number <= most ? number : null;

    private static T? Member<T>(string? text) where T : struct, Enum => Enum.TryParse<T>(text, true, out var member) && Enum.IsDefined(member) ? member : null;
}
