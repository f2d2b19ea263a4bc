using CampaignTracker.Domain.Reminders;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CampaignTracker.UseCases.Reminders;

internal sealed class ReminderMapping : IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<Reminder> reminder)
    {
        reminder.ToTable("Reminders");
        reminder.Property(r => r.Rule).HasMaxLength(ReminderRule.CodeLength);
        reminder.HasIndex(r => new { r.Rule, r.SubjectId, r.AccountId, r.DueOn, r.Step }).IsUnique();
        reminder.HasIndex(r => new { r.AccountId, r.DecidedAt });
        reminder.HasIndex(r => r.MessageId);
        reminder.HasIndex(r => r.UrgingId);
        reminder.HasIndex(r => new { r.DecidedOn, r.Rule });
        reminder.HasIndex(r => r.UnitPath);
    }
}

internal sealed class ReminderRuleSettingMapping : IEntityTypeConfiguration<ReminderRuleSetting>
{
    public void Configure(EntityTypeBuilder<ReminderRuleSetting> setting)
    {
        setting.ToTable("ReminderRuleSettings");
        setting.Property(s => s.Rule).HasMaxLength(ReminderRule.CodeLength);
        setting.Property(s => s.SetBy).HasMaxLength(200);
        setting.Ignore(s => s.Ladder);
        setting.HasIndex(s => new { s.Rule, s.RequirementId }).IsUnique();
    }
}

internal sealed class OutgoingMessageMapping : IEntityTypeConfiguration<OutgoingMessage>
{
    public void Configure(EntityTypeBuilder<OutgoingMessage> message)
    {
        message.ToTable("OutgoingMessages");
        message.Property(m => m.Address).HasMaxLength(OutgoingMessage.AddressLength);
        message.Property(m => m.Language).HasMaxLength(2);
        message.Property(m => m.TakenBy).HasMaxLength(100);
        message.Property(m => m.FaultText).HasMaxLength(OutgoingMessage.FaultTextLength);
        // Whoever saw it free, or held it, must find it so: two nodes never take one.
        message.Property(m => m.State).IsConcurrencyToken();
        message.Property(m => m.TakenBy).IsConcurrencyToken();
        message.Property(m => m.TakenUntil).IsConcurrencyToken();
        message.Ignore(m => m.MessageIdentity);
        message.HasIndex(m => new { m.AccountId, m.Channel, m.Kind, m.Day, m.SourceId }).IsUnique();
        message.HasIndex(m => new { m.State, m.NextTryAt });
        message.HasIndex(m => m.UnitPath);
    }
}

internal sealed class MessageTemplateMapping : IEntityTypeConfiguration<MessageTemplate>
{
    public void Configure(EntityTypeBuilder<MessageTemplate> template)
    {
        template.ToTable("MessageTemplates");
        template.Property(t => t.Language).HasMaxLength(MessageTemplate.LanguageLength);
        template.Property(t => t.Subject).HasMaxLength(MessageTemplate.SubjectLength);
        template.Property(t => t.Opening).HasMaxLength(MessageTemplate.TextLength);
        template.Property(t => t.Closing).HasMaxLength(MessageTemplate.TextLength);
        template.Property(t => t.SetBy).HasMaxLength(200);
        template.Ignore(t => t.Sound);
        template.HasIndex(t => new { t.Kind, t.Language }).IsUnique();
    }
}

internal sealed class UrgingMapping : IEntityTypeConfiguration<Urging>
{
    public void Configure(EntityTypeBuilder<Urging> urging)
    {
        urging.ToTable("Urgings");
        urging.Property(u => u.ByName).HasMaxLength(200);
        urging.Property(u => u.Body).HasMaxLength(200);
        urging.Property(u => u.Reason).HasMaxLength(Urging.ReasonLength);
        urging.HasIndex(u => u.UnitPath);
        urging.HasMany(u => u.Filings).WithOne().HasForeignKey(f => f.UrgingId).OnDelete(DeleteBehavior.Cascade);
        urging.Navigation(u => u.Filings).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class UrgedFilingMapping : IEntityTypeConfiguration<UrgedFiling>
{
    public void Configure(EntityTypeBuilder<UrgedFiling> filing)
    {
        filing.ToTable("UrgedFilings");
        filing.HasIndex(f => f.ObligationId);
    }
}

internal sealed class AnnouncementMapping : IEntityTypeConfiguration<Announcement>
{
    public void Configure(EntityTypeBuilder<Announcement> announcement)
    {
        announcement.ToTable("Announcements");
        announcement.Property(a => a.Title).HasMaxLength(Announcement.TitleLength);
        announcement.Property(a => a.Text).HasMaxLength(Announcement.TextLength);
        announcement.Property(a => a.UnitName).HasMaxLength(300);
        announcement.Property(a => a.Body).HasMaxLength(200);
        announcement.Property(a => a.ByName).HasMaxLength(200);
        announcement.Ignore(a => a.PublishedDownward);
        announcement.HasIndex(a => a.UnitPath);
    }
}

internal sealed class AnnouncementReceiptMapping : IEntityTypeConfiguration<AnnouncementReceipt>
{
    public void Configure(EntityTypeBuilder<AnnouncementReceipt> receipt)
    {
        receipt.ToTable("AnnouncementReceipts");
        receipt.Property(r => r.ReaderName).HasMaxLength(200);
        receipt.HasIndex(r => new { r.AnnouncementId, r.AccountId }).IsUnique();
        receipt.HasIndex(r => r.UnitPath);
    }
}

internal sealed class CalendarFeedMapping : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> feed)
    {
        feed.ToTable("CalendarFeeds");
        feed.Property(f => f.SecretHash).HasMaxLength(64);
        feed.HasIndex(f => f.SecretHash).IsUnique();
        feed.HasIndex(f => f.AccountId);
    }
}
