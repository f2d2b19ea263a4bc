namespace CampaignTracker.Domain.Plans;

/// <summary>The long texts of a plan, in a table of their own so that lists stay quick. Child of <see cref="UnitPlan"/>.</summary>
public sealed class PlanTexts
{
    private PlanTexts() { }

    internal PlanTexts(Guid planId) => PlanId = planId;

    /// <summary>The plan.</summary>
    public Guid PlanId { get; private set; }
    /// <summary>Căn cứ.</summary>
    public string Basis { get; internal set; } = "";
    /// <summary>I- Mục đích, yêu cầu.</summary>
    public string Aims { get; internal set; } = "";
    /// <summary>III- Tổ chức thực hiện.</summary>
    public string Organisation { get; internal set; } = "";
    /// <summary>Nơi nhận.</summary>
    public string Recipients { get; internal set; } = "";
}
