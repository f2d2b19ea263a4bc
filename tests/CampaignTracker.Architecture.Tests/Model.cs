using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CampaignTracker.Architecture.Tests;

/// <summary>The model of the one database, built without a database.</summary>
internal static class Model
{
    public static CampaignDb Context(DatabaseProvider provider) =>
        new((DbContextOptions<CampaignDb>)new DbContextOptionsBuilder<CampaignDb>().Use(provider, provider == DatabaseProvider.Sqlite ? "Data Source=:memory:" : "Host=nowhere").Options);

    public static IModel Built { get; } = Build();

    /// <summary>Every type that is stored.</summary>
    public static IReadOnlySet<Type> Types { get; } = Built.GetEntityTypes().Select(type => type.ClrType).ToHashSet();

    private static IModel Build()
    {
        using var db = Context(DatabaseProvider.Sqlite);
        return db.Model;
    }
}
