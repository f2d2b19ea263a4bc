using System.ComponentModel.DataAnnotations;
using CampaignTracker.Domain;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Timeline;

/// <summary>The story of a unit or of a person, newest first, one month at a time.</summary>
public sealed class ViewTimeline(Operations operations)
{
    /// <summary>Whose story: without a code the asker's own unit; without a year the one that runs; without a month the latest with something in it.</summary>
    public sealed record UnitInput([property: StringLength(Unit.CodeLength)] string? UnitCode = null, int? Year = null, int? Month = null);

    /// <summary>A person's story: without a year the latest with something in it.</summary>
    public sealed record PersonInput(Guid ParticipantId, int? Year = null, int? Month = null);

    /// <summary>One month of a story.</summary>
    /// <param name="UnitCode">The unit.</param>
    /// <param name="UnitName">Its name.</param>
    /// <param name="PersonName">The person, or null for a unit's story.</param>
    /// <param name="Years">Years there are, latest first.</param>
    /// <param name="Year">The year shown.</param>
    /// <param name="Months">Its months with something in them, latest first, with how much.</param>
    /// <param name="Month">The month shown, 0 when the year is empty.</param>
    /// <param name="Events">What happened in it, newest first.</param>
    public sealed record Page(string UnitCode, string UnitName, string? PersonName, IReadOnlyList<int> Years, int Year, IReadOnlyList<MonthCount> Months, int Month, IReadOnlyList<TimelineEvent> Events);

    /// <summary>A month and how much happened in it.</summary>
    public sealed record MonthCount(int Month, int Count);

    /// <summary>A unit's story, for whoever reads its filings. Named people appear as numbers only.</summary>
    /// <exception cref="Refusal">NotFound, NotAllowed.</exception>
    public async Task<Page> UnitAsync(UnitInput input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var (code, mine) = (input.UnitCode, op.Actor.MainPost?.UnitPath ?? throw new Refusal(Because.NotFound));
        var unit = await op.Db.Units.Where(u => string.IsNullOrEmpty(code) ? u.Path == mine : u.Code == code).Select(u => new { u.Code, u.Name, u.Path }).FirstOrDefaultAsync(ct).OrRefuseAsync();
        op.Actor.Must(Permission.ReadFilings, unit.Path);
        var years = await op.Db.Years.Where(y => y.OpenedAt != null && y.Year <= op.Today.Year).Select(y => y.Year).ToListAsync(ct);
        if (!years.Contains(op.Today.Year)) years.Add(op.Today.Year);
        var year = input.Year ?? op.Today.Year;
        return Shown(unit.Code, unit.Name, null, years, year, input.Month, await UnitStory.ReadAsync(op, unit.Path, year, ct));
    }

    /// <summary>A person's story, for the person and for whoever keeps the unit's papers.</summary>
    /// <exception cref="Refusal">NotFound: missing or out of scope.</exception>
    public async Task<Page> PersonAsync(PersonInput input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var person = await op.Db.Participants.AsNoTracking().Include(p => p.Memberships).FirstOrDefaultAsync(p => p.Id == input.ParticipantId, ct).OrRefuseAsync();
        var unit = await op.Db.Units.Where(u => u.Path == person.UnitPath).Select(u => new { u.Code, u.Name }).FirstOrDefaultAsync(ct).OrRefuseAsync();
        var events = await PersonStory.ReadAsync(op, person, unit.Name, ct);
        List<int> years = [.. events.Select(e => e.On.Year).Distinct()];
        var year = input.Year ?? years.DefaultIfEmpty(op.Today.Year).Max();
        return Shown(unit.Code, unit.Name, person.Name, years, year, input.Month, [.. events.Where(e => e.On.Year == year)]);
    }

    private static Page Shown(string code, string name, string? person, List<int> years, int year, int? asked, IReadOnlyList<TimelineEvent> events)
    {
        List<MonthCount> months = [.. events.GroupBy(e => e.On.Month).Select(g => new MonthCount(g.Key, g.Count())).OrderByDescending(m => m.Month)];
        var month = asked ?? (months.Count > 0 ? months[0].Month : 0);
        // Where only the day is known it is told after what is known to the minute of that day.
        return new Page(code, name, person, [.. years.Append(year).Distinct().OrderDescending()], year, months, month,
            [.. events.Where(e => e.On.Month == month).OrderByDescending(e => e.On).ThenByDescending(e => e.At ?? DateTime.MinValue).ThenByDescending(e => e.Kind)]);
    }
}
