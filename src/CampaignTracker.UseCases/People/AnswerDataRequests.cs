using System.ComponentModel.DataAnnotations;
using CampaignTracker.Domain;
using CampaignTracker.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.People;

/// <summary>What people of the asker's units ask about their data, most pressing first, and the answers.</summary>
public sealed class AnswerDataRequests(Operations operations)
{
    /// <summary>One request.</summary>
    /// <param name="Id">Its key.</param>
    /// <param name="Name">Who asks.</param>
    /// <param name="Ask">What for.</param>
    /// <param name="Text">In their words.</param>
    /// <param name="AskedOn">Local date.</param>
    /// <param name="AcknowledgeBy">To be acknowledged by.</param>
    /// <param name="AcknowledgedOn">Acknowledged on, or null.</param>
    /// <param name="AnswerBy">To be answered by.</param>
    /// <param name="Extended">The date was moved once.</param>
    /// <param name="AnsweredOn">Answered on, or null.</param>
    /// <param name="Answer">The answer, or null.</param>
    public sealed record Row(Guid Id, string Name, PersonalDataAsk Ask, string Text, DateOnly AskedOn, DateOnly AcknowledgeBy, DateOnly? AcknowledgedOn, DateOnly AnswerBy, bool Extended, DateOnly? AnsweredOn, string? Answer);

    /// <summary>A page of them.</summary>
    public sealed record Answers(Page<Row> Page, DateOnly Today);

    /// <summary>An answer.</summary>
    public sealed record Reply(Guid RequestId, [property: Required, StringLength(PersonalDataRequest.TextLength)] string Content);

    /// <summary>Reads a page: open ones first, by date.</summary>
    /// <exception cref="Refusal">NotAllowed.</exception>
    public async Task<Answers> ViewAsync(int skip, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        if (!op.Actor.CanSomewhere(Permission.KeepParticipants)) throw new Refusal(Because.NotAllowed);
        var paths = op.Actor.Posts.Where(p => op.Actor.Can(Permission.KeepParticipants, p.UnitPath)).Select(p => p.UnitPath).ToList();
        var mine = op.Db.PersonalDataRequests.AsNoTracking().Where(r => paths.Contains(r.UnitPath));
        var count = await mine.CountAsync(ct);
        var rows = await mine.OrderBy(r => r.AnsweredOn != null).ThenBy(r => r.AnswerBy).ThenBy(r => r.Id).Skip(Math.Max(0, skip)).Take(Paging.Size)
            .Join(op.Db.Participants, r => r.ParticipantId, p => p.Id, (r, p) => new Row(r.Id, p.Name, r.Ask, r.Text, r.AskedOn, r.AcknowledgeBy, r.AcknowledgedOn, r.AnswerBy, r.Extended, r.AnsweredOn, r.Answer)).ToListAsync(ct);
        return new Answers(new Page<Row>(rows, count), op.Today);
    }

    /// <summary>Acknowledges one.</summary>
    public Task AcknowledgeAsync(Guid requestId, CancellationToken ct) => ActAsync(requestId, (request, op) => request.Acknowledge(op.Actor, op.Today), ct);

    /// <summary>Moves its date, once.</summary>
    public Task ExtendAsync(Guid requestId, CancellationToken ct) => ActAsync(requestId, (request, op) => request.Extend(op.Actor, op.Today), ct);

    /// <summary>Answers one.</summary>
    public async Task ReplyAsync(Reply input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var request = await op.Db.PersonalDataRequests.FirstOrDefaultAsync(r => r.Id == input.RequestId, ct).OrRefuseAsync();
        request.Reply(op.Actor, input.Content, op.Today);
        await op.SaveAsync(ct);
    }

    private async Task ActAsync(Guid requestId, Action<PersonalDataRequest, Operation> act, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var request = await op.Db.PersonalDataRequests.FirstOrDefaultAsync(r => r.Id == requestId, ct).OrRefuseAsync();
        act(request, op);
        await op.SaveAsync(ct);
    }
}
