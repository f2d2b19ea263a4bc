using CampaignTracker.Domain.BackgroundWork;
using CampaignTracker.Domain.Papers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CampaignTracker.UseCases.BackgroundWork;

internal sealed class LongTaskMapping : IEntityTypeConfiguration<LongTask>
{
    public void Configure(EntityTypeBuilder<LongTask> task)
    {
        task.ToTable("LongTasks");
        task.Property(t => t.AskedByName).HasMaxLength(200);
        task.Property(t => t.UnitName).HasMaxLength(Domain.Units.Unit.NameLength);
        task.Property(t => t.Arguments).HasMaxLength(LongTask.ArgumentsLength);
        task.Property(t => t.Subject).HasMaxLength(StoredFile.NameLength);
        task.Property(t => t.Language).HasMaxLength(10);
        task.Property(t => t.InputKey).HasMaxLength(64);
        task.Property(t => t.Node).HasMaxLength(LongTask.NodeLength);
        task.Property(t => t.Failure).HasMaxLength(LongTask.FailureLength);
        task.Property(t => t.LogId).HasMaxLength(64);
        task.Property(t => t.ResultKey).HasMaxLength(64);
        task.Property(t => t.ResultName).HasMaxLength(StoredFile.NameLength);
        task.Property(t => t.ResultType).HasMaxLength(100);
        task.Property(t => t.Version).IsConcurrencyToken();
        task.HasIndex(t => t.UnitPath);
        task.HasIndex(t => new { t.State, t.AskedAt });
        task.HasIndex(t => new { t.AskedBy, t.AskedAt });
        task.HasIndex(t => t.KeptUntil);
    }
}

internal sealed class ScheduledRunMapping : IEntityTypeConfiguration<ScheduledRun>
{
    public void Configure(EntityTypeBuilder<ScheduledRun> run)
    {
        run.ToTable("ScheduledRuns");
        run.Property(r => r.Name).HasMaxLength(ScheduledRun.NameLength);
        run.Property(r => r.Error).HasMaxLength(LongTask.FailureLength);
        run.Property(r => r.LogId).HasMaxLength(64);
        run.Property(r => r.Node).HasMaxLength(LongTask.NodeLength);
        run.HasIndex(r => new { r.Name, r.StartedAt });
        run.HasIndex(r => r.StartedAt);
    }
}
