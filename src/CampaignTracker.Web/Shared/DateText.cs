using System.Globalization;

namespace CampaignTracker.Web.Shared;

/// <summary>What came of reading a typed date.</summary>
/// <param name="Day">The date, or null for an empty field or one that is not understood.</param>
/// <param name="Understood">False when something is written that is no date.</param>
/// <param name="NoSuchDay">It has the shape of a date, but the calendar has no such day.</param>
public readonly record struct TypedDate(DateOnly? Day, bool Understood, bool NoSuchDay = false);

/// <summary>Reads dates as people type them: 3011, 30/11, 30.11.27, 30-11-2027.</summary>
public static class DateText
{
    /// <summary>Reads <paramref name="text"/>; a date without a year belongs to <paramref name="year"/>.</summary>
    public static TypedDate Read(string? text, int year)
    {
        var typed = (text ?? "").Trim();
        if (typed.Length == 0) return new(null, true);
        var parts = typed.Split(['/', '-', '.', ' '], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 1) parts = Cut(parts[0]);
        if (parts.Length is < 2 or > 3 || !parts.All(IsShortNumber)) return new(null, false);

        var numbers = parts.Select(p => int.Parse(p, CultureInfo.InvariantCulture)).ToArray();
        var (day, month) = (numbers[0], numbers[1]);
        if (numbers.Length == 3)
        {
            if (parts[2].Length is not (2 or 4)) return new(null, false);
            year = numbers[2] < 100 ? 2000 + numbers[2] : numbers[2];
        }
        if (year is < 1900 or > 2200) return new(null, false);
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new(new DateOnly(year, month, day), true)
            : new(null, false, NoSuchDay: true);
    }

    static string[] Cut(string run) => run.Length switch
    {
        4 => [run[..2], run[2..]],
        6 or 8 => [run[..2], run[2..4], run[4..]],
        _ => [],
    };

    static bool IsShortNumber(string part) => part.Length <= 4 && part.All(char.IsAsciiDigit);
}
