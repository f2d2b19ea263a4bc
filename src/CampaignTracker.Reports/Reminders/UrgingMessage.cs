using System.Globalization;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Reminders;
using Text = CampaignTracker.Reports.Reminders.UrgingPaperText;

namespace CampaignTracker.Reports.Reminders;

/// <summary>A ready text to paste into Zalo or a text message: one a unit, however many filings. In Vietnamese, like every paper that leaves the house.</summary>
public static class UrgingMessage
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>The text.</summary>
    public static string Of(UrgedUnit unit)
    {
        var (language, formats) = (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture);
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = Vietnamese;
            List<string> due = [.. unit.Due.Select(Due)];
            return string.Join(' ', Say(unit.Party ? Text.MessageToSecretary : Text.MessageToUnit, unit.Name),
                due.Count == 1 ? Say(Text.MessageOne, due[0]) : Say(Text.MessageMany, due.Count, string.Join("; ", due)), Text.MessageEnd);
        }
        finally
        {
            (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (language, formats);
        }
    }

    private static string Due(UrgedDue due) => Say(due.Supplement ? Text.MessageSupplement : Text.MessageDue, ReminderWords.Subject(due.Kind, due.Year, due.ToYear), Wording.DayWithWeekday(due.DueOn));

    private static string Say(string sentence, params object[] facts) => string.Format(CultureInfo.CurrentCulture, sentence, facts);
}
