using CampaignTracker.Domain;
using CampaignTracker.UseCases.Reminders;
using CampaignTracker.Web.Hosting;
using CampaignTracker.Web.Shared;
using Microsoft.Extensions.Options;

namespace CampaignTracker.Web.Reminders;

/// <summary>Whether mails go out: the server, what was given up, the wording.</summary>
public sealed class MailHealth(ViewMailHealth view, MailSender sender, IOptions<MailSettings> options, TimeProvider clock) : ITellHealth
{
    // A page waits for it: longer than a server on a bad line needs, shorter than a reader's patience.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<HealthLine>> TellAsync(CancellationToken ct)
    {
        var mail = await view.RunAsync(ct);
        return
        [
            await ServerAsync(mail, ct),
            mail.Dead == 0 ? new HealthLine("unsubscribe", HealthText.Dead, HealthState.Good, HealthText.DeadNone)
                : new HealthLine("unsubscribe", HealthText.Dead, HealthState.Attention, HealthText.DeadSome.With(mail.Dead), HealthText.DeadDo, "/admin/messages?state=dead", HealthText.SeeMessages),
            mail.BrokenTemplates.Count == 0 ? new HealthLine("edit_note", HealthText.Templates, HealthState.Good, HealthText.TemplatesGood)
                : new HealthLine("edit_note", HealthText.Templates, HealthState.Bad, HealthText.TemplatesBad.With(string.Join(", ", mail.BrokenTemplates.Select(t => $"{Wording.Of(t.Kind)} ({LanguageName(t.Language)})"))), HealthText.TemplatesDo, "/admin/templates", HealthText.SeeTemplates),
        ];
    }

    internal static string LanguageName(string language) => language == "en" ? TemplatesText.En : TemplatesText.Vi;

    private async Task<HealthLine> ServerAsync(ViewMailHealth.Answer mail, CancellationToken ct)
    {
        HealthLine Line(HealthState state, string text, string? act = null, string? href = null) => new("mail", HealthText.Mail, state, text, act, href, href is null ? null : HealthText.SeeMessages);
        if (!options.Value.On) return Line(HealthState.Attention, HealthText.MailNone.With(mail.Waiting), HealthText.MailNoneDo);
        if (await ProbeAsync(ct) is { } failed) return Line(HealthState.Bad, HealthText.MailBad.With(Wording.Of(failed.Fault), failed.Message.TrimEnd('.'), mail.Waiting), HealthText.MailBadDo);
        return mail.Late > 0 ? Line(HealthState.Attention, HealthText.MailLate.With(mail.Late), HealthText.MailLateDo, "/admin/messages?state=waiting")
            : Line(HealthState.Good, HealthText.MailGood.With(mail.Waiting, mail.LastSentAt is { } at ? HealthText.MailLast.With(Wording.Moment(at)) : HealthText.MailNever));
    }

    private async Task<SendingFailed?> ProbeAsync(CancellationToken ct)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
        try
        {
            return await sender.ProbeAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new SendingFailed(Domain.Reminders.MessageFault.Unreachable, nameof(TimeoutException), barred: true);
        }
    }
}
