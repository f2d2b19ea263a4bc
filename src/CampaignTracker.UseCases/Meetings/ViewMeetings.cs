using System.ComponentModel.DataAnnotations;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Meetings;
using CampaignTracker.Domain.People;
using CampaignTracker.UseCases.Commitments;
using CampaignTracker.UseCases.GoverningDocuments;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Meetings;

/// <summary>The meetings of the asker's own unit, and what the form needs that records one.</summary>
public sealed class ViewMeetings(Operations operations)
{
    /// <summary>What to show.</summary>
    /// <param name="Year">Calendar year, or null for all.</param>
    /// <param name="Search">Part of a note, marks and case as stored.</param>
    /// <param name="Skip">Rows to skip.</param>
    /// <param name="Take">Rows to return, at most 1,000.</param>
    public sealed record Input(int? Year = null, [property: StringLength(100)] string? Search = null, int Skip = 0, int Take = Paging.Size);

    /// <summary>A page of meetings.</summary>
    public sealed record Answer(string UnitName, Page<Row> Page, DateOnly Today);

    /// <summary>One meeting.</summary>
    /// <param name="Id">Its key.</param>
    /// <param name="HeldOn">Day.</param>
    /// <param name="Present">People present.</param>
    /// <param name="Total">People of the unit.</param>
    /// <param name="InFavour">People in favour.</param>
    /// <param name="Decisions">What it adopted.</param>
    /// <param name="Minutes">The page of the minutes, to open under /files/{id}, or null.</param>
    /// <param name="RecordedByName">Who recorded it.</param>
    /// <param name="RecordedAt">UTC.</param>
    public sealed record Row(Guid Id, DateOnly HeldOn, int Present, int Total, int InFavour, IReadOnlyList<Decision> Decisions, MinutesFile? Minutes, string RecordedByName, DateTime RecordedAt);

    /// <summary>One thing a meeting adopted.</summary>
    public sealed record Decision(MeetingItem Item, Guid? SubjectId, string? Note);

    /// <summary>The page of the minutes.</summary>
    public sealed record MinutesFile(Guid Id, string Name, long Size);

    /// <summary>What the form offers.</summary>
    /// <param name="UnitName">The unit.</param>
    /// <param name="UnitShortName">As addressed: "Chi bộ".</param>
    /// <param name="Year">The campaign year.</param>
    /// <param name="Members">People of the unit, for the total; 0 when none are entered.</param>
    /// <param name="Plans">Plans of the unit without a meeting.</param>
    /// <param name="Annual">What adopting the year's register would do.</param>
    /// <param name="Term">What adopting the term's register would do.</param>
    /// <param name="Topic">The year's topic, or null.</param>
    /// <param name="Recent">Meetings of the last weeks, to pick one instead of recording anew.</param>
    /// <param name="MayAdopt">The asker speaks for the collective: registrations may be ticked.</param>
    /// <param name="Today">Local date.</param>
    public sealed record Form(string UnitName, string UnitShortName, int Year, int Members, IReadOnlyList<Plan> Plans, Adopts Annual, Adopts Term, string? Topic, IReadOnlyList<Recorded> Recent, bool MayAdopt, DateOnly Today);

    /// <summary>A plan that could be adopted.</summary>
    public sealed record Plan(Guid Id, RequirementKind Kind, int Year, int ToYear);

    /// <summary>What an adoption would cover.</summary>
    /// <param name="Ready">Commitments that would be adopted.</param>
    /// <param name="LeftOut">Who would be left out, and why.</param>
    public sealed record Adopts(int Ready, IReadOnlyList<LeftOut> LeftOut);

    /// <summary>A meeting recorded before.</summary>
    public sealed record Recorded(Guid Id, DateOnly HeldOn, int Present, int Total, int InFavour);

    // A meeting is picked again within the weeks in which its minutes are written up.
    private const int RecentDays = 60;

