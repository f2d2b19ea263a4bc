using CampaignTracker.Domain.Reminders;

namespace CampaignTracker.Web.Reminders;

/// <summary>A way out of the program: e-mail today, SMS or Zalo by another class of this one method.</summary>
public interface IMessageSender
{
    /// <summary>Hands a message over; returns once the other side has taken it.</summary>
    /// <exception cref="SendingFailed">It did not.</exception>
    Task SendAsync(Letter letter, CancellationToken ct);
}

/// <summary>A message in words.</summary>
/// <param name="Identity">The same for every try of the same message.</param>
/// <param name="Address">Where to.</param>
/// <param name="Name">To whom.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">All of it without marks.</param>
/// <param name="Html">The same as a page without pictures.</param>
public sealed record Letter(string Identity, string Address, string Name, string Subject, string Text, string Html);

/// <summary>The other side did not take a message.</summary>
/// <param name="fault">Why.</param>
/// <param name="said">What it said, in its words.</param>
/// <param name="barred">The way itself is barred: no other message would get through either.</param>
/// <param name="cause">What happened.</param>
public sealed class SendingFailed(MessageFault fault, string said, bool barred, Exception? cause = null) : Exception(said, cause)
{
    /// <summary>Why.</summary>
    public MessageFault Fault { get; } = fault;

    /// <summary>The way itself is barred: no other message would get through either.</summary>
    public bool Barred { get; } = barred;
}
