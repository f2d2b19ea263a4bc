using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Progress;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CampaignTracker.UseCases.Commitments;

internal sealed class RegisterMapping : IEntityTypeConfiguration<CommitmentRegister>
{
    public void Configure(EntityTypeBuilder<CommitmentRegister> register)
    {
        register.ToTable("CommitmentRegisters");
        register.Property(r => r.Version).IsConcurrencyToken();
        register.HasIndex(r => new { r.UnitId, r.Scope, r.Year }).IsUnique();
        register.HasIndex(r => new { r.Year, r.Scope, r.UnitPath });
    }
}

internal sealed class CommitmentMapping : IEntityTypeConfiguration<RoleModelCommitment>
{
    public void Configure(EntityTypeBuilder<RoleModelCommitment> commitment)
    {
        commitment.ToTable("Commitments");
        commitment.Property(c => c.Version).IsConcurrencyToken();
        commitment.Property(c => c.ConfirmedBy).HasMaxLength(CommitmentLimits.Paper);
        commitment.Property(c => c.ConcreteAsk).HasMaxLength(CommitmentLimits.Text);
        commitment.Property(c => c.SelfAssessment).HasMaxLength(CommitmentLimits.Text);
        commitment.Property(c => c.CollectiveComment).HasMaxLength(CommitmentLimits.Text);
        commitment.Property(c => c.EditedByName).HasMaxLength(200);
        commitment.Ignore(c => c.Registered);
        commitment.HasIndex(c => new { c.ParticipantId, c.Scope, c.Year }).IsUnique();
        commitment.HasIndex(c => new { c.UnitPath, c.Year, c.Scope });
        commitment.HasIndex(c => new { c.UnitId, c.Year, c.Scope });
        commitment.HasIndex(c => c.RegisterId);
        commitment.HasIndex(c => c.AccountId);
        commitment.OwnsOne(c => c.Typed, typed =>
        {
            typed.Property(t => t.ByName).HasMaxLength(200);
            typed.Property(t => t.Paper).HasMaxLength(CommitmentLimits.Paper);
        });
        commitment.HasOne(c => c.Shortcoming).WithOne().HasForeignKey<Shortcoming>(s => s.CommitmentId).OnDelete(DeleteBehavior.Cascade);
        commitment.HasMany(c => c.Lines).WithOne().HasForeignKey(l => l.CommitmentId).OnDelete(DeleteBehavior.Cascade);
        commitment.Navigation(c => c.Lines).HasField("lines").UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class ShortcomingMapping : IEntityTypeConfiguration<Shortcoming>
{
    public void Configure(EntityTypeBuilder<Shortcoming> shortcoming)
    {
        shortcoming.ToTable("Shortcomings").HasKey(s => s.CommitmentId);
        shortcoming.Property(s => s.Text).HasMaxLength(CommitmentLimits.Text);
    }
}

internal sealed class CommitmentLineMapping : IEntityTypeConfiguration<CommitmentLine>
{
    public void Configure(EntityTypeBuilder<CommitmentLine> line)
    {
        line.ToTable("CommitmentLines");
        line.Property(l => l.Section).HasMaxLength(FormProfile.CodeLength);
        line.Property(l => l.Action).HasMaxLength(CommitmentLimits.Action);
        line.Property(l => l.Result).HasMaxLength(CommitmentLimits.ShortField);
        line.Property(l => l.Proof).HasMaxLength(CommitmentLimits.ShortField);
        line.HasIndex(l => l.CommitmentId);
        line.HasMany(l => l.Progress).WithOne().HasForeignKey(p => p.LineId).OnDelete(DeleteBehavior.Cascade);
        line.Navigation(l => l.Progress).HasField("progress").UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class LineProgressMapping : IEntityTypeConfiguration<LineProgress>
{
    public void Configure(EntityTypeBuilder<LineProgress> progress)
    {
        progress.ToTable("LineProgress");
        progress.Property(p => p.Text).HasMaxLength(ProgressFacts.TextLength);
        progress.Property(p => p.RecordedByName).HasMaxLength(200);
        // Names the root too, so that its version rises with a report.
        progress.HasOne<RoleModelCommitment>().WithMany().HasForeignKey(p => p.CommitmentId).OnDelete(DeleteBehavior.Cascade);
        progress.HasIndex(p => p.LineId);
    }
}

internal sealed class OpeningMapping : IEntityTypeConfiguration<CommitmentOpening>
{
    public void Configure(EntityTypeBuilder<CommitmentOpening> opening)
    {
        opening.ToTable("CommitmentOpenings");
        opening.Property(o => o.OpenedBy).HasMaxLength(400);
        opening.Property(o => o.Reason).HasMaxLength(CommitmentOpening.ReasonLength);
        opening.HasIndex(o => new { o.UnitPath, o.At });
        opening.HasIndex(o => o.CommitmentId);
    }
}

internal sealed class FormProfileMapping : IEntityTypeConfiguration<FormProfile>
{
    public void Configure(EntityTypeBuilder<FormProfile> form)
    {
        form.ToTable("FormProfiles").HasKey(f => f.Code);
        form.Property(f => f.Code).HasMaxLength(FormProfile.CodeLength);
        form.Property(f => f.Name).HasMaxLength(200);
        form.HasMany(f => f.Sections).WithOne().HasForeignKey("FormCode").OnDelete(DeleteBehavior.Cascade);
        form.Navigation(f => f.Sections).HasField("sections").UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class FormSectionMapping : IEntityTypeConfiguration<FormSection>
{
    public void Configure(EntityTypeBuilder<FormSection> section)
    {
        section.ToTable("FormSections");
        section.Property(s => s.Code).HasMaxLength(FormProfile.CodeLength);
        section.Property(s => s.Title).HasMaxLength(300);
    }
}
