using CampaignTracker.Domain.Commitments;
using CampaignTracker.UseCases.Commitments;
using CampaignTracker.UseCases.People;
using CampaignTracker.UseCases.Progress;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.Benchmarks;

/// <summary>What is asked of people, commitments and progress: a cell of 120, and 160,000 people in all.</summary>
internal static class PeopleFigures
{
    public static async Task PrintAsync(Province province)
    {
        await Figures.MeasureAsync(province, "people of a cell of 120", 50, _ => province.AsAsync<ViewParticipants, object>(Province.CellSecretary, async u => await u.RunAsync(new(), default)));
        await Figures.MeasureAsync(province, "a person by name, logged", 100, _ => province.AsAsync<OpenNamedCommitment, object>(Province.Inspector,
            async u => await u.RunAsync(new(province.CellCode, province.MemberName, CommitmentScope.Year, Province.Year, "Measured"), default)));
        await Figures.MeasureAsync(province, "progress of a cell of 120", 50, _ => province.AsAsync<ViewProgress, object>(Province.CellSecretary, async u => await u.RunAsync(new(Year: Province.Year), default)));
        await Figures.MeasureAsync(province, "progress of the province", 300, _ => province.AsAsync<ViewProgress, object>(Province.ProvincialOfficer, async u => await u.RunAsync(new(Year: Province.Year), default)));
        await Figures.MeasureAsync(province, "register of 120 people (query)", 50, _ => RegisterAsync(province));
        await Figures.MeasureAsync(province, "one of 160,000 by part of a name", 50, n => province.AskAsync(db =>
        {
            var key = Parts[n % Parts.Length];
            return db.Participants.AsNoTracking().Where(p => p.SearchKey.Contains(key)).OrderBy(p => p.SearchKey).Take(50).Select(p => new { p.Id, p.Name, p.UnitId }).ToListAsync();
        }));
    }

    // Folded: many bear the first, few the second, nobody the last.
    private static readonly string[] Parts = ["thi thu", "trieu dinh quyen", "bich ngan", "nobody bears this"];

    // Everything a register's page shows: counts, people in Vietnamese order, their commitments with lines.
    private static Task<int> RegisterAsync(Province province) => province.AskAsync(async db =>
    {
        var unit = await db.Units.AsNoTracking().SingleAsync(u => u.Code == province.CellCode);
        var register = await db.Registers.AsNoTracking().SingleAsync(r => r.UnitId == unit.Id && r.Scope == CommitmentScope.Year && r.Year == Province.Year);
        var people = await db.Participants.AsNoTracking().Where(p => p.UnitId == unit.Id && p.To == null).OrderBy(p => p.SortName).ToListAsync();
        var commitments = await db.Commitments.AsNoTracking().Include(c => c.Lines).Where(c => c.UnitId == unit.Id && c.UnitPath == unit.Path && c.Scope == register.Scope && c.Year == register.Year).ToListAsync();
        return people.Count + commitments.Count;
    });
}
