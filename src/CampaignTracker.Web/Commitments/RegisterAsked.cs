using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.UseCases;
using CampaignTracker.UseCases.Commitments;

namespace CampaignTracker.Web.Commitments;

/// <summary>Which register: what an address of <c>/commitments</c> says, and the address that says it.</summary>
/// <param name="Unit">Code of the unit; null for the reader's own.</param>
/// <param name="Year">Campaign year; null for the running one.</param>
/// <param name="Scope">Year or term.</param>
/// <param name="Below">The numbers of the units below instead of the unit's own register; null where the address does not say.</param>
/// <param name="Slice">Which people.</param>
/// <param name="Search">Part of a name.</param>
/// <param name="Page">From 1.</param>
public sealed record RegisterAsked(string? Unit = null, int? Year = null, CommitmentScope Scope = CommitmentScope.Year, bool? Below = null, RegisterSlice Slice = RegisterSlice.All, string? Search = null, int Page = 1)
{
    /// <summary>Understands an address; what it cannot read it leaves at its default.</summary>
    public static RegisterAsked Read(string? unit, string? year, string? scope, string? view, string? slice, string? search, string? page) => new(
        string.IsNullOrWhiteSpace(unit) ? null : unit.Trim(), int.TryParse(year, out var y) && y is > 2000 and < 2100 ? y : null,
        Enum.TryParse<CommitmentScope>(scope, true, out var s) && Enum.IsDefined(s) ? s : CommitmentScope.Year, view is "below" ? true : view is "register" ? false : null,
        Enum.TryParse<RegisterSlice>(slice, true, out var p) && Enum.IsDefined(p) ? p : RegisterSlice.All, string.IsNullOrWhiteSpace(search) ? null : search.Trim(), int.TryParse(page, out var n) && n > 0 ? n : 1);

    /// <summary>Where a unit's register of a requirement stands.</summary>
    public static string Of(RequirementKind kind, int year, string? unit = null) => new RegisterAsked(unit, year, kind.IsForTerm() ? CommitmentScope.Term : CommitmentScope.Year, unit is null ? null : false).Address;

    /// <summary>The address.</summary>
    public string Address
    {
        get
        {
            var parts = new[] { ("unit", Unit), ("year", Year?.ToString()), ("scope", Scope == CommitmentScope.Term ? "term" : null), ("view", Below is null ? null : Below.Value ? "below" : "register"),
                ("slice", Slice == RegisterSlice.All ? null : Slice.ToString().ToLowerInvariant()), ("search", Search), ("page", Page > 1 ? Page.ToString() : null) }.Where(part => part.Item2 is not null).ToList();
            return "/commitments" + (parts.Count == 0 ? "" : "?" + string.Join('&', parts.Select(part => $"{part.Item1}={Uri.EscapeDataString(part.Item2!)}")));
        }
    }

    /// <summary>The register's input.</summary>
    public ViewRegister.Input Register => new(Unit, Scope, Year, Slice, Search, (Page - 1) * Paging.Size);

    /// <summary>The input for the units below.</summary>
    public ViewRegistersBelow.Input Units => new(Unit, Scope, Year, Search, (Page - 1) * Paging.Size);
}
