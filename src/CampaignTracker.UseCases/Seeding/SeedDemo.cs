using CampaignTracker.Domain;
using CampaignTracker.Domain.Audit;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.GoverningDocuments;
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

    public static async Task<bool> RunAsync(CampaignDb db, string folder, DemoSettings settings, IPasswordHasher<Account> hasher, DateTime now, CancellationToken ct)
    {
        if (await db.SeedMarks.AnyAsync(m => m.Name == Mark, ct)) return false;
        if (await db.Plans.AnyAsync(ct) || await db.Obligations.AnyAsync(ct))
            throw new StartProblem("The demo is not loaded: this database holds filings of its own. Give the demo a database of its own (Database:ConnectionString), or switch it off.");
        if (!await db.Units.AnyAsync(ct)) throw new StartProblem("The demo is not loaded: the seed folder has not been read yet. Read it first.");

        var files = SeedFiles.Open(folder);
        var (texts, content) = (DemoTexts.Read(files), SeedContent.Read(files));
        var today = settings.Today ?? LocalTime.Today(now);
        db.ChangeTracker.AutoDetectChangesEnabled = false;

        var tree = await DemoTree.BuildAsync(db, texts, content, settings.PlaceNames == DemoSettings.RealPlaceNames, ct);
        var people = new DemoPeople(texts, tree);
        var commune = tree.Commune(SampleCommune);
        var cell = tree.Units.Where(u => u.ParentId == commune.Id && u.KindCode == "cell").OrderBy(u => u.OfficialOrder).Skip(SampleCell - 1).First();
        people.Enter(db, hasher.HashPassword(new Account(), settings.Password), commune, cell, today);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();

        await TellAsync(db, texts, tree, people, commune, cell, today, ct);

        db.SeedMarks.Add(new SeedMark { Name = Mark, Hash = PlanSeal.Hash($"{today:O}"), At = now });
        db.Audit.Add(new AuditEntry(now, null, Actor.System.Name, nameof(SeedDemo), nameof(SeedDemo), Guid.Empty, Guid.Empty, tree.Root.Path, $$"""{"Today":[null,"{{today:O}}"]}""", DerivedId.Of("audit", "demo")));
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return true;
    }

    private static async Task TellAsync(CampaignDb db, DemoTexts texts, DemoTree tree, DemoPeople people, Unit commune, Unit cell, DateOnly today, CancellationToken ct)
    {
        var days = new DemoDays(await db.CalendarAsync(ct), today);
        var requirements = await db.Requirements.AsNoTracking().Include(r => r.Deadlines).ToListAsync(ct);
        var unitsSince = tree.Units.Max(u => u.OpenedOn) ?? DateOnly.MinValue;
        DateOnly OpeningOf(int year) => days.OpeningOf(year, unitsSince);
        var rule = requirements.Where(r => r is { MakesObligations: true, Kind: RequirementKind.AnnualPlan }).Select(r => r.DeadlineFor(cell.KindCode)).OfType<DeadlineRule>().FirstOrDefault()
            ?? throw new SeedProblem("documents", null, $"no annual plan is asked of the kind \"{cell.KindCode}\".", "The demo needs one: restore ke-hoach-tinh.json.");

        var writing = new DemoWriting(texts, await db.UnitKinds.AsNoTracking().ToDictionaryAsync(k => k.Code, ct), [.. requirements.Where(r => r.Deadlines.Count > 0 || r.Kind == RequirementKind.Standing)]);
        var sample = new DemoSample(tree, commune, cell, days, rule, OpeningOf);
        var plans = new DemoPlans(new DemoWorld(db, tree, people, writing, days, commune), sample, requirements.ToDictionary(r => r.Id));
        for (var year = today.Year - 1; year <= today.Year + 1 && OpeningOf(year) < today; year++)
        {
            var at = new DemoHours(DemoChance.For("year", $"{year}")).On(OpeningOf(year));
            var obligations = await YearOpening.OpenAsync(db, Actor.System, tree.Root.Path, year, at, code => DerivedId.Of("obligation", code), ct);
            plans.Tell(year, OpeningOf(year), [.. obligations.Where(o => o.Kind.IsPlan())]);
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }
}
