namespace CampaignTracker.Domain.Commitments;

/// <summary>
/// The five standards of revolutionary ethics (144-QĐ/TW, 9/5/2024). Their words are always shown in full; keys 1–5 stand for them while typing.
/// </summary>
public enum RoleModelStandard
{
    /// <summary>Yêu nước, tôn trọng Nhân dân, tuyệt đối trung thành với Đảng, với Tổ quốc.</summary>
    Patriotism = 1,
    /// <summary>Bản lĩnh, đổi mới, sáng tạo, hội nhập.</summary>
    Firmness = 2,
    /// <summary>Cần, kiệm, liêm, chính, chí công vô tư.</summary>
    Integrity = 3,
    /// <summary>Đoàn kết, kỷ cương, tình thương, trách nhiệm.</summary>
    Solidarity = 4,
    /// <summary>Gương mẫu, khiêm tốn, tu dưỡng rèn luyện, học tập suốt đời.</summary>
    Example = 5,
}

/// <summary>For how long a commitment is made.</summary>
public enum CommitmentScope
{
    /// <summary>Từng năm.</summary>
    Year,
    /// <summary>Toàn khóa.</summary>
    Term,
}
