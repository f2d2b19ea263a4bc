using CampaignTracker.Domain;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Reminders;

/// <summary>Whether reminders were of use: what happened within the days after each. It says what followed, not what caused it.</summary>
internal static class ReminderUse
{
    /// <summary>Days after a reminder within which what it asks for counts as come of it.</summary>
    public const int Days = 3;

    /// <summary>Days back from today that are looked at.</summary>
    public const int Window = 90;

    // Above everything a path can go on with.
    private const string Beyond = "~";

    /// <summary>Who may look: whoever sets the rules, and administrators.</summary>
    public static void MustMayLook(Actor actor)
    {
        if (!actor.CanSomewhere(Permission.ManageReminders) && !actor.CanSomewhere(Permission.ManageAccounts)) throw new Refusal(Because.NotAllowed);
    }

    /// <summary>The effect of a rule; of urging by hand, which is no rule, that the filing was sent.</summary>
    public static ReminderEffect EffectOf(string rule) => ReminderRules.Of(rule)?.Effect ?? ReminderEffect.Filed;

    /// <summary>Notes it with each reminder whose days have passed, once: added up over a province anew at each look it would take seconds.</summary>
    public static async Task NoteAsync(CampaignDb db, DateOnly today, CancellationToken ct)
    {
        var ended = db.Reminders.Where(r => r.Came == null && r.DecidedOn < today.AddDays(-Days));
        var rules = await ended.Select(r => r.Rule).Distinct().ToListAsync(ct);
        foreach (var effect in rules.GroupBy(EffectOf))
        {
            var codes = effect.ToList();
            await Settled(db, effect.Key, ended.Where(r => codes.Contains(r.Rule))).ExecuteUpdateAsync(set => set.SetProperty(r => r.Came, true), ct);
        }
        if (rules.Count > 0) await ended.ExecuteUpdateAsync(set => set.SetProperty(r => r.Came, false), ct);
    }

    /// <summary>Those of some reminders after which it happened.</summary>
    public static IQueryable<Reminder> Settled(CampaignDb db, ReminderEffect effect, IQueryable<Reminder> reminders) => effect switch
    {
        ReminderEffect.Filed => reminders.Where(r => db.Obligations.Any(o => o.Id == r.SubjectId && o.FirstSentOn >= r.DecidedOn && o.FirstSentOn <= r.DecidedOn.AddDays(Days))),
        ReminderEffect.Supplemented => reminders.Where(r => db.Plans.Any(p => p.ObligationId == r.SubjectId
            && db.Reviews.Any(v => v.PlanId == p.Id && v.Round > 1 && !v.Withdrawn && v.ReceivedOn >= r.DecidedOn && v.ReceivedOn <= r.DecidedOn.AddDays(Days)))),
        ReminderEffect.Adopted => reminders.Where(r => db.Meetings.Any(m => m.UnitPath == r.UnitPath && m.RecordedAt >= r.DecidedAt && m.RecordedAt < r.DecidedAt.AddDays(Days) && m.Decisions.Any(d => d.SubjectId == r.SubjectId))),
        ReminderEffect.Reported => UnscopedReads.Reported(db, reminders, own: false, Days),
        ReminderEffect.OwnReported => UnscopedReads.Reported(db, reminders, own: true, Days),
        ReminderEffect.Proposed => reminders.Where(r => db.Reviews.Any(v => string.Compare(v.UnitPath, r.UnitPath) > 0 && string.Compare(v.UnitPath, r.UnitPath + Beyond) < 0 && v.UnitPath.Length == r.UnitPath.Length + Domain.Units.UnitPath.Segment
            && v.ProposedAt >= r.DecidedAt && v.ProposedAt < r.DecidedAt.AddDays(Days))),
        // What the clock closed nobody decided.
        ReminderEffect.Decided => reminders.Where(r => db.Reviews.Any(v => string.Compare(v.UnitPath, r.UnitPath) > 0 && string.Compare(v.UnitPath, r.UnitPath + Beyond) < 0 && v.UnitPath.Length == r.UnitPath.Length + Domain.Units.UnitPath.Segment
            && v.DecidedByName != null && v.DecidedAt >= r.DecidedAt && v.DecidedAt < r.DecidedAt.AddDays(Days))),
        ReminderEffect.YearOpened => reminders.Where(r => db.Years.Any(y => y.Year == r.Year && y.OpenedAt >= r.DecidedAt && y.OpenedAt < r.DecidedAt.AddDays(Days))),
        _ => reminders.Where(r => db.Posts.Any(p => string.Compare(p.UnitPath, r.UnitPath) >= 0 && string.Compare(p.UnitPath, r.UnitPath + Beyond) < 0
            && db.Users.Any(a => a.Id == p.AccountId && a.FirstSignInAt >= r.DecidedAt && a.FirstSignInAt < r.DecidedAt.AddDays(Days)))),
    };
}
