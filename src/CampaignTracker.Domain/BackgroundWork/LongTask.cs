using CampaignTracker.Domain.Papers;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Units;

namespace CampaignTracker.Domain.BackgroundWork;

/// <summary>
/// A piece of work too long to wait for: asked by a person for a unit, done by the server in that person's name and no other, its file kept for them alone.
/// </summary>
public sealed class LongTask : Entity, IBelongsToUnit, IVersioned
{
    /// <summary>Longest arguments, in characters of JSON.</summary>
    public const int ArgumentsLength = 2000;

    /// <summary>Longest sentence on why it failed, in characters.</summary>
    public const int FailureLength = 1000;

    /// <summary>Longest name of a node, in characters.</summary>
    public const int NodeLength = 100;

    private LongTask() { }

    /// <summary>What is done.</summary>
    public LongTaskKind Kind { get; private set; }
    /// <summary>Where it stands.</summary>
    public LongTaskState State { get; private set; }
    /// <summary>The account that asked: the work is done with its rights as they are then.</summary>
    public Guid AskedBy { get; private set; }
    /// <summary>Its holder's name.</summary>
    public string AskedByName { get; private set; } = "";
    /// <summary>The unit it is about.</summary>
    public Guid UnitId { get; private set; }
    /// <inheritdoc/>
    public string UnitPath { get; private set; } = "";
    /// <summary>The unit's name when it was asked.</summary>
    public string UnitName { get; private set; } = "";
    /// <summary>JSON: what the kind needs besides.</summary>
    public string Arguments { get; private set; } = "";
    /// <summary>What the task is called in a list besides its kind: a year, a file's name.</summary>
    public string Subject { get; private set; } = "";
    /// <summary>Language of the asker's screen ("vi", "en"): files are written in it.</summary>
    public string Language { get; private set; } = "";
    /// <summary>SHA-256 of an uploaded content it works on, or null; let go once the task is over.</summary>
    public string? InputKey { get; private set; }
    /// <summary>Asked at, UTC.</summary>
    public DateTime AskedAt { get; private set; }
    /// <summary>Begun at, UTC; of the last attempt.</summary>
    public DateTime? StartedAt { get; private set; }
    /// <summary>Over at, UTC.</summary>
    public DateTime? FinishedAt { get; private set; }
    /// <summary>The node that has it, or had it last.</summary>
    public string? Node { get; private set; }
    /// <summary>The node's last sign of life, UTC.</summary>
    public DateTime? HeartbeatAt { get; private set; }
    /// <summary>How often it was begun.</summary>
    public int Attempts { get; private set; }
    /// <summary>What is being done now.</summary>
    public LongTaskStep Step { get; private set; }
    /// <summary>How many of <see cref="Whole"/> are done: units, people, rows.</summary>
    public int Done { get; private set; }
    /// <summary>How many there are; null when nobody can tell yet.</summary>
    public int? Whole { get; private set; }
    /// <summary>The asker wants it stopped, since (UTC).</summary>
    public DateTime? CancelAskedAt { get; private set; }
    /// <summary>Why it failed, a sentence in the asker's language; null where no rule says why.</summary>
    public string? Failure { get; private set; }
    /// <summary>Where the log tells of an unexpected error.</summary>
    public string? LogId { get; private set; }
    /// <summary>SHA-256 of the file; null without one, and when it was removed.</summary>
    public string? ResultKey { get; private set; }
    /// <summary>The file's name, also after it was removed.</summary>
    public string? ResultName { get; private set; }
    /// <summary>The file's media type.</summary>
    public string? ResultType { get; private set; }
    /// <summary>Bytes.</summary>
    public long? ResultSize { get; private set; }
    /// <summary>The file is removed after, UTC.</summary>
    public DateTime? KeptUntil { get; private set; }
    /// <summary>The asker has seen how it ended, UTC.</summary>
    public DateTime? SeenAt { get; private set; }
    /// <inheritdoc/>
    public int Version { get; private set; } = 1;

    /// <summary>Asks for a task.</summary>
    /// <param name="actor">Who asks; needs what the kind needs.</param>
    /// <param name="kind">What.</param>
    /// <param name="unit">About which unit.</param>
    /// <param name="subject">Beside the kind in a list.</param>
    /// <param name="arguments">JSON.</param>
    /// <param name="inputKey">SHA-256 of an uploaded content, or null.</param>
    /// <param name="language">Of the asker's screen.</param>
    /// <param name="now">UTC.</param>
    /// <exception cref="Refusal">NotAllowed.</exception>
    public static LongTask Ask(Actor actor, LongTaskKind kind, Unit unit, string subject, string arguments, string? inputKey, string language, DateTime now)
    {
        actor.Must(kind.Needs(), unit.Path);
        if (actor.AccountId is not { } account) throw new Refusal(Because.NotAllowed);
        if (arguments.Length > ArgumentsLength) throw new Refusal(Because.TooLong, null, FieldName.Content, ArgumentsLength);
        return new LongTask
        {
            Kind = kind,
            AskedBy = account,
            AskedByName = actor.Name,
            UnitId = unit.Id,
            UnitPath = unit.Path,
            UnitName = unit.Name,
            Subject = subject.Length > StoredFile.NameLength ? subject[..StoredFile.NameLength] : subject,
            Arguments = arguments,
            InputKey = inputKey,
            Language = language,
            AskedAt = now,
        };
    }

