using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.Web.Layout;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace CampaignTracker.Web.Reminders;

/// <summary>
/// E-mail by SMTP, over one connection for as many messages as one round hands over. The one file that knows the mail library.
/// </summary>
public sealed class MailSender(IOptions<MailSettings> options, TimeProvider clock) : IMessageSender, IAsyncDisposable
{
    // A command that takes longer has lost its other side.
    private const int CommandMilliseconds = 20_000;

    // RFC 5321: 421 says that the whole service goes away; of RFC 3463, x.7.x is about our standing, not about the address.
    private const int ServiceGoesAway = 421;

    private readonly MailSettings settings = options.Value;
    private SmtpClient? line;

    /// <inheritdoc/>
    public async Task SendAsync(Letter letter, CancellationToken ct)
    {
        using var message = Compose(letter);
        var open = await ConnectAsync(ct);
        try
        {
            await open.SendAsync(message, ct);
        }
        catch (SmtpCommandException refused)
        {
            throw Refused(refused);
        }
        catch (Exception lost) when (lost is IOException or SocketException or ServiceNotConnectedException or ProtocolException or TimeoutException)
        {
            await CloseAsync();
            // This very message may be what the other side stumbles over: its try counts, the next one opens the line anew.
            throw new SendingFailed(MessageFault.Unreachable, Said(lost), barred: false, lost);
        }
        catch (Exception odd) when (odd is NotSupportedException or ServiceNotAuthenticatedException)
        {
            throw odd is NotSupportedException ? new SendingFailed(MessageFault.WrongAddress, Said(odd), barred: false, odd) : new SendingFailed(MessageFault.SignInRefused, Said(odd), barred: true, odd);
        }
        catch (OperationCanceledException)
        {
            // Cut off in the middle of a dialogue: what comes next on this line would be about the message before.
            await CloseAsync();
            throw;
        }
    }

    /// <summary>Whether the mail server is reached and takes our name; null when it is well.</summary>
    public async Task<SendingFailed?> ProbeAsync(CancellationToken ct)
    {
        try
        {
            await (await ConnectAsync(ct)).NoOpAsync(ct);
            return null;
        }
        catch (SendingFailed failed)
        {
            return failed;
        }
        catch (Exception lost) when (lost is IOException or SocketException or ProtocolException or CommandException or TimeoutException)
        {
            await CloseAsync();
            return new SendingFailed(MessageFault.Unreachable, Said(lost), barred: true, lost);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (line is { IsConnected: true } open)
        {
            try
            {
                using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5), clock);
                await open.DisconnectAsync(quit: true, patience.Token);
            }
            catch (Exception late) when (late is IOException or SocketException or ProtocolException or CommandException or OperationCanceledException)
            {
                // Everything was taken; how they part is of no matter.
            }
        }
        await CloseAsync();
    }

    private async Task<SmtpClient> ConnectAsync(CancellationToken ct)
    {
        if (line is { IsConnected: true } open) return open;
        await CloseAsync();
        var fresh = line = new SmtpClient { Timeout = CommandMilliseconds, LocalDomain = Uri.TryCreate(settings.PublicAddress, UriKind.Absolute, out var here) ? here.IdnHost : "localhost" };
        // Many offices reach their mail server and nothing else: lists of revoked certificates lie outside.
        fresh.CheckCertificateRevocation = false;
        fresh.ServerCertificateValidationCallback = (_, _, _, problems) => problems == SslPolicyErrors.None || settings.AnyCertificate;
        try
        {
            await fresh.ConnectAsync(await SocketAsync(ct), settings.Host, settings.Port, settings.Security switch
            {
                MailSecurity.None => SecureSocketOptions.None,
                MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
                _ => SecureSocketOptions.StartTls,
            }, ct);
            if (settings.User.Length > 0) await fresh.AuthenticateAsync(Encoding.UTF8, settings.User, settings.Password, ct);
            return fresh;
        }
        catch (Exception refused) when (refused is AuthenticationException or SaslException)
        {
            await CloseAsync();
            throw new SendingFailed(MessageFault.SignInRefused, Said(refused), barred: true, refused);
        }
        catch (Exception lost) when (lost is IOException or SocketException or ProtocolException or CommandException or TimeoutException or SslHandshakeException or NotSupportedException)
        {
            await CloseAsync();
            throw new SendingFailed(MessageFault.Unreachable, Said(lost), barred: true, lost);
        }
        catch (OperationCanceledException)
        {
            await CloseAsync();
            throw;
        }
    }

    // Without waiting for more to send: a mail's last few bytes would lie 40 ms each time until the other side has acknowledged those before them.
    private async Task<Socket> SocketAsync(CancellationToken ct)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(CommandMilliseconds);
        try
        {
            await socket.ConnectAsync(settings.Host, settings.Port, limit.Token);
            return socket;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            socket.Dispose();
            throw new TimeoutException();
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private Task CloseAsync()
    {
        line?.Dispose();
        line = null;
        return Task.CompletedTask;
    }

    private MimeMessage Compose(Letter letter)
    {
        if (!MailboxAddress.TryParse(letter.Address, out var to) || to.Address != letter.Address || !letter.Address.Contains('@', StringComparison.Ordinal))
            throw new SendingFailed(MessageFault.WrongAddress, letter.Address, barred: false);
        var message = new MimeMessage { MessageId = letter.Identity, Subject = letter.Subject, Date = new DateTimeOffset(LocalTime.Of(clock.GetUtcNow().UtcDateTime), LocalTime.Zone.GetUtcOffset(clock.GetUtcNow())) };
        message.From.Add(new MailboxAddress(Encoding.UTF8, settings.FromName.Length > 0 ? settings.FromName : LayoutText.BookShort, settings.From));
        message.To.Add(new MailboxAddress(Encoding.UTF8, letter.Name, to.Address));
        // No "out of office" comes back, and the reader's program shows its own way to stop the mails.
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        message.Headers.Add(HeaderId.ListUnsubscribe, $"<{settings.Link(MessageLetter.Preferences)}>");
        message.Body = new BodyBuilder { TextBody = letter.Text, HtmlBody = letter.Html }.ToMessageBody();
        return message;
    }

    private static SendingFailed Refused(SmtpCommandException refused)
    {
        var (code, said) = ((int)refused.StatusCode, Said(refused));
        if (code == ServiceGoesAway) return new SendingFailed(MessageFault.Unreachable, said, barred: true, refused);
        return refused.ErrorCode switch
        {
            // Our own address is refused: so it will be for every other message.
            SmtpErrorCode.SenderNotAccepted => new SendingFailed(MessageFault.Refused, said, barred: true, refused),
            SmtpErrorCode.RecipientNotAccepted when code is 501 or 550 or 551 or 553 or 555 && !refused.Message.Contains("5.7.", StringComparison.Ordinal) => new SendingFailed(MessageFault.WrongAddress, said, barred: false, refused),
            _ => new SendingFailed(MessageFault.Refused, said, barred: false, refused),
        };
    }

    private static string Said(Exception failure) => failure switch
    {
        SmtpCommandException refused => $"{(int)refused.StatusCode} {refused.Message}".ReplaceLineEndings(" "),
        { InnerException: { } inner } => $"{failure.Message} {inner.Message}".ReplaceLineEndings(" "),
        _ => failure.Message.ReplaceLineEndings(" "),
    };
}
