using CampaignTracker.UseCases.Plans;

namespace CampaignTracker.Web.Plans;

/// <summary>How a task is told: a quotation in quotation marks, a summary without.</summary>
public static class PlanTasks
{
    /// <summary>The text of a task.</summary>
    public static string Words(ViewPlan.Task task) => task.Quoted ? $"\u201c{task.Text}\u201d" : task.Text;
}
