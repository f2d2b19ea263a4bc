using CampaignTracker.UseCases.BackgroundWork;
using CampaignTracker.Web.Hosting;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Jobs;

/// <summary>Whether what runs by the clock went well the last time.</summary>
public sealed class ScheduleHealth(ViewRuns runs) : ITellHealth
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<HealthLine>> TellAsync(CancellationToken ct)
    {
        var failed = (await runs.RunAsync(ct)).Last.Values.Where(run => !run.Good).Select(run => ScheduleWords.NameOf(run.Name)).Order(StringComparer.CurrentCulture).ToList();
        return failed.Count == 0
            ? [new HealthLine("schedule", HealthText.Jobs, HealthState.Good, HealthText.JobsGood)]
            : [new HealthLine("schedule", HealthText.Jobs, HealthState.Attention, HealthText.JobsBad.With(string.Join(", ", failed)), HealthText.JobsDo, "/admin/schedule", HealthText.SeeJobs)];
    }
}
