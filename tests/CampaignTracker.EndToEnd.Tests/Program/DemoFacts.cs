using Microsoft.Data.Sqlite;

namespace CampaignTracker.EndToEnd.Tests.Program;

/// <summary>What the tests must know beforehand, read from the demo's database: names, codes, keys, and what was really stored.</summary>
internal sealed class DemoFacts(string dataFolder)
{
    /// <summary>Of a server's own data.</summary>
    public DemoFacts(RunningServer server) : this(server.DataFolder)
    {
    }

    /// <summary>The sample cell, its commune and the province: code and name.</summary>
    public (string Code, string Name) Cell => UnitOf("chibo");

    /// <summary>The sample commune.</summary>
    public (string Code, string Name) Commune => UnitOf("xa");

    /// <summary>The cell's annual plan that is being written.</summary>
    public (string Id, int Year) Draft => One($"SELECT p.Id, p.Year FROM Plans p JOIN Obligations o ON o.Id = p.ObligationId JOIN Units u ON u.Id = p.UnitId WHERE u.Code = '{Cell.Code}' AND o.Kind = 'AnnualPlan' AND o.FirstSentOn IS NULL", row => (row.GetString(0).ToLowerInvariant(), row.GetInt32(1)));

    /// <summary>The cell's plan that the superior asked to supplement.</summary>
    public string Supplement => One($"SELECT p.Id FROM Plans p JOIN Obligations o ON o.Id = p.ObligationId JOIN Units u ON u.Id = p.UnitId WHERE u.Code = '{Cell.Code}' AND o.SupplementDueOn IS NOT NULL", row => row.GetString(0).ToLowerInvariant());

    /// <summary>A plan of another cell of the same commune that is not read downward.</summary>
    public string PlanOfAnotherCell => One($"SELECT p.Id FROM Plans p JOIN Units u ON u.Id = p.UnitId WHERE u.KindCode = 'cell' AND u.Code LIKE '{Commune.Code}%' AND u.Code <> '{Cell.Code}' LIMIT 1", row => row.GetString(0).ToLowerInvariant());

    /// <summary>A plan of a cell of another commune.</summary>
    public string PlanOfAnotherCommune => One($"SELECT p.Id FROM Plans p JOIN Units u ON u.Id = p.UnitId WHERE u.KindCode = 'cell' AND u.Code NOT LIKE '{Commune.Code}%' LIMIT 1", row => row.GetString(0).ToLowerInvariant());

    /// <summary>Another cell of the same commune.</summary>
    public (string Code, string Name, string Path) AnotherCell => One($"SELECT Code, Name, Path FROM Units WHERE KindCode = 'cell' AND Code LIKE '{Commune.Code}%' AND Code <> '{Cell.Code}' LIMIT 1", row => (row.GetString(0), row.GetString(1), row.GetString(2)));

    /// <summary>Another commune.</summary>
    public (string Code, string Name) AnotherCommune => One($"SELECT Code, Name FROM Units WHERE KindCode = 'commune-committee' AND Code <> '{Commune.Code}' LIMIT 1", row => (row.GetString(0), row.GetString(1)));

    /// <summary>A filing waiting at the sample commune (at another commune with <paramref name="elsewhere"/>).</summary>
    public string WaitingReview(bool elsewhere = false) => One($"SELECT r.Id FROM Reviews r JOIN Units u ON u.Id = r.UnitId WHERE u.KindCode = 'cell' AND r.Decision IS NULL AND r.Withdrawn = 0 AND u.Code {(elsewhere ? "NOT LIKE" : "LIKE")} '{Commune.Code}%' LIMIT 1", row => row.GetString(0).ToLowerInvariant());

    /// <summary>A filing waiting at the province.</summary>
    public string ReviewAtTheProvince => One("SELECT r.Id FROM Reviews r JOIN Units u ON u.Id = r.UnitId WHERE u.KindCode = 'commune-committee' AND r.Decision IS NULL AND r.Withdrawn = 0 LIMIT 1", row => row.GetString(0).ToLowerInvariant());

    /// <summary>A governing document.</summary>
    public string Document => One("SELECT Code FROM Documents ORDER BY Code LIMIT 1", row => row.GetString(0));

    /// <summary>What an item of a plan holds now.</summary>
    public string Method(string planId, int ordinal) => One($"SELECT Method FROM PlanItems WHERE PlanId = '{planId.ToUpperInvariant()}' AND Ordinal = {ordinal}", row => row.GetString(0));

    /// <summary>Losing texts that are kept for a plan.</summary>
    public IReadOnlyList<string> KeptBeside(string planId) => Read($"SELECT Text FROM DraftConflicts WHERE PlanId = '{planId.ToUpperInvariant()}'", row => row.GetString(0));

