using System.Runtime.CompilerServices;
using CampaignTracker.Domain.Compliance;
using CampaignTracker.Domain.Obligations;

namespace CampaignTracker.Reports.Compliance;

/// <summary>A data row with what it counts for.</summary>
/// <param name="Row">The obligation.</param>
/// <param name="Line">Number of its summary row, from 1.</param>
/// <param name="Requirement">Number of its requirement, from 1.</param>
/// <param name="Counts">What it counts.</param>
internal readonly record struct TalliedRow(ReportRow Row, int Line, int Requirement, Counts Counts);

/// <summary>A row that was given more time, or does not owe.</summary>
/// <param name="Row">The obligation.</param>
/// <param name="Excuse">True: not owed. False: more time.</param>
internal readonly record struct Exclusion(ReportRow Row, bool Excuse);

/// <summary>Counts the rows by line and requirement while they pass on their way into the data sheet, and keeps those for the exclusions sheet.</summary>
internal sealed class Tally(ComplianceReport report)
{
    private readonly Counts[,] counts = new Counts[report.Lines.Count + 1, report.Requirements.Count + 1];
    private readonly List<Exclusion> exclusions = [];

    /// <summary>The excused and extended rows, in the order of the rows.</summary>
    public IReadOnlyList<Exclusion> Exclusions => exclusions;

    /// <summary>Counts of a line (from 1; 0 for all) and a requirement (from 1; 0 for all).</summary>
    public Counts this[int line, int requirement = 0] => counts[line, requirement];

    /// <summary>The rows, counted as they are read. A row under no line or requirement of the report is an error: the sums would not add up.</summary>
    public async IAsyncEnumerable<TalliedRow> Rows([EnumeratorCancellation] CancellationToken ct = default)
    {
        var today = DateOnly.FromDateTime(report.AsOf);
        var lines = report.Lines.Index().ToDictionary(item => item.Item.Code, item => item.Index + 1, StringComparer.Ordinal);
        var requirements = report.Requirements.Index().ToDictionary(item => item.Item.Id, item => item.Index + 1);
        await foreach (var row in report.Rows.WithCancellation(ct))
        {
            if (!lines.TryGetValue(row.LineCode, out var line)) throw new InvalidOperationException("No summary line " + row.LineCode);
            if (!requirements.TryGetValue(row.RequirementId, out var requirement)) throw new InvalidOperationException("No requirement " + row.RequirementId);
            var counted = Counts.Of(row.Facts, today);
            foreach (var (l, r) in ((int, int)[])[(line, requirement), (line, 0), (0, requirement), (0, 0)]) counts[l, r] += counted;
            if (row.Facts.ExcusedOn is not null) exclusions.Add(new Exclusion(row, Excuse: true));
            if (row.ExtensionReason is not null) exclusions.Add(new Exclusion(row, Excuse: false));
            yield return new TalliedRow(row, line, requirement, counted);
        }
    }
}
