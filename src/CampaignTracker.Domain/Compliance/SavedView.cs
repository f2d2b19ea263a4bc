using CampaignTracker.Domain.People;

namespace CampaignTracker.Domain.Compliance;

/// <summary>A way of looking at the board that a person keeps under a name: the address that opens it, nothing of what stood there.</summary>
public sealed class SavedView : Entity
{
    /// <summary>Longest name, in characters.</summary>
    public const int NameLength = 80;

    /// <summary>Longest address, in characters.</summary>
    public const int AddressLength = 1000;

    /// <summary>The most that one person keeps.</summary>
    public const int Limit = 20;

    private const string Board = "/compliance";

    private SavedView() { }

    /// <summary>Keeps a view.</summary>
    /// <param name="actor">Whose.</param>
    /// <param name="name">What the person calls it.</param>
    /// <param name="address">Of the board within this program: <c>/compliance…</c>.</param>
    /// <param name="kept">How many the person keeps already.</param>
    /// <exception cref="Refusal">Required, TooLong, OutOfRange, TooManyViews.</exception>
    public SavedView(Actor actor, string? name, string address, int kept)
    {
        AccountId = actor.AccountId ?? throw new Refusal(Because.NotAllowed);
        if (kept >= Limit) throw new Refusal(Because.TooManyViews, null, Limit);
        // An address elsewhere would be a link that only looks like the board.
        if (address != Board && !address.StartsWith(Board + "?", StringComparison.Ordinal) && !address.StartsWith(Board + "/", StringComparison.Ordinal)) throw new Refusal(Because.NotFound, nameof(Address));
        if (address.Length > AddressLength) throw new Refusal(Because.TooLong, nameof(Address), FieldName.Address, AddressLength);
        Address = address;
        Rename(actor, name);
    }

    /// <summary>Whose.</summary>
    public Guid AccountId { get; private set; }
    /// <summary>What the person calls it.</summary>
    public string Name { get; private set; } = "";
    /// <summary>Opens it.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Calls it otherwise.</summary>
    /// <exception cref="Refusal">Required, TooLong.</exception>
    public void Rename(Actor actor, string? name)
    {
        if (actor.AccountId != AccountId) throw new Refusal(Because.NotAllowed);
        var clean = SearchKey.Clean(name);
        if (string.IsNullOrEmpty(clean)) throw new Refusal(Because.Required, nameof(Name), FieldName.ViewName);
        if (clean.Length > NameLength) throw new Refusal(Because.TooLong, nameof(Name), FieldName.ViewName, NameLength);
        Name = clean;
    }
}
