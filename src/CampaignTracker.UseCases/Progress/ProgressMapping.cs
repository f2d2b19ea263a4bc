using CampaignTracker.Domain.Progress;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CampaignTracker.UseCases.Progress;

internal sealed class ItemProgressMapping : IEntityTypeConfiguration<ItemProgress>
{
    public void Configure(EntityTypeBuilder<ItemProgress> progress)
    {
        progress.ToTable("ItemProgress");
        progress.Property(p => p.Version).IsConcurrencyToken();
        progress.HasIndex(p => p.ItemId).IsUnique();
        progress.HasIndex(p => p.PlanId);
        progress.HasIndex(p => new { p.UnitPath, p.Year });
        progress.HasMany(p => p.Reports).WithOne().HasForeignKey(r => r.ProgressId).OnDelete(DeleteBehavior.Cascade);
        progress.Navigation(p => p.Reports).HasField("reports").UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class ItemReportMapping : IEntityTypeConfiguration<ItemReport>
{
    public void Configure(EntityTypeBuilder<ItemReport> report)
    {
        report.ToTable("ItemReports");
        report.Property(r => r.Text).HasMaxLength(ProgressFacts.TextLength);
        report.Property(r => r.RecordedByName).HasMaxLength(200);
    }
}
