using CampaignTracker.Domain.People;

namespace CampaignTracker.Domain.Reminders;

/// <summary>
/// The office's own wording around a message: its subject, the lines before and after what the message is about. Without one the program's own wording stands.
/// What is told in between (the due dates, the reason, the announcement) is never part of a template.
/// </summary>
public sealed class MessageTemplate : Entity
{
    /// <summary>Longest subject; longest opening and closing; longest language code. In characters.</summary>
    public const int SubjectLength = 150, TextLength = 2000, LanguageLength = 2;

    private MessageTemplate() { }

    /// <summary>A template of a kind and language that has none yet.</summary>
    public MessageTemplate(MessageKind kind, string language) => (Kind, Language) = (kind, language);

    /// <summary>For which messages.</summary>
    public MessageKind Kind { get; private set; }
    /// <summary>"vi" or "en".</summary>
    public string Language { get; private set; } = "vi";
    /// <summary>The subject.</summary>
    public string Subject { get; private set; } = "";
    /// <summary>Before what the message is about.</summary>
    public string Opening { get; private set; } = "";
    /// <summary>After it.</summary>
    public string Closing { get; private set; } = "";
    /// <summary>Who set it.</summary>
    public string SetBy { get; private set; } = "";
    /// <summary>When, UTC.</summary>
    public DateTime SetAt { get; private set; }

    /// <summary>True when every word in it exists for its kind, and those that are needed are there.</summary>
    public bool Sound => TemplateWords.Fault(Kind, Subject, Opening, Closing) is null;

    /// <summary>Sets the wording.</summary>
    /// <exception cref="Refusal">NotAllowed; Required or TooLong; TemplateUnknownWord, TemplateLacksWord.</exception>
    public void Set(Actor actor, string rootPath, string subject, string opening, string closing, DateTime now)
    {
        actor.Must(Permission.ManageAccounts, rootPath);
        var clean = (Needed.Text(subject, nameof(Subject), FieldName.Subject, SubjectLength), Needed.Text(opening, nameof(Opening), FieldName.Opening, TextLength), Needed.Text(closing, nameof(Closing), FieldName.Closing, TextLength));
        if (TemplateWords.Fault(Kind, clean.Item1, clean.Item2, clean.Item3) is { } fault) throw fault;
        (Subject, Opening, Closing) = clean;
        SetBy = actor.Name;
        SetAt = now;
    }
}
