using CampaignTracker.Domain.Obligations;

namespace CampaignTracker.Domain.Progress;

/// <summary>What is reported on.</summary>
public enum ProgressSubject
{
    /// <summary>Đầu việc của kế hoạch.</summary>
    PlanItem,
    /// <summary>Việc làm đã cam kết.</summary>
    CommitmentLine,
}

/// <summary>How an item or a line stands against its own day.</summary>
public enum ProgressStanding
{
    /// <summary>Quá hạn: not done, the day is over.</summary>
    Overdue,
    /// <summary>Sắp đến hạn.</summary>
    DueSoon,
    /// <summary>Còn thời gian.</summary>
    InTime,
    /// <summary>Chưa ghi thời hạn: nobody wrote a day, so nothing is overdue.</summary>
    Undated,
    /// <summary>Đã thực hiện.</summary>
    Done,
}

/// <summary>The one function that says how progress stands. A day ends at local midnight.</summary>
public static class ProgressStatus
{
    /// <summary>Calendar days before the day from which it is "due soon": as for filings.</summary>
    public const int DueSoonDays = ObligationStatus.DueSoonDays;

    /// <summary>Judges the latest outcome against the day on which it is to be finished.</summary>
    /// <param name="outcome">The latest outcome, null while nothing was reported.</param>
    /// <param name="dueOn">To be finished by, local date, or null when nobody wrote one.</param>
    /// <param name="today">Local date.</param>
    public static ProgressStanding Judge(Outcome? outcome, DateOnly? dueOn, DateOnly today)
    {
        if (outcome == Outcome.Done) return ProgressStanding.Done;
        if (dueOn is not { } due) return ProgressStanding.Undated;
        if (due < today) return ProgressStanding.Overdue;
        return due.DayNumber - today.DayNumber <= DueSoonDays ? ProgressStanding.DueSoon : ProgressStanding.InTime;
    }
}
