using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using CampaignTracker.Domain.Backups;
using CampaignTracker.UseCases.Backups;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Papers;
using CampaignTracker.UseCases.People;
using CampaignTracker.UseCases.Plans;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CampaignTracker.UseCases.Tests.Backups;

/// <summary>A backup is whole or is none; what was acknowledged before it began is in it; what was there is never lost by restoring.</summary>
public class BackupTests
{
    [SkippableTheory, OnBoth]
    public async Task A_backup_made_while_people_write_holds_all_that_was_saved_before_and_comes_back_row_for_row(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.StartAsync(on);
        var scan = await ScanAsync(campaign);
        var (writer, keeper) = (campaign.As("chibo"), campaign.AsSystem());
        using var enough = new CancellationTokenSource();
        var saved = 0;
        var writing = Task.Run(async () =>
        {
            for (var n = 0; !enough.IsCancellationRequested; n++)
            {
                await EnterAsync(writer, n);
                Volatile.Write(ref saved, n + 1);
            }
        });
        while (Volatile.Read(ref saved) < 5) await Task.Yield();
        var before = Volatile.Read(ref saved);
        var made = await keeper.Use<MakeBackup>().RunAsync(null, default);
        await enough.CancelAsync();
        await writing;
        Assert.Contains(BackupCheck.Rows, made.Checks);
        Assert.Contains(BackupCheck.Contents, made.Checks);
        Assert.Equal(1, made.Contents);
        var rowsNow = await RowsAsync(campaign);

        // Another backup holds everything there is now; then both database and uploads come to grief.
        campaign.Clock.Advance(TimeSpan.FromMinutes(1));
        var whole = await campaign.AsSystem().Use<MakeBackup>().RunAsync(null, default);
        Assert.Equal(0, whole.NewContents);
        await EnterAsync(campaign.As("chibo"), 1000);
        foreach (var file in Directory.EnumerateFiles(campaign.Files, "*", SearchOption.AllDirectories)) File.Delete(file);
        var restore = campaign.AsSystem().Use<RestoreBackup>();
        campaign.Clock.Advance(TimeSpan.FromMinutes(1));

        var restored = await restore.RunAsync(whole.Name, default);

        Assert.Equal(rowsNow, await RowsAsync(campaign));
        Assert.Equal(1, restored.ContentsPutBack);
        Assert.True(File.Exists(Path.Combine(campaign.Files, scan[..2], scan)));
        Assert.NotNull(restored.Aside);
        if (on == DatabaseProvider.Sqlite) Assert.True(File.Exists(restored.Aside));

        // The first, made under load: everything acknowledged before it began, and it opens and goes on being written to.
        campaign.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await restore.RunAsync(made.Folder, default);
        await using (var db = campaign.Database())
        {
            var names = (await db.Participants.Select(p => p.Name).ToListAsync()).ToHashSet();
            Assert.All(Enumerable.Range(0, before), n => Assert.Contains(NameOf(n), names));
            Assert.DoesNotContain(NameOf(1000), names);
        }
        await EnterAsync(campaign.As("chibo"), 2000);
        Assert.DoesNotContain(await campaign.Prepare.CheckAsync(default), line => !line.Good && !line.Text.StartsWith("seed", StringComparison.Ordinal));
        foreach (var aside in new[] { restored.Aside, second.Aside }) await DropAsync(campaign, aside!);
    }

    [SkippableTheory, OnBoth]
    public async Task What_is_damaged_is_named_and_nothing_is_replaced(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.StartAsync(on);
        var scan = await ScanAsync(campaign);
        var made = await campaign.AsSystem().Use<MakeBackup>().RunAsync(null, default);
        var database = Path.Combine(made.Folder, on == DatabaseProvider.Sqlite ? "campaign.db" : "campaign.dump");
        var content = Path.Combine(campaign.Backups, "files", scan[..2], scan);
        await EnterAsync(campaign.As("chibo"), 1);
        var rows = await RowsAsync(campaign);

        await DamagedAsync(campaign, made, database, Shortened, Path.GetFileName(database), BackupDamage.Changed);
        await DamagedAsync(campaign, made, database, Altered, Path.GetFileName(database), BackupDamage.Changed);
        await DamagedAsync(campaign, made, database, _ => null, Path.GetFileName(database), BackupDamage.Missing);
        await DamagedAsync(campaign, made, content, Altered, $"files/{scan[..2]}/{scan}", BackupDamage.Changed);
        await DamagedAsync(campaign, made, content, _ => null, $"files/{scan[..2]}/{scan}", BackupDamage.Missing);
        await DamagedAsync(campaign, made, Path.Combine(made.Folder, "contents.sha256"), Altered, "contents.sha256", BackupDamage.Changed);
        await DamagedAsync(campaign, made, Path.Combine(made.Folder, "manifest.json"), Shortened, "manifest.json", BackupDamage.Unreadable);
        await DamagedAsync(campaign, made, Path.Combine(made.Folder, "manifest.json"), _ => null, "manifest.json", BackupDamage.Missing);
        // A manifest made to fit a damaged copy: the copy itself is read through.
        await DamagedAsync(campaign, made, Path.Combine(made.Folder, "manifest.json"), text => Replaced(text, "\"Accounts\": ", "\"Accounts\": 1"), Path.GetFileName(database), BackupDamage.OtherRows);
        var none = await Assert.ThrowsAsync<Refusal>(() => campaign.AsSystem().Use<RestoreBackup>().RunAsync("2020-01-01_00-00-00", default));
        Assert.Equal(Because.BackupNotFound, none.Code);

        Assert.Equal(rows, await RowsAsync(campaign));
        await campaign.AsSystem().Use<RestoreBackup>().CheckAsync(made.Name, default);
    }

