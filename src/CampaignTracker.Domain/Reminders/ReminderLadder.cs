namespace CampaignTracker.Domain.Reminders;

/// <summary>
/// When a rule speaks about a due date: so many days before, on the day, and again after it. A step is a day counted from the due date: −7 is a week before, 0 the day itself, 8 eight days after.
/// </summary>
/// <param name="Before">Days before the due date, 0 for the day itself.</param>
/// <param name="After">First day after the due date, or null: silent once it has passed.</param>
/// <param name="Every">Days from then on, or null: once.</param>
public sealed record ReminderLadder(IReadOnlyList<int> Before, int? After = null, int? Every = null)
{
    /// <summary>Longest ladder and furthest step that a setting may hold.</summary>
    public const int MostSteps = 10, FurthestDays = 365;

    /// <summary>Before the due date and on it.</summary>
    public static ReminderLadder Ahead(params int[] days) => new(days);

    /// <summary>After the due date only.</summary>
    public static ReminderLadder From(int first, int every) => new([], first, every);

    /// <summary>
    /// The latest step reached on a day, or null before the first: whoever missed a round (a night off, a week of Tết) speaks once about where things stand now, not once for every step missed.
    /// </summary>
    public int? StepOn(DateOnly due, DateOnly today)
    {
        var passed = today.DayNumber - due.DayNumber;
        if (passed > 0 && After is { } first)
        {
            if (passed < first) return null;
            return Every is { } every ? first + (passed - first) / every * every : first;
        }
        var reached = Before.Where(days => passed >= -days).ToList();
        return reached.Count == 0 ? null : -reached.Min();
    }

    /// <summary>True when a setting may hold it.</summary>
    public bool Sound => Before.Count <= MostSteps && Before.All(days => days is >= 0 and <= FurthestDays) && Before.Distinct().Count() == Before.Count
        && (Before.Count > 0 || After is not null) && After is null or (>= 0 and <= FurthestDays) && Every is null or (>= 1 and <= FurthestDays) && (Every is null || After is not null);

    /// <inheritdoc/>
    public bool Equals(ReminderLadder? other) => other is not null && Before.SequenceEqual(other.Before) && After == other.After && Every == other.Every;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Before.Count, After, Every);
}
