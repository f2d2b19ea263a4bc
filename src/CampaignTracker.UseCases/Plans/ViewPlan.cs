using CampaignTracker.Domain;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Reviews;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Reviews;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Plans;

/// <summary>A plan with everything its page shows: the form, what is unclear, last year beside, the superior's plan, tasks unanswered, the path.</summary>
public sealed class ViewPlan(Operations operations)
{
    /// <summary>The page.</summary>
    /// <param name="Id">The plan.</param>
    /// <param name="Version">To be handed back when sending.</param>
    /// <param name="UnitCode">The unit.</param>
    /// <param name="UnitName">Its name.</param>
    /// <param name="UnitShortName">As addressed: "Chi bộ".</param>
    /// <param name="SuperiorName">The reporting parent, or null.</param>
    /// <param name="SuperiorShortName">As addressed on the send button, or null.</param>
    /// <param name="Kind">Annual or term plan.</param>
    /// <param name="Year">First year.</param>
    /// <param name="ToYear">Last year.</param>
    /// <param name="State">Where it is in its life.</param>
    /// <param name="Standing">How the obligation stands.</param>
    /// <param name="DueOn">Due date in force, or the open supplement's.</param>
    /// <param name="ExtensionReason">Why there is more time, or null.</param>
    /// <param name="CompletionMode">How it was closed, or null.</param>
    /// <param name="Answer">How the unit answers.</param>
    /// <param name="AnswerText">Citation or reason.</param>
    /// <param name="Meeting">The adopting meeting, or null.</param>
    /// <param name="Paper">Number, date, signer, or null.</param>
    /// <param name="Scan">The signed page's scan, or null.</param>
    /// <param name="Basis">Section.</param>
    /// <param name="Aims">Section.</param>
    /// <param name="Organisation">Section.</param>
    /// <param name="Recipients">Section.</param>
    /// <param name="Items">Items by number.</param>
    /// <param name="Requirements">The tasks the plan may serve, with how they are answered.</param>
    /// <param name="Before">The unit's plan before this one, or null.</param>
    /// <param name="Superior">The superior's plan of the period, or null.</param>
    /// <param name="Blocks">Why it cannot be sent yet; empty when it can.</param>
    /// <param name="Remarks">Remarks of decided readings, latest round first.</param>
    /// <param name="Path">What happened, in order.</param>
    /// <param name="Lying">With whom it lies now, or null.</param>
    /// <param name="Acts">What the asker may do now.</param>
    /// <param name="Doubled">Another paper of the unit with the same number in the same year, or null: a warning.</param>
    /// <param name="EditedAfterMeeting">A text changed after the meeting.</param>
    /// <param name="EditedAt">UTC.</param>
    /// <param name="EditedByName">Who changed it last.</param>
    /// <param name="Members">Participants of the unit who count, for the meeting's total.</param>
    /// <param name="Responsible">Names and posts of the unit to choose a responsible person from.</param>
    /// <param name="Kept">Losing texts of conflicts, kept 30 days.</param>
    /// <param name="Today">Local date.</param>
    /// <param name="Own">The asker belongs to the unit and writes it.</param>
    public sealed record Page(Guid Id, int Version, string UnitCode, string UnitName, string UnitShortName, string? SuperiorName, string? SuperiorShortName, RequirementKind Kind, int Year, int ToYear,
        PlanState State, Standing Standing, DateOnly DueOn, string? ExtensionReason, CompletionMode? CompletionMode, PlanAnswer Answer, string? AnswerText, MeetingFacts? Meeting, PaperFacts? Paper, ScanFile? Scan,
        string Basis, string Aims, string Organisation, string Recipients, IReadOnlyList<Item> Items, IReadOnlyList<Task> Requirements, Earlier? Before, Earlier? Superior,
        IReadOnlyList<Because> Blocks, IReadOnlyList<ShownRemark> Remarks, IReadOnlyList<Event> Path, WithWhom? Lying, IReadOnlySet<PlanAct> Acts, SameNumber? Doubled,
        bool EditedAfterMeeting, DateTime EditedAt, string EditedByName, int Members, IReadOnlyList<string> Responsible, IReadOnlyList<KeptText> Kept, DateOnly Today, bool Own)
    {
        /// <summary>The number that another paper bears as well, or null.</summary>
        public string? DoubledNumber => Doubled?.Number;
    }

    /// <summary>The adopting meeting.</summary>
    public sealed record MeetingFacts(DateOnly HeldOn, int Present, int Total, int InFavour);

