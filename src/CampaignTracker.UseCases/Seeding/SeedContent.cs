using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.Units;

namespace CampaignTracker.UseCases.Seeding;

/// <summary>A unit as units.csv gives it; its path is given when it is loaded.</summary>
internal sealed record SeedUnit(Guid Id, string Code, string Name, string Kind, string? Parent, string? Territory, int Order, DateOnly? OpenedOn, DateOnly? ClosedOn, bool Sensitive, string? Place);

/// <summary>
/// Everything the seed folder says, read and checked as a whole before the first row is written.
/// Keys are derived from codes, so that a second reading finds the same rows.
/// </summary>
internal sealed class SeedContent
{
    public required IReadOnlyList<UnitKind> Kinds { get; init; }
    public required IReadOnlyList<Territory> Territories { get; init; }
    public required IReadOnlyList<SeedUnit> Units { get; init; }
    public required IReadOnlyList<Successor> Successors { get; init; }
    public required IReadOnlyList<CalendarPeriod> Calendar { get; init; }
    public required IReadOnlyList<CampaignTerm> Terms { get; init; }
    public required IReadOnlyList<CampaignYear> Years { get; init; }
    public required IReadOnlyList<GoverningDocument> Documents { get; init; }
    public required IReadOnlyList<Requirement> Requirements { get; init; }
    public required IReadOnlyList<FormProfile> Forms { get; init; }

    public static SeedContent Read(SeedFiles files)
    {
        var kinds = ReadKinds(files);
        var kindCodes = kinds.Select(kind => kind.Code).ToHashSet();
        var territories = ReadTerritories(files);
        var units = ReadUnits(files, kindCodes, territories.Select(t => t.Code).ToHashSet());
        var (terms, years) = ReadTerms(files);
        var (documents, requirements) = SeedDocuments.Read(files, kindCodes);
        return new SeedContent
        {
            Kinds = kinds,
            Territories = territories,
            Units = units,
            Successors = ReadSuccessors(files, units.Select(u => u.Code).ToHashSet()),
            Calendar = ReadCalendar(files),
            Terms = terms,
            Years = years,
            Documents = documents,
            Requirements = requirements,
            Forms = SeedForms.Read(files),
        };
    }

    /// <summary>The key of a unit known by its code.</summary>
    public static Guid UnitId(string code) => DerivedId.Of("unit", code);

    private static List<UnitKind> ReadKinds(SeedFiles files)
    {
        const string File = "units/kinds.csv";
        var seen = new HashSet<string>();
        return [.. SeedTable.Read(File, files.Read(File), "code", "name", "name_en", "short_name", "level", "paper_symbol", "party", "order").Select(line => new UnitKind(
            Once(line, "code", seen), line.Need("name", Unit.NameLength), line.Need("name_en"), line.Need("short_name"), line.Choice<UnitLevel>("level"),
            line.Text("paper_symbol") ?? "", line.Flag("party"), line.Number("order")))];
    }

    private static List<Territory> ReadTerritories(SeedFiles files)
    {
        const string File = "units/territories.csv";
        var seen = new HashSet<string>();
        return [.. SeedTable.Read(File, files.Read(File), "code", "name", "type", "merged_from").Select(line =>
        {
            var code = Once(line, "code", seen);
            if (code.Length != 5 || !code.All(char.IsAsciiDigit)) throw line.Problem("code", $"\"{code}\" is not an official code.", "Write five digits, leading zeros kept.");
            return new Territory(code, line.Need("name"), line.Need("type"), line.Text("merged_from"));
        })];
    }

    private static List<SeedUnit> ReadUnits(SeedFiles files, HashSet<string> kinds, HashSet<string> territories)
    {
        const string File = "units/units.csv";
        var seen = new HashSet<string>();
        return [.. SeedTable.Read(File, files.Read(File), "code", "name", "kind", "parent_code", "territory_code", "order", "opened_on", "closed_on", "sensitive", "place").Select(line =>
        {
            var parent = line.Text("parent_code");
            if (parent is not null && !seen.Contains(parent)) throw line.Problem("parent_code", $"no unit \"{parent}\" stands above this line.", "Correct the code, or move the parent up.");
            var code = Once(line, "code", seen, Unit.CodeLength);
            var name = line.Need("name", Unit.NameLength);
            var place = line.Text("place");
            if (place is not null && !name.Contains(place, StringComparison.Ordinal)) throw line.Problem("place", $"\"{place}\" is no part of the name.", "Copy it literally from the name, or leave it empty.");
            var (opened, closed) = (line.DayOrNone("opened_on"), line.DayOrNone("closed_on"));
            if (closed < opened) throw line.Problem("closed_on", "the unit closes before it opens.", "Correct one of the dates.");
            return new SeedUnit(UnitId(code), code, name, Known(line, "kind", kinds, "units/kinds.csv"), parent,
                line.Text("territory_code") is null ? null : Known(line, "territory_code", territories, "units/territories.csv"),
                line.Number("order"), opened, closed, line.Flag("sensitive"), place);
        })];
    }

