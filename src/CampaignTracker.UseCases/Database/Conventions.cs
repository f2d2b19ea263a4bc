using CampaignTracker.Domain;
using CampaignTracker.Domain.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CampaignTracker.UseCases.Database;

/// <summary>What keeps the two databases alike: enums as text, moments in UTC, one Vietnamese order, paths in byte order.</summary>
internal static class Conventions
{
    /// <summary>The collation for names: an ICU one on PostgreSQL, registered on every SQLite connection.</summary>
    public const string VietnameseOrder = "vi_sort";

    public static void Types(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        conventions.Properties<DateTime>().HaveConversion<UtcMoments>();
    }

    public static void Model(ModelBuilder model, bool postgres)
    {
        if (postgres) model.HasCollation(VietnameseOrder, locale: "vi-VN", provider: "icu", deterministic: true);
    }

    /// <summary>Every path column: bounded, and in byte order so that the range condition uses the index.</summary>
    public static void Paths(ModelBuilder model, bool postgres)
    {
        foreach (var property in model.Model.GetEntityTypes().SelectMany(type => type.GetProperties()).Where(p => p.ClrType == typeof(string) && p.Name is "Path" or "UnitPath" or "PathThen"))
        {
            property.SetMaxLength(UnitPath.MaxLength);
            if (postgres) property.SetCollation("C");
        }
    }

    /// <summary>Keys are made by the program. Otherwise a new child of a tracked root would be taken for a changed one.</summary>
    public static void Keys(ModelBuilder model)
    {
        foreach (var key in model.Model.GetEntityTypes().Where(type => typeof(Entity).IsAssignableFrom(type.ClrType)).Select(type => type.FindProperty(nameof(Entity.Id))!))
            key.ValueGenerated = ValueGenerated.Never;
    }

    private sealed class UtcMoments() : ValueConverter<DateTime, DateTime>(
        moment => moment.Kind == DateTimeKind.Utc ? moment : DateTime.SpecifyKind(moment, DateTimeKind.Utc),
        moment => DateTime.SpecifyKind(moment, DateTimeKind.Utc));
}