    /// <summary>Number, date, signer.</summary>
    public sealed record PaperFacts(string? Number, DateOnly? IssuedOn, string Signer, string SignerPost);

    /// <summary>Another plan of the unit whose paper bears the same number in the same year.</summary>
    public sealed record SameNumber(Guid Id, string Number, int Year, int ToYear);

    /// <summary>A scan to open under /files/{id}.</summary>
    public sealed record ScanFile(Guid Id, string Name, long Size);

    /// <summary>An item with what it leaves unclear.</summary>
    public sealed record Item(Guid Id, int Ordinal, string Content, ItemRole? Role, string CoOperating, string Responsible, string Method, DateOnly? StartsOn, DateOnly? EndsOn, string Product,
        IReadOnlyList<Guid> Requirements, IReadOnlyList<PlanElement> Missing, bool Hint);

    /// <summary>A task of the governing document.</summary>
    /// <param name="Id">The requirement.</param>
    /// <param name="Number">As people say it.</param>
    /// <param name="Text">Quotation or summary.</param>
    /// <param name="Quoted">True when <paramref name="Text"/> is a quotation.</param>
    /// <param name="Answer">Answered without an item, or null.</param>
    /// <param name="ItemOrdinals">Numbers of the items that serve it.</param>
    public sealed record Task(Guid Id, string Number, string Text, bool Quoted, RequirementAnswerKind? Answer, IReadOnlyList<int> ItemOrdinals);

    /// <summary>Another plan to read beside.</summary>
    public sealed record Earlier(Guid Id, string UnitName, int Year, int ToYear, string? Number, DateOnly? IssuedOn, string Aims, IReadOnlyList<Item> Items);

    /// <summary>A remark of a decided reading.</summary>
    public sealed record ShownRemark(int Round, Guid? ItemId, string Text, string AuthorName, string? Body, DateTime At);

    /// <summary>Something that happened to the filing.</summary>
    public sealed record Event(EventKind Kind, DateTime At, string? Name, int Round, int Remarks, string? Body);

    /// <summary>With whom it lies, since when, expected by when.</summary>
    public sealed record WithWhom(ReviewStep Step, DateOnly ReceivedOn, DateOnly ExpectedBy, string? ReaderName);

    /// <summary>A losing text.</summary>
    public sealed record KeptText(Guid? ItemId, PlanField Field, string Text, string AuthorName, DateTime At);

    /// <summary>Kinds of events on the path.</summary>
    public enum EventKind
    {
        /// <summary>Sent.</summary>
        Sent,
        /// <summary>Opened by its reader.</summary>
        Opened,
        /// <summary>The officer proposed.</summary>
        Proposed,
        /// <summary>Asked to supplement.</summary>
        SupplementAsked,
        /// <summary>Agreed, received or approved.</summary>
        Agreed,
        /// <summary>Closed by the clock.</summary>
        NoOpinion,
    }

    /// <summary>Reads the page.</summary>
    /// <exception cref="Refusal">NotFound.</exception>
    public async Task<Page> RunAsync(Guid planId, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        return (await ReadAsync(op, planId, ct)).Page;
    }

    /// <summary>The page with what it was made of, for the reader's screen.</summary>
    internal sealed record Reading(Page Page, UnitPlan Plan, ClosingMode Closing);

