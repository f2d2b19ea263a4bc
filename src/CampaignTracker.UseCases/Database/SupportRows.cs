namespace CampaignTracker.UseCases.Database;

/// <summary>A key of the cookie protection, shared by all nodes. Reference data.</summary>
internal sealed class ProtectionKey
{
    public int Id { get; set; }
    public string Name { get; set; } = "";
    public string Xml { get; set; } = "";
}

/// <summary>What was seeded and when: the seed file's name and the SHA-256 of its content, or "demo". Reference data.</summary>
internal sealed class SeedMark
{
    public string Name { get; set; } = "";
    public string Hash { get; set; } = "";
    public DateTime At { get; set; }
}
