using System.ComponentModel.DataAnnotations;
using CampaignTracker.Domain;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.UseCases.Plans;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Reminders;

/// <summary>Sets when a rule speaks, for everything or for one requirement; switches it off; goes back to the usual.</summary>
public sealed class SetReminderRule(Operations operations)
{
    /// <summary>What is set.</summary>
    /// <param name="Rule">The rule's code.</param>
    /// <param name="RequirementId">For this requirement alone, or null.</param>
    /// <param name="Off">Silent.</param>
    /// <param name="Before">Days before the date, 0 for the day itself.</param>
    /// <param name="After">First day after it, or null.</param>
    /// <param name="Every">Days from then on, or null.</param>
    public sealed record Input([property: Required, StringLength(ReminderRule.CodeLength)] string Rule, Guid? RequirementId, bool Off, IReadOnlyList<int> Before, int? After, int? Every)
    {
        internal ReminderLadder Ladder => new(Before, After, Every);
    }

    /// <summary>What the rule would say on the next working day.</summary>
    /// <param name="Day">That day.</param>
    /// <param name="People">To how many people …</param>
    /// <param name="Things">… about how many things.</param>
    /// <param name="WithoutRecipient">Things that nobody can act on.</param>
    public sealed record Preview(DateOnly Day, int People, int Things, int WithoutRecipient);

    /// <summary>Sets it.</summary>
    /// <exception cref="Refusal">NotAllowed, NotFound, LadderUnsound.</exception>
    public async Task RunAsync(Input input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var (rule, root) = await AskedAsync(op, input.Rule, input.RequirementId, ct);
        var setting = await StoredAsync(op, rule, input.RequirementId, ct);
        if (setting is null) op.Db.ReminderRuleSettings.Add(setting = new ReminderRuleSetting(rule.Code, input.RequirementId));
        setting.Set(op.Actor, root, input.Off, input.Ladder, op.Now);
        await op.SaveAsync(ct);
    }

    /// <summary>Takes back what was set: the usual days hold again, or for one requirement those of the rule. Nothing set: nothing happens.</summary>
    /// <exception cref="Refusal">NotAllowed, NotFound.</exception>
    public async Task ResetAsync(string rule, Guid? requirementId, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var (known, _) = await AskedAsync(op, rule, requirementId, ct);
        op.Db.ReminderRuleSettings.RemoveRange(await op.Db.ReminderRuleSettings.Where(s => s.Rule == known.Code && s.RequirementId == requirementId).ToListAsync(ct));
        await op.SaveAsync(ct);
    }

    /// <summary>What it would come to; nothing is stored.</summary>
    /// <exception cref="Refusal">As <see cref="RunAsync"/>.</exception>
    public async Task<Preview> PreviewAsync(Input input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var (rule, root) = await AskedAsync(op, input.Rule, input.RequirementId, ct);
        var tried = new ReminderRuleSetting(rule.Code, input.RequirementId);
        tried.Set(op.Actor, root, input.Off, input.Ladder, op.Now);
        var day = (await op.Db.CalendarAsync(ct)).AddWorkingDays(op.Today, 1);
        var others = (await op.Db.ReminderRuleSettings.AsNoTracking().ToListAsync(ct)).Where(s => s.Rule != rule.Code || s.RequirementId != input.RequirementId);
        var planned = await PlannedReminders.OnAsync(op.Db, new ReminderSettings(others.Append(tried)), day, ct, rule);
        return new Preview(day, planned.New.Select(r => r.Recipient.AccountId).Distinct().Count(), planned.New.Select(r => r.Subject.Id).Distinct().Count(), planned.WithoutRecipient.Values.Sum());
    }

    private static Task<ReminderRuleSetting?> StoredAsync(Operation op, ReminderRule rule, Guid? requirementId, CancellationToken ct) =>
        op.Db.ReminderRuleSettings.Where(s => s.Rule == rule.Code && s.RequirementId == requirementId).OrderByDescending(s => s.SetAt).FirstOrDefaultAsync(ct);

    private static async Task<(ReminderRule Rule, string RootPath)> AskedAsync(Operation op, string code, Guid? requirementId, CancellationToken ct)
    {
        var root = await op.Db.Units.Where(u => u.ParentId == null && u.ClosedOn == null).OrderBy(u => u.OfficialOrder).Select(u => u.Path).FirstOrDefaultAsync(ct).OrRefuseAsync();
        op.Actor.Must(Permission.ManageReminders, root);
        if (ReminderRules.Of(code) is not { } rule) throw new Refusal(Because.NotFound);
        if (requirementId is { } id && !(rule.ByRequirement && await op.Db.Requirements.AnyAsync(r => r.Id == id, ct))) throw new Refusal(Because.NotFound);
        return (rule, root);
    }
}