    internal static async Task<Reading> ReadAsync(Operation op, Guid planId, CancellationToken ct)
    {
        var db = op.Db;
        var plan = await db.Plans.AsNoTracking().Include(p => p.Texts).Include(p => p.Items).Include(p => p.RequirementAnswers).Include(p => p.Sendings).AsSplitQuery()
            .FirstOrDefaultAsync(p => p.Id == planId, ct).OrRefuseAsync();
        var above = !op.Actor.Can(Permission.ReadFilings, plan.UnitPath);
        if (above && !(plan.PublishedDownward && op.Actor.Posts.Any(post => UnitPath.IsAtOrBelow(post.UnitPath, plan.UnitPath)))) throw new Refusal(Because.NotFound);
        // What is still being written is its unit's own business: a superior reads what was issued or sent.
        if (!plan.PublishedDownward && !op.Actor.Can(Permission.EditPlan, plan.UnitPath)) throw new Refusal(Because.NotFound);

        var parentPath = UnitPath.Parent(plan.UnitPath);
        var units = await db.Units.Where(u => u.Path == plan.UnitPath || u.Path == parentPath).Join(db.UnitKinds, u => u.KindCode, k => k.Code, (u, k) => new { u.Path, u.Code, u.Name, k.ShortName, u.KindCode }).ToListAsync(ct);
        var unit = units.First(u => u.Path == plan.UnitPath);
        var parent = units.FirstOrDefault(u => u.Path == parentPath);
        var obligation = above ? null : await db.Obligations.AsNoTracking().FirstOrDefaultAsync(o => o.Id == plan.ObligationId, ct).OrRefuseAsync();
        var reviews = above ? [] : await db.Reviews.AsNoTracking().Include(r => r.Remarks).Where(r => r.PlanId == planId).OrderBy(r => r.Round).ThenBy(r => r.Id).ToListAsync(ct);
        var (requirements, closing) = obligation is null ? ([], default) : await RequirementsAsync(db, obligation, unit.KindCode, plan, ct);
        var (before, superior) = await BesideAsync(db, plan, parentPath, unit.Name, parent?.Name ?? "", ct);
        var own = op.Actor.Can(Permission.EditPlan, plan.UnitPath);
        // Only whoever writes it now is helped to name people and to find texts again.
        var writes = own && plan.May(op.Actor, PlanAct.Edit);
        var people = writes ? await PeopleAsync(db, plan.UnitId, op.Today, ct) : [];
        var scan = plan.ScanFileId is { } file && !above ? await db.Files.Where(f => f.Id == file).Select(f => new ScanFile(f.Id, f.Name, f.Size)).FirstOrDefaultAsync(ct) : null;
        // Told while it can still be mended: written anew, or taken back.
        var doubled = own && (writes || plan.May(op.Actor, PlanAct.TakeBack)) && plan.Paper is { Number: { } number, IssuedOn: { Year: var inYear } } ? await db.Plans.Where(p => p.UnitId == plan.UnitId && p.Id != planId && p.Paper!.Number == number && p.Paper.IssuedOn!.Value.Year == inYear).Select(p => new SameNumber(p.Id, p.Paper!.Number!, p.Year, p.ToYear)).FirstOrDefaultAsync(ct) : null;
        var keptSince = op.Now.AddDays(-PlanLimits.ConflictDays);
        var kept = writes ? await db.DraftConflicts.Where(c => c.PlanId == planId && c.At >= keptSince).OrderByDescending(c => c.At).Take(20).Select(c => new KeptText(c.ItemId, c.Field, c.Text, c.AuthorName, c.At)).ToListAsync(ct) : [];

        var facts = obligation?.Facts ?? default;
        var standing = obligation is null ? Standing.SentOnTime : ObligationStatus.Judge(facts, op.Today);
        var last = reviews.LastOrDefault(r => r.Waiting);
        var page = new Page(plan.Id, plan.Version, unit.Code, unit.Name, unit.ShortName, parent?.Name, parent?.ShortName,
            obligation?.Kind ?? (plan.Year == plan.ToYear ? RequirementKind.AnnualPlan : RequirementKind.TermPlan), plan.Year, plan.ToYear, plan.State, standing,
            standing == Standing.SupplementAsked ? facts.SupplementDueOn!.Value : facts.DueOn, obligation?.ExtensionReason, obligation?.CompletionMode, plan.Answer, plan.AnswerText,
            plan.Meeting is { } m ? new MeetingFacts(m.HeldOn, m.Present, m.Total, m.InFavour) : null,
            plan.Paper is { } p ? new PaperFacts(p.Number, p.IssuedOn, p.Signer, p.SignerPost) : null, scan,
            plan.Texts.Basis, plan.Texts.Aims, plan.Texts.Organisation, plan.Texts.Recipients, [.. plan.Items.Select(Shown)], requirements, before, superior,
            plan.BlocksSending(), Remarks(reviews), Path(plan, reviews), last is null ? null : new WithWhom(ReviewQueue.Step(plan.State), last.ReceivedOn, last.ExpectedBy, last.OpenedByName),
            Enum.GetValues<PlanAct>().Where(act => plan.May(op.Actor, act)).ToHashSet(), doubled, plan.EditedAfterMeeting, plan.EditedAt, plan.EditedByName,
            people.Count, people, kept, op.Today, own);
        return new Reading(page, plan, closing);
    }

    private static Item Shown(PlanItem i) => new(i.Id, i.Ordinal, i.Content, i.Role, i.CoOperating, i.Responsible, i.Method, i.StartsOn, i.EndsOn, i.Product, i.Requirements,
        PlanClarity.Missing(i), !i.HintDismissed && PlanClarity.GeneralPolicyOnly(i.Content));

