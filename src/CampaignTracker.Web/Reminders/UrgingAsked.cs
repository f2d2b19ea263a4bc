using Microsoft.AspNetCore.WebUtilities;
using CampaignTracker.UseCases.Obligations;
using CampaignTracker.UseCases.Reminders;

namespace CampaignTracker.Web.Reminders;

/// <summary>What is to be urged: what an address of <c>/reminders/urge</c> says, and the address that says it.</summary>
/// <param name="Filings">These filings; the rest is not looked at.</param>
/// <param name="Units">Codes of units.</param>
/// <param name="Unit">Without units: everything at and below this one; null for the reader's own.</param>
/// <param name="Slice">Which of their filings.</param>
/// <param name="Below">Of chosen units also what the units below them owe.</param>
/// <param name="Year">Campaign year, or null for all.</param>
/// <param name="Requirement">One requirement, or null.</param>
public sealed record UrgingAsked(IReadOnlyList<Guid> Filings, IReadOnlyList<string> Units, string? Unit = null, ObligationSlice Slice = ObligationSlice.Overdue, bool Below = false, int? Year = null, Guid? Requirement = null)
{
    /// <summary>Most filings that fit into an address.</summary>
    public const int MostInAddress = 60;

    /// <summary>Numbers of the board that can be urged.</summary>
    public static readonly ObligationSlice[] Slices = [ObligationSlice.Overdue, ObligationSlice.NotSent, ObligationSlice.SupplementAsked];

    /// <summary>Everything of one number below a unit.</summary>
    public static UrgingAsked All(string? unit, int? year, ObligationSlice slice = ObligationSlice.Overdue, Guid? requirement = null) => new([], [], unit, slice, Year: year, Requirement: requirement);

    /// <summary>Understands an address; what it cannot read it leaves at its default.</summary>
    public static UrgingAsked Read(string? filings, string? units, string? unit, string? slice, string? below, string? year, string? requirement) => new(
        [.. Parts(filings).Select(Key).OfType<Guid>().Take(MostInAddress)], [.. Parts(units).Distinct()], string.IsNullOrWhiteSpace(unit) ? null : unit,
        Enum.TryParse<ObligationSlice>(slice, true, out var s) && Slices.Contains(s) ? s : ObligationSlice.Overdue, below == "true", int.TryParse(year, out var y) ? y : null, Guid.TryParse(requirement, out var r) ? r : null);

    /// <summary>The use case's input.</summary>
    public PrepareUrging.Input Input => new(Filings, Units, Unit, Slice, Below, Year, Requirement);

    /// <summary>Where this choice is urged.</summary>
    public string Address
    {
        get
        {
            var parts = new[]
            {
                ("filings", Filings.Count == 0 ? null : string.Join('.', Filings.Select(id => WebEncoders.Base64UrlEncode(id.ToByteArray())))), ("units", Units.Count == 0 ? null : string.Join(',', Units)), ("unit", Unit),
                ("slice", Slice == ObligationSlice.Overdue ? null : Slice.ToString().ToLowerInvariant()), ("below", Below ? "true" : null), ("year", Year?.ToString()), ("requirement", Requirement?.ToString()),
            }.Where(part => part.Item2 is not null).Select(part => $"{part.Item1}={Uri.EscapeDataString(part.Item2!)}").ToList();
            return "/reminders/urge" + (parts.Count == 0 ? "" : "?" + string.Join('&', parts));
        }
    }

    private static string[] Parts(string? text) => text?.Split([',', '.'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static Guid? Key(string text)
    {
        try
        {
            return text.Length == 22 ? new Guid(WebEncoders.Base64UrlDecode(text)) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
