using CampaignTracker.Domain;
using CampaignTracker.Domain.GoverningDocuments;

namespace CampaignTracker.Web.Plans;

/// <summary>What a filing is called: its kind with its year or its years.</summary>
public static class PlanName
{
    /// <summary>Kind and period.</summary>
    public static string Of(RequirementKind kind, int year, int toYear) => $"{Wording.Of(kind)} {Period(year, toYear)}";

    /// <summary>One year, or the first and the last.</summary>
    public static string Period(int year, int toYear) => year == toYear ? $"{year}" : $"{year}\u2013{toYear}";
}
