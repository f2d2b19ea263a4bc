using CampaignTracker.Domain;

namespace CampaignTracker.Reports.Excel;

/// <summary>What a cell holds: a text, a number (a date is one too) or nothing.</summary>
/// <param name="Text">The text, or null.</param>
/// <param name="Number">The number, or null.</param>
public readonly record struct CellValue(string? Text, double? Number)
{
    private const int DayZero = 693593; // 30/12/1899, from which workbooks count days
    private const double SecondsOfADay = 86400;

    /// <summary>A text.</summary>
    public static implicit operator CellValue(string? text) => new(text, null);

    /// <summary>A number.</summary>
    public static implicit operator CellValue(double? number) => new(null, number);

    /// <summary>A date.</summary>
    public static implicit operator CellValue(DateOnly? day) => new(null, day?.DayNumber - DayZero);

    /// <summary>A moment in UTC; the cell shows it in local time, to the second.</summary>
    public static implicit operator CellValue(DateTime? utc) => new(null, utc is { } at ? Math.Round((LocalTime.Of(at) - new DateTime(1899, 12, 30)).TotalSeconds) / SecondsOfADay : null);
}

/// <summary>A cell of a page or of a row of totals.</summary>
/// <param name="Look">How it looks.</param>
/// <param name="Value">What it holds; beside a formula, what the formula gives.</param>
/// <param name="Formula">The formula without "=", or null.</param>
/// <param name="Span">How many columns it takes.</param>
public readonly record struct Cell(Look Look, CellValue Value = default, string? Formula = null, int Span = 1);

/// <summary>A column of a list: its heading, its width and how to get its value from a row.</summary>
/// <typeparam name="T">A row.</typeparam>
/// <param name="Title">Heading.</param>
/// <param name="Width">In characters.</param>
/// <param name="Look">Text, number, rate or date. A text is never a formula, whatever it begins with.</param>
/// <param name="Value">The value; beside a formula, what the formula gives.</param>
public sealed record Column<T>(string Title, double Width, Look Look, Func<T, CellValue> Value)
{
    /// <summary>Gives the formula without "=", where <c>{r}</c> stands for the row's number. Asked when the list is written: other lists may be written before.</summary>
    public Func<string>? Formula { get; init; }

    /// <summary>What may be chosen in the cells of this column, for lists that people fill in; null for anything.</summary>
    public IReadOnlyList<string>? Choices { get; init; }

    /// <summary>What Excel says beside a cell of this column that is being filled in, or null.</summary>
    public string? Prompt { get; init; }

    /// <summary>False: on screen only, kept off the paper. Such columns stand last.</summary>
    public bool Printed { get; init; } = true;
}
