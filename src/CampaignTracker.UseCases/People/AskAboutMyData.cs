using System.ComponentModel.DataAnnotations;
using CampaignTracker.Domain.People;
using CampaignTracker.UseCases.Plans;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.People;

/// <summary>A person reads the notice on processing their data, and asks about it: to see, correct, object.</summary>
public sealed class AskAboutMyData(Operations operations)
{
    /// <summary>What is asked.</summary>
    public sealed record Input(PersonalDataAsk Ask, [property: Required, StringLength(PersonalDataRequest.TextLength)] string Content);

    /// <summary>Sends the request to the unit that keeps the asker's entry; goes to the latest one where there are several.</summary>
    /// <exception cref="Domain.Refusal">NotFound (nobody's entry), Required, TooLong.</exception>
    public async Task RunAsync(Input input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var self = op.Actor.AccountId;
        var person = await op.Db.Participants.Where(p => p.AccountId == self).OrderBy(p => p.To != null).ThenByDescending(p => p.From).FirstOrDefaultAsync(ct).OrRefuseAsync();
        op.Db.PersonalDataRequests.Add(PersonalDataRequest.Make(op.Actor, person, input.Ask, input.Content, op.Today, await op.Db.CalendarAsync(ct)));
        await op.SaveAsync(ct);
    }

    /// <summary>Notes that the asker has read the notice; the first time stays.</summary>
    public async Task ReadNoticeAsync(CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var account = await op.Db.Users.FirstAsync(a => a.Id == op.Actor.AccountId, ct);
        account.NoticeReadAt ??= op.Now;
        await op.SaveAsync(ct);
    }
}
