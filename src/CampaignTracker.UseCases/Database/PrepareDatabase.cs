using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Plans;
using CampaignTracker.UseCases.Compliance;
using CampaignTracker.UseCases.Papers;
using CampaignTracker.UseCases.People;
using CampaignTracker.UseCases.Seeding;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Database;

/// <summary>Everything the host does with the database before anybody signs in: schema, seed, demo, check.</summary>
public sealed class PrepareDatabase
{
    private readonly IDbContextFactory<CampaignDb> contexts;
    private readonly IPasswordHasher<Account> hasher;
    private readonly IFileStore files;
    private readonly FileIntake intake;
    private readonly TimeProvider clock;

    internal PrepareDatabase(IDbContextFactory<CampaignDb> contexts, IPasswordHasher<Account> hasher, IFileStore files, FileIntake intake, TimeProvider clock)
    {
        this.contexts = contexts;
        this.hasher = hasher;
        this.files = files;
        this.intake = intake;
        this.clock = clock;
    }

    /// <summary>Brings the schema up to date, making the database file or its tables where there are none.</summary>
    /// <exception cref="StartProblem">The database cannot be used.</exception>
    public async Task MigrateAsync(CancellationToken ct)
    {
        await using var db = await OpenAsync(ct);
        await DatabaseStart.MigrateAsync(db, ct);
    }

    /// <summary>Migrations that the database still lacks.</summary>
    /// <exception cref="StartProblem">The database cannot be used.</exception>
    public async Task<IReadOnlyList<string>> PendingMigrationsAsync(CancellationToken ct)
    {
        await using var db = await OpenAsync(ct);
        return await DatabaseStart.PendingAsync(db, ct);
    }

    /// <summary>Reads the seed folder: all of it or nothing; cheap when no file changed.</summary>
    /// <exception cref="SeedProblem">A file is broken.</exception>
    /// <exception cref="StartProblem">The database cannot be used.</exception>
    public async Task<SeedResult> SeedAsync(string folder, CancellationToken ct)
    {
        await using var db = await OpenAsync(ct);
        return await DatabaseStart.AloneAsync(db, async () =>
        {
            var loaded = await SeedFolder.LoadAsync(db, folder, db.Acting!.Now, ct);
            await LedgerBooking.BeginAsync(db, ct);
            return loaded;
        }, ct);
    }

    /// <summary>Loads the demo once; false when it is loaded already.</summary>
    /// <param name="folder">The seed folder, read before by <see cref="SeedAsync"/>.</param>
    /// <param name="settings">Password, place names, day.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="StartProblem">The database holds filings that are not the demo's.</exception>
    public async Task<bool> DemoAsync(string folder, DemoSettings settings, CancellationToken ct)
    {
        await using var db = await OpenAsync(ct);
        return await DatabaseStart.AloneAsync(db, async () =>
        {
            var loaded = await SeedDemo.RunAsync(db, folder, settings, hasher, intake, db.Acting!.Now, ct);
            await LedgerBooking.BeginAsync(db, ct);
            return loaded;
        }, ct);
    }

    /// <summary>Loads the demo at the size of a province: 5,000 cells, 160,000 people, two years.</summary>
    /// <param name="folder">The seed folder, read before by <see cref="SeedAsync"/>.</param>
    /// <param name="settings">Password, place names, day.</param>
    /// <param name="tell">Told how far it is.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="StartProblem">The database holds filings or the demo already.</exception>
    public Task ProvinceAsync(string folder, DemoSettings settings, Action<string> tell, CancellationToken ct) => ProvinceAsync(folder, settings, ProvinceSize.Full, tell, ct);

    internal async Task ProvinceAsync(string folder, DemoSettings settings, ProvinceSize size, Action<string> tell, CancellationToken ct)
    {
        await using var db = await OpenAsync(ct);
        await DatabaseStart.AloneAsync(db, async () =>
        {
            await BulkInsert.RoomyAsync(db, async () =>
            {
                await SeedDemo.ProvinceAsync(db, folder, settings, hasher, intake, db.Acting!.Now, size, tell, ct);
                await LedgerBooking.BeginAsync(db, ct);
            }, ct);
            return true;
        }, ct);
    }

    /// <summary>True once the demo is loaded: every page then says so.</summary>
    public async Task<bool> IsDemoAsync(CancellationToken ct)
    {
        await using var db = await OpenAsync(ct);
        return await db.SeedMarks.AnyAsync(m => m.Name == SeedDemo.Mark, ct);
    }

    /// <summary>True while an open demo account exists, whose password is public.</summary>
    public async Task<bool> HasDemoAccountsAsync(CancellationToken ct)
    {
        await using var db = await OpenAsync(ct);
        return await db.Users.AnyAsync(a => a.Demo && !a.Closed, ct);
    }

