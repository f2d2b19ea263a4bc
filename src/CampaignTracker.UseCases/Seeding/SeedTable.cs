using System.Text;

namespace CampaignTracker.UseCases.Seeding;

/// <summary>A CSV file of seed-data: UTF-8, comma, quotes only where needed, first line the header.</summary>
internal static class SeedTable
{
    public static IReadOnlyList<SeedLine> Read(string file, string content, params string[] columns)
    {
        var records = Split(file, content);
        if (records.Count == 0) throw new SeedProblem(file, null, "the file is empty.", $"Give it the header {string.Join(',', columns)}.");
        var header = records[0].Values;
        foreach (var column in columns)
            if (!header.Contains(column)) throw new SeedProblem(file, "line 1", $"column \"{column}\" is missing.", $"The header is {string.Join(',', columns)}.");
        var lines = new List<SeedLine>();
        foreach (var (number, values) in records.Skip(1))
        {
            if (values is [""]) continue;
            if (values.Count != header.Count) throw new SeedProblem(file, $"line {number}", $"{values.Count} values instead of {header.Count}.", "Put values that hold a comma in quotes.");
            lines.Add(new SeedLine(file, number, header, values));
        }
        return lines;
    }

    private static List<(int Line, List<string> Values)> Split(string file, string content)
    {
        var records = new List<(int, List<string>)>();
        var (values, value, line, start, quoted, any) = (new List<string>(), new StringBuilder(), 1, 1, false, false);
        for (var i = 0; i < content.Length; i++)
        {
            var c = content[i];
            any = true;
            if (c == '\n') line++;
            if (quoted)
            {
                if (c != '"') value.Append(c);
                else if (i + 1 < content.Length && content[i + 1] == '"') value.Append(content[++i]);
                else quoted = false;
            }
            else if (c == '"' && value.Length == 0) quoted = true;
            else if (c == ',') Cut();
            else if (c == '\n') End();
            else if (c != '\r') value.Append(c);
        }
        if (quoted) throw new SeedProblem(file, $"line {start}", "a quote is opened and never closed.", "Close it with \".");
        if (any && (value.Length > 0 || values.Count > 0)) End();
        return records;

        void Cut()
        {
            values.Add(value.ToString());
            value.Clear();
        }

        void End()
        {
            Cut();
            records.Add((start, values));
            values = [];
            start = line;
        }
    }
}

/// <summary>One line of a CSV file.</summary>
internal sealed class SeedLine(string file, int number, IReadOnlyList<string> header, IReadOnlyList<string> values) : SeedFields
{
    public override string File => file;

    protected override string? Raw(string field)
    {
        for (var i = 0; i < header.Count; i++)
            if (header[i] == field) return values[i];
        return null;
    }

    protected override string PlaceOf(string? field) => field is null ? $"line {number}" : $"line {number}, {field}";
}
