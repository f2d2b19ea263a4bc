using CampaignTracker.Domain.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CampaignTracker.UseCases.Plans;

internal sealed class UnitPlanMapping : IEntityTypeConfiguration<UnitPlan>
{
    public void Configure(EntityTypeBuilder<UnitPlan> plan)
    {
        plan.ToTable("Plans");
        plan.Ignore(p => p.Rounds);
        plan.Property(p => p.AnswerText).HasMaxLength(PlanLimits.Answer);
        plan.Property(p => p.EditedByName).HasMaxLength(200);
        plan.Property(p => p.Version).IsConcurrencyToken();
        plan.HasIndex(p => p.ObligationId).IsUnique();
        plan.HasIndex(p => p.UnitPath);
        plan.HasIndex(p => new { p.UnitId, p.Year });
        plan.PrimitiveCollection(p => p.Hands).HasField("hands").UsePropertyAccessMode(PropertyAccessMode.Field);
        plan.OwnsOne(p => p.Meeting);
        plan.OwnsOne(p => p.Paper, paper =>
        {
            paper.Property(p => p.Number).HasMaxLength(PlanLimits.PaperNumber);
            paper.Property(p => p.Signer).HasMaxLength(PlanLimits.Signer);
            paper.Property(p => p.SignerPost).HasMaxLength(PlanLimits.Signer);
        });
        plan.HasOne(p => p.Texts).WithOne().HasForeignKey<PlanTexts>(t => t.PlanId).OnDelete(DeleteBehavior.Cascade);
        plan.HasMany(p => p.Items).WithOne().HasForeignKey(i => i.PlanId).OnDelete(DeleteBehavior.Cascade);
        plan.HasMany(p => p.RequirementAnswers).WithOne().HasForeignKey(a => a.PlanId).OnDelete(DeleteBehavior.Cascade);
        plan.HasMany(p => p.Sendings).WithOne().HasForeignKey(s => s.PlanId).OnDelete(DeleteBehavior.Cascade);
        plan.Navigation(p => p.Items).HasField("items").UsePropertyAccessMode(PropertyAccessMode.Field);
        plan.Navigation(p => p.RequirementAnswers).HasField("requirementAnswers").UsePropertyAccessMode(PropertyAccessMode.Field);
        plan.Navigation(p => p.Sendings).HasField("sendings").UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class PlanTextsMapping : IEntityTypeConfiguration<PlanTexts>
{
    public void Configure(EntityTypeBuilder<PlanTexts> texts) => texts.ToTable("PlanTexts").HasKey(t => t.PlanId);
}

internal sealed class PlanItemMapping : IEntityTypeConfiguration<PlanItem>
{
    public void Configure(EntityTypeBuilder<PlanItem> item)
    {
        item.ToTable("PlanItems");
        item.Property(i => i.Id).ValueGeneratedNever();
        item.Property(i => i.Content).HasMaxLength(PlanLimits.Content);
        item.Property(i => i.CoOperating).HasMaxLength(PlanLimits.ShortField);
        item.Property(i => i.Responsible).HasMaxLength(PlanLimits.ShortField);
        item.Property(i => i.Method).HasMaxLength(PlanLimits.ShortField);
        item.Property(i => i.Product).HasMaxLength(PlanLimits.ShortField);
        item.PrimitiveCollection(i => i.Requirements);
    }
}

internal sealed class RequirementAnswerMapping : IEntityTypeConfiguration<RequirementAnswer>
{
    public void Configure(EntityTypeBuilder<RequirementAnswer> answer) => answer.ToTable("RequirementAnswers");
}

internal sealed class SendingMapping : IEntityTypeConfiguration<Sending>
{
    public void Configure(EntityTypeBuilder<Sending> sending)
    {
        sending.ToTable("Sendings");
        sending.Property(s => s.Seal).HasMaxLength(64);
        sending.HasIndex(s => new { s.PlanId, s.Round }).IsUnique();
    }
}

internal sealed class DraftConflictMapping : IEntityTypeConfiguration<DraftConflict>
{
    public void Configure(EntityTypeBuilder<DraftConflict> conflict)
    {
        conflict.ToTable("DraftConflicts").HasKey(c => c.Id);
        conflict.HasIndex(c => c.PlanId);
        conflict.HasIndex(c => c.UnitPath);
    }
}
