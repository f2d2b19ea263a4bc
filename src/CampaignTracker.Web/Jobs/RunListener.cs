using CampaignTracker.UseCases;
using CampaignTracker.UseCases.BackgroundWork;
using CampaignTracker.Web.Hosting;
using CampaignTracker.Web.BackgroundWork;
using CampaignTracker.Web.Layout;
using Quartz;

namespace CampaignTracker.Web.Jobs;

/// <summary>Notes every run for the administrator's page; a round of tasks that found nothing to do is not worth a line.</summary>
public sealed partial class RunListener(IServiceScopeFactory scopes, ThisNode node, TimeProvider clock, ILogger<RunListener> log) : IJobListener
{
    /// <inheritdoc/>
    public string Name => "runs";

    /// <inheritdoc/>
    public async ValueTask JobWasExecuted(IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken = default)
    {
        if (jobException is null && context.Result is 0) return;
        var problem = jobException?.GetBaseException();
        var id = problem is null ? null : ErrorId.New();
        if (id is not null) LogFailed(problem!, id, context.JobDetail.Key.Name);
        try
        {
            await using var scope = scopes.CreateSystemScope();
            await scope.ServiceProvider.GetRequiredService<NoteRun>().RunAsync(new(context.JobDetail.Key.Name, context.FireTimeUtc.UtcDateTime, clock.GetUtcNow().UtcDateTime, problem?.Message, id, node.Name), CancellationToken.None);
        }
        catch (Exception unnoted) when (unnoted is System.Data.Common.DbException or Microsoft.EntityFrameworkCore.DbUpdateException or Domain.Refusal)
        {
            // The list of runs is for looking at: that it lacks a line must not undo the run.
            LogUnnoted(unnoted, context.JobDetail.Key.Name);
        }
    }

    [LoggerMessage(LogLevel.Error, "Unexpected error {ErrorId} in job {JobName}")]
    private partial void LogFailed(Exception problem, string errorId, string jobName);

    [LoggerMessage(LogLevel.Error, "A run of {JobName} could not be noted")]
    private partial void LogUnnoted(Exception problem, string jobName);
}
