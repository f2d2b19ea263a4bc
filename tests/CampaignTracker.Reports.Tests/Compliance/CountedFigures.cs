using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Compliance;
using ClosedXML.Excel;
using Text = CampaignTracker.Reports.Compliance.ComplianceWorkbookText;

namespace CampaignTracker.Reports.Tests.Compliance;

/// <summary>Compares the sheets of commitments and progress with the rows they were written from, added up here anew.</summary>
internal static class CountedFigures
{
    public static void AreThoseOfTheRows(Given given, XLWorkbook book, int headerRow)
    {
        foreach (var (tab, scope) in ((string, CommitmentScope)[])[(Text.CommitmentYearTab, CommitmentScope.Year), (Text.CommitmentTermTab, CommitmentScope.Term)])
            Compare(given, book.Worksheet(tab), headerRow, line => Registers([.. given.Registers.Where(row => row.Scope == scope && (line is null || row.LineCode == line))]));
        Compare(given, book.Worksheet(Text.ProgressSummaryTab), headerRow, line => Plans([.. given.Plans.Where(row => line is null || row.LineCode == line)]));
    }

    private static void Compare(Given given, IXLWorksheet sheet, int headerRow, Func<string?, double?[]> wanted)
    {
        foreach (var (i, line) in given.Lines.Index()) Row(headerRow + 1 + i, wanted(line.Code));
        Row(headerRow + 1 + Math.Max(1, given.Lines.Count), wanted(null));

        void Row(int row, double?[] values) =>
            Assert.Equal(values.Select(Figures.Rounded), values.Select((_, column) => Figures.Rounded(Figures.Cached(sheet.Cell(row, 3 + column)))));
    }

    private static double?[] Registers(RegisterRow[] rows)
    {
        var lines = rows.Select(row => row.Lines).ToArray();
        double owed = rows.Count(row => row.ExcusedOn is null), adopted = rows.Count(row => row is { ExcusedOn: null, AdoptedOn: not null }), people = rows.Sum(row => row.People ?? 0), registered = rows.Sum(row => row.Registered ?? 0),
            heads = rows.Sum(row => row.Heads ?? 0), headsRegistered = rows.Sum(row => row.HeadsRegistered ?? 0), all = lines.Sum(line => line.Outcomes.Done + line.Outcomes.PartlyDone + line.Outcomes.NotDone + line.Outcomes.NotReported);
        return
        [
            owed, adopted, people, registered, heads, headsRegistered, rows.Sum(row => row.Exempt), all,
            lines.Sum(line => line.Patriotism), lines.Sum(line => line.Firmness), lines.Sum(line => line.Integrity), lines.Sum(line => line.Solidarity), lines.Sum(line => line.Example), lines.Sum(line => line.WithoutStandard),
            .. Outcomes([.. lines.Select(line => line.Outcomes)]),
            Share(adopted, owed), Share(registered, people), Share(headsRegistered, heads), Share(lines.Sum(line => line.Outcomes.Done), all),
        ];
    }

    private static double?[] Plans(PlanRow[] rows)
    {
        double all = rows.Sum(row => row.Items.Done + row.Items.PartlyDone + row.Items.NotDone + row.Items.NotReported);
        return [all, .. Outcomes([.. rows.Select(row => row.Items)]), Share(rows.Sum(row => row.Items.Done), all)];
    }

    private static double?[] Outcomes(OutcomeCounts[] counts) =>
        [counts.Sum(c => c.Done), counts.Sum(c => c.PartlyDone), counts.Sum(c => c.NotDone), counts.Sum(c => c.NotReported), counts.Sum(c => c.Overdue)];

    private static double? Share(double part, double whole) => whole == 0 ? null : part / whole;
}
