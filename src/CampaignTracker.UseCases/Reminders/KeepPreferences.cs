using System.ComponentModel.DataAnnotations;
using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.UseCases.People;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Reminders;

/// <summary>How a person wants to be told: address, bell alone or e-mail too, language, the secret address for their calendar.</summary>
public sealed class KeepPreferences(Operations operations)
{
    private const int SecretBytes = 32;

    /// <summary>What is set.</summary>
    /// <param name="Email">The address, or null.</param>
    /// <param name="BellOnly">No e-mail is wanted.</param>
    /// <param name="Language">"vi" or "en".</param>
    /// <param name="CalendarSince">When the calendar address was made, UTC; null without one.</param>
    public sealed record Answer(string? Email, bool BellOnly, string Language, DateTime? CalendarSince);

    /// <summary>What to set.</summary>
    public sealed record Input([property: StringLength(OutgoingMessage.AddressLength)] string? Email, bool BellOnly, [property: Required, RegularExpression("vi|en")] string Language);

    /// <summary>Reads what is set.</summary>
    public async Task<Answer> ViewAsync(CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var self = op.Actor.AccountId;
        var account = await op.Db.Users.AsNoTracking().Where(a => a.Id == self).Select(a => new { a.Email, a.NoEmail, a.Language }).FirstAsync(ct);
        var since = await op.Db.CalendarFeeds.Where(f => f.AccountId == self && f.RevokedAt == null).MaxAsync(f => (DateTime?)f.MadeAt, ct);
        return new Answer(account.Email, account.NoEmail, account.Language, since);
    }

    /// <summary>Sets it. An empty address takes the address away.</summary>
    /// <exception cref="Refusal">NotAnAddress, TooLong.</exception>
    public async Task SaveAsync(Input input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var account = await op.Db.Users.FirstAsync(a => a.Id == op.Actor.AccountId, ct);
        account.Email = Address(input.Email);
        account.NormalizedEmail = account.Email?.ToUpperInvariant();
        account.NoEmail = input.BellOnly;
        account.Language = input.Language;
        await op.SaveAsync(ct);
    }

    /// <summary>Makes a calendar address and ends the one before. The secret is given this once; only its SHA-256 is kept.</summary>
    public async Task<string> MakeCalendarAsync(CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        await EndAsync(op, ct);
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
        op.Db.CalendarFeeds.Add(new CalendarFeed(op.Actor, HashOf(secret), op.Now));
        await op.SaveAsync(ct);
        return secret;
    }

    /// <summary>Ends the calendar address.</summary>
    public async Task EndCalendarAsync(CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        await EndAsync(op, ct);
        await op.SaveAsync(ct);
    }

    /// <summary>As a secret is kept: SHA-256, lower-case hex.</summary>
    internal static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private static async Task EndAsync(Operation op, CancellationToken ct)
    {
        var self = op.Actor.AccountId;
        foreach (var feed in await op.Db.CalendarFeeds.Where(f => f.AccountId == self && f.RevokedAt == null).ToListAsync(ct)) feed.Revoke(op.Actor, op.Now);
    }

    // The form alone: whether it is read shows when the first message comes back or not.
    private static string? Address(string? typed)
    {
        var text = SearchKey.Clean(typed);
        if (string.IsNullOrEmpty(text)) return null;
        var sound = MailAddress.TryCreate(text, out var read) && read.Address == text && read.Host.Contains('.', StringComparison.Ordinal) && !read.Host.EndsWith('.') && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '"' or ',' or ';' or '<' or '>');
        return sound ? text : throw new Refusal(Because.NotAnAddress, nameof(Input.Email), text);
    }
}
