using CampaignTracker.Domain.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CampaignTracker.UseCases.Audit;

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("Audit");
        entry.Property(e => e.ActorName).HasMaxLength(200);
        entry.Property(e => e.Act).HasMaxLength(80);
        entry.Property(e => e.Subject).HasMaxLength(80);
        entry.HasIndex(e => new { e.UnitPath, e.At });
        entry.HasIndex(e => new { e.RootId, e.At });
    }
}
