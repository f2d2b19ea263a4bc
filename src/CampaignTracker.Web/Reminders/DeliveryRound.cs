using CampaignTracker.Domain;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.UseCases.Reminders;
using Microsoft.Extensions.Options;

namespace CampaignTracker.Web.Reminders;

/// <summary>Hands over what waits, a few at a time, until nothing is due, or the way turns out to be barred: then the rest keeps its tries and waits for the next round.</summary>
public sealed partial class DeliveryRound(DeliverMessages deliver, IMessageSender sender, IOptions<MailSettings> options, TimeProvider clock, ILogger<DeliveryRound> log)
{
    // As many as are certainly handed over within half a lease by any server worth the name.
    private const int AtOnce = 20;

    // Another name for every program that runs, also after a restart: what the one before held is not this one's.
    private static readonly string Node = $"{Environment.MachineName[..Math.Min(60, Environment.MachineName.Length)]}:{Environment.ProcessId}:{Guid.NewGuid().ToString("N")[..8]}";

    private readonly MailSettings settings = options.Value;

    /// <summary>Runs one round; how many went out.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        // Without a server nothing is taken: messages wait, whole, until there is one.
        if (!settings.On) return 0;
        var sent = 0;
        while (!ct.IsCancellationRequested)
        {
            var batch = await deliver.TakeAsync(Node, AtOnce, settings.Lease, ct);
            if (batch.Count == 0) break;
            for (var i = 0; i < batch.Count; i++)
            {
                SendingFailed? barred = null;
                if (InTime(batch[i]) && !ct.IsCancellationRequested)
                {
                    try
                    {
                        if (await HandOverAsync(batch[i], ct)) sent++;
                        continue;
                    }
                    catch (SendingFailed failed)
                    {
                        barred = failed;
                        Barred(log, failed.Fault, failed.Message);
                    }
                }
                await deliver.PutBackAsync([.. batch.Skip(i).Select(message => message.Id)], Node, barred?.Fault, barred?.Message, CancellationToken.None);
                if (barred is not null) return sent;
                break;
            }
        }
        return sent;
    }

    // One is begun only with half a lease left, and cut off after as long: nobody else can hold it meanwhile.
    private bool InTime(DeliverMessages.Handover message) => message.HeldUntil - clock.GetUtcNow().UtcDateTime >= settings.Lease / 2;

    private async Task<bool> HandOverAsync(DeliverMessages.Handover message, CancellationToken ct)
    {
        if (message.NothingToSay)
        {
            await deliver.DropAsync(message.Id, Node, ct);
            return false;
        }
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
            limit.CancelAfter(settings.Lease / 2);
            await sender.SendAsync(MessageLetter.Compose(message, settings), limit.Token);
        }
        catch (Refusal broken)
        {
            await deliver.FailedAsync(message.Id, Node, MessageFault.BrokenTemplate, Wording.Of(broken), CancellationToken.None);
            return false;
        }
        catch (SendingFailed failed) when (!failed.Barred)
        {
            await deliver.FailedAsync(message.Id, Node, failed.Fault, failed.Message, CancellationToken.None);
            return false;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            await deliver.FailedAsync(message.Id, Node, MessageFault.Unreachable, nameof(TimeoutException), CancellationToken.None);
            return false;
        }
        catch (Exception odd) when (odd is not SendingFailed and not OperationCanceledException)
        {
            Odd(log, message.Id, odd);
            await deliver.FailedAsync(message.Id, Node, MessageFault.Other, odd.Message, CancellationToken.None);
            return false;
        }
        // It has gone: that is noted even while the program is being stopped.
        await deliver.SentAsync(message.Id, CancellationToken.None);
        return true;
    }

    [LoggerMessage(LogLevel.Warning, "No mail goes out ({Fault}): {Said}. Messages wait and are tried again.")]
    private static partial void Barred(ILogger log, MessageFault fault, string said);

    [LoggerMessage(LogLevel.Error, "Message {Id} could not be handed over.")]
    private static partial void Odd(ILogger log, Guid id, Exception odd);
}
