using CampaignTracker.Domain.BackgroundWork;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Compliance;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.People;
using Microsoft.AspNetCore.Identity;

namespace CampaignTracker.UseCases.Database;

/// <summary>Shared data that belongs to no unit and no person: everyone signed in may read it, or only the program does.</summary>
internal static class ReferenceData
{
    public static readonly IReadOnlySet<Type> Types = new HashSet<Type>
    {
        typeof(UnitKind), typeof(Territory), typeof(Successor),
        typeof(GoverningDocument), typeof(Requirement), typeof(CampaignTerm), typeof(CampaignYear), typeof(CalendarPeriod), typeof(FormProfile), typeof(ReminderRuleSetting), typeof(MessageTemplate),
        typeof(Account), typeof(CalendarFeed), typeof(SavedView), typeof(IdentityUserClaim<Guid>), typeof(IdentityUserLogin<Guid>), typeof(IdentityUserToken<Guid>), typeof(IdentityUserPasskey<Guid>),
        typeof(ProtectionKey), typeof(SeedMark), typeof(ScheduledRun), typeof(LedgerState),
    };
}
