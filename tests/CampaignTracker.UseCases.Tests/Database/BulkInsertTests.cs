using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Plans;
using CampaignTracker.UseCases.Database;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Tests.Database;

public class BulkInsertTests
{
    [Fact]
    public async Task A_row_stored_in_bulk_is_the_row_that_EF_would_have_stored()
    {
        await using var demo = await TestCampaign.DemoAsync(DatabaseProvider.Sqlite, new DateOnly(2026, 11, 22));
        await using var source = demo.Database();
        var plans = await source.Plans.Include(p => p.Texts).Include(p => p.Items).Include(p => p.Sendings).Include(p => p.RequirementAnswers).AsSplitQuery().OrderBy(p => p.Id).Take(120).ToListAsync();
        var commitments = await source.Commitments.Include(c => c.Lines).ThenInclude(l => l.Progress).Include(c => c.Shortcoming).AsSplitQuery().Where(c => c.Typed != null || c.Shortcoming != null).OrderBy(c => c.Shortcoming == null).ThenBy(c => c.Id).Take(120).ToListAsync();
        var people = await source.Participants.Include(p => p.Memberships).Where(p => p.Memberships.Any() || p.ExemptSince != null).ToListAsync();

        await using var one = await TestCampaign.MigratedAsync(DatabaseProvider.Sqlite);
        await using (var db = one.Database())
        {
            db.Acting = new Acting(Actor.System, "Test", one.Clock.Now, Trail: false);
            db.AddRange(plans);
            db.AddRange(commitments);
            db.AddRange(people);
            await db.SaveChangesAsync();
        }
        await using var two = await TestCampaign.MigratedAsync(DatabaseProvider.Sqlite);
        await using (var db = two.Database())
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await BulkInsert.AddAsync(db, plans, default);
            await BulkInsert.AddAsync(db, commitments, default);
            await BulkInsert.AddAsync(db, people, default);
            await transaction.CommitAsync();
        }

        foreach (var table in new[] { "Plans", "PlanTexts", "PlanItems", "Sendings", "RequirementAnswers", "Commitments", "CommitmentLines", "LineProgress", "Shortcomings", "Participants", "Memberships" })
        {
            var stored = Raw(one, table);
            Assert.True(table == "RequirementAnswers" || stored.Count > 0, table);
            Assert.Equal(stored, Raw(two, table));
        }
    }

    [SkippableTheory, OnBoth]
    public async Task Nothing_is_stored_outside_a_transaction(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.StartAsync(on);
        await using var db = campaign.Database();
        var unit = await db.Units.FirstAsync();
        var person = Participant.Enter(Actor.System, null, "A B", ParticipantKind.Member, null, false, unit, new DateOnly(2026, 1, 1), null, null);
        await Assert.ThrowsAsync<InvalidOperationException>(() => BulkInsert.AddAsync(db, [person], default));
    }

    // Every value with its storage class, as the file holds it.
    private static List<string> Raw(TestCampaign campaign, string table)
    {
        using var connection = new SqliteConnection(campaign.ConnectionString);
        connection.Open();
        using var columns = connection.CreateCommand();
        columns.CommandText = $"SELECT group_concat('typeof(\"' || name || '\") || quote(\"' || name || '\")', ' || ''|'' || ') FROM pragma_table_info('{table}')";
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {columns.ExecuteScalar()} FROM \"{table}\"";
        var rows = new List<string>();
        using var reader = command.ExecuteReader();
        while (reader.Read()) rows.Add(reader.GetString(0));
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }
}
