using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace CampaignTracker.Web.Reports;

/// <summary>What an address says after the question mark; what cannot be understood counts as not said.</summary>
/// <param name="query">With or without the question mark.</param>
public sealed class ListQuery(string? query)
{
    private readonly Dictionary<string, Microsoft.Extensions.Primitives.StringValues> parts = QueryHelpers.ParseQuery(query);

    /// <summary>A query of the parts that say something.</summary>
    public static string Of(params (string Name, string? Value)[] parts) =>
        string.Concat(parts.Where(part => !string.IsNullOrWhiteSpace(part.Value)).Select((part, i) => $"{(i == 0 ? '?' : '&')}{part.Name}={Uri.EscapeDataString(part.Value!.Trim())}"));

    /// <summary>A part, or null where it is missing or blank.</summary>
    public string? this[string name] => parts.TryGetValue(name, out var said) && !string.IsNullOrWhiteSpace(said) ? said.ToString().Trim() : null;

    /// <summary>A member of an enumeration.</summary>
    public T? Member<T>(string name) where T : struct, Enum => Enum.TryParse<T>(this[name], ignoreCase: true, out var member) && Enum.IsDefined(member) ? member : null;

    /// <summary>A day, as 2026-11-23.</summary>
    public DateOnly? Day(string name) => DateOnly.TryParseExact(this[name], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>A key.</summary>
    public Guid? Key(string name) => Guid.TryParse(this[name], out var key) ? key : null;
}
