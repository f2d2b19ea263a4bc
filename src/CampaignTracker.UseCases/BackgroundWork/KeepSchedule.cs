using System.ComponentModel.DataAnnotations;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Audit;
using CampaignTracker.Domain.BackgroundWork;
using CampaignTracker.Domain.People;
using CampaignTracker.UseCases.Audit;

namespace CampaignTracker.UseCases.BackgroundWork;

/// <summary>What an administrator may do with a job of the schedule.</summary>
public enum ScheduleAct
{
    /// <summary>Run it once, now.</summary>
    RunNow,
    /// <summary>Pause it.</summary>
    Pause,
    /// <summary>Let it run again.</summary>
    Resume,
}

/// <summary>May this person touch the schedule? Yes is noted in the trail, before the scheduler is told.</summary>
public sealed class KeepSchedule(Operations operations)
{
    /// <summary>What is to be done with which job.</summary>
    public sealed record Input([property: Required, StringLength(ScheduledRun.NameLength)] string Name, ScheduleAct Act);

    /// <summary>Notes it.</summary>
    /// <exception cref="Refusal">NotAllowed.</exception>
    public async Task RunAsync(Input input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var path = op.Actor.MainPost?.UnitPath ?? "";
        op.Actor.Must(Permission.ManageAccounts, path);
        op.Db.Audit.Add(new AuditEntry(op.Now, op.Actor.AccountId, op.Actor.Name, nameof(KeepSchedule), nameof(ScheduledRun), DerivedId.Of("job", input.Name), DerivedId.Of("job", input.Name), path,
            AuditTrail.Write(new() { [input.Act.ToString()] = [null, input.Name] })));
        await op.SaveAsync(ct);
    }
}
