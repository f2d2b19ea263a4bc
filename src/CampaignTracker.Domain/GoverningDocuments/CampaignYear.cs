using CampaignTracker.Domain.People;

namespace CampaignTracker.Domain.GoverningDocuments;

/// <summary>The five-year span ("toàn khóa") with its topic, from congress to congress of the Party; a cell's own term is another thing.</summary>
public sealed class CampaignTerm
{
    private CampaignTerm() { }

    /// <summary>A term as the seed gives it.</summary>
    public CampaignTerm(string code, string name, int fromYear, int toYear, string? topic, string? topicSource)
    {
        Code = code;
        Name = name;
        FromYear = fromYear;
        ToYear = toYear;
        Topic = topic;
        TopicSource = topicSource;
    }

    /// <summary>E.g. "XIV".</summary>
    public string Code { get; private set; } = "";
    /// <summary>E.g. "Nhiệm kỳ Đại hội XIV".</summary>
    public string Name { get; private set; } = "";
    /// <summary>First year.</summary>
    public int FromYear { get; private set; }
    /// <summary>Last year.</summary>
    public int ToYear { get; private set; }
    /// <summary>Chuyên đề toàn khóa, null where no source gives it.</summary>
    public string? Topic { get; private set; }
    /// <summary>Where the topic was read.</summary>
    public string? TopicSource { get; private set; }
}

/// <summary>A year of the campaign. Opening it makes the obligations.</summary>
public sealed class CampaignYear
{
    private CampaignYear() { }

    /// <summary>A year not yet open.</summary>
    public CampaignYear(int year, string termCode, string? topic)
    {
        Year = year;
        TermCode = termCode;
        Topic = topic;
    }

    /// <summary>The calendar year.</summary>
    public int Year { get; private set; }
    /// <summary>Its term.</summary>
    public string TermCode { get; private set; } = "";
    /// <summary>Chuyên đề năm, null until the province sets it.</summary>
    public string? Topic { get; private set; }
    /// <summary>When it was opened, null before.</summary>
    public DateTime? OpenedAt { get; private set; }
    /// <summary>Who opened it.</summary>
    public string? OpenedBy { get; private set; }

    /// <summary>Opens the year, once.</summary>
    public void Open(Actor actor, string rootPath, DateTime now)
    {
        actor.Must(Permission.ManageRequirements, rootPath);
        if (OpenedAt is not null) throw new Refusal(Because.YearAlreadyOpen, null, Year);
        OpenedAt = now;
        OpenedBy = actor.Name;
    }

    /// <summary>Sets the topic of the year.</summary>
    public void SetTopic(Actor actor, string rootPath, string? topic)
    {
        actor.Must(Permission.ManageRequirements, rootPath);
        Topic = SearchKey.Clean(topic);
    }
}
