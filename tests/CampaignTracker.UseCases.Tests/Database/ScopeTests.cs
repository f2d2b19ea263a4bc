using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Plans;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using static CampaignTracker.UseCases.Tests.Scene;

namespace CampaignTracker.UseCases.Tests.Database;

public sealed class ScopeTests
{
    [SkippableTheory, OnBoth]
    public async Task A_query_without_a_scope_throws(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await using var db = new CampaignDb((DbContextOptions<CampaignDb>)new DbContextOptionsBuilder<CampaignDb>().Use(campaign.Provider, campaign.ConnectionString).Options);
        async Task ThrowsAsync<T>() where T : class => await Assert.ThrowsAnyAsync<InvalidOperationException>(() => db.Set<T>().ToListAsync());
        await ThrowsAsync<Unit>();
        await ThrowsAsync<Post>();
        await ThrowsAsync<Participant>();
        await ThrowsAsync<Domain.Obligations.Obligation>();
        await ThrowsAsync<Domain.Plans.UnitPlan>();
        await ThrowsAsync<DraftConflict>();
        await ThrowsAsync<Domain.Reviews.Review>();
        await ThrowsAsync<Domain.Papers.StoredFile>();
        await ThrowsAsync<Domain.Audit.AuditEntry>();
        Assert.NotEmpty(await db.Set<GoverningDocument>().ToListAsync());
    }

    [SkippableTheory, OnBoth]
    public async Task Participants_are_named_to_their_own_units_secretary_deputy_and_officer_and_to_themselves(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        foreach (var (userName, role, unit, name, _) in Town.People)
        {
            await using var db = campaign.Database();
            
            db.ShowOnly(Scope.Of(Actor.Person(Town.Account(userName), name, [new HeldPost(role, Town.Unit(unit), Town.PathOf(unit), unit, role.ToString())])));
            var named = (await db.Participants.Select(p => p.Name).ToListAsync()).Order(StringComparer.Ordinal).ToList();
            IEnumerable<string> expected = role is Role.Secretary or Role.DeputySecretary or Role.Officer
                ? [.. Town.MembersOf(unit), .. Town.People.Where(p => p.Role == Role.Participant && p.Unit == unit).Select(p => p.Name)]
                : role == Role.Participant ? [name] : [];
            Assert.Equal(expected.Order(StringComparer.Ordinal), named);
        }
    }

    [SkippableTheory, OnBoth]
    public async Task The_names_on_a_plans_page_are_for_its_writers(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var draft = await campaign.DraftAsync("a1.bt", Town.Owed(Town.CellA1, Town.Term));
        Assert.Equal(4, (await campaign.As("a1.vp").Use<ViewPlan>().RunAsync(draft, default)).Responsible.Count);
        var plan = await campaign.SentAsync("a1.bt", Town.Owed(Town.CellA1));
        foreach (var who in new[] { "a1.vp", "a1.tv", "a.bt", "tinh.cv", "tinh.kt" })
            Assert.Empty((await campaign.As(who).Use<ViewPlan>().RunAsync(plan, default)).Responsible);
        Assert.Equal(4, (await campaign.As("a1.bt").Use<UseCases.Units.ViewUnit>().RunAsync(Town.CellA1, default)).Members);
        foreach (var who in new[] { "a.bt", "tinh.cv", "quantri", "a.qt" })
            Assert.Null((await campaign.As(who).Use<UseCases.Units.ViewUnit>().RunAsync(Town.CellA1, default)).Members);
    }

    [SkippableTheory, OnBoth]
    public async Task A_participant_reads_what_was_issued_and_no_draft(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var plan = await campaign.DraftAsync("a1.bt", Town.Owed(Town.CellA1));
        await RefusedAsync(Because.NotFound, () => campaign.As("a1.tv").Use<ViewPlan>().RunAsync(plan, default));
        await campaign.MeetAsync("a1.bt", plan);
        await campaign.IssueAsync("a1.bt", plan, on: campaign.Clock.Today);
        Assert.Equal("Trồng 50 cây", (await campaign.As("a1.tv").Use<ViewPlan>().RunAsync(plan, default)).Items[0].Content);
    }

