using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.TestKit;

/// <summary>Messages as the clock-work leaves them.</summary>
public static class Mails
{
    /// <summary>A digest that the mail server refused for its address; the account has another one by now.</summary>
    public static async Task<Guid> DeadMessageAsync(this TestCampaign campaign, string userName, string address, string present)
    {
        await using var db = campaign.Database();
        db.Acting = new Acting(Actor.System, nameof(Mails), campaign.Clock.Now, Trail: false);
        var account = await db.Users.SingleAsync(a => a.UserName == userName);
        account.Email = present;
        var post = await db.Posts.FirstAsync(p => p.AccountId == account.Id);
        var message = new OutgoingMessage(Actor.System, MessageKind.Digest, account.Id, post.UnitPath, address, "vi", campaign.Clock.Today, Guid.Empty, campaign.Clock.Now);
        message.Take(Actor.System, "node", campaign.Clock.Now, OutgoingMessage.Lease);
        message.Failed(Actor.System, MessageFault.WrongAddress, "550 no such user", campaign.Clock.Now);
        db.OutgoingMessages.Add(message);
        await db.SaveChangesAsync();
        return message.Id;
    }
}
