using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.UseCases.Reminders;
using CampaignTracker.Web.Reminders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CampaignTracker.Benchmarks;

/// <summary>The digests that the rounds stored, handed over one after the other to a mail server in the same process that keeps nothing.</summary>
internal static class MailFigures
{
    private const int Digests = 5000, BarSeconds = 120;

    public static async Task PrintAsync(Province province)
    {
        await province.AskAsync(async db =>
        {
            var more = await db.OutgoingMessages.OrderBy(m => m.AccountId).Skip(Digests).Select(m => m.Id).ToListAsync();
            await db.OutgoingMessages.Where(m => more.Contains(m.Id)).ExecuteDeleteAsync();
            return true;
        });
        using var sink = new Sink();
        var settings = Options.Create(new MailSettings { Host = "127.0.0.1", Port = sink.Port, Security = MailSecurity.None, From = "so@example.vn", PublicAddress = "https://so.example.vn" });
        var (before, spent) = (Process.GetCurrentProcess().WorkingSet64 >> 20, Process.GetCurrentProcess().TotalProcessorTime);
        province.Statements.Take();
        var watch = Stopwatch.StartNew();
        var sent = await province.AsSystemAsync<DeliverMessages, int>(async deliver =>
        {
            await using var sender = new MailSender(settings, province.Clock);
            return await new DeliveryRound(deliver, sender, settings, province.Clock, NullLogger<DeliveryRound>.Instance).RunAsync(default);
        });
        var cpu = Process.GetCurrentProcess().TotalProcessorTime - spent;
        Console.WriteLine($"{$"{sent} digests handed over",-34}{watch.Elapsed.TotalMilliseconds,9:F1}{"",9}{BarSeconds * 1000,8}{cpu.TotalMilliseconds,9:F1}{province.Statements.Take(),12}   {sink.Taken} taken; memory {before} MB before, {Process.GetCurrentProcess().WorkingSet64 >> 20} MB after, {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB at its highest since the program began");
        Console.WriteLine($"left waiting: {await province.AskAsync(db => db.OutgoingMessages.CountAsync(m => m.State == MessageState.Waiting))}");
    }

    /// <summary>As much of SMTP as a sender needs.</summary>
    private sealed class Sink : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);

        public Sink()
        {
            listener.Start();
            _ = ServeAsync();
        }

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;
        public int Taken { get; private set; }

        public void Dispose() => listener.Dispose();

        private async Task ServeAsync()
        {
            using var client = await listener.AcceptTcpClientAsync();
            client.NoDelay = true;
            using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
            await using var writer = new StreamWriter(client.GetStream(), Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 sink");
            var body = false;
            while (await reader.ReadLineAsync() is { } line)
            {
                if (body)
                {
                    if (line != ".") continue;
                    body = false;
                    Taken++;
                    await writer.WriteLineAsync("250 taken");
                }
                else if (line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase))
                {
                    body = true;
                    await writer.WriteLineAsync("354 go on");
                }
                else await writer.WriteLineAsync(line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase) ? "221 bye" : "250 sink");
            }
        }
    }
}
