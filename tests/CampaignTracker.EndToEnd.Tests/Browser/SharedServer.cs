using CampaignTracker.EndToEnd.Tests.Program;

namespace CampaignTracker.EndToEnd.Tests.Browser;

/// <summary>One server with the demo for all tests that only look.</summary>
public sealed class SharedServer : IAsyncLifetime
{
    /// <summary>The name of the collection.</summary>
    public const string Name = "Shared server";

    /// <summary>The server.</summary>
    public RunningServer Server { get; private set; } = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync() => Server = await RunningServer.WithDemoAsync();

    /// <inheritdoc/>
    public async Task DisposeAsync() => await Server.DisposeAsync();
}

/// <summary>Those who share it.</summary>
[CollectionDefinition(SharedServer.Name)]
public sealed class SharedServerUsers : ICollectionFixture<SharedServer>;
