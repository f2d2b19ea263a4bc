namespace CampaignTracker.Domain.Obligations;

/// <summary>What people read about an obligation. Order as in the legend.</summary>
public enum Standing
{
    /// <summary>Chưa đến hạn.</summary>
    NotYetDue,
    /// <summary>Sắp đến hạn.</summary>
    DueSoon,
    /// <summary>Đã gửi đúng hạn, the superior reads.</summary>
    SentOnTime,
    /// <summary>Gửi chậm, the superior reads.</summary>
    SentLate,
    /// <summary>Cần bổ sung.</summary>
    SupplementAsked,
    /// <summary>Hoàn tất: đã thống nhất, đã tiếp nhận or đã phê duyệt.</summary>
    Completed,
    /// <summary>Quá hạn.</summary>
    Overdue,
    /// <summary>Không phải gửi.</summary>
    Excused,
}

/// <summary>How a filing was closed.</summary>
public enum CompletionMode
{
    /// <summary>Đã tiếp nhận.</summary>
    Received,
    /// <summary>Đã thống nhất.</summary>
    Agreed,
    /// <summary>Đã phê duyệt.</summary>
    Approved,
    /// <summary>No opinion within the set days: received, no opinion.</summary>
    ReceivedWithoutOpinion,
    /// <summary>Chi bộ đã thông qua: the register of commitments, valid by the unit's own vote.</summary>
    AdoptedByUnit,
}

/// <summary>The stored, time-free facts of an obligation.</summary>
/// <param name="DueOn">The due date in force: extended or first.</param>
/// <param name="FirstSentOn">Local date of the first sending, which alone decides timeliness.</param>
/// <param name="SupplementDueOn">Date by which an open supplement is asked, null when none is open.</param>
/// <param name="CompletedOn">Local date of completion.</param>
/// <param name="ExcusedOn">Local date of the excuse; excused leaves the denominator.</param>
public readonly record struct ObligationFacts(DateOnly DueOn, DateOnly? FirstSentOn, DateOnly? SupplementDueOn, DateOnly? CompletedOn, DateOnly? ExcusedOn);

/// <summary>The one function that says how an obligation stands. A deadline ends at local midnight.</summary>
public static class ObligationStatus
{
    /// <summary>Calendar days before the due date from which a filing is "due soon", unless set otherwise.</summary>
    public const int DueSoonDays = 10;

    /// <summary>Judges the facts on a day (Asia/Ho_Chi_Minh).</summary>
    public static Standing Judge(ObligationFacts facts, DateOnly today, int dueSoonDays = DueSoonDays)
    {
        if (facts.ExcusedOn is not null) return Standing.Excused;
        if (facts.CompletedOn is not null) return Standing.Completed;
        if (facts.SupplementDueOn is not null) return Standing.SupplementAsked;
        if (facts.FirstSentOn is { } sent) return sent <= facts.DueOn ? Standing.SentOnTime : Standing.SentLate;
        if (today > facts.DueOn) return Standing.Overdue;
        return facts.DueOn.DayNumber - today.DayNumber <= dueSoonDays ? Standing.DueSoon : Standing.NotYetDue;
    }

    /// <summary>Sent by the due date in force then; a superior's slowness never makes a unit late.</summary>
    public static bool OnTime(ObligationFacts facts) => facts.FirstSentOn is { } sent && sent <= facts.DueOn;

    /// <summary>An open supplement past its own date: told as such, never as "late".</summary>
    public static bool SupplementOverdue(ObligationFacts facts, DateOnly today) =>
        facts.ExcusedOn is null && facts.CompletedOn is null && facts.SupplementDueOn is { } due && today > due;
}
