using System.Linq.Expressions;
using CampaignTracker.Domain.Audit;
using CampaignTracker.Domain.BackgroundWork;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Compliance;
using CampaignTracker.Domain.Evidence;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Meetings;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.Papers;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Progress;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.Domain.Reviews;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Audit;
using CampaignTracker.UseCases.Compliance;
using CampaignTracker.UseCases.People;
using CampaignTracker.UseCases.Plans;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Database;

/// <summary>
/// The one database. Rows are filtered by <see cref="Scope"/>; with no scope set a query throws (fails closed).
/// Saving raises versions and writes the trail in the same transaction.
/// </summary>
internal sealed class CampaignDb(DbContextOptions<CampaignDb> options) : IdentityUserContext<Account, Guid>(options)
{
    public const string UnitScope = "UnitScope", PersonScope = "PersonScope";

    private Scope? scope;

    public DbSet<Unit> Units => Set<Unit>();
    public DbSet<UnitKind> UnitKinds => Set<UnitKind>();
    public DbSet<Successor> Successors => Set<Successor>();
    public DbSet<Territory> Territories => Set<Territory>();
    public DbSet<Post> Posts => Set<Post>();
    public DbSet<Participant> Participants => Set<Participant>();
    public DbSet<ParticipantImport> ParticipantImports => Set<ParticipantImport>();
    public DbSet<GoverningDocument> Documents => Set<GoverningDocument>();
    public DbSet<Requirement> Requirements => Set<Requirement>();
    public DbSet<CampaignTerm> Terms => Set<CampaignTerm>();
    public DbSet<CampaignYear> Years => Set<CampaignYear>();
    public DbSet<CalendarPeriod> CalendarPeriods => Set<CalendarPeriod>();
    public DbSet<Obligation> Obligations => Set<Obligation>();
    public DbSet<ComplianceEntry> ComplianceEntries => Set<ComplianceEntry>();
    public DbSet<ComplianceBalance> ComplianceBalances => Set<ComplianceBalance>();
    public DbSet<LedgerState> LedgerStates => Set<LedgerState>();
    public DbSet<SavedView> SavedViews => Set<SavedView>();
    public DbSet<UnitPlan> Plans => Set<UnitPlan>();
    public DbSet<DraftConflict> DraftConflicts => Set<DraftConflict>();
    public DbSet<Review> Reviews => Set<Review>();
    public DbSet<CommitmentRegister> Registers => Set<CommitmentRegister>();
    public DbSet<RoleModelCommitment> Commitments => Set<RoleModelCommitment>();
    public DbSet<CommitmentOpening> Openings => Set<CommitmentOpening>();
    public DbSet<FormProfile> Forms => Set<FormProfile>();
    public DbSet<CellMeeting> Meetings => Set<CellMeeting>();
    public DbSet<ItemProgress> ItemProgress => Set<ItemProgress>();
    public DbSet<ItemEvidence> ItemEvidence => Set<ItemEvidence>();
    public DbSet<LineEvidence> LineEvidence => Set<LineEvidence>();
    public DbSet<PersonalDataRequest> PersonalDataRequests => Set<PersonalDataRequest>();
    public DbSet<LongTask> LongTasks => Set<LongTask>();
    public DbSet<ScheduledRun> ScheduledRuns => Set<ScheduledRun>();
    public DbSet<Reminder> Reminders => Set<Reminder>();
    public DbSet<ReminderRuleSetting> ReminderRuleSettings => Set<ReminderRuleSetting>();
    public DbSet<OutgoingMessage> OutgoingMessages => Set<OutgoingMessage>();
    public DbSet<MessageTemplate> MessageTemplates => Set<MessageTemplate>();
    public DbSet<Urging> Urgings => Set<Urging>();
    public DbSet<Announcement> Announcements => Set<Announcement>();
    public DbSet<AnnouncementReceipt> AnnouncementReceipts => Set<AnnouncementReceipt>();
    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();
    public DbSet<StoredFile> Files => Set<StoredFile>();
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();
    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();
    public DbSet<SeedMark> SeedMarks => Set<SeedMark>();

    /// <summary>Whose change is being saved; null for Identity's own bookkeeping (lockout counters, stamps).</summary>
    public Acting? Acting { get; set; }

