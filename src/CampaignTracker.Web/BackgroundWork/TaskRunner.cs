using System.Collections.Concurrent;
using System.Globalization;
using CampaignTracker.Domain;
using CampaignTracker.Domain.BackgroundWork;
using CampaignTracker.UseCases;
using CampaignTracker.UseCases.BackgroundWork;
using CampaignTracker.Web.Hosting;
using CampaignTracker.Web.Layout;
using Microsoft.Extensions.Options;

namespace CampaignTracker.Web.BackgroundWork;

/// <summary>Takes tasks that wait and does them, each in its asker's name; shows that it lives, hears when one is to stop, and leaves each in a clear state. One for the whole program.</summary>
public sealed partial class TaskRunner(IServiceScopeFactory scopes, ThisNode node, TaskFolder folder, IOptions<BackgroundWorkSettings> settings, IHostApplicationLifetime host, TimeProvider clock, ILogger<TaskRunner> log) : IDisposable
{
    /// <summary>How often a task's node shows that it lives and passes on how far it is.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<Guid, TakeTask.Hold> inHand = new();
    private readonly SemaphoreSlim seats = new(settings.Value.AtOnce), door = new(1);

    /// <summary>Puts back what lost nodes had, then does what waits while a seat is free; how many tasks it did.</summary>
    public async Task<int> RunWaitingAsync(CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct, host.ApplicationStopping);
        var done = 0;
        while (!stop.IsCancellationRequested && await seats.WaitAsync(0, CancellationToken.None))
        {
            try
            {
                if (await TakeAsync(stop.Token) is not { } hold) break;
                try
                {
                    await RunAsync(hold, stop.Token);
                    done++;
                }
                finally
                {
                    inHand.TryRemove(hold.Id, out _);
                }
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // The server goes down; nothing was taken, or it was given back.
            }
            finally
            {
                seats.Release();
            }
        }
        return done;
    }

    // What is taken is in hand before anybody here looks for what was lost.
    private async Task<TakeTask.Hold?> TakeAsync(CancellationToken ct)
    {
        await door.WaitAsync(ct);
        try
        {
            await AsSystemAsync<TakeTask, int>(take => take.RecoverAsync(node.Name, [.. inHand.Keys], ct));
            var hold = await AsSystemAsync<TakeTask, TakeTask.Hold?>(take => take.NextAsync(node.Name, ct));
            if (hold is not null) inHand[hold.Id] = hold;
            return hold;
        }
        finally
        {
            door.Release();
        }
    }

    private async Task RunAsync(TakeTask.Hold hold, CancellationToken stopping)
    {
        (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (CultureInfo.GetCultureInfo(hold.Language), CultureInfo.GetCultureInfo(hold.Language == "vi" ? "vi-VN" : hold.Language));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        using var over = new CancellationTokenSource();
        var pace = new TaskPace();
        var beating = BeatAsync(hold, pace, stop, over.Token);
        Func<FinishTask, Task<bool>> end;
        await using var output = folder.For(hold);
        try
        {
            var written = await DoAsync(hold, output, pace, stop.Token);
            var told = pace.Now;
            pace.Say(LongTaskStep.Keeping, told.Done, told.Whole);
            end = finish => finish.DoneAsync(hold, written is null ? null : new(written.Name, written.MediaType, output), told.Done, told.Whole, CancellationToken.None);
            await AsSystemAsync(end);
            return;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            end = stopping.IsCancellationRequested ? finish => finish.GivenBackAsync(hold, CancellationToken.None) : finish => finish.CancelledAsync(hold, CancellationToken.None);
        }
        catch (Refusal refusal)
        {
            end = finish => finish.FailedAsync(hold, Wording.Of(refusal), null, CancellationToken.None);
        }
        catch (IOException full) when (TaskFolder.IsFull(full))
        {
            LogFull(full, hold.Id);
            end = finish => finish.FailedAsync(hold, TasksText.DiskFull, null, CancellationToken.None);
        }
        catch (Exception unexpected)
        {
            var id = ErrorId.New();
            LogFailed(unexpected, id, hold.Id);
            end = finish => finish.FailedAsync(hold, null, id, CancellationToken.None);
        }
        finally
        {
            await over.CancelAsync();
            await beating;
        }
        await AsSystemAsync(end);
    }

    private async Task<WrittenFile?> DoAsync(TakeTask.Hold hold, Stream output, TaskPace pace, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        // Posts are read anew at every operation: who was transferred since is refused.
        scope.ServiceProvider.GetRequiredService<WhoIsAsking>().Is(hold.AskedBy, null);
        var work = await scope.ServiceProvider.GetRequiredService<OpenTask>().RunAsync(hold.Id, ct);
        return await scope.ServiceProvider.GetServices<ITaskWork>().First(known => known.Kind == work.Kind).RunAsync(work, output, pace, ct);
    }

    private async Task BeatAsync(TakeTask.Hold hold, TaskPace pace, CancellationTokenSource stop, CancellationToken over)
    {
        using var timer = new PeriodicTimer(Beat, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(over))
            {
                try
                {
                    var now = pace.Now;
                    if (await AsSystemAsync<TellProgress, GoOn>(tell => tell.RunAsync(hold, now.Step, now.Done, now.Whole, over)) != GoOn.Yes) await stop.CancelAsync();
                }
                catch (Exception busy) when (!over.IsCancellationRequested)
                {
                    // A database that is busy for a moment is no reason to stop: the next beat tells the same.
                    LogSilent(busy, hold.Id);
                }
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The task is over.
        }
    }

    private Task AsSystemAsync(Func<FinishTask, Task<bool>> act) => AsSystemAsync<FinishTask, bool>(act);

    private async Task<T> AsSystemAsync<TUseCase, T>(Func<TUseCase, Task<T>> act) where TUseCase : notnull
    {
        await using var scope = scopes.CreateSystemScope();
        return await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        seats.Dispose();
        door.Dispose();
    }

    [LoggerMessage(LogLevel.Error, "Unexpected error {ErrorId} in task {TaskId}")]
    private partial void LogFailed(Exception problem, string errorId, Guid taskId);

    [LoggerMessage(LogLevel.Error, "The disk is full; task {TaskId} was not done")]
    private partial void LogFull(Exception problem, Guid taskId);

    [LoggerMessage(LogLevel.Warning, "Task {TaskId} could not show that it lives")]
    private partial void LogSilent(Exception problem, Guid taskId);
}
