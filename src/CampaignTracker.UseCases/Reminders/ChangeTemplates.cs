using System.ComponentModel.DataAnnotations;
using CampaignTracker.Domain;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Reminders;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Reminders;

/// <summary>The office's own wording of messages: what it is, setting it, going back to the program's.</summary>
public sealed class ChangeTemplates(Operations operations)
{
    /// <summary>One template that was set.</summary>
    public sealed record Row(MessageKind Kind, string Language, string Subject, string Opening, string Closing, string SetBy, DateTime SetAt, bool Sound);

    /// <summary>A wording.</summary>
    public sealed record Input(MessageKind Kind, [property: Required, StringLength(MessageTemplate.LanguageLength)] string Language, [property: Required, StringLength(MessageTemplate.SubjectLength)] string Subject,
        [property: Required, StringLength(MessageTemplate.TextLength)] string Opening, [property: Required, StringLength(MessageTemplate.TextLength)] string Closing);

    /// <summary>Those that were set; the others are the program's own.</summary>
    /// <exception cref="Refusal">NotAllowed.</exception>
    public async Task<IReadOnlyList<Row>> ViewAsync(CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        op.Actor.Must(Permission.ManageAccounts, await RootAsync(op, ct));
        return [.. (await op.Db.MessageTemplates.AsNoTracking().ToListAsync(ct)).Select(t => new Row(t.Kind, t.Language, t.Subject, t.Opening, t.Closing, t.SetBy, t.SetAt, t.Sound))];
    }

    /// <summary>Sets one.</summary>
    /// <exception cref="Refusal">NotAllowed; Required or TooLong; TemplateUnknownWord, TemplateLacksWord.</exception>
    public async Task SetAsync(Input input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var root = await RootAsync(op, ct);
        var template = await op.Db.MessageTemplates.FirstOrDefaultAsync(t => t.Kind == input.Kind && t.Language == input.Language, ct);
        if (template is null) op.Db.MessageTemplates.Add(template = new MessageTemplate(input.Kind, input.Language));
        template.Set(op.Actor, root, input.Subject, input.Opening, input.Closing, op.Now);
        await op.SaveAsync(ct);
    }

    /// <summary>Goes back to the program's own wording.</summary>
    /// <exception cref="Refusal">NotAllowed.</exception>
    public async Task ResetAsync(MessageKind kind, string language, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        op.Actor.Must(Permission.ManageAccounts, await RootAsync(op, ct));
        if (await op.Db.MessageTemplates.FirstOrDefaultAsync(t => t.Kind == kind && t.Language == language, ct) is not { } template) return;
        op.Db.MessageTemplates.Remove(template);
        await op.SaveAsync(ct);
    }

    // One wording for all: the root's administrator sets it.
    private static async Task<string> RootAsync(Operation op, CancellationToken ct) => await op.Db.Units.Where(u => u.ParentId == null).Select(u => u.Path).FirstOrDefaultAsync(ct).OrRefuseAsync();
}
