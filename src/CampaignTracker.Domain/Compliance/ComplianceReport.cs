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
    IReadOnlyList<ReportRequirement> Requirements, IReadOnlyList<ReportLine> Lines, int RowCount, IAsyncEnumerable<ReportRow> Rows);

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
