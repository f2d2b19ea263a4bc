using System.Globalization;
using System.Net;
using System.Text;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.UseCases.Reminders;
using CampaignTracker.Web.Shared;
using Handover = CampaignTracker.UseCases.Reminders.DeliverMessages.Handover;
using Line = CampaignTracker.UseCases.Reminders.DeliverMessages.Line;

namespace CampaignTracker.Web.Reminders;

/// <summary>Puts a message into words, in its reader's language: as plain text that is complete, and as a quiet page without pictures.</summary>
public static class MessageLetter
{
    /// <summary>Where a person says how they want to be told.</summary>
    public const string Preferences = "/me#preferences";

    /// <summary>Where announcements are read.</summary>
    public const string Announcements = "/announcements";

    private const string Page = "font-family:'Segoe UI',Arial,sans-serif;font-size:16px;line-height:24px;color:#1f2933;max-width:640px;margin:0 auto;padding:16px",
        Heading = "font-size:16px;line-height:24px;margin:24px 0 8px;padding-bottom:4px;border-bottom:1px solid #c9d2db", Item = "margin:0 0 12px", Small = "font-size:14px;line-height:20px;color:#52606d;border-top:1px solid #c9d2db;margin-top:24px;padding-top:12px";

    private sealed record Entry(string Sentence, string Link);

    private sealed record Group(string? Heading, IReadOnlyList<Entry> Entries);

    /// <summary>The letter.</summary>
    /// <param name="message">What is to be told, to whom.</param>
    /// <param name="mail">The address of this program.</param>
    /// <exception cref="Refusal">TemplateUnknownWord, TemplateLacksWord: the office's own wording was broken by hand.</exception>
    public static Letter Compose(Handover message, MailSettings mail) => Spoken(message.Language, () => Write(message, mail));

    /// <summary>The program's own wording of a kind in a language.</summary>
    public static DeliverMessages.Template Usual(MessageKind kind, string language) => Spoken(language, () => Usual(kind));

    private static T Spoken<T>(string language, Func<T> say)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language == "en" ? "en-US" : "vi-VN");
            return say();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    private static DeliverMessages.Template Usual(MessageKind kind) => kind switch
    {
        MessageKind.Urging => new(LetterText.UrgingSubject, LetterText.UrgingOpening, LetterText.Closing),
        MessageKind.Announcement => new(LetterText.AnnouncementSubject, LetterText.AnnouncementOpening, LetterText.Closing),
        _ => new(LetterText.DigestSubject, LetterText.DigestOpening, LetterText.Closing),
    };

    private static Letter Write(Handover message, MailSettings mail)
    {
        var reader = message.Reader ?? throw new InvalidOperationException("A letter to nobody.");
        var template = message.Template ?? Usual(message.Kind);
        if (TemplateWords.Fault(message.Kind, template.Subject, template.Opening, template.Closing) is { } fault) throw fault;
        var values = new Dictionary<TemplateWord, string>
        {
            [TemplateWord.Person] = reader.Name, [TemplateWord.Post] = reader.Post, [TemplateWord.Unit] = reader.Unit, [TemplateWord.Day] = Wording.Day(message.Today),
            [TemplateWord.Sender] = message.Word?.By ?? "", [TemplateWord.Reason] = message.Word?.Text ?? "", [TemplateWord.Title] = message.Word?.Title ?? "",
        };
        string Filled(string part) => TemplateWords.Fill(part, values);
        var (opening, closing, groups) = (Filled(template.Opening), Filled(template.Closing), Groups(message, mail).ToList());
        var said = message.Kind == MessageKind.Announcement && message.Word is { } word ? word : null;
        var (why, stop) = (LetterText.Why.With(reader.Post.Contains(reader.Unit, StringComparison.Ordinal) ? reader.Post : $"{reader.Post}, {reader.Unit}"), mail.Link(Preferences));
        return new Letter(message.MessageIdentity, message.Address, reader.Name, Filled(template.Subject).ReplaceLineEndings(" "), Text(opening, said, groups, closing, why, stop), Html(opening, said, groups, closing, why, stop));
    }

    private static IEnumerable<Group> Groups(Handover message, MailSettings mail)
    {
        Entry Told(Line line) => new(ReminderWords.Sentence(line.Rule, line.Kind, line.Year, line.ToYear, line.DueOn, line.Count, line.UnitName, message.Today), mail.Link($"/r/{line.ReminderId}"));
        if (message.Kind == MessageKind.Announcement) return [new Group(null, [new Entry(LetterText.ReadThere, mail.Link($"{Announcements}/{message.Word?.Id}"))])];
        if (message.Kind == MessageKind.Urging) return [new Group(null, [.. message.Lines.Select(Told)])];
        return message.Lines.GroupBy(line => DigestGroups.Of(line.Rule, line.DueOn, message.Today)).OrderBy(group => group.Key).Select(group => new Group(Wording.Of(group.Key), [.. group.Select(Told)]));
    }

    private static string Text(string opening, DeliverMessages.Word? said, List<Group> groups, string closing, string why, string stop)
    {
        var text = new StringBuilder(opening).AppendLine().AppendLine();
        if (said is not null) text.AppendLine(said.Title).AppendLine().AppendLine(said.Text).AppendLine();
        foreach (var group in groups)
        {
            if (group.Heading is { } heading) text.AppendLine(heading.ToUpper(CultureInfo.CurrentCulture)).AppendLine();
            foreach (var entry in group.Entries) text.Append("- ").AppendLine(entry.Sentence).Append("  ").AppendLine(entry.Link).AppendLine();
        }
        return text.AppendLine(closing).AppendLine().AppendLine("-- ").AppendLine(why).AppendLine(LetterText.Automatic).Append(LetterText.Stop).Append(' ').AppendLine(stop).ToString().ReplaceLineEndings("\r\n");
    }

    private static string Html(string opening, DeliverMessages.Word? said, List<Group> groups, string closing, string why, string stop)
    {
        var html = new StringBuilder($"<!DOCTYPE html><html lang=\"{CultureInfo.CurrentUICulture.TwoLetterISOLanguageName}\"><head><meta charset=\"utf-8\"></head><body style=\"margin:0;background:#ffffff\"><div style=\"{Page}\">");
        Paragraphs(html, opening);
        if (said is not null)
        {
            html.Append($"<h2 style=\"{Heading}\">{Safe(said.Title)}</h2>");
            Paragraphs(html, said.Text);
        }
        foreach (var group in groups)
        {
            if (group.Heading is { } heading) html.Append($"<h2 style=\"{Heading}\">{Safe(heading)}</h2>");
            html.Append("<ul style=\"margin:0;padding-left:20px\">");
            foreach (var entry in group.Entries) html.Append($"<li style=\"{Item}\">{Safe(entry.Sentence)}<br><a href=\"{Safe(entry.Link)}\" style=\"color:#0b5394\">{Safe(LetterText.Open)}</a></li>");
            html.Append("</ul>");
        }
        Paragraphs(html, closing);
        return html.Append($"<p style=\"{Small}\">{Safe(why)} {Safe(LetterText.Automatic)}<br>{Safe(LetterText.Stop)} <a href=\"{Safe(stop)}\" style=\"color:#0b5394\">{Safe(stop)}</a></p></div></body></html>").ToString();
    }

    private static void Paragraphs(StringBuilder html, string text)
    {
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            html.Append($"<p style=\"margin:0 0 12px\">{Safe(paragraph).Replace("\n", "<br>", StringComparison.Ordinal)}</p>");
    }

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
