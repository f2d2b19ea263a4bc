using CampaignTracker.UseCases;

namespace CampaignTracker.Web.Obligations;

/// <summary>Which part of a list is shown.</summary>
/// <param name="count">Rows of the whole list.</param>
/// <param name="asked">The page asked for, from 1; beyond the end means the last.</param>
/// <param name="size">Rows of a page.</param>
public sealed class Paged(int count, int asked, int size = Paging.Size)
{
    /// <summary>Rows of the whole list.</summary>
    public int Count => count;

    /// <summary>Pages; at least one.</summary>
    public int Last => Math.Max(1, (count + size - 1) / size);

    /// <summary>The page shown, from 1.</summary>
    public int Number => Math.Clamp(asked, 1, Last);

    /// <summary>Rows before it.</summary>
    public int Skip => (Number - 1) * size;

    /// <summary>Rows of a page.</summary>
    public int Size => size;

    /// <summary>Number of its first row.</summary>
    public int From => count == 0 ? 0 : Skip + 1;

    /// <summary>Number of its last row.</summary>
    public int To => Math.Min(count, Skip + size);

    /// <summary>The pages to link to: first, last, and those around; null is a gap.</summary>
    public IEnumerable<int?> Links
    {
        get
        {
            var before = 0;
            foreach (var n in Enumerable.Range(1, Last).Where(n => n == 1 || n == Last || Math.Abs(n - Number) <= 1))
            {
                if (n > before + 1) yield return null;
                yield return before = n;
            }
        }
    }
}
