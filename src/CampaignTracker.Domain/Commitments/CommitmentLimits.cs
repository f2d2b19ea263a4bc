namespace CampaignTracker.Domain.Commitments;

/// <summary>Every number that bounds a commitment; the form, the border and the entity read the same ones. Texts in characters.</summary>
public static class CommitmentLimits
{
    /// <summary>The concrete action.</summary>
    public const int Action = 600;
    /// <summary>Result to reach, proof.</summary>
    public const int ShortField = 300;
    /// <summary>Shortcoming, self-assessment, comment of the collective, what the cell asks to make concrete.</summary>
    public const int Text = 2000;
    /// <summary>Lines of one person; papers ask for one or two (Bắc Giang: 1–2 việc), the form with seven sections for more.</summary>
    public const int Lines = 12;
    /// <summary>Where a typed commitment was read from, e.g. the minutes of a meeting.</summary>
    public const int Paper = 200;
}