    /// <summary>Reads a page, latest first.</summary>
    public async Task<Answer> RunAsync(Input input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var unit = await UnitAsync(op, ct);
        var meetings = op.Db.Meetings.AsNoTracking().Where(m => m.UnitId == unit.Id);
        if (input.Year is { } year)
        {
            var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            meetings = meetings.Where(m => m.HeldOn >= from && m.HeldOn <= to);
        }
        if (SearchKey.Clean(input.Search) is { Length: > 0 } part) meetings = meetings.Where(m => m.Decisions.Any(d => d.Note != null && d.Note.Contains(part)));
        var count = await meetings.CountAsync(ct);
        var page = await meetings.Include(m => m.Decisions).OrderByDescending(m => m.HeldOn).ThenByDescending(m => m.Id).Skip(Math.Max(0, input.Skip)).Take(Paging.Take(input.Take)).ToListAsync(ct);
        var keys = page.Where(m => m.MinutesFileId is not null).Select(m => m.MinutesFileId!.Value).ToList();
        var files = keys.Count == 0 ? [] : await op.Db.Files.Where(f => keys.Contains(f.Id)).Select(f => new MinutesFile(f.Id, f.Name, f.Size)).ToListAsync(ct);
        return new Answer(unit.Name, new Page<Row>([.. page.Select(m => new Row(m.Id, m.HeldOn, m.Present, m.Total, m.InFavour, [.. m.Decisions.Select(d => new Decision(d.Item, d.SubjectId, d.Note))],
            files.Find(f => f.Id == m.MinutesFileId), m.RecordedByName, m.RecordedAt))], count), op.Today);
    }

    /// <summary>What the form offers that records a meeting.</summary>
    /// <param name="year">The campaign year; null for the running one.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Form> FormAsync(int? year, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var db = op.Db;
        var unit = await UnitAsync(op, ct);
        op.Actor.Must(Permission.RecordMeeting, unit.Path);
        var asked = year ?? await RunningYear.OfAsync(op, ct);
        var members = await db.Participants.CountAsync(p => p.UnitId == unit.Id && p.To == null && p.ExemptSince == null, ct);
        var plans = !op.Actor.Can(Permission.EditPlan, unit.Path) ? [] : await db.Plans.Where(p => p.UnitId == unit.Id && p.Meeting == null && p.State == Domain.Plans.PlanState.Draft)
            .Join(db.Obligations, p => p.ObligationId, o => o.Id, (p, o) => new Plan(p.Id, o.Kind, p.Year, p.ToYear)).ToListAsync(ct);
        var keeper = RegisterReads.KeeperOf(unit.Kind);
        async Task<Adopts> AdoptsAsync(CommitmentScope scope)
        {
            var (written, left) = await Adoption.WrittenAsync(db, unit.Id, scope, asked, keeper, ct);
            return new Adopts(written.Count, left);
        }

        var may = op.Actor.Can(Permission.AdoptCommitments, unit.Path);
        var (annual, term) = may ? (await AdoptsAsync(CommitmentScope.Year), await AdoptsAsync(CommitmentScope.Term)) : (new Adopts(0, []), new Adopts(0, []));
        var topic = await db.Years.Where(y => y.Year == asked).Select(y => y.Topic).FirstOrDefaultAsync(ct);
        var since = op.Today.AddDays(-RecentDays);
        var recent = await db.Meetings.Where(m => m.UnitId == unit.Id && m.HeldOn >= since).OrderByDescending(m => m.HeldOn).ThenByDescending(m => m.Id).Take(5).Select(m => new Recorded(m.Id, m.HeldOn, m.Present, m.Total, m.InFavour)).ToListAsync(ct);
        return new Form(unit.Name, unit.Kind.ShortName, asked, members, [.. plans.OrderBy(p => p.Year)], annual, term, topic, recent, may, op.Today);
    }

    private sealed record OwnUnit(Guid Id, string Name, string Path, Domain.Units.UnitKind Kind);

    // Notes and minutes name people: the unit's own keepers read them.
    private static async Task<OwnUnit> UnitAsync(Operation op, CancellationToken ct)
    {
        var path = op.Actor.MainPost!.UnitPath;
        op.Actor.Must(Permission.ReadParticipants, path);
        return await op.Db.Units.Where(u => u.Path == path).Join(op.Db.UnitKinds, u => u.KindCode, k => k.Code, (u, k) => new OwnUnit(u.Id, u.Name, u.Path, k)).AsNoTracking().FirstOrDefaultAsync(ct).OrRefuseAsync();
    }
}
