using System.Text.RegularExpressions;

namespace CampaignTracker.Domain.Commitments;

/// <summary>What a line still leaves open (Tuyên Quang 10-HD/BTGTU: short, concrete, easy to check).</summary>
public enum CommitmentHint
{
    /// <summary>No result is named.</summary>
    NoResult,
    /// <summary>No day is named.</summary>
    NoDate,
    /// <summary>No proof is named.</summary>
    NoProof,
    /// <summary>The duty of the office is restated, and nothing is counted.</summary>
    DutyRestated,
}

/// <summary>"Gợi ý": a help while writing, never a verdict, never blocking.</summary>
public static partial class CommitmentClarity
{
    /// <summary>What a line leaves open, in the order of the form; nothing for a line without an action.</summary>
    public static IReadOnlyList<CommitmentHint> Of(CommitmentLine line) => Of(line.Action, line.Result, line.DueOn, line.Proof);

    /// <summary>The same, for values not stored yet.</summary>
    public static IReadOnlyList<CommitmentHint> Of(string action, string result, DateOnly? dueOn, string proof)
    {
        if (string.IsNullOrWhiteSpace(action)) return [];
        var hints = new List<CommitmentHint>();
        if (RestatesDuty(action) && !Figure().IsMatch(result)) hints.Add(CommitmentHint.DutyRestated);
        if (string.IsNullOrWhiteSpace(result)) hints.Add(CommitmentHint.NoResult);
        if (dueOn is null) hints.Add(CommitmentHint.NoDate);
        if (string.IsNullOrWhiteSpace(proof)) hints.Add(CommitmentHint.NoProof);
        return hints;
    }

    /// <summary>True when nothing is left open.</summary>
    public static bool Clear(CommitmentLine line) => line.Action.Length > 0 && Of(line).Count == 0;

    private static bool RestatesDuty(string action)
    {
        var folded = SearchKey.Fold(action);
        return !Figure().IsMatch(folded) && Duties.Any(duty => folded.Contains(duty, StringComparison.Ordinal));
    }

    // What every office-holder owes anyway, folded. A text that says so and counts something is left alone.
    private static readonly string[] Duties =
    [
        "luon guong mau", "guong mau chap hanh", "chap hanh tot", "chap hanh nghiem", "hoan thanh tot nhiem vu", "hoan thanh xuat sac nhiem vu", "thuc hien tot nhiem vu",
        "lam tot nhiem vu", "nang cao tinh than trach nhiem", "giu gin pham chat", "khong ngung hoc tap", "tham gia day du",
    ];

    [GeneratedRegex(@"\d")]
    private static partial Regex Figure();
}
