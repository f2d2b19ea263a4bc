using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Compliance;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Reviews;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Commitments;
using CampaignTracker.UseCases.Compliance;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Reviews;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Obligations;

/// <summary>The home page: what I have to do now, what waits for me, what lies with whom since when.</summary>
public sealed class ViewMyWork(Operations operations)
{
    /// <summary>Most units named as pressing.</summary>
    public const int MostPressing = 5;

    /// <summary>The page.</summary>
    /// <param name="Role">The asker's role.</param>
    /// <param name="UnitCode">The asker's unit.</param>
    /// <param name="UnitName">Its name.</param>
    /// <param name="ParentName">The unit above, or null.</param>
    /// <param name="ToDo">What the unit has to do, most pressing first.</param>
    /// <param name="WithSuperior">Sent, the superior reads.</param>
    /// <param name="WaitingForMe">Filings that wait for my opinion (the first ten) …</param>
    /// <param name="WaitingCount">… and how many there are.</param>
    /// <param name="Own">Counts of the unit's own obligations of the year.</param>
    /// <param name="OwnByStanding">The same by standing.</param>
    /// <param name="Below">Counts of everything below the unit, for those who may read them.</param>
    /// <param name="News">Papers issued above, newest first.</param>
    /// <param name="Year">The year shown.</param>
    /// <param name="Today">Local date.</param>
    /// <param name="At">UTC.</param>
    public sealed record Answer(Role Role, string UnitCode, string UnitName, string? ParentName, IReadOnlyList<Duty> ToDo, IReadOnlyList<Lying> WithSuperior,
        IReadOnlyList<Waiting> WaitingForMe, int WaitingCount, Counts Own, IReadOnlyDictionary<Standing, int> OwnByStanding, Counts? Below, IReadOnlyList<Paper> News, int Year, DateOnly Today, DateTime At)
    {
        /// <summary>The last twelve weeks of everything at and below the unit, for those who may read them.</summary>
        public IReadOnlyList<TrendWeek> Trend { get; init; } = [];

        /// <summary>Units directly below with something overdue, most first (the first five) …</summary>
        public IReadOnlyList<Pressing> Pressing { get; init; } = [];

        /// <summary>… and how many there are.</summary>
        public int PressingCount { get; init; }

        /// <summary>The asker may urge them.</summary>
        public bool MayUrge { get; init; }
    }

    /// <summary>A unit directly below, with its sums.</summary>
    public sealed record Pressing(string Code, string Name, Counts Counts);

    /// <summary>One thing to do.</summary>
    /// <param name="ObligationId">The obligation.</param>
    /// <param name="PlanId">Its plan, null when not begun.</param>
    /// <param name="Kind">A plan, or a register of commitments.</param>
    /// <param name="Year">First year.</param>
    /// <param name="ToYear">Last year.</param>
    /// <param name="Standing">How it stands.</param>
    /// <param name="DueOn">Due date, or the supplement's.</param>
    /// <param name="Items">Items written.</param>
    /// <param name="UnclearItems">Items that leave something unclear.</param>
    /// <param name="MeetingRecorded">The adopting meeting is recorded.</param>
    /// <param name="Remarks">Remarks of the superior, for a supplement.</param>
    /// <param name="AskedOn">When the supplement was asked.</param>
    /// <param name="Entered">Of a register of commitments: people who have written one …</param>
    /// <param name="People">… of the people who count.</param>
    public sealed record Duty(Guid ObligationId, Guid? PlanId, RequirementKind Kind, int Year, int ToYear, Standing Standing, DateOnly DueOn, int Items, int UnclearItems, bool MeetingRecorded, int Remarks, DateTime? AskedOn, int Entered = 0, int People = 0);

    /// <summary>One filing with the superior.</summary>
    public sealed record Lying(Guid PlanId, RequirementKind Kind, int Year, int ToYear, Standing Standing, DateOnly SentOn, DateOnly ExpectedBy, ReviewStep Step, string? ReaderName);

    /// <summary>One filing that waits for my opinion.</summary>
    public sealed record Waiting(Guid ReviewId, string UnitCode, string UnitName, RequirementKind Kind, int Year, int ToYear, int Round, DateOnly ReceivedOn, DateOnly ExpectedBy, ReviewStep Step, OpinionKind? Proposal, string? ProposedByBody);

    /// <summary>A paper issued above.</summary>
    public sealed record Paper(Guid PlanId, string Number, DateOnly IssuedOn, string UnitName);

