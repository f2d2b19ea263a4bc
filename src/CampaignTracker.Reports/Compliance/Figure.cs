namespace CampaignTracker.Reports.Compliance;

/// <summary>One figure of a list and of its summary: a column of numbers, their sum by unit, a definition. A new figure is a new entry in its list.</summary>
/// <typeparam name="T">A row of the list.</typeparam>
/// <param name="Title">Its heading.</param>
/// <param name="Meaning">Its definition in words.</param>
/// <param name="Of">The number, null where it is not known.</param>
internal sealed record Figure<T>(string Title, string Meaning, Func<T, int?> Of)
{
    /// <summary>Formula on the row itself, where the row's other cells give the number; <c>{x}</c> of <see cref="Refer"/> stand for them.</summary>
    public string? Formula { get; init; }

    /// <summary>Heading of its share and the figure it is a share of, or null.</summary>
    public (string Title, Figure<T> Whole)? Share { get; init; }
}
