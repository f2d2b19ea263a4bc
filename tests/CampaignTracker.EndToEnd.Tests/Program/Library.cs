using CampaignTracker.Domain;
using CampaignTracker.UseCases;
using CampaignTracker.UseCases.Database;
using Microsoft.Extensions.DependencyInjection;

namespace CampaignTracker.EndToEnd.Tests.Program;

/// <summary>The library on the database of a running program, beside it: asks and looks as a person would through the screen, without one.</summary>
internal sealed class Library : IAsyncDisposable
{
    private readonly ServiceProvider services;

    public Library(DatabaseProvider provider, string connectionString, string dataFolder) =>
        services = new ServiceCollection().AddUseCases(_ => (provider, connectionString), _ => Path.Combine(dataFolder, "files")).BuildServiceProvider();

    /// <summary>On the SQLite file of a data folder.</summary>
    public static Library Of(string dataFolder) => new(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(dataFolder, "campaign.db")}", dataFolder);

    /// <summary>As a demo account.</summary>
    public Task<T> AsAsync<TUseCase, T>(string userName, Func<TUseCase, Task<T>> ask) where TUseCase : notnull => AsAsync(who => who.Is(DerivedId.Of("account", userName), null), ask);

    /// <summary>As an account, by its key.</summary>
    public Task<T> AsAsync<TUseCase, T>(Guid account, Func<TUseCase, Task<T>> ask) where TUseCase : notnull => AsAsync(who => who.Is(account, null), ask);

    /// <summary>As the program itself.</summary>
    public Task<T> AsSystemAsync<TUseCase, T>(Func<TUseCase, Task<T>> ask) where TUseCase : notnull => AsAsync(who => who.IsTheSystem(), ask);

    private async Task<T> AsAsync<TUseCase, T>(Action<WhoIsAsking> become, Func<TUseCase, Task<T>> ask) where TUseCase : notnull
    {
        await using var scope = services.CreateAsyncScope();
        become(scope.ServiceProvider.GetRequiredService<WhoIsAsking>());
        return await ask(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    /// <summary>Looks again and again until something is so.</summary>
    public static async Task UntilAsync(Func<Task<bool>> so, TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(25));
        while (!await so()) await timer.WaitForNextTickAsync(limit.Token);
    }
}
