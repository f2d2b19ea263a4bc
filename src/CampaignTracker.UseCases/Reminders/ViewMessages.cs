using System.ComponentModel.DataAnnotations;
using CampaignTracker.Domain;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.Domain.Units;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Reminders;

/// <summary>Messages outside the program, for who keeps accounts: whether they went out, never what they say.</summary>
public sealed class ViewMessages(Operations operations)
{
    /// <summary>What to show: one state or all.</summary>
    public sealed record Input(MessageState? State = null, [property: StringLength(100)] string? Search = null, int Skip = 0, int Take = Paging.Size);

    /// <summary>One message.</summary>
    /// <param name="Id">Its key.</param>
    /// <param name="Person">To whom.</param>
    /// <param name="UnitName">The unit of their post.</param>
    /// <param name="Address">Where to.</param>
    /// <param name="PresentAddress">The account's address now, or null.</param>
    /// <param name="Kind">What it carries.</param>
    /// <param name="State">Where it is.</param>
    /// <param name="Day">Local date.</param>
    /// <param name="Tries">Tries so far.</param>
    /// <param name="NextTryAt">UTC: not before.</param>
    /// <param name="SentAt">UTC, or null.</param>
    /// <param name="Fault">Why the last try failed, or null.</param>
    /// <param name="FaultText">What the other side said.</param>
    public sealed record Row(Guid Id, string Person, string UnitName, string Address, string? PresentAddress, MessageKind Kind, MessageState State, DateOnly Day, int Tries, DateTime NextTryAt, DateTime? SentAt, MessageFault? Fault, string? FaultText);

    /// <summary>A page, and how many there are of each state.</summary>
    public sealed record Answer(Page<Row> Page, IReadOnlyDictionary<MessageState, int> Counts);

    /// <summary>Reads a page, latest first.</summary>
    /// <exception cref="Refusal">NotAllowed.</exception>
    public async Task<Answer> RunAsync(Input input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var mine = Mine(op);
        var counts = await mine.GroupBy(m => m.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var shown = input.State is { } state ? mine.Where(m => m.State == state) : mine;
        if (SearchKey.Fold(input.Search) is { Length: > 0 } key)
        {
            // Accounts keep no folded names: theirs are few enough to be folded here.
            var names = await op.Db.Users.Where(a => mine.Any(m => m.AccountId == a.Id)).Select(a => new { a.Id, a.FullName, a.Email }).ToListAsync(ct);
            var found = names.Where(a => SearchKey.Fold(a.FullName + " " + a.Email).Contains(key, StringComparison.Ordinal)).Select(a => a.Id).ToList();
            var typed = input.Search!.Trim().ToLowerInvariant();
            shown = shown.Where(m => found.Contains(m.AccountId) || m.Address.Contains(typed));
        }
        var count = await shown.CountAsync(ct);
        var page = await shown.OrderByDescending(m => m.Day).ThenByDescending(m => m.Id).Skip(Math.Max(0, input.Skip)).Take(Paging.Take(input.Take)).ToListAsync(ct);
        var (accounts, paths) = (page.Select(m => m.AccountId).Distinct().ToList(), page.Select(m => m.UnitPath).Distinct().ToList());
        var people = await op.Db.Users.Where(a => accounts.Contains(a.Id)).Select(a => new { a.Id, a.FullName, a.Email }).ToDictionaryAsync(a => a.Id, ct);
        var units = await op.Db.Units.Where(u => paths.Contains(u.Path)).ToDictionaryAsync(u => u.Path, u => u.Name, ct);
        return new Answer(new Page<Row>([.. page.Select(m => new Row(m.Id, people.GetValueOrDefault(m.AccountId)?.FullName ?? "", units.GetValueOrDefault(m.UnitPath, ""), m.Address, people.GetValueOrDefault(m.AccountId)?.Email,
            m.Kind, m.State, m.Day, m.Tries, m.NextTryAt, m.SentAt, m.Fault, m.FaultText))], count), counts);
    }

    // A post that keeps no accounts shows no addresses, also to somebody who keeps accounts elsewhere.
    internal static IQueryable<OutgoingMessage> Mine(Operation op)
    {
        if (!op.Actor.CanSomewhere(Permission.ManageAccounts)) throw new Refusal(Because.NotAllowed);
        var roots = op.Actor.Posts.Where(p => op.Actor.Can(Permission.ManageAccounts, p.UnitPath)).Select(p => p.UnitPath).Distinct().ToList();
        var all = op.Db.OutgoingMessages.AsNoTracking();
        if (roots is not [var root]) return all.Where(m => roots.Any(path => m.UnitPath.StartsWith(path)));
        var to = UnitPath.End(root);
        return all.Where(m => string.Compare(m.UnitPath, root) >= 0 && string.Compare(m.UnitPath, to) < 0);
    }
}
