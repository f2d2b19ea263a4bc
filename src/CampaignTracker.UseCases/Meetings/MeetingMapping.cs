using CampaignTracker.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CampaignTracker.UseCases.Meetings;

internal sealed class MeetingMapping : IEntityTypeConfiguration<CellMeeting>
{
    public void Configure(EntityTypeBuilder<CellMeeting> meeting)
    {
        meeting.ToTable("Meetings");
        meeting.Property(m => m.Version).IsConcurrencyToken();
        meeting.Property(m => m.RecordedByName).HasMaxLength(200);
        meeting.HasIndex(m => new { m.UnitPath, m.HeldOn });
        meeting.HasMany(m => m.Decisions).WithOne().HasForeignKey(d => d.MeetingId).OnDelete(DeleteBehavior.Cascade);
        meeting.Navigation(m => m.Decisions).HasField("decisions").UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class DecisionMapping : IEntityTypeConfiguration<MeetingDecision>
{
    public void Configure(EntityTypeBuilder<MeetingDecision> decision)
    {
        decision.ToTable("MeetingDecisions");
        decision.Property(d => d.Note).HasMaxLength(CellMeeting.NoteLength);
        decision.HasIndex(d => d.SubjectId);
    }
}
