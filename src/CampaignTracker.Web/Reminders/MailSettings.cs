using System.Net;
using System.Net.Mail;
using CampaignTracker.Domain.Reminders;
using Microsoft.Extensions.Options;

namespace CampaignTracker.Web.Reminders;

/// <summary>How the line to the mail server is kept from others.</summary>
public enum MailSecurity
{
    /// <summary>Not at all: for a server on the same machine.</summary>
    None,
    /// <summary>STARTTLS, required; usually port 587.</summary>
    StartTls,
    /// <summary>TLS from the first byte; usually port 465.</summary>
    Tls,
}

/// <summary>Section "Mail". Without a host no mail goes out and messages wait.</summary>
public sealed class MailSettings
{
    /// <summary>The mail server; empty for none.</summary>
    public string Host { get; set; } = "";
    /// <summary>Its port, 1 to 65535.</summary>
    public int Port { get; set; } = 587;
    /// <summary>How the line is kept.</summary>
    public MailSecurity Security { get; set; } = MailSecurity.StartTls;
    /// <summary>Name at the mail server; empty for none.</summary>
    public string User { get; set; } = "";
    /// <summary>Its password.</summary>
    public string Password { get; set; } = "";
    /// <summary>The address that mails come from.</summary>
    public string From { get; set; } = "";
    /// <summary>The name beside it; empty for the program's.</summary>
    public string FromName { get; set; } = "";
    /// <summary>Where this program is reached, for the links: "https://so.example.vn".</summary>
    public string PublicAddress { get; set; } = "";
    /// <summary>How long a node may take to hand messages over before another may try them.</summary>
    public TimeSpan Lease { get; set; } = OutgoingMessage.Lease;
    /// <summary>For trying out with a certificate of one's own making: any is taken. Never in use.</summary>
    public bool AnyCertificate { get; set; }

    /// <summary>True when there is a mail server.</summary>
    public bool On => Host.Length > 0;

    /// <summary>An absolute address of this program; relative where none is set.</summary>
    public string Link(string path) => PublicAddress.TrimEnd('/') + path;
}

/// <summary>Looks at the settings when the program starts: a wrong one is one line, not a thousand dead letters.</summary>
public sealed class CheckMailSettings : IValidateOptions<MailSettings>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, MailSettings settings) => Fault(settings) is { } fault ? ValidateOptionsResult.Fail(fault) : ValidateOptionsResult.Success;

    private static string? Fault(MailSettings mail) => mail switch
    {
        { PublicAddress.Length: > 0 } when !IsAddress(mail.PublicAddress) => $"Mail:PublicAddress \"{mail.PublicAddress}\" is no address such as https://so.example.vn.",
        { On: false } => null,
        { Port: < 1 or > 65535 } => "Mail:Port is not between 1 and 65535.",
        _ when !MailAddress.TryCreate(mail.From, out var from) || from.Address != mail.From => $"Mail:From \"{mail.From}\" is no e-mail address, though Mail:Host is set.",
        { PublicAddress: "" } => "Mail:PublicAddress is empty though Mail:Host is set: the links in mails would lead nowhere. Set it, for example https://so.example.vn.",
        _ when (mail.User.Length == 0) != (mail.Password.Length == 0) => "Mail:User and Mail:Password are set both or not at all.",
        { Security: MailSecurity.None, Password.Length: > 0 } when !IsHere(mail.Host) => "Mail:Security is none: Mail:Password would be readable on the line. Set starttls or tls.",
        _ when mail.Lease < TimeSpan.FromSeconds(4) || mail.Lease > TimeSpan.FromHours(1) => "Mail:Lease is not between 4 seconds and an hour.",
        _ => null,
    };

    private static bool IsAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) && address.Query.Length == 0 && address.Fragment.Length == 0;

    private static bool IsHere(string host) => host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