    [SkippableTheory, OnBoth]
    public async Task A_failure_half_way_leaves_nothing_and_says_why(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.StartAsync(on);
        await ScanAsync(campaign);
        var folder = new BackupFolder(campaign.Backups, campaign.Backups);
        Task<Refusal> FailsAsync(BackupFolder place, IFileStore? store = null) => Assert.ThrowsAsync<Refusal>(() => Make(campaign, place, store).RunAsync(null, default));

        var small = await FailsAsync(new BackupFolder(campaign.Backups, campaign.Backups, _ => 1 << 20));
        Assert.Equal((Because.BackupNoSpace, 1L), (small.Code, small.Facts[2]));
        var full = await FailsAsync(folder, new FullDisk());
        Assert.Equal(Because.BackupNoSpace, full.Code);
        Assert.Empty(folder.All());
        Assert.Empty(Directory.EnumerateDirectories(campaign.Backups, "*part*"));
        Assert.False(Directory.Exists(folder.ContentsRoot) && Directory.EnumerateFiles(folder.ContentsRoot, "*", SearchOption.AllDirectories).Any());
        var state = (await campaign.AsSystem().Use<ViewBackups>().RunAsync(default)).State;
        Assert.Equal((BackupStanding.Failed, Wording.Of(full)), (state.Standing, state.Why));

        // A file stands where the folder should be: as good as a folder that may not be written, and true for root as well.
        var blocked = Path.Combine(campaign.Files, "blocked");
        await File.WriteAllTextAsync(blocked, "");
        Assert.Equal(Because.BackupFolder, (await FailsAsync(new BackupFolder(blocked, campaign.Backups))).Code);
        using (folder.Alone()) Assert.Equal(Because.BackupRunning, (await FailsAsync(folder)).Code);

        // An earlier one that was cut short is taken for none, and goes.
        Directory.CreateDirectory(Path.Combine(campaign.Backups, ".part-2026-03-01_03-00-00"));
        campaign.Clock.Advance(TimeSpan.FromHours(1));
        var made = await campaign.AsSystem().Use<MakeBackup>().RunAsync(null, default);
        Assert.Equal([made.Name], folder.All().Select(b => b.Name));
        Assert.Empty(Directory.EnumerateDirectories(campaign.Backups, ".part*"));
        state = (await campaign.As("quantri").Use<ViewBackups>().RunAsync(default)).State;
        Assert.Equal((BackupStanding.Good, campaign.Clock.Now), (state.Standing, state.LastGood));
    }

    [Fact]
    public async Task Time_takes_old_backups_with_the_files_only_they_named()
    {
        await using var campaign = await TestCampaign.StartAsync(DatabaseProvider.Sqlite);
        var session = campaign.AsSystem();
        var scan = await ScanAsync(campaign);
        var first = await session.Use<MakeBackup>().RunAsync(null, default);
        await using (var db = campaign.Database())
        {
            db.Acting = new Acting(Domain.People.Actor.System, "test", campaign.Clock.Now, Trail: false);
            db.Files.RemoveRange(await db.Files.ToListAsync());
            await db.SaveChangesAsync();
        }
        campaign.Clock.Advance(TimeSpan.FromDays(1));
        await session.Use<MakeBackup>().RunAsync(null, default);
        Assert.True(File.Exists(Path.Combine(campaign.Backups, "files", scan[..2], scan)));
        // Not one of ours, and one that cannot be read: both stay.
        Directory.CreateDirectory(Path.Combine(campaign.Backups, "mine"));
        campaign.Clock.Advance(TimeSpan.FromDays(800));

        var made = await session.Use<MakeBackup>().RunAsync(null, default);

        Assert.Equal(2, made.Removed);
        Assert.False(Directory.Exists(first.Folder));
        Assert.True(Directory.Exists(Path.Combine(campaign.Backups, "mine")));
        Assert.False(File.Exists(Path.Combine(campaign.Backups, "files", scan[..2], scan)));
        var left = Assert.Single((await session.Use<ViewBackups>().RunAsync(default)).Rows);
        Assert.True(left is { Newest: true, Facts.Missing: 0 });
    }

