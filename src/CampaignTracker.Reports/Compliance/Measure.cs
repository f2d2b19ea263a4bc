using CampaignTracker.Domain.Compliance;

namespace CampaignTracker.Reports.Compliance;

/// <summary>One of the counts: a flag in the data, a column of the summary, a line of the cover, a definition. A new count is a new entry here.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Meaning">Its definition in words.</param>
/// <param name="Of">The count.</param>
/// <param name="Flag">Formula of the flag on a data row; <c>{due}</c>, <c>{sent}</c>, <c>{supplement}</c>, <c>{completed}</c>, <c>{excused}</c> stand for that row's dates, <c>{today}</c> for the day of the figures.</param>
/// <param name="RateTitle">Heading of its rate of what is owed, or null where it has none.</param>
internal sealed record Measure(string Title, string Meaning, Func<Counts, int> Of, string Flag, string? RateTitle = null)
{
    private const string Open = "{excused}=\"\",{completed}=\"\",{supplement}=\"\"";

    /// <summary>What is owed: the denominator of every rate.</summary>
    public static Measure Expected => new(ComplianceWorkbookText.Expected, ComplianceWorkbookText.ExpectedMeaning, counts => counts.Expected, "IF({excused}=\"\",1,0)");

    /// <summary>What is closed: also counted by requirement.</summary>
    public static Measure Completed => new(ComplianceWorkbookText.Completed, ComplianceWorkbookText.CompletedMeaning, counts => counts.Completed,
        "IF(AND({excused}=\"\",{completed}<>\"\"),1,0)", ComplianceWorkbookText.CompletedRate);

    /// <summary>All, in the order of the columns.</summary>
    public static IReadOnlyList<Measure> All() =>
    [
        Expected,
        new(ComplianceWorkbookText.Sent, ComplianceWorkbookText.SentMeaning, counts => counts.Sent, "IF(AND({excused}=\"\",{sent}<>\"\"),1,0)", ComplianceWorkbookText.SentRate),
        new(ComplianceWorkbookText.OnTime, ComplianceWorkbookText.OnTimeMeaning, counts => counts.OnTime, "IF(AND({excused}=\"\",{sent}<>\"\",{sent}<={due}),1,0)", ComplianceWorkbookText.OnTimeRate),
        Completed,
        new(ComplianceWorkbookText.SupplementAsked, ComplianceWorkbookText.SupplementAskedMeaning, counts => counts.SupplementAsked, "IF(AND({excused}=\"\",{completed}=\"\",{supplement}<>\"\"),1,0)"),
        new(ComplianceWorkbookText.Waiting, ComplianceWorkbookText.WaitingMeaning, counts => counts.Waiting, $"IF(AND({Open},{{sent}}<>\"\"),1,0)"),
        new(ComplianceWorkbookText.Overdue, ComplianceWorkbookText.OverdueMeaning, counts => counts.Overdue, $"IF(AND({Open},{{sent}}=\"\",{{due}}<{{today}}),1,0)"),
        new(ComplianceWorkbookText.Excused, ComplianceWorkbookText.ExcusedMeaning, counts => counts.Excused, "IF({excused}<>\"\",1,0)"),
    ];
}
