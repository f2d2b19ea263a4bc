namespace CampaignTracker.UseCases.People;

/// <summary>
/// Section "Retention": how long the names of people who left are kept. No rule is known that names a number of years for these lists: five, the length of a term, is an assumption
/// (confidence: inferred) that the office confirms or changes.
/// </summary>
public sealed class RetentionSettings
{
    /// <summary>Years after the last day until name, post and the words of commitments are erased; the totals stay. At least 1.</summary>
    public int Years { get; set; } = 5;
}
