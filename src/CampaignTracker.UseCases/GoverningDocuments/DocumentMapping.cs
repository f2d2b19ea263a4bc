using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Obligations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CampaignTracker.UseCases.GoverningDocuments;

internal sealed class DocumentMapping : IEntityTypeConfiguration<GoverningDocument>
{
    public void Configure(EntityTypeBuilder<GoverningDocument> document)
    {
        document.ToTable("Documents");
        document.Property(d => d.Code).HasMaxLength(80);
        document.HasIndex(d => d.Code).IsUnique();
        document.HasMany(d => d.Links).WithOne().HasForeignKey(l => l.FromId).OnDelete(DeleteBehavior.Cascade);
        document.Navigation(d => d.Links).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class DocumentLinkMapping : IEntityTypeConfiguration<DocumentLink>
{
    public void Configure(EntityTypeBuilder<DocumentLink> link) => link.ToTable("DocumentLinks");
}

internal sealed class RequirementMapping : IEntityTypeConfiguration<Requirement>
{
    public void Configure(EntityTypeBuilder<Requirement> requirement)
    {
        requirement.ToTable("Requirements");
        requirement.Property(r => r.Code).HasMaxLength(80);
        requirement.HasIndex(r => r.Code).IsUnique();
        requirement.HasIndex(r => r.DocumentId);
        requirement.HasMany(r => r.Deadlines).WithOne().HasForeignKey("RequirementId").OnDelete(DeleteBehavior.Cascade);
        requirement.Navigation(r => r.Deadlines).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class DeadlineRuleMapping : IEntityTypeConfiguration<DeadlineRule>
{
    public void Configure(EntityTypeBuilder<DeadlineRule> rule) => rule.ToTable("DeadlineRules");
}

internal sealed class TermMapping : IEntityTypeConfiguration<CampaignTerm>
{
    public void Configure(EntityTypeBuilder<CampaignTerm> term)
    {
        term.ToTable("Terms").HasKey(t => t.Code);
        term.Property(t => t.Code).HasMaxLength(20);
    }
}

internal sealed class YearMapping : IEntityTypeConfiguration<CampaignYear>
{
    public void Configure(EntityTypeBuilder<CampaignYear> year)
    {
        year.ToTable("Years").HasKey(y => y.Year);
        year.Property(y => y.Year).ValueGeneratedNever();
        year.Property(y => y.TermCode).HasMaxLength(20);
        year.Property(y => y.OpenedAt).IsConcurrencyToken();
    }
}

internal sealed class CalendarPeriodMapping : IEntityTypeConfiguration<CalendarPeriod>
{
    public void Configure(EntityTypeBuilder<CalendarPeriod> period) => period.ToTable("CalendarPeriods");
}
