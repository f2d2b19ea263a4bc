using System.ComponentModel.DataAnnotations;
using CampaignTracker.Domain;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.Domain.Units;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Reminders;

/// <summary>Which of a rule's reminders are asked for.</summary>
public enum SentSlice
{
    /// <summary>All that were sent.</summary>
    All,
    /// <summary>Those their reader has seen.</summary>
    Read,
    /// <summary>Those whose days have passed.</summary>
    Measured,
    /// <summary>Those after which it happened.</summary>
    Settled,
}

/// <summary>The reminders behind a number on the page of rules, newest first.</summary>
public sealed class ViewSentReminders(Operations operations)
{
    /// <summary>What is asked.</summary>
    /// <param name="Rule">The rule's code.</param>
    /// <param name="Slice">Which of them.</param>
    /// <param name="Search">Part of a unit's name or code, without marks.</param>
    /// <param name="Page">From 1.</param>
    /// <param name="Size">Rows a page.</param>
    public sealed record Input([property: Required, StringLength(ReminderRule.CodeLength)] string Rule, SentSlice Slice = SentSlice.All, [property: StringLength(Unit.NameLength)] string? Search = null, int Page = 1, int Size = Paging.Size);

    /// <summary>One reminder.</summary>
    /// <param name="Id">Its key.</param>
    /// <param name="DecidedOn">Local date.</param>
    /// <param name="UnitCode">The unit it stands under; empty where it has moved out of sight.</param>
    /// <param name="UnitName">Its name.</param>
    /// <param name="Person">Who was told; null where it would name somebody by their own commitment, or an account that holds no post but their membership.</param>
    /// <param name="Why">What they can do.</param>
    /// <param name="Kind">What is owed, or null.</param>
    /// <param name="Year">First year, or 0.</param>
    /// <param name="ToYear">Last year, or 0.</param>
    /// <param name="DueOn">The date it hangs on.</param>
    /// <param name="Step">Days after that date, negative before.</param>
    /// <param name="Count">How many things.</param>
    /// <param name="ReadAt">When its reader saw it, UTC.</param>
    /// <param name="Settled">Whether it happened within the days after; null while they run and it has not.</param>
    public sealed record Row(Guid Id, DateOnly DecidedOn, string UnitCode, string UnitName, string? Person, ReminderAudience Why, RequirementKind? Kind, int Year, int ToYear, DateOnly DueOn, int Step, int Count, DateTime? ReadAt, bool? Settled);

    /// <summary>Reads a page of them.</summary>
    /// <exception cref="Refusal">NotAllowed, NotFound (no such rule).</exception>
    public async Task<Page<Row>> RunAsync(Input input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        ReminderUse.MustMayLook(op.Actor);
        if (ReminderRules.Of(input.Rule) is null && input.Rule != ReminderRules.ByHand) throw new Refusal(Because.NotFound);
        var (since, until, effect) = (op.Today.AddDays(-ReminderUse.Window), op.Today.AddDays(-ReminderUse.Days), ReminderUse.EffectOf(input.Rule));
        var asked = op.Db.Reminders.AsNoTracking().Where(r => r.Rule == input.Rule && r.DecidedOn >= since);
        asked = input.Slice switch
        {
            SentSlice.Read => asked.Where(r => r.ReadAt != null),
            SentSlice.Measured => asked.Where(r => r.DecidedOn <= until),
            SentSlice.Settled => ReminderUse.Settled(op.Db, effect, asked.Where(r => r.DecidedOn <= until)),
            _ => asked,
        };
        if (SearchKey.Fold(input.Search) is { Length: > 0 } key) asked = asked.Where(r => op.Db.Units.Any(u => u.Id == r.UnitId && u.SearchKey.Contains(key)));

        var count = await asked.CountAsync(ct);
        var size = Paging.Take(input.Size);
        var rows = await asked.OrderByDescending(r => r.DecidedAt).ThenBy(r => r.UnitPath).ThenBy(r => r.Id).Skip((Math.Max(1, input.Page) - 1) * size).Take(size).ToListAsync(ct);
        var (ids, unitIds, accountIds) = (rows.ConvertAll(r => r.Id), rows.Select(r => r.UnitId).Distinct().ToList(), rows.Select(r => r.AccountId).Distinct().ToList());
        var settled = (await ReminderUse.Settled(op.Db, effect, op.Db.Reminders.Where(r => ids.Contains(r.Id))).Select(r => r.Id).ToListAsync(ct)).ToHashSet();
        var units = await op.Db.Units.Where(u => unitIds.Contains(u.Id)).Select(u => new { u.Id, u.Code, u.Name }).ToDictionaryAsync(u => u.Id, ct);
        var staff = await op.Db.Users.Where(a => accountIds.Contains(a.Id) && op.Db.Posts.Any(p => p.AccountId == a.Id && p.Role != Role.Participant)).Select(a => new { a.Id, a.FullName }).ToDictionaryAsync(a => a.Id, a => a.FullName, ct);
        return new Page<Row>([.. rows.Select(r => new Row(r.Id, r.DecidedOn, units.GetValueOrDefault(r.UnitId)?.Code ?? "", units.GetValueOrDefault(r.UnitId)?.Name ?? "", r.Audience == ReminderAudience.Author ? null : staff.GetValueOrDefault(r.AccountId), r.Audience,
            r.Kind, r.Year, r.ToYear, r.DueOn, r.Step, r.Count, r.ReadAt, settled.Contains(r.Id) ? true : r.DecidedOn > until ? null : false))], count);
    }
}
