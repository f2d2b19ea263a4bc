namespace CampaignTracker.Domain.Papers;

/// <summary>The rule that says how an official paper looks. A paper keeps the look of the rule in force on its date.</summary>
public enum PaperRule
{
    /// <summary>Party papers from 27/5/2026: Hướng dẫn 05-HD/VPTW.</summary>
    Party2026,
    /// <summary>Party papers before: Hướng dẫn 36-HD/VPTW.</summary>
    Party2018,
    /// <summary>State bodies, the Front and organisations that are no Party organisation: Nghị định 30/2020/NĐ-CP.</summary>
    State,
}

/// <summary>Chooses the rule.</summary>
public static class PaperRules
{
    private static readonly DateOnly Party2026From = new(2026, 5, 27);

    /// <summary>The rule for a paper of that date.</summary>
    /// <param name="party">The issuing body is a Party organisation or an office of one.</param>
    /// <param name="dated">The paper's date; for one not dated yet, the day of printing.</param>
    public static PaperRule For(bool party, DateOnly dated) => !party ? PaperRule.State : dated >= Party2026From ? PaperRule.Party2026 : PaperRule.Party2018;
}