    // The tasks of the same document, except those that ask for a plan, and for commitments of the other span; and how the superior closes the plan's own.
    private static async Task<(List<Task> Tasks, ClosingMode Closing)> RequirementsAsync(CampaignDb db, Obligation obligation, string kind, UnitPlan plan, CancellationToken ct)
    {
        var all = await db.Requirements.AsNoTracking().Where(r => r.DocumentId == db.Requirements.Where(o => o.Id == obligation.RequirementId).Select(o => o.DocumentId).First()).OrderBy(r => r.Order).ToListAsync(ct);
        var other = plan.Year == plan.ToYear ? RequirementKind.TermCommitments : RequirementKind.AnnualCommitments;
        List<Task> tasks = [.. all.Where(r => r.Kind is not (RequirementKind.AnnualPlan or RequirementKind.TermPlan) && r.Kind != other && r.UnitKinds.Contains(kind) && r.Kind is not RequirementKind.HalfYearReport)
            .Select(r => new Task(r.Id, r.Number, r.Text ?? r.Summary, r.Text is not null, plan.RequirementAnswers.FirstOrDefault(a => a.RequirementId == r.Id)?.Kind,
                [.. plan.Items.Where(i => i.Requirements.Contains(r.Id)).Select(i => i.Ordinal)]))];
        return (tasks, all.First(r => r.Id == obligation.RequirementId).ClosingMode);
    }

    private static async Task<(Earlier? Before, Earlier? Superior)> BesideAsync(CampaignDb db, UnitPlan plan, string parentPath, string ownName, string parentName, CancellationToken ct)
    {
        var length = plan.ToYear - plan.Year;
        var found = await db.Plans.AsNoTracking().Include(p => p.Texts).Include(p => p.Items)
            .Where(p => p.ToYear - p.Year == length && ((p.UnitId == plan.UnitId && p.Year < plan.Year) || (p.UnitPath == parentPath && p.Year == plan.Year && p.PublishedDownward)))
            .OrderByDescending(p => p.Year).Take(4).ToListAsync(ct);
        Earlier? Beside(UnitPlan? p) => p is null ? null : new Earlier(p.Id, p.UnitId == plan.UnitId ? ownName : parentName, p.Year, p.ToYear, p.Paper?.Number, p.Paper?.IssuedOn, p.Texts.Aims, [.. p.Items.Select(Shown)]);
        return (Beside(found.Where(p => p.UnitId == plan.UnitId).MaxBy(p => p.Year)), Beside(found.FirstOrDefault(p => p.UnitPath == parentPath)));
    }

    private static async Task<List<string>> PeopleAsync(CampaignDb db, Guid unitId, DateOnly today, CancellationToken ct)
    {
        var rows = await db.Participants.Where(p => p.UnitId == unitId && p.ExemptSince == null && p.From <= today && (p.To == null || p.To >= today) && (p.Kind == ParticipantKind.Member || p.Kind == ParticipantKind.ProbationaryMember))
            .OrderByDescending(p => p.UnitHead).ThenBy(p => p.Name).Select(p => new { p.Name, p.PostTitle }).ToListAsync(ct);
        return [.. rows.Select(p => string.IsNullOrEmpty(p.PostTitle) ? p.Name : p.Name + ", " + p.PostTitle)];
    }

    // The author learns the remarks when the leader has decided, not before.
    private static List<ShownRemark> Remarks(List<Review> reviews) =>
        [.. from r in reviews
            where r.Decision is OpinionKind.AskSupplement or OpinionKind.Agree
            orderby r.Round descending
            from remark in r.Remarks
            select new ShownRemark(r.Round, remark.ItemId, remark.Text, remark.AuthorName, remark.Body, remark.At)];

    private static List<Event> Path(UnitPlan plan, List<Review> reviews)
    {
        var path = plan.Sendings.Select(s => new Event(EventKind.Sent, s.SentAt, s.SentByName, s.Round, 0, null)).ToList();
        foreach (var r in reviews)
        {
            if (r.Withdrawn) continue;
            if (r.OpenedAt is { } opened) path.Add(new Event(EventKind.Opened, opened, r.OpenedByName, r.Round, 0, null));
            if (r.ProposedAt is { } proposed) path.Add(new Event(EventKind.Proposed, proposed, r.ProposedByName, r.Round, 0, r.ProposedByBody));
            if (r.DecidedAt is { } decided)
                path.Add(new Event(r.Decision switch { OpinionKind.AskSupplement => EventKind.SupplementAsked, OpinionKind.NoOpinion => EventKind.NoOpinion, _ => EventKind.Agreed }, decided, r.DecidedByName, r.Round, r.Remarks.Count, null));
        }
        return [.. path.OrderBy(e => e.At)];
    }
}
