using System.Globalization;
using CampaignTracker.Domain;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.UseCases.Obligations;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Obligations;

/// <summary>Words of a filing that more than one page says.</summary>
public static class FilingWords
{
    /// <summary>What is filed and for when: "Kế hoạch năm 2027", "Kế hoạch toàn khóa 2026–2030".</summary>
    public static string Name(RequirementKind kind, int year, int toYear) => $"{Wording.Of(kind)} {(toYear > year ? $"{year}–{toYear}" : $"{year}")}";

    /// <summary>"Thứ Sáu, còn 3 ngày".</summary>
    public static string WeekdayAndLeft(DateOnly due, DateOnly today) => $"{Capital(Wording.Of(due.DayOfWeek))}, {Wording.DaysLeft(due, today)}";

    /// <summary>With a capital first letter, for the start of a line.</summary>
    public static string Capital(string words) => words.Length == 0 ? words : char.ToUpper(words[0], CultureInfo.CurrentUICulture) + words[1..];

    /// <summary>The number that a list of rows explains.</summary>
    public static string Of(ObligationSlice? slice) => slice switch
    {
        null => ObligationsText.All,
        ObligationSlice.Expected => ObligationsText.Expected,
        ObligationSlice.Sent => ObligationsText.Sent,
        ObligationSlice.OnTime => ObligationsText.OnTime,
        ObligationSlice.Waiting => ObligationsText.Waiting,
        ObligationSlice.NotSent => ObligationsText.NotSent,
        ObligationSlice.WaitingOnTime => ObligationsText.WaitingOnTime,
        ObligationSlice.WaitingLate => ObligationsText.WaitingLate,
        ObligationSlice.Completed => Wording.Of(Standing.Completed),
        ObligationSlice.SupplementAsked => Wording.Of(Standing.SupplementAsked),
        ObligationSlice.Overdue => Wording.Of(Standing.Overdue),
        ObligationSlice.DueSoon => Wording.Of(Standing.DueSoon),
        ObligationSlice.NotYetDue => Wording.Of(Standing.NotYetDue),
        _ => Wording.Of(Standing.Excused),
    };

    /// <summary>The rows that stand so.</summary>
    public static ObligationSlice SliceOf(Standing standing) => standing switch
    {
        Standing.NotYetDue => ObligationSlice.NotYetDue,
        Standing.DueSoon => ObligationSlice.DueSoon,
        Standing.SentOnTime => ObligationSlice.WaitingOnTime,
        Standing.SentLate => ObligationSlice.WaitingLate,
        Standing.SupplementAsked => ObligationSlice.SupplementAsked,
        Standing.Completed => ObligationSlice.Completed,
        Standing.Overdue => ObligationSlice.Overdue,
        _ => ObligationSlice.Excused,
    };

    /// <summary>How the asker's order reads.</summary>
    public static string Of(ObligationOrder order) => order switch
    {
        ObligationOrder.DueDate => ObligationsText.ByDueDate,
        ObligationOrder.Name => ObligationsText.ByName,
        ObligationOrder.Newest => ObligationsText.ByYear,
        _ => ObligationsText.Official,
    };
}
