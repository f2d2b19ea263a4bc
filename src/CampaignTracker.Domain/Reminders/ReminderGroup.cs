namespace CampaignTracker.Domain.Reminders;

/// <summary>Under which heading a reminder stands in the bell and on the page, in this order.</summary>
public enum ReminderGroup
{
    /// <summary>Urged by the superior, by hand.</summary>
    Urged,
    /// <summary>The unit's filings and registers.</summary>
    OfUnit,
    /// <summary>Filings of units below that wait for an opinion.</summary>
    Opinions,
    /// <summary>The reader's own commitments.</summary>
    Own,
    /// <summary>Years and accounts to be kept.</summary>
    Keeping,
}

/// <summary>Puts reminders under their headings.</summary>
public static class ReminderGroups
{
    /// <summary>The heading of a reminder.</summary>
    /// <param name="rule">The rule's code.</param>
    /// <param name="audience">Why its reader is told.</param>
    public static ReminderGroup Of(string rule, ReminderAudience audience) => rule == ReminderRules.ByHand ? ReminderGroup.Urged : audience switch
    {
        ReminderAudience.Writers => ReminderGroup.OfUnit,
        ReminderAudience.Readers or ReminderAudience.Leaders => ReminderGroup.Opinions,
        ReminderAudience.Author => ReminderGroup.Own,
        _ => ReminderGroup.Keeping,
    };
}
