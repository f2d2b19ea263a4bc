using System.Diagnostics;
using System.Net.Sockets;
using CampaignTracker.EndToEnd.Tests.Program;

namespace CampaignTracker.EndToEnd.Tests.TwoNodes;

/// <summary>nginx in front of two nodes, with the very configuration that README recommends.</summary>
internal sealed class Proxy : IAsyncDisposable
{
    private const string Program = "/usr/sbin/nginx";

    private readonly Process process;
    private readonly string folder;

    private Proxy(Process process, string folder, string address) => (this.process, this.folder, Address) = (process, folder, address);

    /// <summary>Why there is none, or null.</summary>
    public static string? Missing => File.Exists(Program) ? null : "No nginx: install it (Debian: apt install nginx-light).";

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Address { get; }

    /// <summary>Starts it in front of two addresses.</summary>
    public static async Task<Proxy> StartAsync(string one, string other)
    {
        var (folder, port) = (TemporaryFolder.New(), RunningServer.FreePort());
        var recommended = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "two-nodes.nginx.conf"));
        Assert.Contains("127.0.0.1:5081", recommended);
        var site = recommended.Replace("127.0.0.1:5081", new Uri(one).Authority, StringComparison.Ordinal).Replace("127.0.0.1:5082", new Uri(other).Authority, StringComparison.Ordinal)
            .Replace("127.0.0.1:8080", $"127.0.0.1:{port}", StringComparison.Ordinal).Replace("add_header Set-Cookie", "add_header X-Node $upstream_addr; add_header Set-Cookie", StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(folder, "nginx.conf"), $$"""
            {{(Environment.UserName == "root" ? "user root;" : "")}}
            daemon off; pid {{folder}}/nginx.pid; error_log {{folder}}/error.log;
            events { }
            http {
                access_log off; client_body_temp_path {{folder}}/body; proxy_temp_path {{folder}}/proxy; fastcgi_temp_path {{folder}}/f; uwsgi_temp_path {{folder}}/u; scgi_temp_path {{folder}}/s;
                {{site}}
            }
            """);
        var proxy = new Proxy(Process.Start(new ProcessStartInfo(Program, ["-p", folder, "-c", Path.Combine(folder, "nginx.conf")]) { RedirectStandardError = true })!, folder, $"http://127.0.0.1:{port}");
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await AnswersAsync(port))
        {
            limit.Token.ThrowIfCancellationRequested();
            Assert.False(proxy.process.HasExited, "nginx ended at its start.");
        }
        return proxy;
    }

    private static async Task<bool> AnswersAsync(int port)
    {
        try
        {
            using var line = new TcpClient();
            await line.ConnectAsync("127.0.0.1", port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // Ends its worker as well; killed, the worker would keep the port.
        using (var quit = Process.Start(new ProcessStartInfo(Program, ["-p", folder, "-c", Path.Combine(folder, "nginx.conf"), "-s", "stop"]) { RedirectStandardError = true })!) await quit.WaitForExitAsync();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
