namespace CampaignTracker.Domain.Plans;

/// <summary>Every number that bounds a plan; the form, the border and the entity read the same ones. Texts in characters.</summary>
public static class PlanLimits
{
    /// <summary>Content of one item.</summary>
    public const int Content = 2000;
    /// <summary>Method, product, person: one item's short fields.</summary>
    public const int ShortField = 500;
    /// <summary>A section (aims, organisation, basis, recipients).</summary>
    public const int Section = 8000;
    /// <summary>Items of one plan.</summary>
    public const int Items = 60;
    /// <summary>Most people a meeting can have.</summary>
    public const int MeetingPeople = 5000;
    /// <summary>A paper's number, e.g. "03-KH/CB".</summary>
    public const int PaperNumber = 40;
    /// <summary>A signer's name or post.</summary>
    public const int Signer = 160;
    /// <summary>One remark.</summary>
    public const int Remark = 2000;
    /// <summary>Citation of a covering plan, or why the matter is out of scope.</summary>
    public const int Answer = 500;
    /// <summary>Days for which the losing text of a conflict is kept.</summary>
    public const int ConflictDays = 30;
}
