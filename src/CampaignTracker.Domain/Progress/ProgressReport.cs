namespace CampaignTracker.Domain.Progress;

/// <summary>Everything the progress workbook says; a writer turns it into a file and cannot ask for more. Shortcomings are never in it.</summary>
/// <param name="UnitCode">The unit.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="Year">The campaign year.</param>
/// <param name="AsOf">Local moment (Asia/Ho_Chi_Minh) to which the list holds.</param>
/// <param name="Demo">True: the sheet carries "Dữ liệu minh họa".</param>
/// <param name="Filter">What was left out, in words, or null for the whole list.</param>
/// <param name="Rows">The rows in the order of the screen.</param>
public sealed record ProgressReport(string UnitCode, string UnitName, int Year, DateTime AsOf, bool Demo, string? Filter, IReadOnlyList<ProgressReportRow> Rows);

/// <summary>One item or line.</summary>
/// <param name="Subject">Plan item or commitment line.</param>
/// <param name="Owner">Who promised, or who is responsible; "" when nobody is named.</param>
/// <param name="Number">Its number in the plan or the commitment.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="Result">The result to reach.</param>
/// <param name="DueOn">To be finished by, or null.</param>
/// <param name="Standing">How it stands on the day of the list.</param>
/// <param name="Outcome">The latest outcome, or null.</param>
/// <param name="Figure">The latest figure, or null.</param>
/// <param name="Measure">The number to reach, or null.</param>
/// <param name="Counted">What is counted, "" when unknown.</param>
/// <param name="ReportedOn">Day of the latest report, or null.</param>
/// <param name="LastText">What was written last.</param>
/// <param name="Reports">How many reports there are.</param>
/// <param name="Proofs">How many files prove it.</param>
public sealed record ProgressReportRow(ProgressSubject Subject, string Owner, int Number, string Text, string Result, DateOnly? DueOn, ProgressStanding Standing, Outcome? Outcome, int? Figure, int? Measure,
    string Counted, DateOnly? ReportedOn, string LastText, int Reports, int Proofs);