    /// <summary>The scan of a plan.</summary>
    public string? Scan(string planId) => Read($"SELECT f.Id FROM Files f JOIN Plans p ON p.ScanFileId = f.Id WHERE p.Id = '{planId.ToUpperInvariant()}'", row => row.GetString(0).ToLowerInvariant()).SingleOrDefault();

    /// <summary>Gives a file to another unit, behind everybody's back.</summary>
    public void GiveFileTo(string fileId, string unitPath)
    {
        using var connection = Open(SqliteOpenMode.ReadWrite);
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE Files SET UnitPath = $path WHERE Id = $id";
        command.Parameters.AddWithValue("$path", unitPath);
        command.Parameters.AddWithValue("$id", fileId.ToUpperInvariant());
        Assert.Equal(1, command.ExecuteNonQuery());
    }

    /// <summary>What was typed for a year in the sample cell: a row a line.</summary>
    public IReadOnlyList<TypedLine> TypedLines(int year) => Read($"SELECT p.Name, l.Ordinal, l.Action, l.Result, l.DueOn, l.Proof, l.Standard, c.Typed_ByName, c.Typed_Paper FROM CommitmentLines l JOIN Commitments c ON c.Id = l.CommitmentId JOIN Participants p ON p.Id = c.ParticipantId JOIN Units u ON u.Id = c.UnitId WHERE u.Code = '{Cell.Code}' AND c.Scope = 'Year' AND c.Year = {year} ORDER BY p.Name, l.Ordinal",
        row => new TypedLine(row.GetString(0), row.GetInt32(1), row.GetString(2), row.GetString(3), row.IsDBNull(4) ? null : row.GetString(4), row.GetString(5), row.IsDBNull(6) ? null : row.GetString(6), row.IsDBNull(7) ? null : row.GetString(7), row.IsDBNull(8) ? null : row.GetString(8)));

    /// <summary>One stored line.</summary>
    public sealed record TypedLine(string Name, int Ordinal, string Action, string Result, string? DueOn, string Proof, string? Standard, string? TypedBy, string? Paper);

    /// <summary>Enters people in the sample cell until it has so many who count, behind everybody's back; those exempt come on top.</summary>
    public void FillCellTo(int people)
    {
        using var connection = Open(SqliteOpenMode.ReadWrite);
        var there = Convert.ToInt32(Scalar(connection, $"SELECT COUNT(*) FROM Participants p JOIN Units u ON u.Id = p.UnitId WHERE u.Code = '{Cell.Code}' AND p.\"To\" IS NULL AND p.ExemptSince IS NULL"), System.Globalization.CultureInfo.InvariantCulture);
        var columns = new List<string>();
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "SELECT name FROM pragma_table_info('Participants')";
            using var rows = command.ExecuteReader();
            while (rows.Read()) columns.Add(rows.GetString(0));
        }
        for (var n = there; n < people; n++)
        {
            var changed = new Dictionary<string, string> { ["Id"] = $"'{Guid.NewGuid().ToString().ToUpperInvariant()}'", ["Name"] = $"'Member {n:00}'", ["SortName"] = $"'{n:00} Member'", ["SearchKey"] = $"'member {n:00}'", ["AccountId"] = "NULL", ["UnitHead"] = "0", ["PostTitle"] = "NULL" };
            Scalar(connection, $"INSERT INTO Participants ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) SELECT {string.Join(", ", columns.Select(c => changed.GetValueOrDefault(c, $"p.\"{c}\"")))} FROM Participants p JOIN Units u ON u.Id = p.UnitId WHERE u.Code = '{Cell.Code}' AND p.\"To\" IS NULL AND p.ExemptSince IS NULL LIMIT 1");
        }
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private (string Code, string Name) UnitOf(string userName) => One($"SELECT u.Code, u.Name FROM Units u JOIN Posts p ON p.UnitId = u.Id JOIN Accounts a ON a.Id = p.AccountId WHERE a.UserName = '{userName}'", row => (row.GetString(0), row.GetString(1)));

    private T One<T>(string sql, Func<SqliteDataReader, T> read) => Read(sql, read) is [var first, ..] ? first : throw new InvalidOperationException($"The demo holds no such row: {sql}");

    private List<T> Read<T>(string sql, Func<SqliteDataReader, T> read)
    {
        using var connection = Open(SqliteOpenMode.ReadOnly);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        var found = new List<T>();
        while (rows.Read()) found.Add(read(rows));
        return found;
    }

    private SqliteConnection Open(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataFolder, "campaign.db"), Mode = mode, Pooling = false }.ToString());
        connection.Open();
        connection.CreateCollation("vi_sort", (one, other) => string.Compare(one, other, new System.Globalization.CultureInfo("vi-VN"), System.Globalization.CompareOptions.None));
        return connection;
    }
}
