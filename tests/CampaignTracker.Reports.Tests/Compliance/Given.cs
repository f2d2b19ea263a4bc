using System.Globalization;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Compliance;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Reports.Compliance;

namespace CampaignTracker.Reports.Tests.Compliance;

/// <summary>Reports to write, and the same figures counted by the domain.</summary>
internal sealed class Given
{
    public static readonly DateTime AsOf = new(2026, 11, 22, 13, 40, 0);
    public static readonly DateOnly Today = DateOnly.FromDateTime(AsOf);

    /// <summary>Names that programs misread: formulas, marks, blanks, what XML forbids, too long, other scripts, a word of the program, and codes that COUNTIFS would read as patterns.</summary>
    public static readonly (string Code, string Name)[] OddUnits =
    [
        ("19-05001", "=cmd|' /C calc'!A0"), ("01", "@x"), ("1", "+1-2"), ("=1", "  two leading blanks, one trailing "), ("a*", "a\u0001b\u0008c\tt\nn\r\nr"),
        ("a", new string('x', 40_000)), ("<5", "\u0111\u0110 <&> \"'"), (">0", "\U0001F331 \uD83C"), ("?", "_x0041_"), ("1-2", ""), ("nothing owed", "all excused"),
    ];

    private readonly List<ReportRow> rows = [];

    public IReadOnlyList<ReportRow> Rows => rows;
    public List<ReportLine> Lines { get; } = [];
    public List<ReportRequirement> Requirements { get; } =
    [
        new(Guid.CreateVersion7(), "1", RequirementKind.TermPlan, "A plan for the term", "Document A", null, Confidence.Recalled),
        new(Guid.CreateVersion7(), "1", RequirementKind.AnnualPlan, "=A plan for the year", "Document A", "Read in a paper", Confidence.Source),
        new(Guid.CreateVersion7(), "9", RequirementKind.AnnualReport, "Asked of nobody", "Document B", "Read in a paper", Confidence.Confirmed),
    ];
    public bool Demo { get; init; } = true;

    public ComplianceReport Report => Streaming(Stream());

    public ComplianceReport Streaming(IAsyncEnumerable<ReportRow> stream) =>
        new("19", "Unit & Co <19>", "=Committee", 2026, AsOf, Demo, Requirements, Lines, rows.Count, stream) { Registers = Registers, Plans = Plans, Trend = Trend, UnitSheets = UnitSheets };

    public List<RegisterRow> Registers { get; } = [];
    public List<PlanRow> Plans { get; } = [];
    public List<TrendWeek> Trend { get; init; } = [];
    public bool UnitSheets { get; init; }

    public static Given Nothing() => new();

    /// <summary>Every standing, under every odd name.</summary>
    /// <param name="whole">With the sheets that stand in the workbook only where there is something for them, or on request.</param>
    public static Given EveryStandingUnderOddNames(bool whole = false)
    {
        var given = new Given { UnitSheets = whole, Trend = whole ? [new(Today.AddDays(-14), 0, 0, 0, 0), new(Today.AddDays(-7), 90, 30, 20, 10), new(Today, 95, 61, 33, 27)] : [] };
        foreach (var (place, (code, name)) in OddUnits.Index())
        {
            given.Lines.Add(new ReportLine(code, name));
            given.AddFigures(code, name, place);
            foreach (var (i, facts) in EveryCase().Index())
                given.Add(code, name, given.Requirements[i % 2].Id, code == "nothing owed" ? facts with { ExcusedOn = Today.AddDays(-40) } : facts, i);
        }
        return given;
    }

    public static Given Many(int count)
    {
        var given = new Given();
        given.Lines.AddRange([new ReportLine("A", "Unit A"), new ReportLine("B", "Unit B")]);
        var cases = EveryCase().ToArray();
        for (var i = 0; i < count; i++) given.Add(i < count / 2 ? "A" : "B", "Unit", given.Requirements[i % 2].Id, cases[i % cases.Length], i);
        return given;
    }

