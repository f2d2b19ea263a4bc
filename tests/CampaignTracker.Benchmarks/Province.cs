using System.Diagnostics;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Meetings;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Progress;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CampaignTracker.Benchmarks;

/// <summary>A generated province: 92 communes, cells below them, people, a year of obligations and plans in a fixed mix.</summary>
internal sealed class Province : IAsyncDisposable
{
    public const int Year = 2026, Communes = 92;

    private readonly ServiceProvider services;

    private Province(ServiceProvider services, Statements statements) => (this.services, Statements) = (services, statements);

    public Statements Statements { get; }
    public List<Unit> Cells { get; } = [];
    public List<Guid> Drafts { get; } = [];
    public Guid CellSecretary { get; private set; }
    public Guid CommuneSecretary { get; private set; }
    public Guid ProvincialOfficer { get; private set; }
    public string FirstCommune { get; private set; } = "";

    public static async Task<Province> MakeAsync(DatabaseProvider provider, string connectionString, string folder, int units, int people)
    {
        var collection = new ServiceCollection();
        collection.AddUseCases(_ => (provider, connectionString), _ => Path.Combine(folder, "files"));
        var counter = new Statements();
        collection.ConfigureDbContext<CampaignDb>(options => options.AddInterceptors(counter));
        var made = new Province(collection.BuildServiceProvider(), counter);
        var watch = Stopwatch.StartNew();
        await made.services.GetRequiredService<PrepareDatabase>().MigrateAsync(CancellationToken.None);
        await made.FillAsync(units, people);
        Console.WriteLine($"\n{provider}: made in {watch.Elapsed.TotalSeconds:F1} s");
        return made;
    }