    [Fact]
    public async Task A_file_the_store_has_lost_is_told_and_one_that_rots_in_the_backup_is_taken_again()
    {
        await using var campaign = await TestCampaign.StartAsync(DatabaseProvider.Sqlite);
        var (make, scan) = (campaign.AsSystem().Use<MakeBackup>(), await ScanAsync(campaign));
        var (original, kept) = (Path.Combine(campaign.Files, scan[..2], scan), Path.Combine(campaign.Backups, "files", scan[..2], scan));
        await make.RunAsync(null, default);
        await File.WriteAllBytesAsync(kept, [1, 2, 3]);
        await make.RunAsync(null, default);
        Assert.Equal(await File.ReadAllBytesAsync(original), await File.ReadAllBytesAsync(kept));

        File.Delete(original);
        Assert.Equal(0, (await make.RunAsync(null, default)).Missing);
        File.Delete(kept);
        var made = await make.RunAsync(null, default);

        Assert.Equal((1, 0), (made.Missing, made.Contents));
        Assert.DoesNotContain(BackupCheck.Contents, made.Checks);
        Assert.Equal(1, (await campaign.AsSystem().Use<RestoreBackup>().CheckAsync(made.Name, default)).Missing);
    }

    [SkippableTheory, OnBoth]
    public async Task A_program_that_runs_is_not_restored_under(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.StartAsync(on);
        var made = await campaign.AsSystem().Use<MakeBackup>().RunAsync(null, default);
        var restore = campaign.AsSystem().Use<RestoreBackup>();
        using (restore.Serving())
        using (restore.Serving())
            Assert.Equal(Because.RestoreInUse, (await Assert.ThrowsAsync<Refusal>(() => restore.RunAsync(made.Name, default))).Code);
        await using (var other = await OpenAsync(campaign))
        {
            await ReadAsync(other, "SELECT 1 FROM \"Accounts\"");
            Assert.Equal(Because.RestoreInUse, (await Assert.ThrowsAsync<Refusal>(() => restore.RunAsync(made.Name, default))).Code);
        }
    }

