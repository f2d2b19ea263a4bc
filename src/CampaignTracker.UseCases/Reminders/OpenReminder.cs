using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Reminders;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Reminders;

/// <summary>Opens a reminder from a mail, the bell or a calendar: marks it read and says what it is about.</summary>
public sealed class OpenReminder(Operations operations)
{
    /// <summary>What it is about.</summary>
    /// <param name="Rule">The rule's code.</param>
    /// <param name="SubjectId">The thing: an obligation, a register, a commitment, a unit.</param>
    /// <param name="PlanId">The plan that answers the obligation, or null before it was begun.</param>
    /// <param name="Kind">What is owed, or null.</param>
    /// <param name="Scope">Year or term.</param>
    /// <param name="Year">First year, or 0.</param>
    public sealed record Answer(string Rule, Guid SubjectId, Guid? PlanId, RequirementKind? Kind, CommitmentScope Scope, int Year);

    /// <summary>Marks it read for its addressee; for anybody else it is not there.</summary>
    /// <exception cref="Refusal">NotFound.</exception>
    public async Task<Answer> RunAsync(Guid reminderId, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var reminder = await op.Db.Reminders.FirstOrDefaultAsync(r => r.Id == reminderId && r.AccountId == op.Actor.AccountId, ct).OrRefuseAsync();
        reminder.Read(op.Actor, op.Now);
        await op.SaveAsync(ct);
        var plan = reminder.Kind is { } kind && kind.IsPlan() ? await op.Db.Plans.Where(p => p.ObligationId == reminder.SubjectId).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(ct) : null;
        return new Answer(reminder.Rule, reminder.SubjectId, plan, reminder.Kind, reminder.Kind is { } owed && owed.IsForTerm() ? CommitmentScope.Term : CommitmentScope.Year, reminder.Year);
    }
}