    /// <summary>A node takes it.</summary>
    /// <exception cref="Refusal">TaskNotInState.</exception>
    public void Take(Actor actor, string node, DateTime now)
    {
        Act(actor, LongTaskAct.Take);
        Node = node;
        StartedAt = HeartbeatAt = now;
        Attempts++;
        (Step, Done, Whole) = (LongTaskStep.Gathering, 0, null);
    }

    /// <summary>The asker wants it stopped: at once while it waits, else as soon as the node hears of it.</summary>
    /// <exception cref="Refusal">NotFound (another's task), TaskNotInState.</exception>
    public void AskToCancel(Actor actor, DateTime now)
    {
        Act(actor, LongTaskAct.AskToCancel);
        CancelAskedAt ??= now;
        if (State == LongTaskState.Cancelled) Over(now, seen: true);
    }

    /// <summary>How far it got in the end.</summary>
    public void Tell(Actor actor, int done, int? whole)
    {
        actor.Must(Permission.CloseByClock, UnitPath);
        (Done, Whole) = (done, whole);
    }

    /// <summary>It is done.</summary>
    /// <param name="actor">The system.</param>
    /// <param name="result">Its file, or null.</param>
    /// <param name="keptUntil">The file is removed after, UTC.</param>
    /// <param name="now">UTC.</param>
    public void Finish(Actor actor, TaskResult? result, DateTime keptUntil, DateTime now)
    {
        Act(actor, LongTaskAct.Finish);
        if (result is not null) (ResultKey, ResultName, ResultType, ResultSize, KeptUntil) = (result.Key, result.Name, result.MediaType, result.Size, keptUntil);
        Over(now);
    }

    /// <summary>It could not be done.</summary>
    /// <param name="actor">The system.</param>
    /// <param name="why">A sentence in the asker's language; null where no rule says why.</param>
    /// <param name="logId">Where the log tells of it.</param>
    /// <param name="now">UTC.</param>
    public void Fail(Actor actor, string? why, string? logId, DateTime now)
    {
        Act(actor, LongTaskAct.Fail);
        Failure = why?.Length > FailureLength ? why[..FailureLength] : why;
        LogId = logId;
        Over(now);
    }

    /// <summary>The node has stopped it as asked.</summary>
    public void Cancel(Actor actor, DateTime now)
    {
        Act(actor, LongTaskAct.Cancel);
        Over(now, seen: true);
    }

    /// <summary>The server was stopped in good order: it waits again, and the attempt does not count.</summary>
    public void GiveBack(Actor actor)
    {
        Act(actor, LongTaskAct.RunAnew);
        Attempts--;
        Wait();
    }

    /// <summary>Its node was lost: it waits again, is stopped as was asked, or says that it was interrupted, as <see cref="LostTask.Judge"/> tells.</summary>
    public void Lose(Actor actor, DateTime now)
    {
        var act = LostTask.Judge(Attempts, CancelAskedAt is not null);
        Act(actor, act);
        if (act == LongTaskAct.RunAnew) Wait();
        else Over(now);
    }

    /// <summary>The asker has looked at how it ended.</summary>
    /// <exception cref="Refusal">NotFound: another's task.</exception>
    public void See(Actor actor, DateTime now)
    {
        if (!IsOwner(actor)) throw new Refusal(Because.NotFound);
        SeenAt ??= now;
    }

    /// <summary>The file's time is over: the row stays and says that there was one.</summary>
    public void RemoveResult(Actor actor)
    {
        actor.Must(Permission.CloseByClock, UnitPath);
        ResultKey = null;
    }

    /// <summary>What it worked on is no longer needed.</summary>
    public void LetInputGo(Actor actor)
    {
        actor.Must(Permission.CloseByClock, UnitPath);
        if (State.IsOver()) InputKey = null;
    }

    /// <summary>True for the account that asked.</summary>
    public bool IsOwner(Actor actor) => actor.AccountId is { } id && id == AskedBy;

    private void Wait() => (Node, HeartbeatAt, Step, Done, Whole) = (null, null, LongTaskStep.Waiting, 0, null);

    private void Over(DateTime now, bool seen = false)
    {
        FinishedAt = now;
        if (seen) SeenAt = now;
    }

    private void Act(Actor actor, LongTaskAct act)
    {
        if (LongTaskTransitions.Find(State, act) is not { } found) throw new Refusal(Because.TaskNotInState, null, State);
        if (found.Hand == LongTaskHand.Asker && !IsOwner(actor)) throw new Refusal(Because.NotFound);
        if (found.Hand == LongTaskHand.System) actor.Must(Permission.CloseByClock, UnitPath);
        State = found.To;
    }
}

/// <summary>What a task has made.</summary>
/// <param name="Key">SHA-256 of the content.</param>
/// <param name="Name">Name to save it under.</param>
/// <param name="MediaType">From our own writer, never from a name.</param>
/// <param name="Size">Bytes.</param>
public sealed record TaskResult(string Key, string Name, string MediaType, long Size);