    /// <summary>Sets which rows this context shows.</summary>
    public void ShowOnly(Scope rows) => scope = rows;

    private Scope Rows => scope ?? throw new InvalidOperationException("A scoped table was asked without a scope.");

    // Filters may only name members of the context: these become parameters of the query.
    public string From1 => Rows.Ranges[0].From;
    public string To1 => Rows.Ranges[0].To;
    public string From2 => Rows.Ranges[1].From;
    public string To2 => Rows.Ranges[1].To;
    public string From3 => Rows.Ranges[2].From;
    public string To3 => Rows.Ranges[2].To;
    public string From4 => Rows.Ranges[3].From;
    public string To4 => Rows.Ranges[3].To;
    public string Up1 => Rows.Ancestors[0];
    public string Up2 => Rows.Ancestors[1];
    public string Up3 => Rows.Ancestors[2];
    public string Up4 => Rows.Ancestors[3];
    public string Up5 => Rows.Ancestors[4];
    public string Up6 => Rows.Ancestors[5];
    public string Up7 => Rows.Ancestors[6];
    public string Up8 => Rows.Ancestors[7];
    public string NamedFrom1 => Rows.Named[0].From;
    public string NamedTo1 => Rows.Named[0].To;
    public string NamedFrom2 => Rows.Named[1].From;
    public string NamedTo2 => Rows.Named[1].To;
    public string NamedFrom3 => Rows.Named[2].From;
    public string NamedTo3 => Rows.Named[2].To;
    public string NamedFrom4 => Rows.Named[3].From;
    public string NamedTo4 => Rows.Named[3].To;
    public Guid Self => Rows.Self;

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) => Conventions.Types(conventions);

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        Conventions.Model(model, Database.IsNpgsql());
        model.ApplyConfigurationsFromAssembly(typeof(CampaignDb).Assembly);
        Conventions.Keys(model);
        Conventions.Paths(model, Database.IsNpgsql());
        model.Entity<Unit>().HasQueryFilter(UnitScope, unit =>
            (string.Compare(unit.Path, From1) >= 0 && string.Compare(unit.Path, To1) < 0)
            || (string.Compare(unit.Path, From2) >= 0 && string.Compare(unit.Path, To2) < 0)
            || (string.Compare(unit.Path, From3) >= 0 && string.Compare(unit.Path, To3) < 0)
            || (string.Compare(unit.Path, From4) >= 0 && string.Compare(unit.Path, To4) < 0)
            || unit.Path == Up1 || unit.Path == Up2 || unit.Path == Up3 || unit.Path == Up4
            || unit.Path == Up5 || unit.Path == Up6 || unit.Path == Up7 || unit.Path == Up8);
        model.Entity<UnitPlan>().HasQueryFilter(UnitScope, plan =>
            (string.Compare(plan.UnitPath, From1) >= 0 && string.Compare(plan.UnitPath, To1) < 0)
            || (string.Compare(plan.UnitPath, From2) >= 0 && string.Compare(plan.UnitPath, To2) < 0)
            || (string.Compare(plan.UnitPath, From3) >= 0 && string.Compare(plan.UnitPath, To3) < 0)
            || (string.Compare(plan.UnitPath, From4) >= 0 && string.Compare(plan.UnitPath, To4) < 0)
            || (plan.PublishedDownward && (plan.UnitPath == Up1 || plan.UnitPath == Up2 || plan.UnitPath == Up3 || plan.UnitPath == Up4
                || plan.UnitPath == Up5 || plan.UnitPath == Up6 || plan.UnitPath == Up7 || plan.UnitPath == Up8)));
        model.Entity<Announcement>().HasQueryFilter(UnitScope, told =>
            (string.Compare(told.UnitPath, From1) >= 0 && string.Compare(told.UnitPath, To1) < 0)
            || (string.Compare(told.UnitPath, From2) >= 0 && string.Compare(told.UnitPath, To2) < 0)
            || (string.Compare(told.UnitPath, From3) >= 0 && string.Compare(told.UnitPath, To3) < 0)
            || (string.Compare(told.UnitPath, From4) >= 0 && string.Compare(told.UnitPath, To4) < 0)
            || (told.WithdrawnOn == null && (told.UnitPath == Up1 || told.UnitPath == Up2 || told.UnitPath == Up3 || told.UnitPath == Up4
                || told.UnitPath == Up5 || told.UnitPath == Up6 || told.UnitPath == Up7 || told.UnitPath == Up8)));
        ByUnit<Post>(model);
        ByUnit<Reminder>(model);
        ByUnit<OutgoingMessage>(model);
        ByUnit<Urging>(model);
        ByUnit<AnnouncementReceipt>(model);
        ByUnit<Obligation>(model);
        ByUnit<ComplianceEntry>(model);
        ByUnit<ComplianceBalance>(model);
        ByUnit<DraftConflict>(model);
        ByUnit<Review>(model);
        ByUnit<StoredFile>(model);
        ByUnit<AuditEntry>(model);
        ByUnit<CommitmentRegister>(model);
        ByUnit<CommitmentOpening>(model);
        ByUnit<CellMeeting>(model);
        ByUnit<ParticipantImport>(model);
        ByUnit<ItemProgress>(model);
        ByUnit<ItemEvidence>(model);
        ByUnit<LongTask>(model);
        ByPerson<Participant>(model);
        ByPerson<RoleModelCommitment>(model);
        ByPerson<LineEvidence>(model);
        ByPerson<PersonalDataRequest>(model);
    }

    private void ByUnit<T>(ModelBuilder model) where T : class, IBelongsToUnit
    {
        Expression<Func<T, bool>> within = row =>
            (string.Compare(EF.Property<string>(row, nameof(IBelongsToUnit.UnitPath)), From1) >= 0 && string.Compare(EF.Property<string>(row, nameof(IBelongsToUnit.UnitPath)), To1) < 0)
            || (string.Compare(EF.Property<string>(row, nameof(IBelongsToUnit.UnitPath)), From2) >= 0 && string.Compare(EF.Property<string>(row, nameof(IBelongsToUnit.UnitPath)), To2) < 0)
            || (string.Compare(EF.Property<string>(row, nameof(IBelongsToUnit.UnitPath)), From3) >= 0 && string.Compare(EF.Property<string>(row, nameof(IBelongsToUnit.UnitPath)), To3) < 0)
            || (string.Compare(EF.Property<string>(row, nameof(IBelongsToUnit.UnitPath)), From4) >= 0 && string.Compare(EF.Property<string>(row, nameof(IBelongsToUnit.UnitPath)), To4) < 0);
        model.Entity<T>().HasQueryFilter(UnitScope, within);
    }

    private void ByPerson<T>(ModelBuilder model) where T : class, IBelongsToPerson
    {
        Expression<Func<T, bool>> within = row => EF.Property<Guid?>(row, nameof(IBelongsToPerson.AccountId)) == Self
            || (string.Compare(EF.Property<string>(row, nameof(IBelongsToPerson.UnitPath)), NamedFrom1) >= 0 && string.Compare(EF.Property<string>(row, nameof(IBelongsToPerson.UnitPath)), NamedTo1) < 0)
            || (string.Compare(EF.Property<string>(row, nameof(IBelongsToPerson.UnitPath)), NamedFrom2) >= 0 && string.Compare(EF.Property<string>(row, nameof(IBelongsToPerson.UnitPath)), NamedTo2) < 0)
            || (string.Compare(EF.Property<string>(row, nameof(IBelongsToPerson.UnitPath)), NamedFrom3) >= 0 && string.Compare(EF.Property<string>(row, nameof(IBelongsToPerson.UnitPath)), NamedTo3) < 0)
            || (string.Compare(EF.Property<string>(row, nameof(IBelongsToPerson.UnitPath)), NamedFrom4) >= 0 && string.Compare(EF.Property<string>(row, nameof(IBelongsToPerson.UnitPath)), NamedTo4) < 0);
        model.Entity<T>().HasQueryFilter(PersonScope, within);
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        Versions.Raise(ChangeTracker);
        LedgerBooking.Book(this);
        await AuditTrail.WriteAsync(this, cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        if (Acting is not null) throw new InvalidOperationException("Save with SaveChangesAsync: the trail is written there.");
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }
}

/// <summary>Whose change is being saved, in which task, when.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Act">The use case's name.</param>
/// <param name="Now">UTC.</param>
/// <param name="Trail">False only for bulk seeding, which writes one entry of its own.</param>
internal sealed record Acting(Actor Actor, string Act, DateTime Now, bool Trail = true);
