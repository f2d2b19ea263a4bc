using System.Data.Common;
using System.Diagnostics;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Compliance;
using CampaignTracker.UseCases.Obligations;
using CampaignTracker.UseCases.Units;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.Benchmarks;

/// <summary>The same answers by hand-written SQL, without scope, names or anything around them: what the program costs above its database.</summary>
internal static class PlainSql
{
    private const int Rounds = 40;

    private const string Board = """
        SELECT substr("UnitPath", 1, @length), "RequirementId", sum(CASE WHEN "ExcusedOn" IS NULL THEN 1 ELSE 0 END), sum(CASE WHEN "ExcusedOn" IS NULL AND "FirstSentOn" IS NOT NULL THEN 1 ELSE 0 END),
          sum(CASE WHEN "ExcusedOn" IS NULL AND "FirstSentOn" <= "DueOn" THEN 1 ELSE 0 END), sum(CASE WHEN "ExcusedOn" IS NULL AND "CompletedOn" IS NOT NULL THEN 1 ELSE 0 END),
          sum(CASE WHEN "ExcusedOn" IS NULL AND "CompletedOn" IS NULL AND "SupplementDueOn" IS NOT NULL THEN 1 ELSE 0 END),
          sum(CASE WHEN "ExcusedOn" IS NULL AND "CompletedOn" IS NULL AND "SupplementDueOn" IS NULL AND "FirstSentOn" IS NOT NULL THEN 1 ELSE 0 END),
          sum(CASE WHEN "ExcusedOn" IS NULL AND "FirstSentOn" IS NULL AND "DueOn" < @today THEN 1 ELSE 0 END),
          sum(CASE WHEN "ExcusedOn" IS NULL AND "FirstSentOn" IS NULL AND "DueOn" >= @today AND "DueOn" <= @soon THEN 1 ELSE 0 END), sum(CASE WHEN "ExcusedOn" IS NOT NULL THEN 1 ELSE 0 END)
        FROM "Obligations" WHERE "Year" = @year AND "UnitPath" >= @from AND "UnitPath" < @to GROUP BY 1, 2
        """;

    private const string OverdueRows = """
        FROM "Obligations" o JOIN "Units" u ON u."Id" = o."UnitId" JOIN "Requirements" r ON r."Id" = o."RequirementId"
        WHERE o."Year" = @year AND o."UnitPath" >= @from AND o."UnitPath" < @to AND o."ExcusedOn" IS NULL AND o."FirstSentOn" IS NULL AND o."DueOn" < @today
        """;

    private static readonly string FirstRows = $"""SELECT o.*, u."Code", u."Name", r."Number" {OverdueRows} ORDER BY o."UnitPath", o."Year" DESC, r."Order", o."Id" LIMIT 50""";

    private static readonly string HowMany = "SELECT count(*) " + OverdueRows;

    private const string Hits = """SELECT u."Code", u."Name", k."Name" FROM "Units" u JOIN "UnitKinds" k ON k."Code" = u."KindCode" WHERE u."SearchKey" LIKE @key ORDER BY length(u."Path"), u."Name", u."Path" LIMIT 50""";

    private const string HowManyHits = """SELECT count(*) FROM "Units" WHERE "SearchKey" LIKE @key""";

    public static async Task PrintAsync(Province province)
    {
        Console.WriteLine($"\n{"against plain SQL, p50",-34}{"program",9}{"SQL ms",9}{"ratio",8}");
        var paths = await province.AskAsync(db => db.Units.Where(u => u.ParentId == null || u.Code == province.CommuneCode).OrderBy(u => u.Path).Select(u => u.Path).ToListAsync());
        var today = LocalTime.Today(province.Clock.GetUtcNow().UtcDateTime);
        (string, object)[] Of(string path) => [("@length", path.Length + UnitPath.Segment), ("@year", Province.Year), ("@from", path), ("@to", UnitPath.End(path)), ("@today", today), ("@soon", today.AddDays(Domain.Obligations.ObligationStatus.DueSoonDays))];
        await RatioAsync(province, "board of the province", () => province.AsAsync<ViewCompliance, object>(Province.ProvincialOfficer, async u => await u.RunAsync(new(Province.Year), default)), Of(paths[0]), Board);
        await RatioAsync(province, "board of a commune", () => province.AsAsync<ViewCompliance, object>(Province.CommuneSecretary, async u => await u.RunAsync(new(Province.Year), default)), Of(paths[1]), Board);
        await RatioAsync(province, "rows behind a number", () => province.AsAsync<ViewObligations, object>(Province.ProvincialOfficer, async u => await u.RunAsync(new("19", Province.Year, Slice: ObligationSlice.Overdue), default)), Of(paths[0]), FirstRows, HowMany);
        await RatioAsync(province, "search units without marks", () => province.AsAsync<ViewUnits, object>(Province.ProvincialOfficer, async u => await u.SearchAsync(new("dan pho so 12"), default)), [("@key", "%dan pho so 12%")], Hits, HowManyHits);
    }

    // In turns, so that a busy moment of the machine meets both.
    private static Task<bool> RatioAsync(Province province, string task, Func<Task> program, (string Name, object Value)[] values, params string[] statements) => province.AskAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
#pragma warning disable RS0030 // measured against: nothing of it is shown to anybody
        var connection = db.Database.GetDbConnection();
#pragma warning restore RS0030
        var (ours, plain) = (new Times(), new Times());
        for (var n = -5; n < Rounds; n++)
        {
            var watch = Stopwatch.StartNew();
            await program();
            var took = watch.Elapsed;
            watch.Restart();
            foreach (var sql in statements) await ReadAsync(connection, sql, values);
            if (n < 0) continue;
            ours.Add(took);
            plain.Add(watch.Elapsed);
        }
        Console.WriteLine($"{task,-34}{ours.P50,9:F1}{plain.P50,9:F1}{ours.P50 / plain.P50,8:F1}");
        return true;
    });

    private static async Task ReadAsync(DbConnection connection, string sql, (string Name, object Value)[] values)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values.Where(value => sql.Contains(value.Name, StringComparison.Ordinal)))
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
        await using var reader = await command.ExecuteReaderAsync();
        var row = new object[reader.FieldCount];
        while (await reader.ReadAsync()) reader.GetValues(row);
    }
}