    /// <summary>The board as pages draw it.</summary>
    public ComplianceBoard Board()
    {
        var units = Lines.Select((line, i) => new BoardUnit(Guid.CreateVersion7(), line.Code, line.Name, "", i, null, false)).ToArray();
        return ComplianceBoard.Build(units, [.. rows.Select(row => new BoardInput(units.First(unit => unit.Code == row.LineCode).Id, row.RequirementId, Counts.Of(row.Facts, Today)))]);
    }

    /// <summary>Writes the report in Vietnamese.</summary>
    public async Task<MemoryStream> WriteAsync(string language = "vi-VN")
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language); // of this call only
        var stream = new MemoryStream();
        await ComplianceWorkbook.WriteAsync(Report, stream, CancellationToken.None);
        stream.Position = 0;
        return stream;
    }

    // Each number another, so that a sum over a wrong column or row shows; one register not opened, one excused, one unit without any.
    private void AddFigures(string lineCode, string lineName, int n)
    {
        for (var i = 1; i <= 3 && n != 5; i++)
            foreach (var scope in Enum.GetValues<CommitmentScope>())
            {
                var (opened, f) = (i != 2, 100 * n + 10 * i + (int)scope);
                Registers.Add(new RegisterRow(lineCode, lineName, $"{lineCode}-{i:000}", lineName, "=kind", scope, i == 3 && n % 2 == 0 ? Today.AddDays(-9) : null, opened ? Today.AddDays(-f % 300) : null,
                    opened ? f + 7 : null, opened ? f + 3 : null, opened ? n + 2 : null, opened ? n + 1 : null, n, new LineCounts(f + 1, f + 2, f + 3, f + 4, f + 5, f, new OutcomeCounts(2 * f, f + 9, f + 6, 2 * f, f / 2))));
                Plans.Add(new PlanRow(lineCode, lineName, $"{lineCode}-{i:000}", lineName, "=kind", RequirementKind.AnnualPlan, new OutcomeCounts(f, f / 3, f / 4, 7, n)));
            }
    }

    private void Add(string lineCode, string lineName, Guid requirement, ObligationFacts facts, int i) =>
        rows.Add(new ReportRow(lineCode, lineName, $"{lineCode}-{i:000}", i % 5 == 0 ? Wording.Of(Standing.Overdue) : lineName, "=kind", requirement, facts, ObligationStatus.Judge(facts, Today),
            facts.CompletedOn is null ? null : (CompletionMode)(i % 4), i % 2, i % 6 == 1 ? "=extended" : null, facts.ExcusedOn is null ? null : "@excused", i % 6 == 1 || facts.ExcusedOn is not null ? "-Someone" : null));

    // Dates around the borders: due today, due yesterday, sent on the due date and a day after, closed with and without a sending.
    private static IEnumerable<ObligationFacts> EveryCase()
    {
        yield return new(Today.AddDays(60), null, null, null, null);
        yield return new(Today.AddDays(5), null, null, null, null);
        yield return new(Today, null, null, null, null);
        yield return new(Today.AddDays(-1), null, null, null, null);
        yield return new(Today.AddDays(-9), Today.AddDays(-9), null, null, null);
        yield return new(Today.AddDays(-9), Today.AddDays(-8), null, null, null);
        yield return new(Today.AddDays(-9), Today.AddDays(-12), Today.AddDays(-1), null, null);
        yield return new(Today.AddDays(-9), Today.AddDays(-7), Today.AddDays(3), null, null);
        yield return new(Today.AddDays(-9), Today.AddDays(-12), null, Today.AddDays(-2), null);
        yield return new(Today.AddDays(-9), Today.AddDays(-7), null, Today.AddDays(-2), null);
        yield return new(Today.AddDays(-9), null, null, Today.AddDays(-2), null);
        yield return new(Today.AddDays(-9), null, null, null, Today.AddDays(-30));
        yield return new(Today.AddDays(-9), Today.AddDays(-12), Today.AddDays(-1), null, Today.AddDays(-1));
    }

    private async IAsyncEnumerable<ReportRow> Stream()
    {
        foreach (var row in rows)
        {
            if (row.UnitCode.EndsWith('7')) await Task.Yield();
            yield return row;
        }
    }
}
