using CampaignTracker.Domain.GoverningDocuments;

namespace CampaignTracker.Domain.Commitments;

/// <summary>
/// A paper form as units use it: which paper, with which sections (domain.md §2.2: seven sections in one place, four in another). Data, with source and confidence.
/// </summary>
public sealed class FormProfile
{
    /// <summary>Longest code, in characters.</summary>
    public const int CodeLength = 40;

    private readonly List<FormSection> sections = [];

    private FormProfile() { }

    /// <summary>A form as the seed gives it.</summary>
    public FormProfile(string code, string name, FormPaper paper, CommitmentScope? scope, IEnumerable<FormSection> sections, Confidence confidence, string? source, int order)
    {
        Code = code;
        Name = name;
        Paper = paper;
        Scope = scope;
        this.sections = [.. sections];
        Confidence = confidence;
        Source = source;
        Order = order;
    }

    /// <summary>Stable code.</summary>
    public string Code { get; private set; } = "";
    /// <summary>Vietnamese name of the paper.</summary>
    public string Name { get; private set; } = "";
    /// <summary>Which paper it lays out.</summary>
    public FormPaper Paper { get; private set; }
    /// <summary>For the year or the term alone; null for both.</summary>
    public CommitmentScope? Scope { get; private set; }
    /// <summary>How sure.</summary>
    public Confidence Confidence { get; private set; }
    /// <summary>Where it was seen.</summary>
    public string? Source { get; private set; }
    /// <summary>Order in lists; the first of a paper is the default.</summary>
    public int Order { get; private set; }
    /// <summary>Its sections in order; empty for a form without.</summary>
    public IReadOnlyList<FormSection> Sections => [.. sections.OrderBy(s => s.Ordinal)];
}

/// <summary>A section of a form. Child of <see cref="FormProfile"/>.</summary>
public sealed class FormSection : Entity
{
    private FormSection() { }

    /// <summary>A section as the seed gives it.</summary>
    public FormSection(Guid id, string code, string title, int ordinal) : base(id)
    {
        Code = code;
        Title = title;
        Ordinal = ordinal;
    }

    /// <summary>Stable code, unique in its form.</summary>
    public string Code { get; private set; } = "";
    /// <summary>Vietnamese title.</summary>
    public string Title { get; private set; } = "";
    /// <summary>From 1.</summary>
    public int Ordinal { get; private set; }
}

/// <summary>The papers one commitment prints as.</summary>
public enum FormPaper
{
    /// <summary>Bản đăng ký nêu gương, việc làm theo.</summary>
    Registration,
    /// <summary>Bản cam kết tu dưỡng, rèn luyện, phấn đấu.</summary>
    SelfTrainingCommitment,
    /// <summary>Kế hoạch cá nhân.</summary>
    PersonalPlan,
}