    [SkippableTheory, OnBoth]
    public async Task The_index_on_the_path_answers_the_scoped_lists_of_units_and_obligations(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        // Enough of a tree that a whole reading does not look cheaper.
        await campaign.SetAsync(async db =>
        {
            var rule = await db.Requirements.AsNoTracking().SingleAsync(r => r.Code == Town.Annual);
            var above = await db.Units.SingleAsync(u => u.Code == Town.Province);
            for (var n = 10; n < 60; n++)
            {
                var commune = Unit.Open(Actor.System, null, $"P-{n}", $"Đảng ủy {n}", "commune", above, n, n, null);
                db.Units.Add(commune);
                for (var m = 1; m <= 20; m++)
                {
                    var cell = Unit.Open(Actor.System, null, $"P-{n}-{m}", $"Chi bộ {n}.{m}", "cell", commune, m, m, null);
                    db.Units.Add(cell);
                    db.Participants.Add(Participant.Enter(Actor.System, null, $"Đảng viên {n}.{m}", ParticipantKind.Member, null, true, cell, new DateOnly(2024, 1, 1), null, null));
                    db.Obligations.Add(Domain.Obligations.Obligation.Make(Actor.System, null, cell, rule, Town.Year, Town.Year, Town.CellDue));
                }
            }
        });
        await using var db = campaign.Database();
        db.ShowOnly(Scope.Of(Actor.Person(Town.Account("a.bt"), "An", [new HeldPost(Role.Secretary, Town.Unit(Town.CommuneA), Town.PathOf(Town.CommuneA), "", "")])));
        await IndexedAsync(campaign, db.Units, "IX_Units_Path");
        await IndexedAsync(campaign, db.Obligations, "IX_Obligations_UnitPath");
        await IndexedAsync(campaign, db.Obligations.Where(o => o.Year == Town.Year), "IX_Obligations_");
        await IndexedAsync(campaign, db.Reviews, "IX_Reviews_UnitPath");
        await IndexedAsync(campaign, db.Posts, "IX_Posts_UnitPath");
        await IndexedAsync(campaign, db.Files, "IX_Files_UnitPath");
        await IndexedAsync(campaign, db.Audit, "IX_Audit_UnitPath");
        await IndexedAsync(campaign, db.Participants, "IX_Participants_UnitPath");
    }

    private static async Task IndexedAsync(TestCampaign campaign, IQueryable query, string index)
    {
        var plan = string.Join("\n", campaign.Provider == DatabaseProvider.Sqlite ? await SqlitePlanAsync(campaign, query) : await PostgresPlanAsync(campaign, query));
        Assert.True(plan.Contains(index, StringComparison.Ordinal) && !plan.Contains("Seq Scan", StringComparison.Ordinal) && !plan.Contains("SCAN ", StringComparison.Ordinal), $"{index} is not used:\n{plan}");
    }

    private static async Task<List<string>> SqlitePlanAsync(TestCampaign campaign, IQueryable query)
    {
        await using var connection = new SqliteConnection(campaign.ConnectionString);
        await connection.OpenAsync();
        connection.CreateCollation(Conventions.VietnameseOrder, string.CompareOrdinal);
        await using var analyze = connection.CreateCommand();
        analyze.CommandText = "ANALYZE";
        await analyze.ExecuteNonQueryAsync();
        await using var command = query.CreateDbCommand();
        var explain = connection.CreateCommand();
        explain.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        foreach (System.Data.Common.DbParameter p in command.Parameters) explain.Parameters.Add(new SqliteParameter(p.ParameterName, p.Value));
        var lines = new List<string>();
        await using var reader = await explain.ExecuteReaderAsync();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(3));
        return lines;
    }

    private static async Task<List<string>> PostgresPlanAsync(TestCampaign campaign, IQueryable query)
    {
        await using var connection = new NpgsqlConnection(campaign.ConnectionString);
        await connection.OpenAsync();
        await using var set = new NpgsqlCommand("ANALYZE; SET enable_seqscan = off", connection);
        await set.ExecuteNonQueryAsync();
        await using var command = query.CreateDbCommand();
        await using var explain = new NpgsqlCommand("EXPLAIN " + command.CommandText, connection);
        foreach (NpgsqlParameter p in command.Parameters) explain.Parameters.Add(p.Clone());
        var lines = new List<string>();
        await using var reader = await explain.ExecuteReaderAsync();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        return lines;
    }
}
