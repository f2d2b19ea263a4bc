using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.Units;

namespace CampaignTracker.Domain.Compliance;

/// <summary>
/// The ledger behind the boards: whatever happens to an obligation is booked, with its day, for the obligation's own unit and for every unit above it.
/// Bookings are added and never changed, so two who file at once do not meet; their sum up to a day says how a part of the tree stood on that day.
/// Only time-free facts are booked; what is overdue or due soon follows from <see cref="LedgerKey.DueOn"/> and the day asked for.
/// </summary>
public static class ComplianceLedger
{
    /// <summary>What changes of obligations book: one sum for each key that changes, nothing where all stays as it was.</summary>
    public static IEnumerable<(LedgerKey Key, Counts Change)> Bookings(IEnumerable<(ObligationPosition? Before, ObligationPosition? After)> changes)
    {
        var sums = new Dictionary<LedgerKey, Counts>();
        foreach (var (before, after) in changes)
        {
            if (before == after) continue;
            if (after is { } now) Add(now, Counts.TimeFree(now.Facts));
            if (before is { } then) Add(then, -Counts.TimeFree(then.Facts));
        }
        return sums.Where(sum => sum.Value != default).Select(sum => (sum.Key, sum.Value));

        void Add(ObligationPosition position, Counts counts)
        {
            foreach (var path in UnitPath.Ancestors(position.UnitPath).Append(position.UnitPath))
            {
                var key = new LedgerKey(path, position.RequirementId, position.Year, position.ToYear, position.Facts.DueOn);
                sums[key] = sums.GetValueOrDefault(key) + counts;
            }
        }
    }

    /// <summary>The days of an obligation that was stored without a ledger, each with how it stood from then on: as far as its own dates tell. Rounds of supplements before the last one they do not tell.</summary>
    /// <param name="facts">As they stand.</param>
    /// <param name="madeOn">Local date on which it was made.</param>
    /// <param name="supplementAskedOn">Local date on which the supplement now open was asked, or null.</param>
    public static IEnumerable<(DateOnly On, ObligationFacts Facts)> History(ObligationFacts facts, DateOnly madeOn, DateOnly? supplementAskedOn)
    {
        var asked = facts.SupplementDueOn is null ? null : supplementAskedOn ?? facts.FirstSentOn;
        var days = new[] { madeOn, facts.FirstSentOn, asked, facts.CompletedOn, facts.ExcusedOn }.OfType<DateOnly>().Select(day => day < madeOn ? madeOn : day).Distinct().Order();
        return days.Select(day => (day, facts with
        {
            FirstSentOn = Until(facts.FirstSentOn, day),
            SupplementDueOn = Until(asked, day) is null ? null : facts.SupplementDueOn,
            CompletedOn = Until(facts.CompletedOn, day),
            ExcusedOn = Until(facts.ExcusedOn, day),
        }));

        static DateOnly? Until(DateOnly? date, DateOnly day) => date <= day ? date : null;
    }
}

/// <summary>Where an obligation counts, and how it stands.</summary>
/// <param name="UnitPath">Its unit.</param>
/// <param name="RequirementId">Its requirement.</param>
/// <param name="Year">First year of its period.</param>
/// <param name="ToYear">Last year of its period.</param>
/// <param name="Facts">The time-free facts.</param>
public readonly record struct ObligationPosition(string UnitPath, Guid RequirementId, int Year, int ToYear, ObligationFacts Facts);

/// <summary>What a sum of the ledger is about: everything at and below a unit, of one requirement and period, due on one day.</summary>
/// <param name="UnitPath">The unit.</param>
/// <param name="RequirementId">The requirement.</param>
/// <param name="Year">First year of the period.</param>
/// <param name="ToYear">Last year of the period: differs for what is owed for a term.</param>
/// <param name="DueOn">The due date in force.</param>
public readonly record struct LedgerKey(string UnitPath, Guid RequirementId, int Year, int ToYear, DateOnly DueOn);
