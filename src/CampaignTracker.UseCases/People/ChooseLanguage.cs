using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.People;

/// <summary>A person reads in another language from now on: messages outside the program follow.</summary>
public sealed class ChooseLanguage(Operations operations)
{
    /// <summary>What is chosen.</summary>
    /// <param name="Language">"vi" or "en".</param>
    public sealed record Input([property: Required, RegularExpression("vi|en")] string Language);

    /// <summary>Notes it with the asker's account.</summary>
    /// <exception cref="Domain.Refusal">SignedOut, NoPost, Required (neither of the two).</exception>
    public async Task RunAsync(Input input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var account = await op.Db.Users.FirstAsync(a => a.Id == op.Actor.AccountId, ct);
        account.Language = input.Language;
        await op.SaveAsync(ct);
    }
}
