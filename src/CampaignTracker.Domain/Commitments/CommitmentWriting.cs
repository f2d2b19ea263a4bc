using System.Globalization;

namespace CampaignTracker.Domain.Commitments;

/// <summary>The fields of a commitment that are typed and saved one by one.</summary>
public enum CommitmentField
{
    /// <summary>Line: the concrete action.</summary>
    Action,
    /// <summary>Line: the result to reach.</summary>
    Result,
    /// <summary>Line: the day, "yyyy-MM-dd" or empty.</summary>
    DueOn,
    /// <summary>Line: the proof.</summary>
    Proof,
    /// <summary>Line: the standard, "1" to "5" or empty.</summary>
    Standard,
    /// <summary>Line: the section's code, or empty.</summary>
    Section,
}

/// <summary>Each field of a line as text and back: one place for form, paper entry and import.</summary>
internal static class CommitmentWriting
{
    public static string Read(CommitmentLine line, CommitmentField field) => field switch
    {
        CommitmentField.Action => line.Action,
        CommitmentField.Result => line.Result,
        CommitmentField.DueOn => line.DueOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        CommitmentField.Proof => line.Proof,
        CommitmentField.Standard => line.Standard is { } standard ? ((int)standard).ToString(CultureInfo.InvariantCulture) : "",
        CommitmentField.Section => line.Section ?? "",
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    public static void Write(CommitmentLine line, CommitmentField field, string value)
    {
        switch (field)
        {
            case CommitmentField.Action: line.Action = Within(value, CommitmentLimits.Action, field, FieldName.Action); break;
            case CommitmentField.Result: line.Result = Within(value, CommitmentLimits.ShortField, field, FieldName.ResultToReach); break;
            case CommitmentField.Proof: line.Proof = Within(value, CommitmentLimits.ShortField, field, FieldName.Proof); break;
            case CommitmentField.DueOn: line.DueOn = Day(value); break;
            case CommitmentField.Standard: line.Standard = Standard(value); break;
            case CommitmentField.Section: line.Section = value.Length == 0 ? null : Within(value, FormProfile.CodeLength, field, FieldName.Section); break;
        }
    }

    private static DateOnly? Day(string value)
    {
        if (value.Length == 0) return null;
        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and <= 2100) return day;
        throw new Refusal(Because.NotADate, nameof(CommitmentField.DueOn), value);
    }

    private static RoleModelStandard? Standard(string value)
    {
        if (value.Length == 0) return null;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 5) return (RoleModelStandard)number;
        throw new Refusal(Because.OutOfRange, nameof(CommitmentField.Standard), FieldName.Standard, 1, 5);
    }

    private static string Within(string value, int limit, CommitmentField field, FieldName name) =>
        value.Length <= limit ? value : throw new Refusal(Because.TooLong, field.ToString(), name, limit);
}
