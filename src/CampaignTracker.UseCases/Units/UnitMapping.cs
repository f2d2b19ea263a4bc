using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CampaignTracker.UseCases.Units;

internal sealed class UnitMapping : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> unit)
    {
        unit.ToTable("Units");
        unit.Property(u => u.Code).HasMaxLength(Unit.CodeLength);
        unit.Property(u => u.Name).HasMaxLength(Unit.NameLength).UseCollation(Conventions.VietnameseOrder);
        unit.Property(u => u.SearchKey).HasMaxLength(Unit.NameLength + Unit.CodeLength + 1);
        unit.Property(u => u.KindCode).HasMaxLength(40);
        unit.Property(u => u.TerritoryCode).HasMaxLength(5);
        unit.Property(u => u.Version).IsConcurrencyToken();
        unit.HasIndex(u => u.Code).IsUnique();
        unit.HasIndex(u => u.Path).IsUnique();
        unit.HasIndex(u => u.ParentId);
        unit.HasMany(u => u.Placements).WithOne().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Cascade);
        unit.Navigation(u => u.Placements).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class PlacementMapping : IEntityTypeConfiguration<Placement>
{
    public void Configure(EntityTypeBuilder<Placement> placement) => placement.ToTable("Placements");
}

internal sealed class UnitKindMapping : IEntityTypeConfiguration<UnitKind>
{
    public void Configure(EntityTypeBuilder<UnitKind> kind)
    {
        kind.ToTable("UnitKinds").HasKey(k => k.Code);
        kind.Property(k => k.Code).HasMaxLength(40);
    }
}

internal sealed class SuccessorMapping : IEntityTypeConfiguration<Successor>
{
    public void Configure(EntityTypeBuilder<Successor> successor)
    {
        successor.ToTable("Successors");
        successor.HasIndex(s => s.UnitId);
        successor.HasIndex(s => s.SuccessorId);
    }
}

internal sealed class TerritoryMapping : IEntityTypeConfiguration<Territory>
{
    public void Configure(EntityTypeBuilder<Territory> territory)
    {
        territory.ToTable("Territories").HasKey(t => t.Code);
        territory.Property(t => t.Code).HasMaxLength(5);
    }
}
