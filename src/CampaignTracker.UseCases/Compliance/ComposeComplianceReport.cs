using System.ComponentModel.DataAnnotations;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Compliance;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Compliance;

/// <summary>Gathers what the yearly compliance workbook says. The rows are read while the file is written; dispose the answer afterwards.</summary>
public sealed class ComposeComplianceReport(Operations operations)
{
    /// <summary>Which report.</summary>
    public sealed record Input(int Year, [property: StringLength(Unit.CodeLength)] string? UnitCode);

    /// <summary>The report, holding its database connection until disposed.</summary>
    public sealed class Answer : IAsyncDisposable
    {
        private readonly Operation operation;

        internal Answer(ComplianceReport report, Operation operation)
        {
            Report = report;
            this.operation = operation;
        }

        /// <summary>The report.</summary>
        public ComplianceReport Report { get; }

        /// <inheritdoc/>
        public ValueTask DisposeAsync() => operation.DisposeAsync();
    }

    /// <summary>Gathers it.</summary>
    public async Task<Answer> RunAsync(Input input, CancellationToken ct)
    {
        var op = await operations.BeginAsync(input, ct);
        try
        {
            return new Answer(await ComposeAsync(op, input, ct), op);
        }
        catch
        {
            await op.DisposeAsync();
            throw;
        }
    }

    private static async Task<ComplianceReport> ComposeAsync(Operation op, Input input, CancellationToken ct)
    {
        var (code, mine) = (input.UnitCode, op.Actor.MainPost!.UnitPath);
        var unit = await op.Db.Units.Where(u => string.IsNullOrEmpty(code) ? u.Path == mine : u.Code == code).Select(u => new { u.Id, u.Code, u.Name, u.Path }).FirstOrDefaultAsync(ct).OrRefuseAsync();
        op.Actor.Must(Permission.ReadCompliance, unit.Path);
        op.Actor.Must(Permission.ReadCommitmentCounts, unit.Path);
        var (from, to, length) = (unit.Path, UnitPath.End(unit.Path), unit.Path.Length + UnitPath.Segment);

        var obligations = op.Db.Obligations.AsNoTracking().Where(o => o.Year <= input.Year && o.ToYear >= input.Year && string.Compare(o.UnitPath, from) >= 0 && string.Compare(o.UnitPath, to) < 0);
        var count = await obligations.CountAsync(ct);
        var kinds = await op.Db.UnitKinds.AsNoTracking().ToDictionaryAsync(k => k.Code, ct);
        var units = await op.Db.Units.AsNoTracking().Where(u => string.Compare(u.Path, from) >= 0 && string.Compare(u.Path, to) < 0)
            .Select(u => new { u.Id, u.Path, u.ParentId, u.Code, u.Name, u.KindCode, u.OfficialOrder }).ToListAsync(ct);
        var owing = await op.Db.Obligations.Where(o => o.Year <= input.Year && o.ToYear >= input.Year && string.Compare(o.UnitPath, from) >= 0 && string.Compare(o.UnitPath, to) < 0)
            .Select(o => o.UnitPath.Substring(0, length))
            .Union(op.Db.Registers.Where(r => r.Year <= input.Year && r.ToYear >= input.Year && string.Compare(r.UnitPath, from) >= 0 && string.Compare(r.UnitPath, to) < 0).Select(r => r.UnitPath.Substring(0, length))).ToListAsync(ct);
        var lines = units.Where(u => u.ParentId == unit.Id || u.Id == unit.Id).ToList();
        lines = [.. lines.IntersectBy(owing, l => l.Path).OrderBy(l => l.Id == unit.Id ? 0 : 1).ThenBy(l => kinds[l.KindCode].Order).ThenBy(l => l.OfficialOrder).ThenBy(l => l.Code, StringComparer.Ordinal)];
        var asked = obligations.Select(o => o.RequirementId);
        var requirements = await op.Db.Requirements.Where(r => asked.Contains(r.Id)).OrderBy(r => r.Order)
            .Join(op.Db.Documents, r => r.DocumentId, d => d.Id, (r, d) => new ReportRequirement(r.Id, r.Number, r.Kind, r.Summary, d.Symbol ?? d.DisplayName ?? d.Code, r.Source, r.Confidence)).ToListAsync(ct);
        var demo = await op.Db.SeedMarks.AnyAsync(m => m.Name == "demo", ct);

        var names = lines.ToDictionary(l => l.Path, l => (l.Code, l.Name));
        var english = System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";
        string KindName(string code) => english ? kinds[code].NameEnglish : kinds[code].Name;
        var rows = RowsAsync(op, obligations, length, names, KindName);
        var byPath = units.ToDictionary(u => u.Path);
        (string, string, string, string, string) Place(string path)
        {
            var (line, of) = (names[path.Length >= length ? path[..length] : path], byPath[path]);
            return (line.Code, line.Name, of.Code, of.Name, KindName(of.KindCode));
        }

        return new ComplianceReport(unit.Code, unit.Name, op.Actor.MainPost!.UnitName, input.Year, LocalTime.Of(op.Now), demo, requirements, [.. lines.Select(l => new ReportLine(l.Code, l.Name))], count, rows)
        {
            Registers = await ReportFigures.RegistersAsync(op, unit.Path, input.Year, Place, ct),
            Plans = await ReportFigures.PlansAsync(op, unit.Path, input.Year, Place, ct),
            Trend = WeeklyTrend.OfYear(await LedgerSums.DaysAsync(op, unit.Path, input.Year, ct), input.Year, op.Today),
        };
    }

    private static async IAsyncEnumerable<ReportRow> RowsAsync(Operation op, IQueryable<Obligation> obligations, int length, Dictionary<string, (string Code, string Name)> lines, Func<string, string> kindName)
    {
        var rows = obligations.Join(op.Db.Units, o => o.UnitId, u => u.Id, (o, u) => new { o, u.Code, u.Name, u.KindCode }).OrderBy(x => x.o.UnitPath).ThenBy(x => x.o.Kind);
        await foreach (var x in rows.AsAsyncEnumerable())
        {
            var linePath = x.o.UnitPath.Length >= length ? x.o.UnitPath[..length] : x.o.UnitPath;
            var (lineCode, lineName) = lines.GetValueOrDefault(linePath, (x.Code, x.Name));
            yield return new ReportRow(lineCode, lineName, x.Code, x.Name, kindName(x.KindCode), x.o.RequirementId, x.o.Facts, ObligationStatus.Judge(x.o.Facts, op.Today),
                x.o.CompletionMode, x.o.SupplementsAsked, x.o.ExtensionReason, x.o.ExcuseReason, x.o.ExcusedBy ?? x.o.ExtendedBy);
        }
    }
}
