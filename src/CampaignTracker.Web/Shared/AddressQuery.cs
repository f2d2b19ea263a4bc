using Microsoft.AspNetCore.WebUtilities;

namespace CampaignTracker.Web.Shared;

/// <summary>What an address asks for after its question mark.</summary>
public static class AddressQuery
{
    /// <summary>The value by its name; null where the address does not give it, or gives nothing.</summary>
    public static Func<string, string?> Of(string address)
    {
        var query = QueryHelpers.ParseQuery(address.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? address[at..] : "");
        return name => query.TryGetValue(name, out var values) && !string.IsNullOrWhiteSpace(values[^1]) ? values[^1]!.Trim() : null;
    }

    /// <summary>A path with those parts that have a value.</summary>
    public static string Address(string path, IEnumerable<(string Name, string? Value)> parts)
    {
        var said = parts.Where(part => !string.IsNullOrWhiteSpace(part.Value)).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!.Trim())}").ToList();
        return said.Count == 0 ? path : path + "?" + string.Join('&', said);
    }

    /// <summary>An enum member as an address says it; null for the default, which is not said.</summary>
    public static string? Lower<T>(T member, T usual = default) where T : struct, Enum => EqualityComparer<T>.Default.Equals(member, usual) ? null : member.ToString().ToLowerInvariant();

    /// <summary>An enum member by its name; the default where there is none of that name.</summary>
    public static T Member<T>(string? name, T usual = default) where T : struct, Enum => MemberOrNull<T>(name) ?? usual;

    /// <summary>An enum member by its name, or null.</summary>
    public static T? MemberOrNull<T>(string? name) where T : struct, Enum => Enum.TryParse<T>(name, true, out var member) && Enum.IsDefined(member) ? member : null;
}
