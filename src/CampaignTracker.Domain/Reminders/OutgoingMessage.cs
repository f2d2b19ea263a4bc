using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Units;

namespace CampaignTracker.Domain.Reminders;

/// <summary>What a message carries.</summary>
public enum MessageKind
{
    /// <summary>A day's reminders of one person.</summary>
    Digest,
    /// <summary>An urging by hand.</summary>
    Urging,
    /// <summary>An announcement.</summary>
    Announcement,
}

/// <summary>How a message goes out.</summary>
public enum MessageChannel
{
    /// <summary>E-mail.</summary>
    Email,
}

/// <summary>Where a message is.</summary>
public enum MessageState
{
    /// <summary>Waits for its moment.</summary>
    Waiting,
    /// <summary>A node is handing it over.</summary>
    Taken,
    /// <summary>The mail server took it.</summary>
    Sent,
    /// <summary>Given up after the last try; a person can see it and send it again.</summary>
    Dead,
    /// <summary>Nothing was left to say when its moment came.</summary>
    Dropped,
}

/// <summary>Why a message did not go out.</summary>
public enum MessageFault
{
    /// <summary>The mail server could not be reached.</summary>
    Unreachable,
    /// <summary>The mail server refused our name or password.</summary>
    SignInRefused,
    /// <summary>The address is no address, or the mail server refused it.</summary>
    WrongAddress,
    /// <summary>The mail server refused the message.</summary>
    Refused,
    /// <summary>The template lacks a word it needs, or names one that does not exist.</summary>
    BrokenTemplate,
    /// <summary>Something else; the log has it.</summary>
    Other,
}

/// <summary>
/// One message to one person on one channel. Stored in the transaction that decides it; delivered at least once, always under the same message id, so that the receiving side can tell a second copy.
/// Its text is made when it is handed over: what was settled meanwhile is left out.
/// </summary>
public sealed class OutgoingMessage : Entity, IBelongsToUnit
{
    /// <summary>Longest address, in characters.</summary>
    public const int AddressLength = 254;

    /// <summary>Tries before it is given up.</summary>
    public const int MostTries = 8;

    /// <summary>How long a node may take to hand one over before another may try, unless set otherwise (assumption).</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>Longest answer of the other side that is kept, in characters.</summary>
    public const int FaultTextLength = 500;

    private OutgoingMessage() { }

    /// <summary>Decides a message.</summary>
    /// <param name="actor">The clock-work, or who urges or announces.</param>
    /// <param name="kind">What it carries.</param>
    /// <param name="accountId">To whom.</param>
    /// <param name="unitPath">The unit of that person's post.</param>
    /// <param name="address">Where to.</param>
    /// <param name="language">"vi" or "en".</param>
    /// <param name="day">Local date: one digest a person a day.</param>
    /// <param name="sourceId">The urging or announcement; empty for a digest.</param>
    /// <param name="notBefore">UTC: outside the quiet hours.</param>
    public OutgoingMessage(Actor actor, MessageKind kind, Guid accountId, string unitPath, string address, string language, DateOnly day, Guid sourceId, DateTime notBefore)
    {
        if (!actor.IsSystem && !actor.CanSomewhere(Permission.UrgeUnits) && !actor.CanSomewhere(Permission.Announce)) throw new Refusal(Because.NotAllowed);
        Kind = kind;
        AccountId = accountId;
        UnitPath = unitPath;
        Address = address;
        Language = language;
        Day = day;
        SourceId = sourceId;
        NextTryAt = notBefore;
    }

