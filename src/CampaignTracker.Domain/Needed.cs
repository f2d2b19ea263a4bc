namespace CampaignTracker.Domain;

/// <summary>A text that has to be there.</summary>
internal static class Needed
{
    /// <summary>The text cleaned (<see cref="SearchKey.Clean"/>).</summary>
    /// <exception cref="Refusal">Required, TooLong.</exception>
    public static string Text(string? text, string field, FieldName name, int limit)
    {
        var clean = SearchKey.Clean(text);
        if (string.IsNullOrEmpty(clean)) throw new Refusal(Because.Required, field, name);
        return clean.Length <= limit ? clean : throw new Refusal(Because.TooLong, field, name, limit);
    }
}
