using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CampaignTracker.UseCases.Reviews;

internal sealed class ReviewMapping : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> review)
    {
        review.ToTable("Reviews");
        review.Ignore(r => r.Waiting);
        review.Property(r => r.Version).IsConcurrencyToken();
        review.HasIndex(r => new { r.PlanId, r.Round });
        review.HasIndex(r => r.UnitPath);
        review.HasMany(r => r.Remarks).WithOne().HasForeignKey(r => r.ReviewId).OnDelete(DeleteBehavior.Cascade);
        review.Navigation(r => r.Remarks).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class RemarkMapping : IEntityTypeConfiguration<Remark>
{
    public void Configure(EntityTypeBuilder<Remark> remark)
    {
        remark.ToTable("Remarks");
        remark.Property(r => r.Text).HasMaxLength(PlanLimits.Remark);
    }
}