    /// <summary>Runs a use case as an account, in a scope of its own.</summary>
    public async Task<TAnswer> AsAsync<TUseCase, TAnswer>(Guid account, Func<TUseCase, Task<TAnswer>> run) where TUseCase : notnull
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<WhoIsAsking>().Is(account, null);
        return await run(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    private async Task<CampaignDb> OpenAsync()
    {
        var db = await services.GetRequiredService<IDbContextFactory<CampaignDb>>().CreateDbContextAsync();
        db.ShowOnly(Scope.Everything());
        db.Acting = new Acting(Actor.System, "Benchmark", new DateTime(2026, 1, 5, 2, 0, 0, DateTimeKind.Utc), Trail: false);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        return db;
    }

    private async Task FillAsync(int units, int people)
    {
        var random = new Random(7);
        var opened = new DateOnly(2025, 7, 1);
        var requirement = new Requirement(DerivedId.Of("bench", "requirement"), DerivedId.Of("bench", "document"), "BENCH#1", "1", null, "Plan", RequirementKind.AnnualPlan, ["cell", "commune-committee"],
            Frequency.Yearly, ClosingMode.Opinion, Confidence.Inferred, null, null, 1, [new DeadlineRule(["cell"], 3, 15, null), new DeadlineRule(["commune-committee"], 2, 27, null)]);
        var year = new CampaignYear(Year, "XIV", null);
        year.Open(Actor.System, "", new DateTime(2026, 1, 2, 2, 0, 0, DateTimeKind.Utc));
        var province = Unit.Open(Actor.System, null, "19", "Tinh A", "province-committee", null, 1, 1, opened);
        var communes = Enumerable.Range(1, Communes).Select(n => Unit.Open(Actor.System, null, $"19-{n:00000}", $"Dang uy xa so {n:00}", "commune-committee", province, n, n, opened)).ToList();
        var perCommune = Math.Max(1, units / Communes);
        foreach (var commune in communes)
            Cells.AddRange(Enumerable.Range(1, perCommune).Select(n => Unit.Open(Actor.System, null, $"{commune.Code}-{n:000}", $"Chi bo xom {n:00}", "cell", commune, n, n, opened)));
        FirstCommune = communes[0].Code;
        await using (var db = await OpenAsync())
        {
            db.AddRange(new UnitKind("province-committee", "Tinh uy", "Province", "Tinh uy", UnitLevel.Province, "TU", true, 1),
                new UnitKind("commune-committee", "Dang uy xa", "Commune", "Dang uy", UnitLevel.Commune, "DU", true, 2), new UnitKind("cell", "Chi bo", "Cell", "Chi bo", UnitLevel.Cell, "CB", true, 3),
                new GoverningDocument(DerivedId.Of("bench", "document"), "bench", null, "Bench", DocumentKind.Plan, null, null, null, null, null, true, 1, Confidence.Inferred, null, null), requirement, year,
                new CampaignTerm("XIV", "XIV", 2026, 2030, null, null), province);
            db.AddRange(communes);
            db.AddRange(Cells);
            CellSecretary = Give(db, "cell", Cells[0], Role.Secretary, opened);
            CommuneSecretary = Give(db, "commune", communes[0], Role.Secretary, opened);
            ProvincialOfficer = Give(db, "province", province, Role.ProvincialOfficer, opened);
            await db.SaveChangesAsync();
        }
        await FilingsAsync(random, requirement, communes);
        await PeopleAsync(people, opened);
        await PromisesAsync();
    }

    // Everybody in the first cell promises two things, adopted, and has reported on one.
    private async Task PromisesAsync()
    {
        await using var db = await OpenAsync();
        var (cell, at, on) = (Cells[0], new DateTime(2026, 2, 2, 2, 0, 0, DateTimeKind.Utc), new DateOnly(2026, 2, 2));
        var register = CommitmentRegister.Open(Actor.System, null, cell, RegisterKeeper.Cell, CommitmentScope.Year, Year, Year, null);
        var meeting = CellMeeting.Record(Actor.System, null, cell, on, 17, 19, 17, on, at);
        db.AddRange(register, meeting);
        foreach (var person in await db.Participants.Where(p => p.UnitId == cell.Id).ToListAsync())
        {
            var commitment = RoleModelCommitment.Begin(Actor.System, null, person, register, at);
            for (var n = 0; n < 2; n++)
            {
                var line = commitment.AddLine(Actor.System, at);
                foreach (var field in new[] { CommitmentField.Action, CommitmentField.Result, CommitmentField.Proof }) commitment.Write(Actor.System, line.Id, field, $"Help {n + 3} households with online procedures on Saturday mornings", at);
            }
            db.Commitments.Add(commitment);
            register.Adopt(Actor.System, meeting, [(commitment, person)], null, on);
            commitment.Report(Actor.System, commitment.Lines[0].Id, new ProgressFacts(Outcome.Done, false, 3, "Done at the house of culture", on, on), at);
        }
        await db.SaveChangesAsync();
    }

    private static Guid Give(CampaignDb db, string name, Unit unit, Role role, DateOnly from)
    {
        var account = new Account { Id = DerivedId.Of("account", name), UserName = name, NormalizedUserName = name.ToUpperInvariant(), FullName = name };
        db.Users.Add(account);
        db.Posts.Add(Post.Give(Actor.System, null, account.Id, unit, role, name, null, from));
        return account.Id;
    }

    private async Task FilingsAsync(Random random, Requirement requirement, List<Unit> communes)
    {
        foreach (var batch in Cells.Concat(communes).Chunk(1000))
        {
            await using var db = await OpenAsync();
            foreach (var unit in batch)
            {
                var obligation = Obligation.Make(Actor.System, null, unit, requirement, Year, Year, unit.KindCode == "cell" ? new DateOnly(2026, 3, 16) : new DateOnly(2026, 2, 27));
                db.Obligations.Add(obligation);
                var plan = UnitPlan.Begin(Actor.System, null, obligation, "Basis", "Recipients", new DateTime(2026, 1, 6, 2, 0, 0, DateTimeKind.Utc));
                for (var n = 0; n < 6; n++)
                {
                    var item = plan.AddItem(Actor.System, plan.EditedAt);
                    plan.Write(Actor.System, item.Id, PlanField.Content, $"Item {n}: help 36 households with online procedures on Saturday mornings", plan.EditedAt);
                    plan.Write(Actor.System, item.Id, PlanField.Method, "At the house of culture", plan.EditedAt);
                }
                db.Plans.Add(plan);
                if (unit == Cells[0] || random.Next(100) < 30) { if (unit.KindCode == "cell") Drafts.Add(plan.Id); continue; }
                plan.RecordMeeting(Actor.System, new PlanMeeting(new DateOnly(2026, 2, 1), 17, 19, 17, new DateOnly(2026, 2, 2)), plan.EditedAt);
                plan.Issue(Actor.System, new PlanPaper("03-KH/CB", new DateOnly(2026, 2, 1), "A", "B", new DateOnly(2026, 2, 1), new DateOnly(2026, 2, 2)), plan.EditedAt);
                plan.Send(Actor.System, obligation, new DateTime(2026, 2, 20, 2, 0, 0, DateTimeKind.Utc), random.Next(5) == 0 ? new DateOnly(2026, 3, 20) : new DateOnly(2026, 2, 20));
                var review = Domain.Reviews.Review.Receive(Actor.System, null, plan, new DateOnly(2026, 2, 20), new DateOnly(2027, 3, 6));
                db.Reviews.Add(review);
                if (random.Next(100) < 60)
                {
                    review.Open(Actor.System, plan, plan.EditedAt);
                    review.Agree(Actor.System, plan, obligation, CompletionMode.Agreed, plan.EditedAt, new DateOnly(2026, 3, 1));
                }
            }
            await db.SaveChangesAsync();
        }
    }

    private async Task PeopleAsync(int people, DateOnly from)
    {
        for (var done = 0; done < people; done += 10_000)
        {
            await using var db = await OpenAsync();
            for (var n = done; n < Math.Min(people, done + 10_000); n++)
                db.Participants.Add(Participant.Enter(Actor.System, null, $"Nguyen Van {n}", ParticipantKind.Member, null, false, Cells[n % Cells.Count], from, null, null));
            await db.SaveChangesAsync();
        }
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
