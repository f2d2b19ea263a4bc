namespace CampaignTracker.Domain.Plans;

/// <summary>
/// One thing a unit will do ("đầu việc"). The five elements the article asks for: role, responsibility, content, method, time.
/// Child of <see cref="UnitPlan"/>. What is unclear is named by <see cref="PlanClarity"/>, never blocked.
/// </summary>
public sealed class PlanItem : Entity
{
    private PlanItem() { }

    internal PlanItem(Guid? id, Guid planId, int ordinal) : base(id ?? Guid.CreateVersion7())
    {
        PlanId = planId;
        Ordinal = ordinal;
    }

    /// <summary>The plan.</summary>
    public Guid PlanId { get; private set; }
    /// <summary>Number in the plan, from 1.</summary>
    public int Ordinal { get; internal set; }
    /// <summary>Nội dung.</summary>
    public string Content { get; internal set; } = "";
    /// <summary>Vai trò, null until chosen.</summary>
    public ItemRole? Role { get; internal set; }
    /// <summary>Đơn vị phối hợp.</summary>
    public string CoOperating { get; internal set; } = "";
    /// <summary>Người phụ trách: a post or a person.</summary>
    public string Responsible { get; internal set; } = "";
    /// <summary>Phương thức.</summary>
    public string Method { get; internal set; } = "";
    /// <summary>Thời gian: bắt đầu.</summary>
    public DateOnly? StartsOn { get; internal set; }
    /// <summary>Thời gian: kết thúc.</summary>
    public DateOnly? EndsOn { get; internal set; }
    /// <summary>Sản phẩm, chỉ tiêu.</summary>
    public string Product { get; internal set; } = "";
    /// <summary>Requirements it serves, by key.</summary>
    public IReadOnlyList<Guid> Requirements { get; internal set; } = [];
    /// <summary>The author saw the hint "general policy only" and chose to leave the text as it is.</summary>
    public bool HintDismissed { get; internal set; }
}

/// <summary>Lead or co-operating.</summary>
public enum ItemRole
{
    /// <summary>Chủ trì.</summary>
    Lead,
    /// <summary>Phối hợp.</summary>
    CoOperating,
}