    /// <summary>Reads the page.</summary>
    public async Task<Answer> RunAsync(CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var post = op.Actor.MainPost!;
        var reads = op.Actor.Can(Permission.ReadFilings, post.UnitPath);
        var writes = op.Actor.Can(Permission.EditPlan, post.UnitPath);
        // As RunningYear; whether there are units below comes with it.
        var open = await op.Db.Years.Where(y => y.OpenedAt != null && y.Year <= op.Today.Year).OrderByDescending(y => y.Year)
            .Select(y => new { y.Year, Below = op.Db.Units.Any(u => u.ParentId == post.UnitId) }).FirstOrDefaultAsync(ct);
        var year = open?.Year ?? op.Today.Year;
        var parentPath = UnitPath.Parent(post.UnitPath);
        var sums = reads && open is { Below: true } && op.Actor.Can(Permission.ReadCompliance, post.UnitPath)
            ? await LedgerSums.ByUnitAsync(op, await LedgerSums.OpenAsync(op, ct), post.UnitPath, year, ct) : [];
        var below = sums.Keys.Any(path => path != post.UnitPath);
        var pressing = sums.Where(s => s.Key != post.UnitPath && s.Value.Overdue > 0).OrderByDescending(s => s.Value.Overdue).ThenBy(s => s.Key, StringComparer.Ordinal).ToList();
        var named = pressing.Take(MostPressing).Select(s => s.Key).ToList();
        var units = await op.Db.Units.Where(u => u.Id == post.UnitId || u.Path == parentPath || named.Contains(u.Path)).Select(u => new { u.Id, u.Path, u.Code, u.Name }).ToListAsync(ct);
        var unit = units.First(u => u.Id == post.UnitId);

        var own = writes ? await op.Db.Obligations.AsNoTracking().Where(o => o.UnitId == post.UnitId).ToListAsync(ct) : [];
        var drafts = writes ? await DraftsAsync(op, post.UnitId, ct) : [];
        var reviews = writes ? await op.Db.Reviews.AsNoTracking().Where(r => r.UnitId == post.UnitId && !r.Withdrawn)
            .Select(r => new OwnReview(r.PlanId, r.Round, r.ExpectedBy, r.OpenedByName, r.Decision, r.DecidedAt, r.Remarks.Count)).ToListAsync(ct) : [];
        var (entered, people) = own.Exists(o => o.Kind.IsCommitments() && o.CompletedOn is null && o.ExcusedOn is null) ? await EnteredAsync(op, post.UnitId, ct) : ([], 0);
        var waitingCount = ReviewQueue.Reads(op.Actor) ? await ReviewQueue.Mine(op).CountAsync(ct) : 0;
        var waiting = waitingCount > 0 ? await WaitingAsync(op, ct) : [];
        var trend = below ? WeeklyTrend.Of(await LedgerSums.DaysAsync(op, post.UnitPath, year, ct), op.Today) : [];
        var news = await NewsAsync(op, parentPath, ct);

        // As on the board, so that each number opens the same rows.
        var ofYear = own.Where(o => o.Year <= year && o.ToYear >= year).ToList();
        return new Answer(post.Role, unit.Code, unit.Name, units.FirstOrDefault(u => u.Path == parentPath)?.Name,
            ToDo(own, drafts, reviews, entered, people, op.Today), WithSuperior(own, drafts, reviews, op.Today), waiting, waitingCount,
            Counts.Sum(ofYear.Select(o => Counts.Of(o.Facts, op.Today))),
            ofYear.GroupBy(o => ObligationStatus.Judge(o.Facts, op.Today)).ToDictionary(g => g.Key, g => g.Count()), below ? Counts.Sum(sums.Values) : null, news, year, op.Today, op.Now)
        {
            Trend = trend,
            Pressing = [.. pressing.Take(MostPressing).Select(s => (Sum: s.Value, Unit: units.First(u => u.Path == s.Key))).Select(s => new Pressing(s.Unit.Code, s.Unit.Name, s.Sum))],
            PressingCount = pressing.Count,
            MayUrge = op.Actor.Can(Permission.UrgeUnits, post.UnitPath),
        };
    }

    private sealed record Draft(Guid Id, Guid ObligationId, PlanState State, bool Meeting, int Items, int Unclear);

    private sealed record OwnReview(Guid PlanId, int Round, DateOnly ExpectedBy, string? Reader, OpinionKind? Decision, DateTime? DecidedAt, int Remarks);

    private static async Task<List<Draft>> DraftsAsync(Operation op, Guid unitId, CancellationToken ct)
    {
        var plans = await op.Db.Plans.AsNoTracking().Where(p => p.UnitId == unitId).Include(p => p.Items).ToListAsync(ct);
        return [.. plans.Select(p => new Draft(p.Id, p.ObligationId, p.State, p.Meeting is not null, p.Items.Count, p.Items.Count(i => PlanClarity.Missing(i).Count > 0)))];
    }

    private sealed record Entered(CommitmentScope Scope, int Year, int ToYear, int People);

