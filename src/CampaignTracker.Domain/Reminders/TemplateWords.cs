using System.Text.RegularExpressions;

namespace CampaignTracker.Domain.Reminders;

/// <summary>What a template may leave open: written in braces, filled in for each message.</summary>
public enum TemplateWord
{
    /// <summary>The name of whoever is written to.</summary>
    Person,
    /// <summary>Their post as addressed.</summary>
    Post,
    /// <summary>The unit of that post.</summary>
    Unit,
    /// <summary>The day of the message.</summary>
    Day,
    /// <summary>In whose name an urging or announcement goes out.</summary>
    Sender,
    /// <summary>Why a unit is urged.</summary>
    Reason,
    /// <summary>What an announcement is about.</summary>
    Title,
}

/// <summary>The words of templates: how they are written, where they exist, which are needed.</summary>
public static partial class TemplateWords
{
    // As people type them, without marks: they have to be found again on any keyboard.
    private static readonly Dictionary<TemplateWord, string> Names = new()
    {
        [TemplateWord.Person] = "DongChi", [TemplateWord.Post] = "ChucVu", [TemplateWord.Unit] = "DonVi", [TemplateWord.Day] = "Ngay",
        [TemplateWord.Sender] = "NoiGui", [TemplateWord.Reason] = "LyDo", [TemplateWord.Title] = "TieuDe",
    };

    private static readonly TemplateWord[] Everywhere = [TemplateWord.Person, TemplateWord.Post, TemplateWord.Unit, TemplateWord.Day];

    [GeneratedRegex(@"\{(?<name>[^{}]*)\}|[{}]")]
    private static partial Regex Braces();

    /// <summary>How a word is written in a template: "{DongChi}".</summary>
    public static string Written(TemplateWord word) => "{" + Names[word] + "}";

    /// <summary>The words that exist for a kind of message.</summary>
    public static IReadOnlyList<TemplateWord> Of(MessageKind kind) => kind switch
    {
        MessageKind.Urging => [.. Everywhere, TemplateWord.Sender, TemplateWord.Reason],
        MessageKind.Announcement => [.. Everywhere, TemplateWord.Sender, TemplateWord.Title],
        _ => Everywhere,
    };

    /// <summary>What is wrong with a template, as it is refused; null when nothing is.</summary>
    public static Refusal? Fault(MessageKind kind, string subject, string opening, string closing)
    {
        (string Field, string Text)[] parts = [(nameof(MessageTemplate.Subject), subject), (nameof(MessageTemplate.Opening), opening), (nameof(MessageTemplate.Closing), closing)];
        var known = Of(kind).Select(word => Names[word]).ToHashSet(StringComparer.Ordinal);
        foreach (var (field, text) in parts)
            if (Braces().Matches(text).FirstOrDefault(match => !known.Contains(match.Groups["name"].Value)) is { } stray)
                return new Refusal(Because.TemplateUnknownWord, field, stray.Value, string.Join(", ", Of(kind).Select(Written)));
        // The subject may be short; who is meant, and what an urging rests on, is said in the letter itself.
        if (!opening.Contains(Written(TemplateWord.Person), StringComparison.Ordinal)) return new Refusal(Because.TemplateLacksWord, nameof(MessageTemplate.Opening), Written(TemplateWord.Person));
        return kind == MessageKind.Urging && !(opening + closing).Contains(Written(TemplateWord.Reason), StringComparison.Ordinal)
            ? new Refusal(Because.TemplateLacksWord, nameof(MessageTemplate.Opening), Written(TemplateWord.Reason)) : null;
    }

    /// <summary>A part with its words filled in; what a word stands for is never read for braces again.</summary>
    public static string Fill(string text, IReadOnlyDictionary<TemplateWord, string> values) =>
        Braces().Replace(text, match => Names.FirstOrDefault(name => name.Value == match.Groups["name"].Value) is { Value: not null } name && values.TryGetValue(name.Key, out var value) ? value : match.Value);
}
