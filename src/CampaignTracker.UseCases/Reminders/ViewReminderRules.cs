using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Reminders;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Reminders;

/// <summary>Every rule of reminders: when, to whom, and what came of it in the last days.</summary>
public sealed class ViewReminderRules(Operations operations)
{
    /// <summary>Days within which something counts as come of a reminder.</summary>
    public const int DaysAfter = ReminderUse.Days;

    /// <summary>The page.</summary>
    /// <param name="MayEdit">The asker sets rules; others read.</param>
    /// <param name="Since">First local day that is counted.</param>
    /// <param name="Days">Days within which something counts as come of a reminder.</param>
    /// <param name="Requirements">What may have a ladder of its own.</param>
    /// <param name="Rules">In the domain's order; urging by hand last.</param>
    public sealed record Answer(bool MayEdit, DateOnly Since, int Days, IReadOnlyList<Requirement> Requirements, IReadOnlyList<Rule> Rules);

    /// <summary>A requirement that may have a ladder of its own.</summary>
    public sealed record Requirement(Guid Id, string Number, string Summary, Domain.GoverningDocuments.RequirementKind Kind);

    /// <summary>A rule.</summary>
    /// <param name="Code">Its code.</param>
    /// <param name="Audience">To whom; null for urging by hand, whose sender chooses.</param>
    /// <param name="Effect">What shows that it was of use.</param>
    /// <param name="Quiet">Never a message of its own.</param>
    /// <param name="ByRequirement">Requirements may have ladders of their own.</param>
    /// <param name="Usual">The ladder while nothing is set.</param>
    /// <param name="General">What is set for all, or null.</param>
    /// <param name="Own">What is set for single requirements.</param>
    public sealed record Rule(string Code, ReminderAudience? Audience, ReminderEffect Effect, bool Quiet, bool ByRequirement, ReminderLadder? Usual, Setting? General, IReadOnlyList<Setting> Own)
    {
        /// <summary>The ladder in force for all; null while switched off.</summary>
        public ReminderLadder? Ladder => General is null ? Usual : General.Off ? null : General.Ladder;
    }

    /// <summary>What somebody set.</summary>
    public sealed record Setting(Guid? RequirementId, bool Off, ReminderLadder Ladder, string SetBy, DateTime SetAt);

    /// <summary>What came of a rule.</summary>
    /// <param name="Sent">Reminders.</param>
    /// <param name="People">To how many people.</param>
    /// <param name="Read">Read by their reader.</param>
    /// <param name="Measured">Those whose days have passed …</param>
    /// <param name="Settled">… and after how many of these it happened.</param>
    public sealed record Use(int Sent, int People, int Read, int Measured, int Settled);

    /// <summary>Reads it.</summary>
    /// <exception cref="Domain.Refusal">NotAllowed.</exception>
    public async Task<Answer> RunAsync(CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        ReminderUse.MustMayLook(op.Actor);
        var since = op.Today.AddDays(-ReminderUse.Window);
        var settings = await op.Db.ReminderRuleSettings.AsNoTracking().ToListAsync(ct);
        var requirements = (await op.Db.Requirements.AsNoTracking().Include(r => r.Deadlines).OrderBy(r => r.Code).ToListAsync(ct)).Where(r => r.MakesObligations).Select(r => new Requirement(r.Id, r.Number, r.Summary, r.Kind)).ToList();

        var rules = ReminderRules.All.Select(rule =>
        {
            var own = settings.Where(s => s.Rule == rule.Code).OrderByDescending(s => s.SetAt).DistinctBy(s => s.RequirementId).Select(s => new Setting(s.RequirementId, s.Off, s.Ladder, s.SetBy, s.SetAt)).ToList();
            return new Rule(rule.Code, rule.Audience, rule.Effect, rule.Quiet, rule.ByRequirement, rule.Ladder, own.Find(s => s.RequirementId is null), [.. own.Where(s => s.RequirementId is not null)]);
        }).ToList();
        rules.Add(new Rule(ReminderRules.ByHand, null, ReminderUse.EffectOf(ReminderRules.ByHand), false, false, null, null, []));
        return new Answer(op.Actor.CanSomewhere(Permission.ManageReminders), since, ReminderUse.Days, requirements, rules);
    }

    /// <summary>What came of each rule, by code; one that was never used is missing. Asked for apart: in a province it adds up hundreds of thousands of reports.</summary>
    /// <exception cref="Domain.Refusal">NotAllowed.</exception>
    public async Task<IReadOnlyDictionary<string, Use>> UseAsync(CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        ReminderUse.MustMayLook(op.Actor);
        var (since, until) = (op.Today.AddDays(-ReminderUse.Window), op.Today.AddDays(-ReminderUse.Days));
        var sent = await op.Db.Reminders.Where(r => r.DecidedOn >= since).GroupBy(r => r.Rule)
            .Select(g => new { Rule = g.Key, Sent = g.Count(), People = g.Select(r => r.AccountId).Distinct().Count(), Read = g.Count(r => r.ReadAt != null), Measured = g.Count(r => r.DecidedOn <= until), Came = g.Count(r => r.Came == true), Open = g.Count(r => r.DecidedOn <= until && r.Came == null) }).ToListAsync(ct);
        var settled = sent.ToDictionary(row => row.Rule, row => row.Came);
        // The round has noted all but the latest.
        foreach (var effect in sent.Where(row => row.Open > 0).Select(row => ReminderUse.EffectOf(row.Rule)).Distinct())
        {
            var codes = sent.Select(row => row.Rule).Where(rule => ReminderUse.EffectOf(rule) == effect).ToList();
            var measured = op.Db.Reminders.Where(r => codes.Contains(r.Rule) && r.DecidedOn >= since && r.DecidedOn <= until && r.Came == null);
            foreach (var row in await ReminderUse.Settled(op.Db, effect, measured).GroupBy(r => r.Rule).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct)) settled[row.Key] += row.Count;
        }
        return sent.ToDictionary(row => row.Rule, row => new Use(row.Sent, row.People, row.Read, row.Measured, settled.GetValueOrDefault(row.Rule)));
    }
}
