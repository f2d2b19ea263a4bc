using System.Collections.Concurrent;

namespace CampaignTracker.Web.Plans;

/// <summary>Who has which plan open for writing on this machine, so that two people learn of each other at once. What it does not know, the save itself finds out.</summary>
public sealed class PlanDesk
{
    readonly ConcurrentDictionary<Guid, Seat> seats = [];

    /// <summary>Takes a seat at a plan; disposing it leaves.</summary>
    public Seat Sit(Guid planId, string name, DateTime since, OnTheLine line, Action changed)
    {
        var seat = new Seat(this, Guid.NewGuid(), planId, name, since, line, changed);
        seats[seat.Id] = seat;
        seat.Tell();
        return seat;
    }

    /// <summary>One writer at one plan.</summary>
    public sealed record Seat(PlanDesk Desk, Guid Id, Guid PlanId, string Name, DateTime Since, OnTheLine Line, Action Changed) : IDisposable
    {
        /// <summary>The others at the same plan whose browser is there, the earliest first.</summary>
        public IReadOnlyList<Seat> Others => [.. Desk.seats.Values.Where(other => other.PlanId == PlanId && other.Id != Id && other.Line.Now).OrderBy(other => other.Since)];

        /// <summary>Tells the others to look again.</summary>
        public void Tell()
        {
            foreach (var other in Others) other.Changed();
        }

        /// <summary>Leaves.</summary>
        public void Dispose()
        {
            Desk.seats.TryRemove(Id, out _);
            Tell();
        }
    }
}
