using CampaignTracker.Domain.Obligations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CampaignTracker.UseCases.Obligations;

internal sealed class ObligationMapping : IEntityTypeConfiguration<Obligation>
{
    public void Configure(EntityTypeBuilder<Obligation> obligation)
    {
        obligation.ToTable("Obligations");
        obligation.Ignore(o => o.Facts);
        obligation.Property(o => o.ExtensionReason).HasMaxLength(Obligation.ReasonLength);
        obligation.Property(o => o.ExcuseReason).HasMaxLength(Obligation.ReasonLength);
        obligation.Property(o => o.Version).IsConcurrencyToken();
        obligation.HasIndex(o => new { o.UnitId, o.RequirementId, o.Year }).IsUnique();
        // Holds all that a board adds up: summing a province reads the index alone.
        obligation.HasIndex(o => new { o.Year, o.UnitPath, o.RequirementId, o.DueOn, o.FirstSentOn, o.SupplementDueOn, o.CompletedOn, o.ExcusedOn }).HasDatabaseName("IX_Obligations_Board");
        obligation.HasIndex(o => o.UnitPath);
    }
}
