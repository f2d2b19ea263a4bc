using CampaignTracker.UseCases;
using CampaignTracker.UseCases.Backups;
using Quartz;

namespace CampaignTracker.Web.Jobs;

/// <summary>Every night: database and uploaded files are backed up and the backup is verified; those past their time go.</summary>
[DisallowConcurrentExecution]
public sealed class BackupJob(WhoIsAsking who, MakeBackup backup) : IJob
{
    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        who.IsTheSystem();
        await backup.RunAsync(null, cancellationToken);
    }
}
