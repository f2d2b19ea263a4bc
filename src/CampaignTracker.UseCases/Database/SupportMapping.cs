using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CampaignTracker.UseCases.Database;

internal sealed class ProtectionKeyMapping : IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<ProtectionKey> key) => key.ToTable("ProtectionKeys").HasKey(k => k.Id);
}

internal sealed class SeedMarkMapping : IEntityTypeConfiguration<SeedMark>
{
    public void Configure(EntityTypeBuilder<SeedMark> mark)
    {
        mark.ToTable("SeedMarks").HasKey(m => m.Name);
        mark.Property(m => m.Name).HasMaxLength(200);
        mark.Property(m => m.Hash).HasMaxLength(64);
    }
}
