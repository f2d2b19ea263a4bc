namespace CampaignTracker.Domain.Commitments;

/// <summary>How long what is left of a pile of papers will take: by the typist's own pace as soon as there is one.</summary>
public static class PaperPace
{
    /// <summary>Seconds for one person while too little was typed to tell: thirty papers in a quarter of an hour.</summary>
    public const int Expected = 30;

    // Whoever rests longer than five minutes has gone away; three papers tell a pace.
    private const int Pause = 300, Enough = 3;

    /// <summary>Whole minutes, rounded up, for the people left.</summary>
    /// <param name="typedAt">When each person's paper was typed last, in any order.</param>
    /// <param name="left">People not typed yet.</param>
    public static int MinutesLeft(IEnumerable<DateTime> typedAt, int left)
    {
        var moments = typedAt.Order().ToList();
        var gaps = moments.Skip(1).Zip(moments, (later, earlier) => (later - earlier).TotalSeconds).Where(gap => gap is > 0 and <= Pause).Order().ToList();
        var seconds = gaps.Count >= Enough ? gaps[gaps.Count / 2] : Expected;
        return (int)Math.Ceiling(left * seconds / 60);
    }
}
