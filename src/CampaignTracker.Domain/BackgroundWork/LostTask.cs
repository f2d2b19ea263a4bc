namespace CampaignTracker.Domain.BackgroundWork;

/// <summary>When a running task has lost its node, and what becomes of it.</summary>
public static class LostTask
{
    /// <summary>How often it is begun before it says that it was interrupted: a task that brings the server down must not do so for ever.</summary>
    public const int MostAttempts = 3;

    /// <summary>A node shows every few seconds that it lives; silent for so long, it is taken for gone.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(2);

    /// <summary>True when nobody is at it any more.</summary>
    /// <param name="state">Where it stands.</param>
    /// <param name="node">The node that took it.</param>
    /// <param name="heartbeatAt">The node's last sign of life, UTC.</param>
    /// <param name="asking">The node that asks, which knows what it has in hand itself.</param>
    /// <param name="inHand">The asking node has it in hand.</param>
    /// <param name="now">UTC.</param>
    public static bool IsLost(LongTaskState state, string? node, DateTime? heartbeatAt, string asking, bool inHand, DateTime now) =>
        state == LongTaskState.Running && !inHand && (node == asking || heartbeatAt is not { } beat || now - beat > Silence);

    /// <summary>What becomes of a lost task.</summary>
    public static LongTaskAct Judge(int attempts, bool cancelAsked) => cancelAsked ? LongTaskAct.Cancel : attempts >= MostAttempts ? LongTaskAct.Interrupt : LongTaskAct.RunAnew;
}
