namespace CampaignTracker.Domain.BackgroundWork;

/// <summary>Where a task stands.</summary>
public enum LongTaskState
{
    /// <summary>Waits for its turn.</summary>
    Queued,
    /// <summary>A node is at it.</summary>
    Running,
    /// <summary>Done.</summary>
    Done,
    /// <summary>Could not be done.</summary>
    Failed,
    /// <summary>Stopped by its asker; left no trace.</summary>
    Cancelled,
    /// <summary>The server was lost under it too often; left no trace.</summary>
    Interrupted,
}

/// <summary>What can happen to a task.</summary>
public enum LongTaskAct
{
    /// <summary>A node takes it.</summary>
    Take,
    /// <summary>Its asker wants it stopped.</summary>
    AskToCancel,
    /// <summary>The node has stopped it.</summary>
    Cancel,
    /// <summary>Done.</summary>
    Finish,
    /// <summary>Could not be done.</summary>
    Fail,
    /// <summary>Its node is gone: it waits again.</summary>
    RunAnew,
    /// <summary>Its node is gone once too often.</summary>
    Interrupt,
}

/// <summary>Whose act it is.</summary>
public enum LongTaskHand
{
    /// <summary>The account that asked.</summary>
    Asker,
    /// <summary>The program.</summary>
    System,
}

/// <summary>The one transition table: state × act → whose hand and next state. What is not in it is refused.</summary>
public static class LongTaskTransitions
{
    private static readonly Dictionary<(LongTaskState From, LongTaskAct Act), (LongTaskHand Hand, LongTaskState To)> Table = new()
    {
        [(LongTaskState.Queued, LongTaskAct.Take)] = (LongTaskHand.System, LongTaskState.Running),
        [(LongTaskState.Queued, LongTaskAct.AskToCancel)] = (LongTaskHand.Asker, LongTaskState.Cancelled),
        [(LongTaskState.Running, LongTaskAct.AskToCancel)] = (LongTaskHand.Asker, LongTaskState.Running),
        [(LongTaskState.Running, LongTaskAct.Cancel)] = (LongTaskHand.System, LongTaskState.Cancelled),
        [(LongTaskState.Running, LongTaskAct.Finish)] = (LongTaskHand.System, LongTaskState.Done),
        [(LongTaskState.Running, LongTaskAct.Fail)] = (LongTaskHand.System, LongTaskState.Failed),
        [(LongTaskState.Running, LongTaskAct.RunAnew)] = (LongTaskHand.System, LongTaskState.Queued),
        [(LongTaskState.Running, LongTaskAct.Interrupt)] = (LongTaskHand.System, LongTaskState.Interrupted),
    };

    /// <summary>Whose act it is and the state it leads to; null when the act does not fit the state.</summary>
    public static (LongTaskHand Hand, LongTaskState To)? Find(LongTaskState from, LongTaskAct act) => Table.TryGetValue((from, act), out var found) ? found : null;

    /// <summary>Every allowed (state, act).</summary>
    public static IEnumerable<(LongTaskState From, LongTaskAct Act, LongTaskHand Hand, LongTaskState To)> All => Table.Select(entry => (entry.Key.From, entry.Key.Act, entry.Value.Hand, entry.Value.To));

    /// <summary>Waiting or under way.</summary>
    public static IReadOnlyList<LongTaskState> Open { get; } = [LongTaskState.Queued, LongTaskState.Running];

    /// <summary>Over, one way or another.</summary>
    public static bool IsOver(this LongTaskState state) => !Open.Contains(state);
}
