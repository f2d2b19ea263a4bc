using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using CampaignTracker.EndToEnd.Tests.Browser;
using CampaignTracker.EndToEnd.Tests.Program;

namespace CampaignTracker.EndToEnd.Tests.Reminders;

/// <summary>A real mail server of another make (aiosmtpd), on a port of its own; it may be stopped and started again.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    // The system's own: the package belongs to it.
    public const string Python = "/usr/bin/python3";

    private readonly string file = Path.Combine(TemporaryFolder.New(), "mails.jsonl");
    private readonly string[] asked;
    private readonly Lock guard = new();
    private Process? process;
    private int arrived;
    private (int Count, TaskCompletionSource Met)? awaited;

    private MailServer(string[] asked) => this.asked = asked;

    /// <summary>Where it listens.</summary>
    public int Port { get; } = RunningServer.FreePort();

    /// <summary>The program's settings for it.</summary>
    public string[] Settings(string security = "none") => ["--Mail:Host=127.0.0.1", $"--Mail:Port={Port}", $"--Mail:Security={security}", "--Mail:From=so@tinh.example.vn", "--Mail:FromName=Sổ theo dõi – Tỉnh ủy Mẫu", "--Mail:PublicAddress=http://127.0.0.1:5080"];

    /// <summary>A server that is not running yet; with a certificate of its own making it wants STARTTLS, and with a user TLS from the first byte and a sign-in.</summary>
    public static MailServer Make(bool tls = false, (string Name, string Password)? user = null)
    {
        if (!tls) return new MailServer([]);
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        var folder = TemporaryFolder.New();
        var (certificate, secret) = (Path.Combine(folder, "cert.pem"), Path.Combine(folder, "key.pem"));
        File.WriteAllText(certificate, made.ExportCertificatePem());
        File.WriteAllText(secret, key.ExportPkcs8PrivateKeyPem());
        return new MailServer(["--cert", certificate, secret, .. user is var (name, password) ? new[] { "--user", name, password } : []]);
    }

    /// <summary>A server that runs.</summary>
    public static async Task<MailServer> StartedAsync(bool tls = false, (string Name, string Password)? user = null)
    {
        var server = Make(tls, user);
        await server.StartAsync();
        return server;
    }

    /// <summary>Starts it; waits until it listens.</summary>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo(Python) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "Reminders", "mail_server.py"), $"{Port}", file }.Concat(asked)) start.ArgumentList.Add(argument);
        process = Process.Start(start) ?? throw new InvalidOperationException("The mail server could not be started.");
        if (await process.StandardOutput.ReadLineAsync() != "ready") throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
        _ = CountAsync(process.StandardOutput);
    }

    /// <summary>Met when so many more mails have arrived; one such wait at a time.</summary>
    public Task ArrivedAsync(int more)
    {
        lock (guard)
        {
            awaited = (arrived + more, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            return awaited.Value.Met.Task;
        }
    }

    private async Task CountAsync(StreamReader lines)
    {
        while (await lines.ReadLineAsync() is not null)
            lock (guard)
                if (++arrived >= awaited?.Count) awaited.Value.Met.TrySetResult();
    }

    /// <summary>Everything it took.</summary>
    public IReadOnlyList<Mail> Mails => !File.Exists(file) ? [] : [.. File.ReadLines(file).Select(line => JsonSerializer.Deserialize<Mail>(line, JsonSerializerOptions.Web)!)];

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (process is null) return;
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>A mail as it arrived, read by another library than the one that wrote it.</summary>
    /// <param name="To">The recipient of the envelope.</param>
    /// <param name="From">The sender of the envelope.</param>
    /// <param name="Tls">Whether the line was kept from others.</param>
    /// <param name="Headers">Decoded.</param>
    /// <param name="Text">The plain part.</param>
    /// <param name="Html">The page.</param>
    public sealed record Mail(string To, string From, bool Tls, Dictionary<string, string> Headers, string? Text, string? Html)
    {
        /// <summary>The same for every copy of a message.</summary>
        public string Identity => Headers["Message-Id"];
    }
}

/// <summary>A test with a mail server: skipped, with the reason, where there is none; where CAMPAIGN_NO_SKIP is 1 it runs and fails.</summary>
public sealed class NeedsMailServerAttribute : FactAttribute
{
    private static readonly Lazy<string?> Missing = new(() =>
    {
        if (!File.Exists(MailServer.Python)) return "no " + MailServer.Python;
        using var asked = Process.Start(new ProcessStartInfo(MailServer.Python, "-c \"import aiosmtpd\"") { RedirectStandardError = true });
        asked!.WaitForExit();
        return asked.ExitCode == 0 ? null : "python3-aiosmtpd is not installed";
    });

    /// <summary>Looks for it.</summary>
    /// <param name="postgres">Wants PostgreSQL as well.</param>
    /// <param name="browser">Wants a browser as well.</param>
    public NeedsMailServerAttribute(bool postgres = false, bool browser = false) => Skip = Need.Skip(Missing.Value, postgres ? PostgresDatabase.Missing : null, browser ? Chromium.Missing : null);
}
