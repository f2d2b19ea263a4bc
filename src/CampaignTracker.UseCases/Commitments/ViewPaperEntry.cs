using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Progress;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.GoverningDocuments;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Commitments;

/// <summary>The sheet on which a pile of papers is typed: every person of the asker's unit in the register's order, what stands there, last year beside.</summary>
public sealed class ViewPaperEntry(Operations operations)
{
    /// <summary>Which register.</summary>
    /// <param name="Year">The year, or a year of the term; null for the one that runs.</param>
    /// <param name="Scope">Year or term.</param>
    public sealed record Input(int? Year = null, CommitmentScope Scope = CommitmentScope.Year);

    /// <summary>The sheet.</summary>
    /// <param name="UnitId">The asker's unit.</param>
    /// <param name="UnitName">Its name.</param>
    /// <param name="UnitShortName">As addressed: "Chi bộ".</param>
    /// <param name="Scope">Year or term.</param>
    /// <param name="Year">The year, or the first year of the term.</param>
    /// <param name="ToYear">Last year of the period.</param>
    /// <param name="Standing">How the obligation stands, or null where none is owed.</param>
    /// <param name="DueOn">Its due date, or null.</param>
    /// <param name="TypistName">Who types.</param>
    /// <param name="TypistPost">In which post.</param>
    /// <param name="Meetings">The unit's meetings so far, latest first, to choose the source from.</param>
    /// <param name="Papers">Papers typed from before, latest first.</param>
    /// <param name="Rows">Heads first, then by name.</param>
    /// <param name="Today">Local date.</param>
    public sealed record Page(Guid UnitId, string UnitName, string UnitShortName, CommitmentScope Scope, int Year, int ToYear, Standing? Standing, DateOnly? DueOn,
        string TypistName, string TypistPost, IReadOnlyList<Meeting> Meetings, IReadOnlyList<string> Papers, IReadOnlyList<Row> Rows, DateOnly Today)
    {
        /// <summary>m: those who count.</summary>
        public int People => Rows.Count(row => row.ExemptSince is null);

        /// <summary>n: those of them whose paper stands here.</summary>
        public int Entered => Rows.Count(row => row.ExemptSince is null && row.Lines.Count > 0);

        /// <summary>Those kept out of m.</summary>
        public int Exempt => Rows.Count - People;

        /// <summary>What is left, in minutes.</summary>
        public int MinutesLeft => PaperPace.MinutesLeft(Rows.Where(row => row.Typed is { Mine: true }).Select(row => row.Typed!.At), People - Entered);
    }

    /// <summary>A meeting whose minutes may be the source.</summary>
    public sealed record Meeting(Guid Id, DateOnly HeldOn);

    /// <summary>One person.</summary>
    /// <param name="ParticipantId">The person.</param>
    /// <param name="Name">Full name.</param>
    /// <param name="PostTitle">Post, or null.</param>
    /// <param name="ExemptSince">Exempt since this day: skipped. Null for everybody else.</param>
    /// <param name="State">Where the commitment is, null before it is begun.</param>
    /// <param name="Writable">False once adopted: to be read only.</param>
    /// <param name="AdoptedOn">Day of the adoption, or null.</param>
    /// <param name="Lines">What stands there.</param>
    /// <param name="EditedAt">UTC, null before it is begun.</param>
    /// <param name="Typed">Who typed it from which paper, null when the person wrote it.</param>
    /// <param name="Before">What was promised for the period before, or null.</param>
    public sealed record Row(Guid ParticipantId, string Name, string? PostTitle, DateOnly? ExemptSince, CommitmentState? State, bool Writable, DateOnly? AdoptedOn,
        IReadOnlyList<PaperLine> Lines, DateTime? EditedAt, TypedBy? Typed, Earlier? Before);

    /// <summary>Delegated entry.</summary>
    /// <param name="Name">Who typed.</param>
    /// <param name="Paper">From which paper.</param>
    /// <param name="At">UTC.</param>
    /// <param name="Mine">The asker did.</param>
    public sealed record TypedBy(string Name, string Paper, DateTime At, bool Mine);

    /// <summary>The period before, to be read beside and never taken over as done.</summary>
    /// <param name="Year">First year.</param>
    /// <param name="ToYear">Last year.</param>
    /// <param name="Adopted">The unit adopted it; else it was written only.</param>
    /// <param name="Lines">Its lines.</param>
    public sealed record Earlier(int Year, int ToYear, bool Adopted, IReadOnlyList<EarlierLine> Lines);