    private static List<Successor> ReadSuccessors(SeedFiles files, HashSet<string> units)
    {
        const string File = "units/successors.csv";
        var seen = new HashSet<string>();
        return [.. SeedTable.Read(File, files.Read(File), "unit_code", "successor_code", "kind", "on", "decision").Select(line =>
        {
            var (unit, successor) = (Known(line, "unit_code", units, "units/units.csv"), Known(line, "successor_code", units, "units/units.csv"));
            if (!seen.Add(unit + ">" + successor)) throw line.Problem(null, "the same succession stands here twice.", "Delete one line.");
            return new Successor(DerivedId.Of("successor", $"{unit}>{successor}"), UnitId(unit), UnitId(successor), line.Choice<SuccessionKind>("kind"), line.Day("on"), line.Text("decision"));
        })];
    }

    private static List<CalendarPeriod> ReadCalendar(SeedFiles files)
    {
        const string File = "calendar/periods.csv";
        var seen = new HashSet<string>();
        return [.. SeedTable.Read(File, files.Read(File), "from", "to", "kind", "name").Select(line =>
        {
            var (from, to, kind) = (line.Day("from"), line.Day("to"), line.Choice<CalendarPeriodKind>("kind"));
            if (to < from) throw line.Problem("to", "the period ends before it starts.", "Correct one of the dates.");
            if (to.DayNumber - from.DayNumber > 60) throw line.Problem("to", "the period is longer than 60 days.", "Check the year.");
            var key = $"{kind}:{from:yyyy-MM-dd}";
            if (!seen.Add(key)) throw line.Problem(null, "a period of this kind starts on the same day in an earlier line.", "Delete one line.");
            return new CalendarPeriod(DerivedId.Of("calendar", key), from, to, kind, line.Need("name"));
        })];
    }

    private static (List<CampaignTerm>, List<CampaignYear>) ReadTerms(SeedFiles files)
    {
        const string File = "documents/terms.json";
        var root = SeedObject.Read(File, files.Read(File));
        var (codes, numbers) = (new HashSet<string>(), new HashSet<string>());
        var terms = new List<CampaignTerm>();
        foreach (var row in root.Objects("terms"))
        {
            var (from, to) = (row.Number("fromYear", 2000, 2100), row.Number("toYear", 2000, 2100));
            if (to < from) throw row.Problem("toYear", "the term ends before it starts.", "Correct one of the years.");
            if (terms.Find(t => t.FromYear <= to && from <= t.ToYear) is { } other) throw row.Problem("fromYear", $"the term overlaps with {other.Code}.", "Correct the years.");
            terms.Add(new CampaignTerm(Once(row, "code", codes, 20), row.Need("name"), from, to, row.Text("topic"), row.Text("topicSource")));
        }
        var years = new List<CampaignYear>();
        foreach (var row in root.Objects("years"))
        {
            var year = row.Number("year", 2000, 2100);
            Once(row, "year", numbers);
            var term = terms.Find(t => t.FromYear <= year && year <= t.ToYear) ?? throw row.Problem("year", $"no term covers {year}.", "Add its term.");
            years.Add(new CampaignYear(year, term.Code, row.Text("topic")));
        }
        return (terms, years);
    }

    /// <summary>A code that stands only once.</summary>
    public static string Once(SeedFields row, string field, HashSet<string> seen, int longest = 80)
    {
        var code = row.Need(field, longest);
        return seen.Add(code) ? code : throw row.Problem(field, $"\"{code}\" stands here a second time.", "Codes are unique: correct or delete one.");
    }

    /// <summary>A code that another file defines.</summary>
    public static string Known(SeedFields row, string field, HashSet<string> known, string definedIn)
    {
        var code = row.Need(field);
        return known.Contains(code) ? code : throw row.Problem(field, $"unknown code \"{code}\".", $"Use a code of {definedIn}.");
    }
}
