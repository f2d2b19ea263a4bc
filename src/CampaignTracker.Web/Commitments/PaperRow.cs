using System.Globalization;
using CampaignTracker.Domain;
using CampaignTracker.UseCases.Commitments;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Commitments;

/// <summary>One line as it stands in the browser: the date as people write it.</summary>
public sealed record PaperCells(Guid? Id, string Action, string Result, string DueOn, string Proof, string Standard)
{
    /// <summary>As stored.</summary>
    public static PaperCells Of(PaperLine line) => new(line.Id, line.Action, line.Result,
        DateOnly.TryParseExact(line.DueOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Wording.Day(day) : line.DueOn, line.Proof, line.Standard);

    /// <summary>To be stored; what is no date goes along as it is, to be refused beside its cell.</summary>
    /// <param name="year">The year of a date typed without one.</param>
    public PaperLine ToLine(int year) => new(Id, Action ?? "", Result ?? "", DateText.Read(DueOn, year).Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? DueOn?.Trim() ?? "", Proof ?? "", Standard ?? "");
}

/// <summary>A row as the browser gets it.</summary>
/// <param name="Id">The person.</param>
/// <param name="Number">In the register.</param>
/// <param name="Name">Full name.</param>
/// <param name="Post">Post, or null.</param>
/// <param name="Closed">Why nothing is typed here (exempt, adopted), or null.</param>
/// <param name="ClosedNote">Since when.</param>
/// <param name="Lines">What stands there.</param>
/// <param name="Saved">When it was saved, null before.</param>
/// <param name="Typed">Who typed it, from which paper; null when nobody did.</param>
/// <param name="Before">The period before, or null.</param>
public sealed record PaperRow(Guid Id, int Number, string Name, string? Post, string? Closed, string? ClosedNote, IReadOnlyList<PaperCells> Lines, string? Saved, string? Typed, PaperBefore? Before);

/// <summary>The period before, in words.</summary>
/// <param name="Title">"Năm 2026 đã đăng ký".</param>
/// <param name="Lines">Each promise …</param>
public sealed record PaperBefore(string Title, IReadOnlyList<PaperBeforeLine> Lines);

/// <summary>… with what came of it, null while nothing was reported.</summary>
public sealed record PaperBeforeLine(string Text, string? Outcome);

/// <summary>A row as the browser sends it.</summary>
/// <param name="Id">The person.</param>
/// <param name="Lines">The whole row.</param>
/// <param name="Seen">What may be replaced; null once the typist chose between two texts.</param>
public sealed record SentRow(Guid Id, IReadOnlyList<PaperCells> Lines, IReadOnlyList<IReadOnlyList<PaperCells>>? Seen);

/// <summary>What the browser hears about a row it sent.</summary>
/// <param name="At">Local time of saving.</param>
/// <param name="Stored">What stands there now.</param>
/// <param name="Keys">The stored line of each line sent.</param>
/// <param name="Before">What stood there before.</param>
/// <param name="Conflict">Whose text stands there, or null.</param>
/// <param name="Settled">With a conflict: it can no longer be written.</param>
/// <param name="Problems">Refused cells.</param>
/// <param name="Message">Why nothing could be saved at all, or null.</param>
public sealed record SavedRow(string At, IReadOnlyList<PaperCells> Stored, IReadOnlyList<Guid?> Keys, IReadOnlyList<PaperCells> Before, string? Conflict, bool Settled, IReadOnlyList<CellProblem> Problems, string? Message);

/// <summary>A refused cell.</summary>
/// <param name="Line">Index into the lines sent.</param>
/// <param name="Field">action, result, dueOn, proof, standard.</param>
/// <param name="Words">Why.</param>
public sealed record CellProblem(int Line, string Field, string Words);
