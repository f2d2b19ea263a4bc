using CampaignTracker.Domain.Papers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CampaignTracker.UseCases.Papers;

internal sealed class StoredFileMapping : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> file)
    {
        file.ToTable("Files");
        file.Property(f => f.Name).HasMaxLength(StoredFile.NameLength);
        file.Property(f => f.Sha256).HasMaxLength(64);
        file.HasIndex(f => f.Sha256);
        file.HasIndex(f => f.UnitPath);
    }
}
