using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using CampaignTracker.UseCases.Papers;

namespace CampaignTracker.UseCases.Tests.Papers;

/// <summary>What every store promises; each kind of store runs all of it.</summary>
public abstract class StoreTests
{
    protected abstract IFileStore Store { get; }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Key(string text) => Convert.ToHexStringLower(SHA256.HashData(Bytes(text)));

    private Task KeepAsync(string text) => Store.KeepAsync(Key(text), new MemoryStream(Bytes(text)), default);

    private async Task<List<string>> ListAsync()
    {
        var keys = new List<string>();
        await foreach (var key in Store.ListAsync(default)) keys.Add(key);
        return keys;
    }

    [Fact]
    public async Task What_is_kept_is_held_listed_and_opened_as_it_came()
    {
        Assert.Empty(await ListAsync());
        Assert.False(await Store.HoldsAsync(Key("một"), default));
        await KeepAsync("một");
        await KeepAsync("hai");
        await KeepAsync("một");
        Assert.True(await Store.HoldsAsync(Key("một"), default));
        Assert.Equal(new[] { Key("một"), Key("hai") }.Order(), (await ListAsync()).Order());
        await using var content = await Store.OpenAsync(Key("một"), default);
        Assert.Equal("một", await new StreamReader(content).ReadToEndAsync());
    }

    [Fact]
    public async Task What_is_removed_is_gone_and_what_is_not_there_cannot_be_opened()
    {
        await KeepAsync("một");
        await Store.RemoveAsync(Key("một"), default);
        await Store.RemoveAsync(Key("một"), default);
        Assert.False(await Store.HoldsAsync(Key("một"), default));
        Assert.Empty(await ListAsync());
        await Assert.ThrowsAsync<FileNotFoundException>(() => Store.OpenAsync(Key("một"), default));
    }

    [Fact]
    public async Task A_content_of_another_hash_is_not_kept()
    {
        await Assert.ThrowsAsync<InvalidDataException>(() => Store.KeepAsync(Key("một"), new MemoryStream(Bytes("hai")), default));
        Assert.Empty(await ListAsync());
        Assert.False(await Store.HoldsAsync(Key("một"), default));
    }

    [Fact]
    public async Task A_content_cut_short_is_not_kept()
    {
        await Assert.ThrowsAsync<IOException>(() => Store.KeepAsync(Key("một"), new Cut(), default));
        Assert.Empty(await ListAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789")]
    [InlineData("abcdef0123456789abcdef0123456789abcdef0123456789abcdef012345678")]
    [InlineData("abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789\n")]
    [InlineData("..cdef0123456789abcdef0123456789abcdef0123456789abcdef/../../../x")]
    public async Task A_key_is_a_hash_and_nothing_else(string key)
    {
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.KeepAsync(key, new MemoryStream(), default));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.OpenAsync(key, default));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.HoldsAsync(key, default));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.RemoveAsync(key, default));
    }

    [Fact]
    public async Task The_same_content_at_the_same_moment_is_kept_once()
    {
        for (var n = 0; n < 40; n++)
        {
            var text = $"lần {n}";
            using var start = new Barrier(4);
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
            {
                start.SignalAndWait();
                await KeepAsync(text);
            })));
        }
        Assert.Equal(40, (await ListAsync()).Count);
    }

    private sealed class Cut() : MemoryStream(Bytes("m"))
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken ct = default) => Position > 0 ? throw new IOException("cut") : base.ReadAsync(buffer, ct);
    }
}

public sealed class FolderStoreTests : StoreTests, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("campaign-store-").FullName;

    protected override IFileStore Store => new FolderStore(folder);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_folder_not_made_yet_is_empty() => Assert.False(await new FolderStore(Path.Combine(folder, "new")).ListAsync(default).GetAsyncEnumerator().MoveNextAsync());

    [Fact]
    public async Task What_people_put_beside_it_is_no_content()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "Thumbs.db"), "x");
        await foreach (var key in Store.ListAsync(default)) Assert.Fail(key);
    }
}

/// <summary>The interface filled as an object store fills it: whole objects under keys, no folders, no renaming.</summary>
public sealed class ObjectStoreTests : StoreTests
{
    protected override IFileStore Store { get; } = new ObjectStore();

    private sealed class ObjectStore : IFileStore
    {
        private readonly ConcurrentDictionary<string, byte[]> objects = [];

        public async Task KeepAsync(string sha256, Stream content, CancellationToken ct)
        {
            FileKey.Of(sha256);
            using var whole = new MemoryStream();
            await content.CopyToAsync(whole, ct);
            if (Convert.ToHexStringLower(SHA256.HashData(whole.ToArray())) != sha256) throw new InvalidDataException();
            objects[sha256] = whole.ToArray();
        }

        public Task<Stream> OpenAsync(string sha256, CancellationToken ct) =>
            objects.TryGetValue(FileKey.Of(sha256), out var content) ? Task.FromResult<Stream>(new MemoryStream(content, writable: false)) : throw new FileNotFoundException();

        public Task<bool> HoldsAsync(string sha256, CancellationToken ct) => Task.FromResult(objects.ContainsKey(FileKey.Of(sha256)));

        public async IAsyncEnumerable<string> ListAsync([EnumeratorCancellation] CancellationToken ct)
        {
            foreach (var key in objects.Keys) yield return key;
            await Task.CompletedTask;
        }

        public Task RemoveAsync(string sha256, CancellationToken ct)
        {
            objects.TryRemove(FileKey.Of(sha256), out _);
            return Task.CompletedTask;
        }
    }
}
