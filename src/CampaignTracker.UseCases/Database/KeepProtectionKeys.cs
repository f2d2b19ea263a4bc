using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Database;

/// <summary>The keys that protect cookies and forms, shared by all nodes. Synchronous, because the framework asks for them so.</summary>
public sealed class KeepProtectionKeys
{
    private readonly IDbContextFactory<CampaignDb> contexts;

    internal KeepProtectionKeys(IDbContextFactory<CampaignDb> contexts) => this.contexts = contexts;

    /// <summary>Every key as XML.</summary>
    public IReadOnlyList<string> All()
    {
        using var db = contexts.CreateDbContext();
        return [.. db.ProtectionKeys.AsNoTracking().OrderBy(k => k.Id).Select(k => k.Xml)];
    }

    /// <summary>Keeps a new key.</summary>
    public void Add(string name, string xml)
    {
        using var db = contexts.CreateDbContext();
        db.ProtectionKeys.Add(new ProtectionKey { Name = name, Xml = xml });
        db.SaveChanges();
    }
}
