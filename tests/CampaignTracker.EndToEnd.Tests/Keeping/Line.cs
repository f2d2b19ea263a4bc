using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using CampaignTracker.EndToEnd.Tests.Program;

namespace CampaignTracker.EndToEnd.Tests.Keeping;

/// <summary>The line between one browser and the server. Cut, it drops every connection at once and takes no new one; the server goes on.</summary>
internal sealed class Line : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, byte> open = [];
    private readonly CancellationTokenSource closing = new();
    private readonly Uri server;
    private volatile bool cut;

    /// <summary>Lays a line to the server.</summary>
    public Line(RunningServer server)
    {
        this.server = new Uri(server.Address);
        listener.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        _ = AcceptAsync();
    }

    /// <summary>Where the browser finds the server over this line.</summary>
    public string Address { get; }

    /// <summary>Cuts it.</summary>
    public void Cut()
    {
        cut = true;
        foreach (var client in open.Keys) client.Close();
    }

    /// <summary>Mends it.</summary>
    public void Mend() => cut = false;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Stop();
        Cut();
    }

    private async Task AcceptAsync()
    {
        while (!closing.IsCancellationRequested)
        {
            try
            {
                var client = await listener.AcceptTcpClientAsync(closing.Token);
                if (cut) client.Close();
                else _ = CarryAsync(client);
            }
            catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task CarryAsync(TcpClient client)
    {
        using var far = new TcpClient();
        open[client] = open[far] = 0;
        try
        {
            await far.ConnectAsync(IPAddress.Loopback, server.Port);
            var (near, beyond) = (client.GetStream(), far.GetStream());
            await Task.WhenAny(near.CopyToAsync(beyond), beyond.CopyToAsync(near));
        }
        catch (Exception end) when (end is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut, or the server is gone: both ends are closed below.
        }
        finally
        {
            open.TryRemove(client, out _);
            open.TryRemove(far, out _);
            client.Close();
        }
    }
}