    /// <summary>One line of it with what came of it.</summary>
    public sealed record EarlierLine(string Action, string Result, Outcome? Outcome, int? Figure);

    /// <summary>Reads the sheet.</summary>
    /// <exception cref="Refusal">NotAllowed; NotFound: no term covers the year.</exception>
    public async Task<Page> RunAsync(Input input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var db = op.Db;
        var post = op.Actor.Posts.FirstOrDefault(p => op.Actor.Can(Permission.KeepCommitments, p.UnitPath)) ?? throw new Refusal(Because.NotAllowed);
        var year = input.Year ?? await RunningYear.OfAsync(op, ct);
        var term = await db.Terms.AsNoTracking().FirstOrDefaultAsync(t => t.FromYear <= year && year <= t.ToYear, ct).OrRefuseAsync();
        var unit = await db.Units.Where(u => u.Id == post.UnitId).Join(db.UnitKinds, u => u.KindCode, k => k.Code, (u, k) => new { u.Id, u.Name, k.ShortName }).FirstAsync(ct);

        var wanted = input.Scope == CommitmentScope.Year ? RequirementKind.AnnualCommitments : RequirementKind.TermCommitments;
        var owed = await db.Obligations.AsNoTracking().Where(o => o.UnitId == unit.Id && o.Kind == wanted && o.Year <= year && o.ToYear >= year).OrderBy(o => o.Year).FirstOrDefaultAsync(ct);
        var opened = await db.Registers.Where(r => r.UnitId == unit.Id && r.Scope == input.Scope && r.Year <= year && r.ToYear >= year).Select(r => new { r.Year, r.ToYear }).FirstOrDefaultAsync(ct);
        var (from, to) = opened is not null ? (opened.Year, opened.ToYear) : owed is not null ? (owed.Year, owed.ToYear) : input.Scope == CommitmentScope.Year ? (year, year) : (term.FromYear, term.ToYear);

        var people = await db.Participants.AsNoTracking().Where(p => p.UnitId == unit.Id && p.To == null).OrderByDescending(p => p.UnitHead).ThenBy(p => p.SortName).ThenBy(p => p.Id)
            .Select(p => new { p.Id, p.Name, p.PostTitle, p.ExemptSince }).ToListAsync(ct);
        var commitments = await db.Commitments.AsNoTracking().Include(c => c.Lines).Where(c => c.UnitId == unit.Id && c.Scope == input.Scope && ((c.Year <= year && c.ToYear >= year) || c.ToYear == from - 1)).ToListAsync(ct);
        var now = commitments.Where(c => c.ToYear >= year).ToLookup(c => c.ParticipantId);
        var before = commitments.Where(c => c.ToYear < year && c.Lines.Count > 0).ToLookup(c => c.ParticipantId);
        var meetings = await db.Meetings.Where(m => m.UnitId == unit.Id && m.HeldOn <= op.Today).OrderByDescending(m => m.HeldOn).Take(24).Select(m => new Meeting(m.Id, m.HeldOn)).ToListAsync(ct);

        return new Page(unit.Id, unit.Name, unit.ShortName, input.Scope, from, to, owed is null ? null : ObligationStatus.Judge(owed.Facts, op.Today), owed?.DueOn, op.Actor.Name, post.Title, meetings,
            [.. now.SelectMany(mine => mine).Select(c => c.Typed).OfType<TypedEntry>().Where(t => t.MeetingId == null).OrderByDescending(t => t.At).Select(t => t.Paper).Distinct().Take(10)],
            [.. people.Select(p =>
            {
                var commitment = now[p.Id].FirstOrDefault();
                return new Row(p.Id, p.Name, p.PostTitle, p.ExemptSince, commitment?.State, commitment is null || CommitmentTransitions.Find(commitment.State, CommitmentAct.Write) is not null, commitment?.AdoptedOn,
                    PaperLine.Of(commitment), commitment?.EditedAt, commitment?.Typed is { } typed ? new TypedBy(typed.ByName, typed.Paper, typed.At, typed.ByAccount == op.Actor.AccountId) : null,
                    before[p.Id].FirstOrDefault() is { } earlier ? new Earlier(earlier.Year, earlier.ToYear, earlier.Registered, [.. earlier.Lines.Select(l => new EarlierLine(l.Action, l.Result, l.Outcome, l.Figure))]) : null);
            })], op.Today);
    }
}
