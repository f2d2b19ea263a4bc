using CampaignTracker.Domain;
using CampaignTracker.Domain.BackgroundWork;
using CampaignTracker.UseCases.BackgroundWork;
using CampaignTracker.Web.Evidence;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.BackgroundWork;

/// <summary>How a task's state looks and reads: colour, symbol, word.</summary>
/// <param name="Kind">Suffix of <c>.chip-…</c>.</param>
/// <param name="Icon">Material symbol.</param>
/// <param name="Word">The word.</param>
public sealed record TaskLook(string Kind, string Icon, string Word)
{
    /// <summary>The look of a task.</summary>
    public static TaskLook Of(ViewTasks.Row task) => task switch
    {
        { Stopping: true } => new("due-soon", "hourglass_top", TasksText.Stopping),
        { State: LongTaskState.Queued } => new("not-yet-due", "schedule", TasksText.Queued),
        { State: LongTaskState.Running } => new("sent-on-time", "hourglass_top", TasksText.Running),
        { State: LongTaskState.Done } => new("completed", "check_circle", TasksText.Done),
        { State: LongTaskState.Failed } => new("supplement-asked", "error", TasksText.Failed),
        { State: LongTaskState.Cancelled } => new("excused", "do_not_disturb_on", TasksText.Cancelled),
        _ => new("sent-late", "power_off", TasksText.Interrupted),
    };

    /// <summary>"Báo cáo Excel …, Tỉnh ủy …, 2026".</summary>
    public static string NameOf(ViewTasks.Row task) => Wording.Of(task.Kind);

    /// <summary>Unit and subject.</summary>
    public static string About(ViewTasks.Row task) => task.Subject.Length == 0 ? task.UnitName : $"{task.UnitName} · {task.Subject}";

    /// <summary>How far it is, in words.</summary>
    public static string Pace(ViewTasks.Row task)
    {
        var step = Wording.Of(task.State == LongTaskState.Queued ? LongTaskStep.Waiting : task.Step);
        return task switch
        {
            { Whole: > 0 and { } whole } => TasksText.Of.With(step, task.Done, whole),
            { Done: > 0 } => TasksText.UpTo.With(step, task.Done),
            _ => step,
        };
    }

    /// <summary>What came of it, or null while it is open or where the file says it.</summary>
    public static string? Outcome(ViewTasks.Row task) => task switch
    {
        { State: LongTaskState.Failed, Failure: { } why } => why,
        { State: LongTaskState.Failed } => TasksText.Unexpected.With(task.LogId ?? ""),
        { State: LongTaskState.Cancelled } => TasksText.CancelledBody,
        { State: LongTaskState.Interrupted } => TasksText.InterruptedBody.With(task.Attempts),
        { State: LongTaskState.Done, Kind: LongTaskKind.ParticipantImport } => TasksText.StoredPeople.With(task.Done),
        { State: LongTaskState.Done, Kind: LongTaskKind.CommitmentPapers } => TasksText.PrintedUnits.With(task.Done),
        _ => null,
    };

    /// <summary>The file's size and last day, or that it is gone.</summary>
    public static string Kept(ViewTasks.Result file)
    {
        var day = Wording.Day(LocalTime.Today(file.KeptUntil.AddSeconds(-1)));
        return file.There ? TasksText.Kept.With(EvidenceWords.Size(file.Size), day) : TasksText.Removed.With(file.Name, day);
    }
}
