using CampaignTracker.Domain;
using CampaignTracker.Domain.Audit;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.GoverningDocuments;
using CampaignTracker.UseCases.Papers;
using CampaignTracker.UseCases.People;
using CampaignTracker.UseCases.Plans;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Seeding;

/// <summary>
/// The demo: invented cells, people, accounts and plans in every state, told for one day. The same day gives the same rows in every database.
/// The caller holds the transaction and the lock.
/// </summary>
internal static class SeedDemo
{
    /// <summary>The mark that the demo is loaded; its hash is the day it is told for.</summary>
    public const string Mark = "demo";

    /// <summary>The sample cell, of which the account "chibo" is secretary: the fifth of its commune's first group.</summary>
    private const int SampleCommune = 1, SampleCell = 5;

    /// <summary>Loads the demo; false when it is loaded already.</summary>
    public static Task<bool> RunAsync(CampaignDb db, string folder, DemoSettings settings, IPasswordHasher<Account> hasher, FileIntake intake, DateTime now, CancellationToken ct) =>
        RunAsync(db, folder, settings, hasher, intake, now, (texts, _) => DemoShape.Usual(texts), ct);

    /// <summary>Loads the demo at the size of a province.</summary>
    public static async Task ProvinceAsync(CampaignDb db, string folder, DemoSettings settings, IPasswordHasher<Account> hasher, FileIntake intake, DateTime now, ProvinceSize size, Action<string> tell, CancellationToken ct)
    {
        if (!await RunAsync(db, folder, settings, hasher, intake, now, (texts, units) => DemoShape.Province(texts, units, size, tell), ct))
            throw new StartProblem("The province is not loaded: this database holds the demo already. Give the province a database of its own (Database:ConnectionString, Data:Folder).");
    }

    private static async Task<bool> RunAsync(CampaignDb db, string folder, DemoSettings settings, IPasswordHasher<Account> hasher, FileIntake intake, DateTime now, Func<DemoTexts, IReadOnlyList<Unit>, DemoShape> shapeOf, CancellationToken ct)
    {
        if (await db.SeedMarks.AnyAsync(m => m.Name == Mark, ct)) return false;
        if (await db.Plans.AnyAsync(ct) || await db.Obligations.AnyAsync(ct) || await db.Commitments.AnyAsync(ct) || await db.Participants.AnyAsync(ct))
            throw new StartProblem("The demo is not loaded: this database holds filings of its own. Give the demo a database of its own (Database:ConnectionString), or switch it off.");
        if (!await db.Units.AnyAsync(ct)) throw new StartProblem("The demo is not loaded: the seed folder has not been read yet. Read it first.");

        var files = SeedFiles.Open(folder);
        var (texts, content) = (DemoTexts.Read(files), SeedContent.Read(files));
        var today = settings.Today ?? LocalTime.Today(now);
        db.ChangeTracker.AutoDetectChangesEnabled = false;

        var (tree, shape) = await DemoTree.BuildAsync(db, texts, content, settings.PlaceNames == DemoSettings.RealPlaceNames, units => shapeOf(texts, units), ct);
        var rows = new DemoRows();
        var people = new DemoPeople(texts, tree, shape, rows);
        var commune = tree.Commune(SampleCommune);
        var cell = tree.Units.Where(u => u.ParentId == commune.Id && u.KindCode == "cell").OrderBy(u => u.OfficialOrder).Skip(SampleCell - 1).First();
        people.Enter(db, hasher.HashPassword(new Account(), settings.Password), commune, cell, today);
        shape.Tell($"{tree.Units.Count:N0} units, {rows.Participants.Count:N0} people");
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();

        var days = new DemoDays(await db.CalendarAsync(ct), today);
        var kinds = await db.UnitKinds.AsNoTracking().ToDictionaryAsync(k => k.Code, ct);
        var requirements = await db.Requirements.AsNoTracking().Include(r => r.Deadlines).ToListAsync(ct);
        var writing = new DemoWriting(texts, kinds, [.. requirements.Where(r => r.Deadlines.Count > 0 || r.Kind == RequirementKind.Standing)]);
        await TellAsync(new DemoWorld(db, shape, tree, people, writing, days, commune, cell, rows), texts, kinds, requirements, intake, ct);

        db.SeedMarks.Add(new SeedMark { Name = Mark, Hash = PlanSeal.Hash($"{today:O}"), At = now });
        db.Audit.Add(new AuditEntry(now, null, Actor.System.Name, nameof(SeedDemo), nameof(SeedDemo), Guid.Empty, Guid.Empty, tree.Root.Path, $$"""{"Today":[null,"{{today:O}}"]}""", DerivedId.Of("audit", "demo")));
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return true;
    }

    private static async Task TellAsync(DemoWorld world, DemoTexts texts, Dictionary<string, UnitKind> kinds, List<Requirement> requirements, FileIntake intake, CancellationToken ct)
    {
        var (db, days, rows, today) = (world.Db, world.Days, world.Rows, world.Days.Today);
        var unitsSince = world.Tree.Units.Max(u => u.OpenedOn) ?? DateOnly.MinValue;
        DateOnly OpeningOf(int year) => days.OpeningOf(year, unitsSince);
        var rule = requirements.Where(r => r is { MakesObligations: true, Kind: RequirementKind.AnnualPlan }).Select(r => r.DeadlineFor(world.SampleCell.KindCode)).OfType<DeadlineRule>().FirstOrDefault()
            ?? throw new SeedProblem("documents", null, $"no annual plan is asked of the kind \"{world.SampleCell.KindCode}\".", "The demo needs one: restore ke-hoach-tinh.json.");

        var sample = new DemoSample(world.Tree, world.SampleCommune, world.SampleCell, days, rule, OpeningOf);
        var plans = new DemoPlans(world, sample, requirements.ToDictionary(r => r.Id));
        var registers = new DemoRegisters(world, new DemoPromises(texts.Promises), kinds);
        var items = new DemoItems(world, texts.Promises);
        var stored = 0;
        async Task StoreAsync()
        {
            world.Shape.Tell($"{stored += rows.Commitments.Count:N0} commitments");
            await rows.StoreAsync(db, ct);
        }

        for (var year = today.Year - 1; year <= today.Year + 1 && OpeningOf(year) < today; year++)
        {
            var at = new DemoHours(DemoChance.For("year", $"{year}")).On(OpeningOf(year));
            var obligations = await YearOpening.OpenAsync(db, Actor.System, world.Tree.Root.Path, year, at, code => DerivedId.Of("obligation", code), ct);
            world.Shape.Tell($"{year}: {obligations.Count:N0} obligations");
            plans.Tell(year, OpeningOf(year), [.. obligations.Where(o => o.Kind.IsPlan())]);
            items.Tell([.. rows.Plans.Where(p => p.Year == year)]);
            world.Shape.Tell($"{year}: {rows.Plans.Count:N0} plans");
            await registers.TellAsync(year, OpeningOf(year), obligations, StoreAsync);
            foreach (var obligation in obligations) db.Entry(obligation).State = EntityState.Detached;
            await db.SaveChangesAsync(ct);
            await BulkInsert.AddAsync(db, obligations, ct);
            db.ChangeTracker.Clear();
        }
        if (!world.Shape.Large)
        {
            registers.Part(days.Ago(25), days.Ago(30));
            await new DemoEvidence(world, texts.Promises, intake).TellAsync(ct);
        }
        await StoreAsync();
    }
}
