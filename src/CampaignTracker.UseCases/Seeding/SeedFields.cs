using System.Globalization;
using System.Text.Json;

namespace CampaignTracker.UseCases.Seeding;

/// <summary>One row of a seed file, whatever its format: fields read by name, every complaint naming file, place and way out.</summary>
internal abstract class SeedFields
{
    /// <summary>The file, relative to the seed folder.</summary>
    public abstract string File { get; }

    protected abstract string? Raw(string field);

    protected abstract string PlaceOf(string? field);

    public SeedProblem Problem(string? field, string what, string wayOut) => new(File, PlaceOf(field), what, wayOut);

    public string? Text(string field, int longest = int.MaxValue)
    {
        var text = Raw(field);
        if (string.IsNullOrWhiteSpace(text)) return null;
        return text.Length <= longest ? text : throw Problem(field, $"{text.Length} characters are too many.", $"Use at most {longest}.");
    }

    public string Need(string field, int longest = int.MaxValue) =>
        Text(field, longest) ?? throw Problem(field, "the value is missing.", "Fill it in.");

    public int? NumberOrNone(string field)
    {
        if (Text(field) is not { } text) return null;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw Problem(field, $"\"{text}\" is not a whole number.", "Write digits only.");
    }

    public int Number(string field, int lowest = int.MinValue, int highest = int.MaxValue)
    {
        var number = NumberOrNone(field) ?? throw Problem(field, "the number is missing.", "Fill it in.");
        return number >= lowest && number <= highest ? number : throw Problem(field, $"{number} is out of range.", $"Use {lowest} to {highest}.");
    }

    public DateOnly? DayOrNone(string field)
    {
        if (Text(field) is not { } text) return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw Problem(field, $"\"{text}\" is not a date.", "Write yyyy-MM-dd.");
    }

    public DateOnly Day(string field) => DayOrNone(field) ?? throw Problem(field, "the date is missing.", "Write yyyy-MM-dd.");

    public bool Flag(string field) => Need(field) switch
    {
        "true" => true,
        "false" => false,
        var other => throw Problem(field, $"\"{other}\" is neither true nor false.", "Write true or false."),
    };

    /// <summary>A word of a fixed list: "after-superior" stands for AfterSuperior.</summary>
    public T Choice<T>(string field) where T : struct, Enum => Choice<T>(field, Need(field));

    protected T Choice<T>(string field, string word) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            if (Word(value) == word) return value;
        throw Problem(field, $"unknown word \"{word}\".", $"Use one of: {string.Join(", ", Enum.GetValues<T>().Select(Word))}.");
    }

    private static string Word<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
