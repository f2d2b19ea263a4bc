namespace CampaignTracker.Domain;

/// <summary>Anything stored under a key of its own. The key is made here, not by the database, so that audit sees it at once.</summary>
public abstract class Entity
{
    /// <summary>A new thing with a time-ordered key.</summary>
    protected Entity() => Id = Guid.CreateVersion7();

    /// <summary>A thing with a derived key: seed and demo rows keep theirs from run to run.</summary>
    protected Entity(Guid id) => Id = id;

    /// <summary>The key.</summary>
    public Guid Id { get; private set; }
}

/// <summary>A root whose <see cref="Version"/> rises with every change to it or to its children.</summary>
public interface IVersioned
{
    /// <summary>Starts at 1; a writer that saw an older one is refused.</summary>
    int Version { get; }
}
