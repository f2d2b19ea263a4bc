using CampaignTracker.Domain.Evidence;
using CampaignTracker.Domain.Papers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CampaignTracker.UseCases.Evidence;

internal sealed class ItemEvidenceMapping : IEntityTypeConfiguration<ItemEvidence>
{
    public void Configure(EntityTypeBuilder<ItemEvidence> file)
    {
        file.ToTable("ItemEvidence");
        EvidenceColumns.Map(file);
        file.HasIndex(f => f.ItemId);
    }
}

internal sealed class LineEvidenceMapping : IEntityTypeConfiguration<LineEvidence>
{
    public void Configure(EntityTypeBuilder<LineEvidence> file)
    {
        file.ToTable("LineEvidence");
        EvidenceColumns.Map(file);
        file.HasIndex(f => f.LineId);
        file.HasIndex(f => f.CommitmentId);
    }
}

file static class EvidenceColumns
{
    public static void Map<T>(EntityTypeBuilder<T> file) where T : EvidenceFile
    {
        file.Property(f => f.Name).HasMaxLength(StoredFile.NameLength);
        file.Property(f => f.Sha256).HasMaxLength(64);
        file.Property(f => f.ThumbnailSha256).HasMaxLength(64);
        file.Property(f => f.Caption).HasMaxLength(EvidenceFile.CaptionLength);
        file.Property(f => f.ReceivedFrom).HasMaxLength(200);
        file.HasIndex(f => f.Sha256);
        file.HasIndex("UnitPath");
    }
}
