namespace CampaignTracker.Domain.Units;

/// <summary>A row that stands under one unit: who may see it follows from the unit's place in the tree.</summary>
public interface IBelongsToUnit
{
    /// <summary>The unit's current path; see <see cref="Units.UnitPath"/>.</summary>
    string UnitPath { get; }
}

/// <summary>A row that the units below its owner may read once it is issued: "what was issued above".</summary>
public interface IPublishedDownward : IBelongsToUnit
{
    /// <summary>True from its issue on.</summary>
    bool PublishedDownward { get; }
}
