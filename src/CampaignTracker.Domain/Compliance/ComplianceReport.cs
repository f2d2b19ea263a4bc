using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Obligations;

namespace CampaignTracker.Domain.Compliance;

/// <summary>Everything the yearly compliance workbook says; a writer turns it into a file and cannot ask for more.</summary>
/// <param name="UnitCode">The unit reported on.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="ReportingBody">Who it is made for, as it stands in a heading.</param>
/// <param name="Year">The campaign year.</param>
/// <param name="AsOf">Local moment (Asia/Ho_Chi_Minh) to which the figures hold.</param>
/// <param name="Demo">True: every sheet carries "Dữ liệu minh họa".</param>
/// <param name="Requirements">The requirements counted, in order.</param>
/// <param name="Lines">The units directly below (and the unit itself), in official order: one summary row each.</param>
/// <param name="RowCount">How many rows <paramref name="Rows"/> will give.</param>
/// <param name="Rows">One row an obligation, ordered by line and unit; read once, forward only.</param>
public sealed record ComplianceReport(string UnitCode, string UnitName, string ReportingBody, int Year, DateTime AsOf, bool Demo,
    IReadOnlyList<ReportRequirement> Requirements, IReadOnlyList<ReportLine> Lines, int RowCount, IAsyncEnumerable<ReportRow> Rows)
{
    /// <summary>One row a register of commitments owed for the year or for the term that holds it, ordered as <see cref="Rows"/>. Counts only: no person is named.</summary>
    public IReadOnlyList<RegisterRow> Registers { get; init; } = [];

    /// <summary>One row a plan that a unit has adopted for the year or for the term that holds it.</summary>
    public IReadOnlyList<PlanRow> Plans { get; init; } = [];

    /// <summary>How the year went, a row a week, oldest first; empty where nothing is known of past days.</summary>
    public IReadOnlyList<TrendWeek> Trend { get; init; } = [];

    /// <summary>A sheet of its own for each of <see cref="Lines"/> is asked for.</summary>
    public bool UnitSheets { get; init; }
}

/// <summary>A requirement with what the definitions sheet says of it.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Number">As people say it.</param>
/// <param name="Kind">What it wants.</param>
/// <param name="Summary">In words.</param>
/// <param name="DocumentName">The document it stands in.</param>
/// <param name="Source">Where it was read, or null.</param>
/// <param name="Confidence">How sure.</param>
public sealed record ReportRequirement(Guid Id, string Number, RequirementKind Kind, string Summary, string DocumentName, string? Source, Confidence Confidence);

/// <summary>A summary row's unit.</summary>
/// <param name="Code">Its code: the key that ties data rows to it.</param>
/// <param name="Name">Its name.</param>
public sealed record ReportLine(string Code, string Name);

/// <summary>One obligation as a data row.</summary>
/// <param name="LineCode">The <see cref="ReportLine"/> it counts under.</param>
/// <param name="LineName">Its name.</param>
/// <param name="UnitCode">The unit that owes.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="UnitKind">Its kind in words.</param>
/// <param name="RequirementId">The requirement.</param>
/// <param name="Facts">The time-free facts.</param>
/// <param name="Standing">As judged on the report's day.</param>
/// <param name="CompletionMode">How closed, or null.</param>
/// <param name="SupplementsAsked">How often a supplement was asked.</param>
/// <param name="ExtensionReason">Why there was more time, or null.</param>
/// <param name="ExcuseReason">Why nothing is owed, or null.</param>
/// <param name="DecidedByName">Who extended or excused it, or null.</param>
public sealed record ReportRow(string LineCode, string LineName, string UnitCode, string UnitName, string UnitKind, Guid RequirementId, ObligationFacts Facts, Standing Standing,
    CompletionMode? CompletionMode, int SupplementsAsked, string? ExtensionReason, string? ExcuseReason, string? DecidedByName);

/// <summary>A unit's register as a data row: what was registered and what came of it, as counts.</summary>
/// <param name="LineCode">The <see cref="ReportLine"/> it counts under.</param>
/// <param name="LineName">Its name.</param>
/// <param name="UnitCode">The unit.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="UnitKind">Its kind in words.</param>
/// <param name="Scope">For the year or the term.</param>
/// <param name="ExcusedOn">Local date on which the unit was excused, or null.</param>
/// <param name="AdoptedOn">Local date of the first adoption, or null.</param>
/// <param name="People">m: people without those exempt; null while no register was opened.</param>
/// <param name="Registered">n: those with an adopted commitment.</param>
/// <param name="Heads">Heads among m.</param>
/// <param name="HeadsRegistered">Heads among n.</param>
/// <param name="Exempt">People of the unit who are exempt: in no denominator.</param>
/// <param name="Lines">The lines of the adopted commitments.</param>
public sealed record RegisterRow(string LineCode, string LineName, string UnitCode, string UnitName, string UnitKind, CommitmentScope Scope, DateOnly? ExcusedOn, DateOnly? AdoptedOn,
    int? People, int? Registered, int? Heads, int? HeadsRegistered, int Exempt, LineCounts Lines);

/// <summary>Lines of adopted commitments by standard and by what was reported last.</summary>
/// <param name="Patriotism">Lines under the first standard.</param>
/// <param name="Firmness">Under the second.</param>
/// <param name="Integrity">Under the third.</param>
/// <param name="Solidarity">Under the fourth.</param>
/// <param name="Example">Under the fifth.</param>
/// <param name="WithoutStandard">Lines for which none was chosen.</param>
/// <param name="Outcomes">How far they have come.</param>
public readonly record struct LineCounts(int Patriotism, int Firmness, int Integrity, int Solidarity, int Example, int WithoutStandard, OutcomeCounts Outcomes)
{
    /// <summary>How many stand under a standard; null asks for those under none.</summary>
    public int Under(RoleModelStandard? standard) => standard switch
    {
        RoleModelStandard.Patriotism => Patriotism,
        RoleModelStandard.Firmness => Firmness,
        RoleModelStandard.Integrity => Integrity,
        RoleModelStandard.Solidarity => Solidarity,
        RoleModelStandard.Example => Example,
        _ => WithoutStandard,
    };
}

/// <summary>Lines or items by the latest outcome.</summary>
/// <param name="Done">Done.</param>
/// <param name="PartlyDone">Partly.</param>
/// <param name="NotDone">Not.</param>
/// <param name="NotReported">No outcome was reported yet.</param>
/// <param name="Overdue">Of all these: not done, and their day is past.</param>
public readonly record struct OutcomeCounts(int Done, int PartlyDone, int NotDone, int NotReported, int Overdue);

/// <summary>A unit's plan as a data row: how far its items have come.</summary>
/// <param name="LineCode">The <see cref="ReportLine"/> it counts under.</param>
/// <param name="LineName">Its name.</param>
/// <param name="UnitCode">The unit.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="UnitKind">Its kind in words.</param>
/// <param name="Kind">Plan of the year or of the term.</param>
/// <param name="Items">How far its items have come.</param>
public sealed record PlanRow(string LineCode, string LineName, string UnitCode, string UnitName, string UnitKind, RequirementKind Kind, OutcomeCounts Items);
