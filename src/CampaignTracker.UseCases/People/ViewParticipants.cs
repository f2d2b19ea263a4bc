using System.ComponentModel.DataAnnotations;
using CampaignTracker.Domain;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.People;

/// <summary>The participants of a unit, sorted by given name in Vietnamese order.</summary>
public sealed class ViewParticipants(Operations operations)
{
    /// <summary>Which part of the list.</summary>
    public enum Part
    {
        /// <summary>In the unit today.</summary>
        Present,
        /// <summary>In the unit, and exempt from work and meetings.</summary>
        Exempt,
        /// <summary>Left.</summary>
        Left,
    }

    /// <summary>What to show.</summary>
    /// <param name="Unit">Code of the unit; null for the asker's own.</param>
    /// <param name="Search">Part of a name or post, marks and case do not count.</param>
    /// <param name="Part">Which part.</param>
    /// <param name="Skip">Rows to skip.</param>
    /// <param name="Take">Rows to return.</param>
    public sealed record Input([property: StringLength(Domain.Units.Unit.CodeLength)] string? Unit = null, [property: StringLength(100)] string? Search = null, Part Part = Part.Present, int Skip = 0, int Take = Paging.Size);

    /// <summary>One person.</summary>
    /// <param name="Id">Key.</param>
    /// <param name="Name">Full name; empty for one forgotten by the retention rule.</param>
    /// <param name="Kind">What they take part as.</param>
    /// <param name="PostTitle">Post or null.</param>
    /// <param name="UnitHead">Head of the unit.</param>
    /// <param name="From">In the unit since.</param>
    /// <param name="To">Last day, or null.</param>
    /// <param name="ExemptSince">Exempt since, or null.</param>
    /// <param name="Left">Why they left, or null.</param>
    /// <param name="Version">To be carried by a change.</param>
    public sealed record Row(Guid Id, string Name, ParticipantKind Kind, string? PostTitle, bool UnitHead, DateOnly From, DateOnly? To, DateOnly? ExemptSince, LeaveReason? Left, int Version);

    /// <summary>A page of the list.</summary>
    /// <param name="UnitCode">The unit.</param>
    /// <param name="UnitName">Its name.</param>
    /// <param name="Units">The units whose people the asker may see.</param>
    /// <param name="MayKeep">The asker may enter and change them.</param>
    /// <param name="Present">People in the unit, exempt ones among them.</param>
    /// <param name="Exempt">Exempt ones.</param>
    /// <param name="Left">Those who left.</param>
    /// <param name="Page">The rows.</param>
    /// <param name="Today">Local date.</param>
    public sealed record Answer(string UnitCode, string UnitName, IReadOnlyList<UnitName> Units, bool MayKeep, int Present, int Exempt, int Left, Page<Row> Page, DateOnly Today);

    /// <summary>A unit by code and name.</summary>
    public sealed record UnitName(string Code, string Name);

    /// <summary>One person's stays.</summary>
    public sealed record Details(Guid Id, string Name, IReadOnlyList<Stay> Stays);

    /// <summary>A stay in a unit; null for the last day while it lasts.</summary>
    public sealed record Stay(string UnitName, DateOnly From, DateOnly? To);

    /// <summary>Reads a page.</summary>
    /// <exception cref="Refusal">NotFound, NotAllowed.</exception>
    public async Task<Answer> RunAsync(Input input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var (unit, units) = await UnitAsync(op, input.Unit, ct);
        var people = op.Db.Participants.AsNoTracking().Where(p => p.UnitId == unit.Id && p.MergedIntoId == null);
        var counts = await people.GroupBy(_ => 1).Select(all => new { Present = all.Count(p => p.To == null), Exempt = all.Count(p => p.To == null && p.ExemptSince != null), Left = all.Count(p => p.To != null) }).FirstOrDefaultAsync(ct);
        var rows = Only(people, input.Part);
        if (SearchKey.Fold(input.Search) is { Length: > 0 } key) rows = rows.Where(p => p.SearchKey.Contains(key));
        var count = await rows.CountAsync(ct);
        var page = await rows.OrderBy(p => p.SortName).ThenBy(p => p.From).ThenBy(p => p.Id).Skip(Math.Max(0, input.Skip)).Take(Paging.Take(input.Take))
            .Select(p => new Row(p.Id, p.Name, p.Kind, p.PostTitle, p.UnitHead, p.From, p.To, p.ExemptSince, p.Left, p.Version)).ToListAsync(ct);
        return new Answer(unit.Code, unit.Name, [.. units.Select(u => new UnitName(u.Code, u.Name))], op.Actor.Can(Permission.KeepParticipants, unit.Path) && unit.ClosedOn is null,
            counts?.Present ?? 0, counts?.Exempt ?? 0, counts?.Left ?? 0, new Page<Row>(page, count), op.Today);
    }

