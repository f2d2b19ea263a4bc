using CampaignTracker.Domain;
using CampaignTracker.Domain.Audit;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.UseCases.Audit;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Reminders;

/// <summary>Sends a message that was given up once more, to the address the account has now.</summary>
public sealed class ResendMessage(Operations operations)
{
    /// <summary>Lets it wait for its turn again.</summary>
    /// <exception cref="Refusal">NotFound, NotAllowed, MessageNotDead, NoAddress.</exception>
    public async Task RunAsync(Guid messageId, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var message = await op.Db.OutgoingMessages.FirstOrDefaultAsync(m => m.Id == messageId, ct).OrRefuseAsync();
        op.Actor.Must(Permission.ManageAccounts, message.UnitPath);
        var account = await op.Db.Users.AsNoTracking().FirstOrDefaultAsync(a => a.Id == message.AccountId, ct).OrRefuseAsync();
        if (string.IsNullOrWhiteSpace(account.Email) || account.Closed) throw new Refusal(Because.NoAddress, null, account.FullName);
        message.Resend(op.Actor, account.Email, op.Now);
        // The row itself stays out of the trail; that a person sent it again is an act.
        op.Db.Audit.Add(new AuditEntry(op.Now, op.Actor.AccountId, op.Actor.Name, nameof(ResendMessage), nameof(OutgoingMessage), message.Id, message.Id, message.UnitPath, AuditTrail.Write(new() { ["State"] = [nameof(MessageState.Dead), nameof(MessageState.Waiting)] })));
        await op.SaveAsync(ct);
    }
}
