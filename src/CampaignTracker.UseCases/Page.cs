namespace CampaignTracker.UseCases;

/// <summary>One page of a list with the count of all its rows.</summary>
/// <param name="Rows">The rows of the page.</param>
/// <param name="Count">Rows in the whole list.</param>
public sealed record Page<T>(IReadOnlyList<T> Rows, int Count);

/// <summary>Bounds of paging.</summary>
public static class Paging
{
    /// <summary>Rows of a page unless asked otherwise.</summary>
    public const int Size = 20;

    /// <summary>Most rows a page on screen may have.</summary>
    public const int MaxSize = 200;

    /// <summary>Most rows of one reading: a whole list goes into a file in steps of so many.</summary>
    public const int FileSize = 1000;

    internal static int Take(int asked) => Math.Clamp(asked <= 0 ? Size : asked, 1, FileSize);
}
