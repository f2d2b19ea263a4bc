using System.Globalization;
using System.Text;
using CampaignTracker.Domain.Reminders;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Text = CampaignTracker.Reports.Reminders.CalendarText;

namespace CampaignTracker.Reports.Reminders;

/// <summary>Writes due dates as a calendar file (RFC 5545): all-day entries without alarms, in the person's language. The only file that knows the calendar library.</summary>
public static class CalendarFile
{
    /// <summary>Writes it; the output stays open.</summary>
    /// <param name="calendar">The dates.</param>
    /// <param name="address">Where the program is reached, e.g. "https://so.example.vn": entries lead there.</param>
    /// <param name="output">Where to.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task WriteAsync(DueCalendar calendar, Uri address, Stream output, CancellationToken ct)
    {
        var language = CultureInfo.GetCultureInfo(calendar.Language == "en" ? "en-US" : "vi-VN");
        await output.WriteAsync(Encoding.UTF8.GetBytes(In(language, () => Compose(calendar, address))), ct);
    }

    private static string Compose(DueCalendar calendar, Uri address)
    {
        var file = new Ical.Net.Calendar { ProductId = "-//CampaignTracker//" + calendar.Language.ToUpperInvariant() };
        file.AddProperty("X-WR-CALNAME", Text.Name);
        file.AddProperty("X-PUBLISHED-TTL", "PT6H");
        foreach (var due in calendar.Dates)
        {
            file.Events.Add(new CalendarEvent
            {
                Uid = due.Key + "@campaign-tracker",
                DtStamp = new CalDateTime(DateTime.SpecifyKind(calendar.At, DateTimeKind.Utc)),
                Start = new CalDateTime(due.On),
                End = new CalDateTime(due.On.AddDays(1)),
                Summary = Summary(due) + (calendar.Demo ? $" ({Text.Demo})" : null),
                Transparency = Ical.Net.TransparencyType.Transparent,
                Url = address,
            });
        }
        return new CalendarSerializer().SerializeToString(file) ?? "";
    }

    private static string Summary(CalendarDue due) => string.Format(CultureInfo.CurrentCulture, due.What switch
    {
        CalendarDueKind.Supplement => Text.Supplement,
        CalendarDueKind.Opinion => Text.Opinion,
        CalendarDueKind.Promise => Text.Promise,
        _ => Text.Filing,
    }, ReminderWords.Subject(due.Kind, due.Year, due.ToYear), due.UnitName);

    private static string In(CultureInfo language, Func<string> compose)
    {
        var (before, formats) = (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture);
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = language;
            return compose();
        }
        finally
        {
            (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (before, formats);
        }
    }
}
