namespace CampaignTracker.Domain.Units;

/// <summary>
/// A unit's place in the tree as text: fixed-width segments of four base-36 digits, each ended by a slash ("0001/002f/").
/// Everything below a path p lies in the range from p up to (not including) <see cref="End"/>(p), which an index answers.
/// </summary>
public static class UnitPath
{
    /// <summary>Characters of one segment, with its slash.</summary>
    public const int Segment = 5;

    /// <summary>Longest path stored: twelve levels.</summary>
    public const int MaxLength = 12 * Segment;

    /// <summary>The most siblings one parent can number.</summary>
    public const int MaxSiblings = 36 * 36 * 36 * 36 - 1;

    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>The path of the n-th child (from 1) below a parent; the parent of a root is the empty text.</summary>
    /// <exception cref="ArgumentOutOfRangeException">n outside 1…<see cref="MaxSiblings"/>.</exception>
    public static string Child(string parent, int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(n, MaxSiblings);
        Span<char> segment = ['0', '0', '0', '0', '/'];
        for (var i = 3; n > 0; i--, n /= 36) segment[i] = Digits[n % 36];
        return parent + segment.ToString();
    }

    /// <summary>The number of a path among its siblings, from 1.</summary>
    public static int Number(string path)
    {
        var n = 0;
        foreach (var digit in path.AsSpan(path.Length - Segment, Segment - 1)) n = n * 36 + Digits.IndexOf(digit);
        return n;
    }

    /// <summary>The first text after everything below the path.</summary>
    public static string End(string path) => path.Length == 0 ? "~" : path[..^1] + '0';

    /// <summary>True for the path itself and everything below it.</summary>
    public static bool IsAtOrBelow(string path, string root) => path.StartsWith(root, StringComparison.Ordinal);

    /// <summary>The path of the reporting parent; empty for a root.</summary>
    public static string Parent(string path) => path.Length <= Segment ? "" : path[..^Segment];

    /// <summary>The paths above, from the root down, without the path itself.</summary>
    public static IEnumerable<string> Ancestors(string path)
    {
        for (var length = Segment; length < path.Length; length += Segment) yield return path[..length];
    }

    /// <summary>Depth: 1 for a root.</summary>
    public static int Level(string path) => path.Length / Segment;
}