    /// <summary>One line of the check.</summary>
    /// <param name="Good">False: somebody should act.</param>
    /// <param name="Text">What was looked at and what was found.</param>
    public sealed record CheckLine(bool Good, string Text);

    /// <summary>Looks whether the database and the files are whole: for the verb "check".</summary>
    public async Task<IReadOnlyList<CheckLine>> CheckAsync(CancellationToken ct)
    {
        await using var db = await OpenAsync(ct);
        var complaints = await DatabaseStart.ComplaintsAsync(db, ct);
        var lines = new List<CheckLine> { complaints.Count == 0 ? new(true, "database: sound") : new(false, "database: " + string.Join("; ", complaints.Take(3))) };
        var pending = await DatabaseStart.PendingAsync(db, ct);
        lines.Add(pending.Count == 0 ? new(true, "migrations: all applied") : new(false, "migrations missing: " + string.Join(", ", pending)));
        if (pending.Count > 0) return lines;

        var marks = await db.SeedMarks.CountAsync(m => m.Name.StartsWith("file:"), ct);
        lines.Add(new(marks > 0, marks > 0 ? $"seed: {marks} files loaded" : "seed: nothing loaded yet"));
        lines.Add(await LedgerAsync(db, ct));
        lines.AddRange(await SealsAsync(db, ct));
        lines.AddRange(await FilesAsync(db, ct));
        return lines;
    }

    /// <summary>Books what the boards' ledger lacks against the filings themselves; how many sums were mended.</summary>
    public async Task<int> CorrectLedgerAsync(CancellationToken ct)
    {
        await using var db = await OpenAsync(ct);
        return await DatabaseStart.AloneAsync(db, () => LedgerBooking.CorrectAsync(db, ct), ct);
    }

    private static async Task<CheckLine> LedgerAsync(CampaignDb db, CancellationToken ct)
    {
        var (compared, different) = await CompareLedger.DifferencesAsync(db, ct);
        return different.Count == 0 ? new(true, $"ledger: {compared} sums match the filings") : new(false, $"ledger: {different.Count} of {compared} sums differ from the filings; \"check --correct\" books the difference");
    }

    private static async Task<IReadOnlyList<CheckLine>> SealsAsync(CampaignDb db, CancellationToken ct)
    {
        var (count, broken) = (0, new List<CheckLine>());
        await foreach (var sending in db.Set<Sending>().AsNoTracking().AsAsyncEnumerable().WithCancellation(ct))
        {
            count++;
            if (PlanSeal.Hash(sending.Frozen) != sending.Seal) broken.Add(new(false, $"seal: sending {sending.Round} of plan {sending.PlanId} does not match what was sent"));
        }
        return broken.Count > 0 ? broken : [new(true, $"seals: {count} sendings match")];
    }

    private async Task<IReadOnlyList<CheckLine>> FilesAsync(CampaignDb db, CancellationToken ct)
    {
        var evidence = db.ItemEvidence.Select(f => new { f.Sha256, f.ThumbnailSha256 }).Concat(db.LineEvidence.Select(f => new { f.Sha256, f.ThumbnailSha256 }));
        var known = (await db.Files.Select(f => f.Sha256).Distinct().ToListAsync(ct)).ToHashSet();
        foreach (var file in await evidence.Distinct().ToListAsync(ct))
        {
            known.Add(file.Sha256);
            if (file.ThumbnailSha256 is { } small) known.Add(small);
        }
        foreach (var task in await db.LongTasks.Where(t => t.ResultKey != null || t.InputKey != null).Select(t => new { t.ResultKey, t.InputKey }).ToListAsync(ct))
        {
            if (task.ResultKey is { } result) known.Add(result);
            if (task.InputKey is { } input) known.Add(input);
        }
        var kept = new HashSet<string>();
        await foreach (var key in files.ListAsync(ct)) kept.Add(key);
        var missing = known.Where(hash => !kept.Contains(hash)).ToList();
        var orphans = kept.Count(hash => !known.Contains(hash));
        var lines = missing.Take(20).Select(hash => new CheckLine(false, $"file: the content {hash} is missing; restore the data folder from a backup")).ToList();
        if (lines.Count == 0) lines.Add(new(true, $"files: {known.Count} contents present"));
        if (orphans > 0) lines.Add(new(true, $"files: {orphans} contents belong to no record (uploads cut short); harmless"));
        return lines;
    }

    private async Task<CampaignDb> OpenAsync(CancellationToken ct)
    {
        try
        {
            var db = await contexts.CreateDbContextAsync(ct);
            db.ShowOnly(Scope.Everything());
            db.Acting = new Acting(Actor.System, nameof(PrepareDatabase), clock.GetUtcNow().UtcDateTime, Trail: false);
            return db;
        }
        catch (ArgumentException wrong)
        {
            throw new StartProblem($"Database:ConnectionString cannot be read ({wrong.Message}).", wrong);
        }
    }
}