    [Fact]
    public async Task Without_PostgreSQLs_programs_it_says_so()
    {
        var missing = new PostgresPrograms(Path.Combine(Path.GetTempPath(), "nowhere", "pg_dump"));
        var why = await Assert.ThrowsAsync<Refusal>(() => Task.FromResult(missing.Find("pg_dump")));
        Assert.Equal(Because.BackupNoProgram, why.Code);
        Assert.Contains("nowhere", why.Facts[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Administrators_alone_see_and_make_them()
    {
        await using var campaign = await TestCampaign.StartAsync(DatabaseProvider.Sqlite);
        await campaign.As("quantri").Use<MakeBackup>().RunAsync(null, default);
        Assert.Equal("Holder of quantri", Assert.Single((await campaign.As("quantri").Use<ViewBackups>().RunAsync(default)).Rows).Facts!.MadeBy);
        foreach (var other in new[] { "tinh.lanhdao", "kiemtra", "chibo" })
        {
            Assert.Equal(Because.NotAllowed, (await Assert.ThrowsAsync<Refusal>(() => campaign.As(other).Use<MakeBackup>().RunAsync(null, default))).Code);
            Assert.Equal(Because.NotAllowed, (await Assert.ThrowsAsync<Refusal>(() => campaign.As(other).Use<ViewBackups>().RunAsync(default))).Code);
        }
    }

    private static async Task DamagedAsync(TestCampaign campaign, MakeBackup.Made made, string file, Func<byte[], byte[]?> damage, string part, BackupDamage how)
    {
        var was = await File.ReadAllBytesAsync(file);
        File.Delete(file);
        if (damage(was) is { } damaged) await File.WriteAllBytesAsync(file, damaged);
        var refusal = await Assert.ThrowsAsync<Refusal>(() => campaign.AsSystem().Use<RestoreBackup>().RunAsync(made.Name, default));
        Assert.Equal((Because.BackupDamaged, made.Name, part, how), (refusal.Code, refusal.Facts[0], refusal.Facts[1], refusal.Facts[2]));
        await File.WriteAllBytesAsync(file, was);
    }

    private static byte[] Shortened(byte[] content) => content[..(content.Length / 2)];

    private static byte[] Altered(byte[] content)
    {
        var other = (byte[])content.Clone();
        other[other.Length / 2] ^= 0x55;
        return other;
    }

    private static byte[] Replaced(byte[] content, string what, string with) => System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(content).Replace(what, with, StringComparison.Ordinal));

    private static MakeBackup Make(TestCampaign campaign, BackupFolder folder, IFileStore? store)
    {
        var session = campaign.AsSystem();
        return new(session.Use<Operations>(), folder, session.Use<DatabaseCopy>(), store ?? session.Use<IFileStore>(), session.Use<IOptions<BackupSettings>>());
    }

    private static string NameOf(int n) => $"Nguyễn Văn Ân {n}";

    private static Task EnterAsync(Session chibo, int n) =>
        chibo.Use<ChangeParticipants>().EnterAsync(new("T-1-1", NameOf(n), Domain.People.ParticipantKind.Member, null, false, null, null), default);

    // A plan with a scan: a content that a row names.
    private static async Task<string> ScanAsync(TestCampaign campaign)
    {
        var plan = await campaign.As("chibo").Use<BeginPlan>().RunAsync(new(await OwedAsync(campaign)), default);
        await campaign.As("chibo").Use<KeepScan>().AttachAsync(plan, "a.pdf", new MemoryStream("%PDF-1.4 scan"u8.ToArray()), default);
        await using var db = campaign.Database();
        return await db.Files.Select(f => f.Sha256).SingleAsync();
    }

    private static async Task<Guid> OwedAsync(TestCampaign campaign)
    {
        await using var db = campaign.Database();
        return await db.Obligations.Where(o => o.UnitId == Given.Unit("T-1-1") && o.Kind == Domain.GoverningDocuments.RequirementKind.AnnualPlan).Select(o => o.Id).FirstAsync();
    }

    // Every row of every table, as text.
    private static async Task<string> RowsAsync(TestCampaign campaign)
    {
        await using var db = campaign.Database();
        var tables = db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct().Append("__EFMigrationsHistory").Order(StringComparer.Ordinal).ToList();
        await using var connection = await OpenAsync(campaign);
        var all = new List<string>();
        foreach (var table in tables) all.Add($"{table}:\n{string.Join('\n', (await ReadAsync(connection, $"SELECT * FROM \"{table}\"")).Order(StringComparer.Ordinal))}");
        return string.Join('\n', all);
    }

    private static async Task<List<string>> ReadAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync()) rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        return rows;
    }

    private static async Task<DbConnection> OpenAsync(TestCampaign campaign)
    {
        DbConnection connection = campaign.Provider == DatabaseProvider.Postgres
            ? new NpgsqlConnection(new NpgsqlConnectionStringBuilder(campaign.ConnectionString) { Pooling = false }.ToString())
            : new SqliteConnection(new SqliteConnectionStringBuilder(campaign.ConnectionString) { Pooling = false }.ToString());
        await connection.OpenAsync();
        return connection;
    }

    private static async Task DropAsync(TestCampaign campaign, string aside)
    {
        if (campaign.Provider == DatabaseProvider.Sqlite)
        {
            File.Delete(aside);
            return;
        }
        await using var server = new NpgsqlConnection(Environment.GetEnvironmentVariable("CAMPAIGN_POSTGRES"));
        await server.OpenAsync();
        await using var drop = new NpgsqlCommand($"DROP DATABASE \"{aside}\" WITH (FORCE)", server);
        await drop.ExecuteNonQueryAsync();
    }

    /// <summary>Holds one content until somebody reads it: then the disk of the backups is full.</summary>
    private sealed class FullDisk : IFileStore
    {
        public Task KeepAsync(string sha256, Stream content, CancellationToken ct) => throw new NotSupportedException();
        public Task<Stream> OpenAsync(string sha256, CancellationToken ct) => throw new IOException("No space left on device", 28);
        public Task<bool> HoldsAsync(string sha256, CancellationToken ct) => Task.FromResult(true);
        public IAsyncEnumerable<string> ListAsync(CancellationToken ct) => throw new NotSupportedException();
        public Task RemoveAsync(string sha256, CancellationToken ct) => Task.CompletedTask;
    }
}