    private static async Task<(List<Entered> Entered, int People)> EnteredAsync(Operation op, Guid unitId, CancellationToken ct)
    {
        var people = op.Db.Participants.Where(p => p.UnitId == unitId && p.To == null && p.ExemptSince == null);
        var entered = await op.Db.Commitments.Where(c => c.Lines.Any(l => l.Action != "") && people.Any(p => p.Id == c.ParticipantId))
            .GroupBy(c => new { c.Scope, c.Year, c.ToYear }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        return ([.. entered.Select(e => new Entered(e.Key.Scope, e.Key.Year, e.Key.ToYear, e.Count))], await people.CountAsync(ct));
    }

    private static int EnteredFor(Obligation o, List<Entered> entered) =>
        entered.Where(e => RegisterReads.KindOf(e.Scope) == o.Kind && e.Year <= o.ToYear && e.ToYear >= o.Year).Sum(e => e.People);

    private static List<Duty> ToDo(List<Obligation> own, List<Draft> drafts, List<OwnReview> reviews, List<Entered> entered, int people, DateOnly today) =>
        [.. from o in own
            let standing = ObligationStatus.Judge(o.Facts, today)
            where standing is Standing.SupplementAsked or Standing.Overdue or Standing.DueSoon or Standing.NotYetDue
            let draft = drafts.FirstOrDefault(d => d.ObligationId == o.Id)
            let asked = reviews.Where(r => r.PlanId == draft?.Id && r.Decision == OpinionKind.AskSupplement).MaxBy(r => r.Round)
            let due = standing == Standing.SupplementAsked ? o.SupplementDueOn!.Value : o.DueOn
            orderby due, o.Year
            select new Duty(o.Id, draft?.Id, o.Kind, o.Year, o.ToYear, standing, due, draft?.Items ?? 0, draft?.Unclear ?? 0, draft?.Meeting ?? false,
                standing == Standing.SupplementAsked ? asked?.Remarks ?? 0 : 0, standing == Standing.SupplementAsked ? asked?.DecidedAt : null,
                o.Kind.IsCommitments() ? EnteredFor(o, entered) : 0, o.Kind.IsCommitments() ? people : 0)];

    private static List<Lying> WithSuperior(List<Obligation> own, List<Draft> drafts, List<OwnReview> reviews, DateOnly today) =>
        [.. from o in own
            let standing = ObligationStatus.Judge(o.Facts, today)
            where standing is Standing.SentOnTime or Standing.SentLate
            let draft = drafts.FirstOrDefault(d => d.ObligationId == o.Id)
            let review = reviews.Where(r => r.PlanId == draft?.Id).MaxBy(r => r.Round)
            where draft is not null && review is not null
            orderby review.ExpectedBy
            select new Lying(draft.Id, o.Kind, o.Year, o.ToYear, standing, o.LastSentOn!.Value, review.ExpectedBy, ReviewQueue.Step(draft.State), review.Reader)];

    private static async Task<List<Waiting>> WaitingAsync(Operation op, CancellationToken ct)
    {
        var rows = await ReviewQueue.Mine(op).OrderBy(r => r.ExpectedBy).ThenBy(r => r.UnitPath).Take(10)
            .Join(op.Db.Units, r => r.UnitId, u => u.Id, (r, u) => new { r, u.Code, u.Name })
            .Join(op.Db.Plans, x => x.r.PlanId, p => p.Id, (x, p) => new { x.r, x.Code, x.Name, p.State, p.Year, p.ToYear, p.ObligationId })
            .Join(op.Db.Obligations, x => x.ObligationId, o => o.Id, (x, o) => new { x.r, x.Code, x.Name, x.State, x.Year, x.ToYear, o.Kind })
            .AsNoTracking().ToListAsync(ct);
        return [.. rows.OrderBy(x => x.r.ExpectedBy).ThenBy(x => x.r.UnitPath, StringComparer.Ordinal).Select(x => new Waiting(x.r.Id, x.Code, x.Name, x.Kind, x.Year, x.ToYear, x.r.Round, x.r.ReceivedOn, x.r.ExpectedBy, ReviewQueue.Step(x.State), x.r.Proposal, x.r.ProposedByBody))];
    }

    private static async Task<List<Paper>> NewsAsync(Operation op, string parentPath, CancellationToken ct)
    {
        if (parentPath.Length == 0) return [];
        var since = op.Today.AddDays(-60);
        return await op.Db.Plans.Where(p => p.UnitPath == parentPath && p.PublishedDownward && p.Paper!.Number != null && p.Paper.IssuedOn >= since)
            .OrderByDescending(p => p.Paper!.IssuedOn).Take(3)
            .Join(op.Db.Units, p => p.UnitId, u => u.Id, (p, u) => new Paper(p.Id, p.Paper!.Number!, p.Paper.IssuedOn!.Value, u.Name)).ToListAsync(ct);
    }
}
