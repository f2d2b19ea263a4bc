using System.Text.RegularExpressions;

namespace CampaignTracker.Domain.Plans;

/// <summary>The elements of an item that a reader looks for (source article; KL 226-KL/TW: rõ người, rõ việc, rõ thời gian, rõ sản phẩm).</summary>
public enum PlanElement
{
    /// <summary>Nội dung.</summary>
    Content,
    /// <summary>Vai trò.</summary>
    Role,
    /// <summary>Người phụ trách.</summary>
    Responsible,
    /// <summary>Phương thức.</summary>
    Method,
    /// <summary>Ngày bắt đầu.</summary>
    Start,
    /// <summary>Ngày kết thúc.</summary>
    End,
    /// <summary>Sản phẩm, chỉ tiêu.</summary>
    Product,
}

/// <summary>What an item still leaves unclear. A help while writing, never a verdict, never blocking.</summary>
public static partial class PlanClarity
{
    /// <summary>The elements that are missing, in the order of the form.</summary>
    public static IReadOnlyList<PlanElement> Missing(PlanItem item) =>
        Missing(item.Content, item.Role, item.Responsible, item.Method, item.StartsOn, item.EndsOn, item.Product);

    /// <summary>The same, for values not stored yet.</summary>
    public static IReadOnlyList<PlanElement> Missing(string content, ItemRole? role, string responsible, string method, DateOnly? startsOn, DateOnly? endsOn, string product)
    {
        var missing = new List<PlanElement>();
        if (string.IsNullOrWhiteSpace(content)) missing.Add(PlanElement.Content);
        if (role is null) missing.Add(PlanElement.Role);
        if (string.IsNullOrWhiteSpace(responsible)) missing.Add(PlanElement.Responsible);
        if (string.IsNullOrWhiteSpace(method)) missing.Add(PlanElement.Method);
        if (startsOn is null) missing.Add(PlanElement.Start);
        if (endsOn is null) missing.Add(PlanElement.End);
        if (string.IsNullOrWhiteSpace(product)) missing.Add(PlanElement.Product);
        return missing;
    }

    /// <summary>
    /// True when a content opens like a standing policy and names no figure: the reader asks "and what will you do?".
    /// Folded, so that marks and case do not matter.
    /// </summary>
    public static bool GeneralPolicyOnly(string content)
    {
        var folded = SearchKey.Fold(content);
        return folded.Length > 0 && Openings.Any(opening => folded.StartsWith(opening, StringComparison.Ordinal)) && !Figure().IsMatch(folded);
    }

    // Standard openings of office prose, folded. A text that opens so and holds a number is left alone.
    private static readonly string[] Openings =
        ["tiep tuc day manh", "tiep tuc thuc hien", "day manh", "tang cuong", "nang cao", "phat huy", "quan triet sau sac", "thuc hien tot", "thuong xuyen", "chu trong", "lam tot"];

    [GeneratedRegex(@"\d")]
    private static partial Regex Figure();
}