    /// <summary>Where a person has been.</summary>
    /// <exception cref="Refusal">NotFound.</exception>
    public async Task<Details> OneAsync(Guid id, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var person = await op.Db.Participants.AsNoTracking().Include(p => p.Memberships).FirstOrDefaultAsync(p => p.Id == id, ct).OrRefuseAsync();
        if (person.AccountId is null || person.AccountId != op.Actor.AccountId) op.Actor.Must(Permission.ReadParticipants, person.UnitPath);
        var names = await UnscopedReads.UnitNamesAsync(op.Db, [.. person.Memberships.Select(m => m.UnitPath).Append(person.UnitPath).Distinct()], ct);
        return new Details(person.Id, person.Name, [.. person.Memberships.Select(m => new Stay(names.GetValueOrDefault(m.UnitPath, ""), m.From, m.To)), new Stay(names.GetValueOrDefault(person.UnitPath, ""), person.From, person.To)]);
    }

    /// <summary>A part of the list in full, for a file.</summary>
    /// <exception cref="Refusal">NotFound, NotAllowed.</exception>
    public async Task<ParticipantList> ListAsync(Input input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var (unit, _) = await UnitAsync(op, input.Unit, ct);
        var people = await Only(op.Db.Participants.AsNoTracking().Where(p => p.UnitId == unit.Id && p.MergedIntoId == null && p.ForgottenOn == null), input.Part).OrderBy(p => p.SortName).ThenBy(p => p.From).ThenBy(p => p.Id)
            .Select(p => new ListedParticipant(p.Name, p.Kind, p.PostTitle, p.UnitHead, p.From, p.To, p.ExemptSince, p.Left)).ToListAsync(ct);
        return new ParticipantList(unit.Code, unit.Name, op.Today, await op.Db.SeedMarks.AnyAsync(mark => mark.Name == "demo", ct), people);
    }

    private static IQueryable<Participant> Only(IQueryable<Participant> people, Part part) => part switch
    {
        Part.Exempt => people.Where(p => p.To == null && p.ExemptSince != null),
        Part.Left => people.Where(p => p.To != null),
        _ => people.Where(p => p.To == null),
    };

    // The unit asked for among those whose people the asker may see.
    private static async Task<(Unit Unit, List<Unit> Units)> UnitAsync(Operation op, string? code, CancellationToken ct)
    {
        var paths = op.Actor.Posts.Where(post => post.Permissions.Any(p => p.Permission == Permission.ReadParticipants)).Select(post => post.UnitPath).Distinct().ToList();
        var units = await op.Db.Units.AsNoTracking().Where(u => op.Actor.IsSystem ? u.Code == code : paths.Contains(u.Path) && !u.Sensitive).OrderBy(u => u.Path).ToListAsync(ct);
        if (!string.IsNullOrEmpty(code))
        {
            var asked = units.Find(u => u.Code == code);
            if (asked is null && await op.Db.Units.AnyAsync(u => u.Code == code, ct)) throw new Refusal(Because.NotAllowed);
            return (asked ?? throw new Refusal(Because.NotFound), units);
        }
        return units.Count > 0 ? (units[0], units) : throw new Refusal(Because.NotAllowed);
    }
}