    /// <summary>What it carries.</summary>
    public MessageKind Kind { get; private set; }
    /// <summary>How it goes out.</summary>
    public MessageChannel Channel { get; private set; }
    /// <summary>To whom.</summary>
    public Guid AccountId { get; private set; }
    /// <inheritdoc/>
    public string UnitPath { get; private set; } = "";
    /// <summary>Where to.</summary>
    public string Address { get; private set; } = "";
    /// <summary>"vi" or "en".</summary>
    public string Language { get; private set; } = "vi";
    /// <summary>Local date.</summary>
    public DateOnly Day { get; private set; }
    /// <summary>The urging or announcement; empty for a digest.</summary>
    public Guid SourceId { get; private set; }
    /// <summary>Where it is.</summary>
    public MessageState State { get; private set; }
    /// <summary>Tries so far.</summary>
    public int Tries { get; private set; }
    /// <summary>UTC: not before.</summary>
    public DateTime NextTryAt { get; private set; }
    /// <summary>The node that hands it over, or null.</summary>
    public string? TakenBy { get; private set; }
    /// <summary>UTC: until then nobody else tries.</summary>
    public DateTime? TakenUntil { get; private set; }
    /// <summary>UTC, or null.</summary>
    public DateTime? SentAt { get; private set; }
    /// <summary>Why the last try failed.</summary>
    public MessageFault? Fault { get; private set; }
    /// <summary>What the other side said, in its words.</summary>
    public string? FaultText { get; private set; }

    /// <summary>The same for every try: "0195…@campaign-tracker".</summary>
    public string MessageIdentity => $"{Id:N}@campaign-tracker";

    /// <summary>A node takes it to hand it over.</summary>
    /// <param name="actor">The clock-work.</param>
    /// <param name="node">Which one.</param>
    /// <param name="now">UTC.</param>
    /// <param name="lease">How long nobody else may try.</param>
    public void Take(Actor actor, string node, DateTime now, TimeSpan lease)
    {
        MustBeClockwork(actor);
        State = MessageState.Taken;
        TakenBy = node;
        TakenUntil = now + lease;
        Tries++;
    }

    /// <summary>Untried: the way itself is barred, which is no fault of this message. The try is not counted.</summary>
    public void PutBack(Actor actor, MessageFault? fault, string? text)
    {
        MustBeClockwork(actor);
        Settle(MessageState.Waiting);
        Tries = Math.Max(0, Tries - 1);
        Fault = fault;
        FaultText = Short(text);
    }

    /// <summary>The other side took it.</summary>
    public void Sent(Actor actor, DateTime now)
    {
        MustBeClockwork(actor);
        Settle(MessageState.Sent);
        SentAt = now;
        Fault = null;
        FaultText = null;
    }

    /// <summary>Nothing was left to say.</summary>
    public void Drop(Actor actor)
    {
        MustBeClockwork(actor);
        Settle(MessageState.Dropped);
    }

    /// <summary>The try failed. A wrong address or a broken template is not tried again by itself; everything else with growing pauses: 1, 2, 4 … minutes, at most 2 hours.</summary>
    public void Failed(Actor actor, MessageFault fault, string text, DateTime now)
    {
        MustBeClockwork(actor);
        Fault = fault;
        FaultText = Short(text);
        var final = fault is MessageFault.WrongAddress or MessageFault.BrokenTemplate || Tries >= MostTries;
        Settle(final ? MessageState.Dead : MessageState.Waiting);
        if (!final) NextTryAt = now + TimeSpan.FromMinutes(Math.Min(120, Math.Pow(2, Tries - 1)));
    }

    /// <summary>A person sends a dead one again, to the address the account has now.</summary>
    /// <exception cref="Refusal">NotAllowed, MessageNotDead.</exception>
    public void Resend(Actor actor, string address, DateTime now)
    {
        actor.Must(Permission.ManageAccounts, UnitPath);
        if (State != MessageState.Dead) throw new Refusal(Because.MessageNotDead);
        State = MessageState.Waiting;
        Address = address;
        Tries = 0;
        NextTryAt = now;
    }

    private static string? Short(string? text) => text is { Length: > FaultTextLength } ? text[..FaultTextLength] : text;

    private void Settle(MessageState state)
    {
        State = state;
        TakenBy = null;
        TakenUntil = null;
    }

    private static void MustBeClockwork(Actor actor)
    {
        if (!actor.IsSystem) throw new Refusal(Because.NotAllowed);
    }
}
