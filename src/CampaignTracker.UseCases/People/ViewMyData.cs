using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.People;

/// <summary>What the program keeps about the asker, who has read it, and what they asked about it (Luật 91/2025/QH15).</summary>
public sealed class ViewMyData(Operations operations)
{
    /// <summary>The page.</summary>
    /// <param name="Name">The account's name.</param>
    /// <param name="UserName">As typed to sign in.</param>
    /// <param name="NoticeReadAt">When the notice was read, UTC; null before.</param>
    /// <param name="Posts">Posts held today.</param>
    /// <param name="Entries">The asker among the participants; more than one where they take part in several units.</param>
    /// <param name="Commitments">Their commitments, latest first.</param>
    /// <param name="Openings">Who opened one of them above the unit, latest first.</param>
    /// <param name="Requests">What they asked, latest first.</param>
    /// <param name="Today">Local date.</param>
    public sealed record Answer(string Name, string UserName, DateTime? NoticeReadAt, IReadOnlyList<string> Posts, IReadOnlyList<Entry> Entries, IReadOnlyList<Commitment> Commitments,
        IReadOnlyList<Opening> Openings, IReadOnlyList<Request> Requests, DateOnly Today);

    /// <summary>One entry in a unit's list.</summary>
    public sealed record Entry(Guid Id, string Name, ParticipantKind Kind, string? PostTitle, bool UnitHead, string UnitName, DateOnly From, DateOnly? To, DateOnly? ExemptSince);

    /// <summary>One commitment.</summary>
    public sealed record Commitment(Guid Id, CommitmentScope Scope, int Year, int ToYear, CommitmentState State, int Lines, string? TypedBy, string? TypedFrom);

    /// <summary>One opening above the unit.</summary>
    public sealed record Opening(Guid CommitmentId, CommitmentScope Scope, int Year, string OpenedBy, string Reason, DateTime At);

    /// <summary>One request.</summary>
    public sealed record Request(Guid Id, PersonalDataAsk Ask, string Text, DateOnly AskedOn, DateOnly AcknowledgeBy, DateOnly? AcknowledgedOn, DateOnly AnswerBy, bool Extended, DateOnly? AnsweredOn, string? Answer, string? AnsweredBy);

    /// <summary>Reads it.</summary>
    public async Task<Answer> RunAsync(CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var self = op.Actor.AccountId;
        var account = await op.Db.Users.AsNoTracking().Where(a => a.Id == self).Select(a => new { a.FullName, a.UserName, a.NoticeReadAt }).FirstAsync(ct);
        var entries = await op.Db.Participants.AsNoTracking().Where(p => p.AccountId == self).OrderByDescending(p => p.From)
            .Join(op.Db.Units, p => p.UnitId, u => u.Id, (p, u) => new Entry(p.Id, p.Name, p.Kind, p.PostTitle, p.UnitHead, u.Name, p.From, p.To, p.ExemptSince)).ToListAsync(ct);
        var commitments = await op.Db.Commitments.AsNoTracking().Where(c => c.AccountId == self).OrderByDescending(c => c.Year).ThenBy(c => c.Scope)
            .Select(c => new Commitment(c.Id, c.Scope, c.Year, c.ToYear, c.State, c.Lines.Count, c.Typed!.ByName, c.Typed.Paper)).ToListAsync(ct);
        var openings = await op.Db.Openings.AsNoTracking().Join(op.Db.Commitments.Where(c => c.AccountId == self), o => o.CommitmentId, c => c.Id, (o, c) => new { o, c.Scope, c.Year })
            .OrderByDescending(x => x.o.At).Select(x => new Opening(x.o.CommitmentId, x.Scope, x.Year, x.o.OpenedBy, x.o.Reason, x.o.At)).ToListAsync(ct);
        var requests = await op.Db.PersonalDataRequests.AsNoTracking().Where(r => r.AccountId == self).OrderByDescending(r => r.AskedOn).ThenByDescending(r => r.Id)
            .Select(r => new Request(r.Id, r.Ask, r.Text, r.AskedOn, r.AcknowledgeBy, r.AcknowledgedOn, r.AnswerBy, r.Extended, r.AnsweredOn, r.Answer, r.AnsweredByName)).ToListAsync(ct);
        return new Answer(account.FullName, account.UserName ?? "", account.NoticeReadAt, [.. op.Actor.Posts.Select(p => p.Title)], entries, commitments, openings, requests, op.Today);
    }
}
