using System.Reflection;
using System.Text;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Compliance;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Progress;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.Domain.Reviews;
using CampaignTracker.UseCases.Audit;
using CampaignTracker.UseCases.BackgroundWork;
using CampaignTracker.UseCases.Backups;
using CampaignTracker.UseCases.Commitments;
using CampaignTracker.UseCases.Compliance;
using CampaignTracker.UseCases.Evidence;
using CampaignTracker.UseCases.GoverningDocuments;
using CampaignTracker.UseCases.Meetings;
using CampaignTracker.UseCases.Obligations;
using CampaignTracker.UseCases.Papers;
using CampaignTracker.UseCases.People;
using CampaignTracker.UseCases.Plans;
using CampaignTracker.UseCases.Progress;
using CampaignTracker.UseCases.Reminders;
using CampaignTracker.UseCases.Reviews;
using CampaignTracker.UseCases.Timeline;
using CampaignTracker.UseCases.Units;

namespace CampaignTracker.UseCases.Tests;

/// <summary>What a unit's things are called, to ask for them by.</summary>
internal sealed record Keys(string Code, Guid UnitId, Guid Owed, Guid OwedFresh, Guid Plan, Guid Draft, Guid Item, Guid DraftItem, Guid LastYearItem, Guid Review, Guid Remark, Guid File, Guid Account, Guid Post,
    Guid Person, Guid Register, Guid Commitment, Guid Line, Guid Meeting, Guid Request)
{
    /// <summary>Evidence of the plan's item.</summary>
    public Guid ItemProof { get; init; } = Guid.NewGuid();
    /// <summary>Evidence of the line.</summary>
    public Guid LineProof { get; init; } = Guid.NewGuid();
    /// <summary>An urging of the unit by its superior.</summary>
    public Guid Urging { get; init; } = Guid.NewGuid();
    /// <summary>An announcement of the unit.</summary>
    public Guid Announcement { get; init; } = Guid.NewGuid();
    /// <summary>An import of participants.</summary>
    public Guid Import { get; init; } = Guid.NewGuid();

    /// <summary>A message to the unit's secretary that was given up.</summary>
    public Guid Message { get; init; } = Guid.NewGuid();
    /// <summary>A reminder of the unit's secretary.</summary>
    public Guid Reminder { get; init; } = Guid.NewGuid();

    /// <summary>Another of the unit's participants.</summary>
    public Guid OtherPerson => DerivedId.Of("town-person", Code + ":1");

    /// <summary>A saved view of the unit's writer.</summary>
    public Guid View { get; init; } = Guid.NewGuid();

    /// <summary>A background task of the unit's writer.</summary>
    public Guid Task { get; init; } = Guid.NewGuid();

    /// <summary>Of a unit that does not exist.</summary>
    public static Keys Nobodys() => new("P-Q", Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(),
        Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
}

/// <summary>
/// Every way into the library. The canary test goes through all of them and fails when one is missing here: a new use case is added below,
/// with the plausible ways to call it for a unit's things.
/// </summary>
internal static class Doors
{
    public delegate Task<object?> Call(Session session, Keys keys);

    /// <param name="Keyed">Asks for a unit's things: those of a foreign unit must look like those of no unit.</param>
    public sealed record Door(string Name, bool Reads, bool Keyed, Call[] Calls);

    private static readonly DateOnly Later = new(2026, 12, 1);

    public static IReadOnlyList<Door> All { get; } =
    [
        Read<ViewRegister>("RunAsync", true, async (u, k) => await u.RunAsync(new(k.Code, Year: Town.Year, Take: 200), default), async (u, k) => await u.RunAsync(new(k.Code, CommitmentScope.Term, Town.Year, Search: "zz"), default)),
        Read<ViewRegister>("RunAsync", false, async (u, _) => await u.RunAsync(new(Take: 200), default)),
        Read<ViewRegistersBelow>("RunAsync", true, async (u, k) => await u.RunAsync(new(k.Code, Year: Town.Year, Take: 200), default)),
        Read<ViewRegistersBelow>("RunAsync", false, async (u, _) => await u.RunAsync(new(), default)),
        Read<ViewCommitment>("RunAsync", true, async (u, k) => await u.RunAsync(k.Commitment, default)),
        Read<ViewOwnCommitments>("RunAsync", false, async (u, _) => await u.RunAsync(null, default)),
        Read<ViewMeetings>("RunAsync", false, async (u, _) => await u.RunAsync(new(Take: 200), default)),
        Read<ViewMeetings>("FormAsync", false, async (u, _) => await u.FormAsync(Town.Year, default)),
        Read<ViewAudit>("RunAsync", true, async (u, k) => await u.RunAsync(new(k.Code, Take: 200), default), async (u, k) => await u.RunAsync(new(RootId: k.Plan, Take: 200), default), async (u, k) => await u.RunAsync(new(RootId: k.Review, Take: 200), default)),
        Read<ViewAudit>("RunAsync", false, async (u, _) => await u.RunAsync(new(Take: 200), default), async (u, _) => await u.RunAsync(new(Skip: 200, Take: 200), default), async (u, _) => await u.RunAsync(new(Skip: 400, Take: 200), default), async (u, _) => await u.RunAsync(new(Search: "zz", Take: 200), default)),
        Read<ViewBackups>("RunAsync", false, async (u, _) => await u.RunAsync(default)),
        Read<ViewCompliance>("RunAsync", true, async (u, k) => await u.RunAsync(new(Town.Year, k.Code), default), async (u, k) => await u.RunAsync(new(Town.Year, k.Code, Search: "a", Reviewed: true, Compare: true), default),
            async (u, k) => await u.RunAsync(new(Town.Year, k.Code, Period: BoardPeriod.Term, AsOf: new DateOnly(Town.Year, 1, 20), Reviewed: true, Compare: true), default)),
        Read<ViewCompliance>("RunAsync", false, async (u, _) => await u.RunAsync(new(Town.Year), default), async (u, _) => await u.RunAsync(new(Town.Year - 1, KindCode: "cell"), default)),
        Read<ViewTrends>("RunAsync", true, async (u, k) => await u.RunAsync(new(Town.Year, k.Code), default)),
        Read<ViewTrends>("RunAsync", false, async (u, _) => await u.RunAsync(new(), default)),
        Read<ViewTrends>("RecentAsync", true, async (u, k) => await u.RecentAsync(new(Town.Year, k.Code), default)),
        Read<ViewTrends>("RecentAsync", false, async (u, _) => await u.RecentAsync(new(), default)),
        Read<ViewInspection>("RunAsync", false, async (u, _) => await u.RunAsync(Town.Year, default)),
        Read<ViewAccounts>("NeverUsedAsync", false, async (u, _) => await u.NeverUsedAsync(default)),
        Read<ComposeHeadNote>("RunAsync", true, async (u, k) => await u.RunAsync(new(Town.Year, k.Code), default)),
        Read<ComposeHeadNote>("RunAsync", false, async (u, _) => await u.RunAsync(new(Town.Year), default)),
        Read<ComposeComplianceReport>("RunAsync", true, async (u, k) => await ReportAsync(u, new(Town.Year, k.Code))),
        Read<ComposeComplianceReport>("RunAsync", false, async (u, _) => await ReportAsync(u, new(Town.Year, null))),
        Read<ViewDocuments>("RunAsync", false, async (u, _) => await u.RunAsync(default)),
        Read<ViewDocuments>("OneAsync", false, async (u, _) => await u.OneAsync("D1", default), async (u, _) => await u.OneAsync("D2", default)),
        Read<OpenYear>("NextAsync", false, async (u, _) => await u.NextAsync(default)),
        Read<OpenYear>("PreviewAsync", false, async (u, _) => await u.PreviewAsync(Town.Year + 1, default)),
        Read<ViewMyWork>("RunAsync", false, async (u, _) => await u.RunAsync(default)),
        Read<ViewObligations>("RunAsync", true, async (u, k) => await u.RunAsync(new(k.Code, null, Take: 200), default), async (u, k) => await u.RunAsync(new(k.Code, Town.Year, true, Search: "zz", Order: ObligationOrder.Name), default)),
        Read<KeepScan>("OpenAsync", true, async (u, k) => await OpenedAsync(await u.OpenAsync(k.File, default))),
        Read<OpenEvidence>("RunAsync", true, async (u, k) => await OpenedAsync(await u.RunAsync(k.ItemProof, default)), async (u, k) => await OpenedAsync(await u.RunAsync(k.LineProof, default))),
        Read<OpenEvidence>("ThumbnailAsync", true, async (u, k) => (await u.ThumbnailAsync(k.ItemProof, default)).Mark, async (u, k) => (await u.ThumbnailAsync(k.LineProof, default)).Mark),
        Read<ViewEvidence>("OfAsync", true, async (u, k) => await u.OfAsync(EvidenceOf.PlanItem, k.Item, default), async (u, k) => await u.OfAsync(EvidenceOf.PlanItem, k.DraftItem, default), async (u, k) => await u.OfAsync(EvidenceOf.CommitmentLine, k.Line, default)),
        Read<ViewEvidence>("RunAsync", true, async (u, k) => await u.RunAsync(new(k.Code, Take: 200), default), async (u, k) => await u.RunAsync(new(k.Code, Of: EvidenceOf.CommitmentLine, Search: "zz"), default)),
        Read<ViewEvidence>("RunAsync", false, async (u, _) => await u.RunAsync(new(Take: 200), default), async (u, _) => await u.RunAsync(new(Year: Town.Year - 1), default)),
        Read<ViewProgress>("RunAsync", true, async (u, k) => await u.RunAsync(new(k.Code, Town.Year, Take: 200), default), async (u, k) => await u.RunAsync(new(k.Code, Town.Year, Month: TestCampaign.Tuesday.Month, Search: "zz", SilentDays: 1), default), async (u, k) => await u.RunAsync(new(k.Code, Town.Year, Month: TestCampaign.Tuesday.Month), default)),
        Read<ViewProgress>("RunAsync", false, async (u, _) => await u.RunAsync(new(Take: 200), default)),
        Read<ViewProgress>("PromisedAsync", false, async (u, _) => await u.PromisedAsync(Town.Year, default)),
        Read<ViewProgress>("OwnAsync", false, async (u, _) => await u.OwnAsync(Town.Year, default)),
        Read<ViewProgress>("OfPlanAsync", true, async (u, k) => await u.OfPlanAsync(k.Plan, default), async (u, k) => await u.OfPlanAsync(k.Draft, default)),
        Read<ViewProgress>("SumsAsync", true, async (u, k) => await u.SumsAsync(k.Code, Town.Year, default)),
        Read<ViewProgress>("SumsAsync", false, async (u, _) => await u.SumsAsync(null, Town.Year, default)),
        Read<ViewProgressMonths>("RunAsync", true, async (u, k) => await u.RunAsync(new(k.Code, Town.Year, Take: 200), default)),
        Read<ViewProgressMonths>("RunAsync", false, async (u, _) => await u.RunAsync(new(Search: "zz"), default)),
        Read<ViewItemProgress>("RunAsync", true, async (u, k) => await u.RunAsync(new(ProgressSubject.PlanItem, k.Item), default), async (u, k) => await u.RunAsync(new(ProgressSubject.PlanItem, k.DraftItem), default), async (u, k) => await u.RunAsync(new(ProgressSubject.CommitmentLine, k.Line), default)),
        Read<ViewAccounts>("RunAsync", false, async (u, _) => await u.RunAsync(new(Take: 200), default), async (u, _) => await u.RunAsync(new("zz"), default)),
        Read<ViewMessages>("RunAsync", false, async (u, _) => await u.RunAsync(new(Take: 200), default), async (u, _) => await u.RunAsync(new(Domain.Reminders.MessageState.Dead, "zz"), default)),
        Read<ViewMailHealth>("RunAsync", false, async (u, _) => await u.RunAsync(default)),
        Read<ChangeTemplates>("ViewAsync", false, async (u, _) => await u.ViewAsync(default)),
        Read<ViewParticipants>("RunAsync", true, async (u, k) => await u.RunAsync(new(k.Code, Take: 200), default), async (u, k) => await u.RunAsync(new(k.Code, "zz", ViewParticipants.Part.Exempt), default)),
        Read<ViewParticipants>("RunAsync", false, async (u, _) => await u.RunAsync(new(Take: 200), default), async (u, _) => await u.RunAsync(new(Part: ViewParticipants.Part.Left), default)),
        Read<ViewParticipants>("OneAsync", true, async (u, k) => await u.OneAsync(k.Person, default)),
        Read<ViewParticipants>("ListAsync", true, async (u, k) => await u.ListAsync(new(k.Code), default)),
        Read<ImportParticipants>("CheckAsync", true, async (u, k) => await u.CheckAsync(ImportOf(k.Code, "Đảng viên 1 " + k.Code), default)),
        Read<ImportParticipants>("LastAsync", true, async (u, k) => await u.LastAsync(k.Code, default)),
        Read<ViewMe>("RunAsync", false, async (u, _) => await u.RunAsync(default)),
        Read<ViewMyData>("RunAsync", false, async (u, _) => await u.RunAsync(default)),
        Read<AnswerDataRequests>("ViewAsync", false, async (u, _) => await u.ViewAsync(0, default)),
        Read<ComposeCommitmentPapers>("OneAsync", true, async (u, k) => await u.OneAsync(k.Commitment, null, default)),
        Read<ComposeCommitmentPapers>("UnitAsync", true, async (u, k) => await u.UnitAsync(new(k.Code, Town.Year), null, default), async (u, k) => await u.UnitAsync(new(RegisterId: k.Register), null, default)),
        Read<ComposeCommitmentPapers>("UnitAsync", false, async (u, _) => await u.UnitAsync(new(Scope: CommitmentScope.Term), null, default)),
        Read<ComposeCommitmentPapers>("RegisterAsync", true, async (u, k) => await u.RegisterAsync(new(k.Code, Town.Year), default), async (u, k) => await u.RegisterAsync(new(RegisterId: k.Register), default)),
        Read<ComposePayBack>("OneAsync", true, async (u, k) => await u.OneAsync(k.Commitment, default)),
        Read<ComposePayBack>("UnitAsync", true, async (u, k) => await u.UnitAsync(new(k.Code, Town.Year), default), async (u, k) => await u.UnitAsync(new(RegisterId: k.Register), default)),
        Read<ComposePayBack>("CellAsync", true, async (u, k) => await u.CellAsync(new(k.Code, Town.Year), default), async (u, k) => await u.CellAsync(new(RegisterId: k.Register), default)),
        Read<ComposePayBack>("DossierAsync", true, async (u, k) => await u.DossierAsync(new(k.Code, Town.Year), default), async (u, k) => await u.DossierAsync(new(RegisterId: k.Register), default)),
        Read<ComposeManyPapers>("RunAsync", true, async (u, k) => await ManyPapersAsync(u, new(Town.Year, k.Code)), async (u, k) => await ManyPapersAsync(u, new(Town.Year, k.Code, Reason: "vì"))),
        Read<ComposeManyPapers>("RunAsync", false, async (u, _) => await ManyPapersAsync(u, new(null))),
        Read<ViewTasks>("RunAsync", false, async (u, _) => await u.RunAsync(0, default)),
        Read<ViewTasks>("CountsAsync", false, async (u, _) => await u.CountsAsync(default)),
        Read<OpenTask>("RunAsync", true, async (u, k) => await u.RunAsync(k.Task, default)),
        Read<OpenTask>("ImportAsync", true, async (u, k) => await u.ImportAsync(k.Task, default)),
        Read<OpenResult>("RunAsync", true, async (u, k) => await OpenedAsync(await u.RunAsync(k.Task, default))),
        Read<ViewRuns>("RunAsync", false, async (u, _) => await u.RunAsync(default)),
        Read<CompareLedger>("LastAsync", false, async (u, _) => await u.LastAsync(default)),
        Read<ViewPapers>("RunAsync", false, async (u, _) => await u.RunAsync(null, default), async (u, _) => await u.RunAsync(Town.Year - 1, default)),
        Read<ViewTimeline>("UnitAsync", true, async (u, k) => await u.UnitAsync(new(k.Code, Town.Year), default), async (u, k) => await u.UnitAsync(new(k.Code, Town.Year + 1, 4), default)),
        Read<ViewTimeline>("UnitAsync", false, async (u, _) => await u.UnitAsync(new(), default)),
        Read<ViewTimeline>("PersonAsync", true, async (u, k) => await u.PersonAsync(new(k.Person), default), async (u, k) => await u.PersonAsync(new(k.Person, Town.Year, 3), default)),
        Read<ViewOpenings>("RunAsync", false, async (u, _) => await u.RunAsync(0, default)),
        Read<ViewPlan>("RunAsync", true, async (u, k) => await u.RunAsync(k.Plan, default), async (u, k) => await u.RunAsync(k.Draft, default)),
        Read<ViewPaperEntry>("RunAsync", false, async (u, _) => await u.RunAsync(new(Town.Year), default), async (u, _) => await u.RunAsync(new(Town.Year + 1), default), async (u, _) => await u.RunAsync(new(Town.Year, CommitmentScope.Term), default)),
        Read<PrepareUrging>("RunAsync", true, async (u, k) => await u.RunAsync(new([k.Owed]), default), async (u, k) => await u.RunAsync(new(Units: [k.Code], Slice: ObligationSlice.NotSent, WithBelow: true), default), async (u, k) => await u.RunAsync(new(UnitCode: k.Code, Slice: ObligationSlice.NotSent), default)),
        Read<PrepareUrging>("RunAsync", false, async (u, _) => await u.RunAsync(new(Slice: ObligationSlice.NotSent), default)),
        Read<ViewUrgings>("RunAsync", false, async (u, _) => await u.RunAsync(new(Take: 200), default), async (u, _) => await u.RunAsync(new("zz"), default)),
        Read<ViewUrgings>("OneAsync", true, async (u, k) => await u.OneAsync(k.Urging, default)),
        Read<ComposeUrgingLetter>("RunAsync", true, async (u, k) => await u.RunAsync(k.Urging, default)),
        Read<ViewAnnouncements>("RunAsync", false, async (u, _) => await u.RunAsync(new(Take: 200), default), async (u, _) => await u.RunAsync(new("zz"), default)),
        Read<ViewAnnouncements>("OneAsync", true, async (u, k) => await u.OneAsync(k.Announcement, default)),
        Read<ViewAnnouncements>("ReceiptsAsync", true, async (u, k) => await u.ReceiptsAsync(new(k.Announcement, Take: 200), default), async (u, k) => await u.ReceiptsAsync(new(k.Announcement, ViewAnnouncements.Part.Read, "zz"), default)),
        Read<AnnounceDown>("PreviewAsync", false, async (u, _) => await u.PreviewAsync([], default), async (u, _) => await u.PreviewAsync(["cell"], default)),
        Read<ViewBell>("RunAsync", false, async (u, _) => await u.RunAsync(new(Take: 200), default), async (u, _) => await u.RunAsync(new("zz", CurrentOnly: true), default)),
        Read<ViewBell>("CountAsync", false, async (u, _) => await u.CountAsync(default)),
        Read<KeepPreferences>("ViewAsync", false, async (u, _) => await u.ViewAsync(default)),
        Read<ReadCalendar>("RunAsync", false, async (u, _) => await u.RunAsync(default)),
        Read<ViewReview>("RunAsync", true, async (u, k) => await u.RunAsync(k.Review, default)),
        Read<ViewReviews>("RunAsync", false, async (u, _) => await u.RunAsync(new(Take: 200), default), async (u, _) => await u.RunAsync(new("zz"), default)),
        Read<ViewUnit>("RunAsync", true, async (u, k) => await u.RunAsync(k.Code, default)),
        Read<ViewUnits>("RootsAsync", false, async (u, _) => await u.RootsAsync(default)),
        Read<ViewUnits>("ChildrenAsync", true, async (u, k) => await u.ChildrenAsync(k.UnitId, default)),
        Read<ViewUnits>("SearchAsync", false, async (u, _) => await u.SearchAsync(new("zz", Take: 200), default), async (u, _) => await u.SearchAsync(new("", Take: 200), default)),

        Read<ViewReminderRules>("RunAsync", false, async (u, _) => await u.RunAsync(default)),
        Read<ViewReminderRules>("UseAsync", false, async (u, _) => await u.UseAsync(default)),
        Read<ViewSentReminders>("RunAsync", false, async (u, _) => await u.RunAsync(new("FilingDue", Size: 200), default), async (u, _) => await u.RunAsync(new("OwnNoProgress", Size: 200), default)),

        Write<BeginCommitment>("RunAsync", async (u, k) => await u.RunAsync(new(CommitmentScope.Year, Town.Year, k.Person), default), async (u, k) => await u.RunAsync(new(CommitmentScope.Term, Town.Year, k.Person), default)),
        Write<SaveCommitment>("RunAsync", async (u, k) => await u.RunAsync(new(k.Commitment, [new(k.Line, CommitmentField.Action, "lạ", null)]), default), async (u, k) => await u.RunAsync(new(k.Commitment, [new(k.Line, CommitmentField.Action, "lạ", "không phải thế")]), default)),
        Write<ArrangeLines>("AddAsync", async (u, k) => await u.AddAsync(k.Commitment, default)),
        Write<ArrangeLines>("RemoveAsync", async (u, k) => await Done(u.RemoveAsync(k.Commitment, k.Line, default))),
        Write<ArrangeLines>("TakeFromLastYearAsync", async (u, k) => await u.TakeFromLastYearAsync(k.Commitment, k.Line, default)),
        Write<KeepShortcoming>("RunAsync", async (u, k) => await u.RunAsync(new(k.Commitment, "lạ", null), default), async (u, k) => await u.RunAsync(new(k.Commitment, "lạ", "không phải thế"), default)),
        Write<AskConcrete>("RunAsync", async (u, k) => await Done(u.RunAsync(new(k.Commitment, "lạ"), default))),
        Write<AskConcrete>("DiscussedAsync", async (u, k) => await Done(u.DiscussedAsync(k.Commitment, default))),
        Write<ConfirmOutside>("RunAsync", async (u, k) => await Done(u.RunAsync(new(k.Commitment, Confirmation.Office, "lạ", new DateOnly(2026, 1, 6)), default))),
        Write<ReopenCommitment>("RunAsync", async (u, k) => await Done(u.RunAsync(k.Commitment, default))),
        Write<AssessCommitment>("SelfAsync", async (u, k) => await Done(u.SelfAsync(new(k.Commitment, "lạ"), default))),
        Write<AssessCommitment>("CommentAsync", async (u, k) => await Done(u.CommentAsync(new(k.Commitment, "lạ"), default))),
        Write<AssessCommitment>("CloseAsync", async (u, k) => await Done(u.CloseAsync(k.Commitment, default))),
        Write<AssessCommitment>("CloseRegisterAsync", async (u, k) => await u.CloseRegisterAsync(new(k.UnitId, CommitmentScope.Year, Town.Year), default)),
        Write<AdoptRegister>("RunAsync", async (u, k) => await u.RunAsync(new(k.Meeting, null, null, null, null, new(Town.Year, Annual: true)), default)),
        Write<RecordMeeting>("AddAsync", async (u, k) => await u.AddAsync(k.Meeting, new(Town.Year, Topic: "lạ"), default)),
        Write<RecordMeeting>("CorrectAsync", async (u, k) => await Done(u.CorrectAsync(new(k.Meeting, new DateOnly(2026, 1, 1), 1, 1, 1), default))),
        Write<RecordMeeting>("AttachMinutesAsync", async (u, k) => await Done(u.AttachMinutesAsync(k.Meeting, "a.pdf", new MemoryStream("%PDF-"u8.ToArray()), default))),
        Write<RecordMeeting>("DetachMinutesAsync", async (u, k) => await Done(u.DetachMinutesAsync(k.Meeting, default))),
        Write<UrgeUnits>("RunAsync", async (u, k) => await u.RunAsync(new(Guid.NewGuid(), UrgingWay.Program, "vì", [k.Owed]), default), async (u, k) => await u.RunAsync(new(Guid.NewGuid(), UrgingWay.Copied, "vì", [k.OwedFresh, k.Owed]), default)),
        Write<AnnounceDown>("WithdrawAsync", async (u, k) => await Done(u.WithdrawAsync(k.Announcement, default))),
        Write<AdjustObligation>("ExtendAsync", async (u, k) => await Done(u.ExtendAsync(new(k.Owed, Later, "vì"), default))),
        Write<AdjustObligation>("ExcuseAsync", async (u, k) => await Done(u.ExcuseAsync(new(k.Owed, "vì"), default)), async (u, k) => await Done(u.ExcuseAsync(new(k.OwedFresh, "vì"), default))),
        Write<KeepScan>("AttachAsync", async (u, k) => await Done(u.AttachAsync(k.Draft, "a.pdf", new MemoryStream("%PDF-"u8.ToArray()), default))),
        Write<KeepScan>("DetachAsync", async (u, k) => await Done(u.DetachAsync(k.Draft, default))),
        Write<KeepEvidence>("AttachAsync", async (u, k) => await u.AttachAsync(new(EvidenceOf.PlanItem, k.Item), "a.pdf", new MemoryStream("%PDF-"u8.ToArray()), default), async (u, k) => await u.AttachAsync(new(EvidenceOf.CommitmentLine, k.Line), "a.pdf", new MemoryStream("%PDF-"u8.ToArray()), default)),
        Write<KeepEvidence>("TakeOffAsync", async (u, k) => await Done(u.TakeOffAsync(k.ItemProof, default)), async (u, k) => await Done(u.TakeOffAsync(k.LineProof, default))),
        Write<ForwardPlan>("OpenAsync", async (u, k) => await Done(u.OpenAsync(k.Review, default))),
        Write<ForwardPlan>("RemarkAsync", async (u, k) => await u.RemarkAsync(new(k.Review, null, null, "lạ"), default), async (u, k) => await u.RemarkAsync(new(k.Review, k.Remark, null, "lạ"), default)),
        Write<ForwardPlan>("ProposeAsync", async (u, k) => await Done(u.ProposeAsync(k.Review, OpinionKind.Agree, default))),
        Write<ForwardPlan>("AgreeAsync", async (u, k) => await Done(u.AgreeAsync(k.Review, default))),
        Write<ForwardPlan>("AskSupplementAsync", async (u, k) => await Done(u.AskSupplementAsync(k.Review, default))),
        Write<ArrangePlanItems>("AddAsync", async (u, k) => await u.AddAsync(k.Draft, null, default)),
        Write<ArrangePlanItems>("RemoveAsync", async (u, k) => await Done(u.RemoveAsync(k.Draft, k.DraftItem, default))),
        Write<ArrangePlanItems>("MoveAsync", async (u, k) => await Done(u.MoveAsync(k.Draft, k.DraftItem, 1, default))),
        Write<ArrangePlanItems>("AnswerRequirementAsync", async (u, k) => await Done(u.AnswerRequirementAsync(k.Draft, Town.Requirement(Town.Task), RequirementAnswerKind.OutOfScope, default))),
        Write<ArrangePlanItems>("TakeFromLastYearAsync", async (u, k) => await u.TakeFromLastYearAsync(k.Plan, k.LastYearItem, default)),
        Write<RecordProgress>("RunAsync", async (u, k) => await u.RunAsync(new(ProgressSubject.PlanItem, k.Item, Outcome.Done, false, null, "lạ", null, Guid.NewGuid()), default), async (u, k) => await u.RunAsync(new(ProgressSubject.CommitmentLine, k.Line, null, true, null, "lạ", null, Guid.NewGuid()), default)),
        Write<RecordManyProgress>("RunAsync", async (u, k) => await ManyAsync(u, new(ProgressSubject.PlanItem, k.Item, Outcome.Done, false, null, "lạ", null, Guid.NewGuid())), async (u, k) => await ManyAsync(u, new(ProgressSubject.CommitmentLine, k.Line, Outcome.Done, false, 1, "lạ", null, Guid.NewGuid()))),
        Write<BeginPlan>("RunAsync", async (u, k) => await u.RunAsync(new(k.OwedFresh), default), async (u, k) => await u.RunAsync(new(k.Owed), default)),
        Write<SavePlanDraft>("RunAsync", async (u, k) => await u.RunAsync(new(k.Draft, [new(k.DraftItem, PlanField.Content, "lạ", null)]), default), async (u, k) => await u.RunAsync(new(k.Draft, [new(null, PlanField.Aims, "lạ", "không phải thế")]), default)),
        Write<FilePlan>("RecordMeetingAsync", async (u, k) => await Done(u.RecordMeetingAsync(new(k.Draft, new DateOnly(2026, 1, 1), 1, 1, 1), default))),
        Write<FilePlan>("IssueAsync", async (u, k) => await Done(u.IssueAsync(new(k.Draft, "1", null, "A", "B"), default))),
        Write<FilePlan>("AnswerAsync", async (u, k) => await Done(u.AnswerAsync(new(k.Draft, PlanAnswer.OutOfScope, "vì"), default))),
        Write<FilePlan>("SendAsync", async (u, k) => await Done(u.SendAsync(k.Draft, 1, default))),
        Write<FilePlan>("TakeBackAsync", async (u, k) => await Done(u.TakeBackAsync(k.Plan, default))),
        Write<ImportParticipants>("StoreAsync", async (u, k) => await u.StoreAsync(ImportOf(k.Code, "Người Lạ"), null, default)),
        Write<ImportParticipants>("UndoAsync", async (u, k) => await Done(u.UndoAsync(k.Import, default))),
        Write<ChangeParticipants>("EnterAsync", async (u, k) => await u.EnterAsync(new(k.Code, "Người Lạ", ParticipantKind.Member, null, false, null, null), default)),
        Write<ChangeParticipants>("CorrectAsync", async (u, k) => await Done(u.CorrectAsync(new(k.Person, 1, "Người Lạ", ParticipantKind.Member, null, false, new DateOnly(2024, 1, 1), null), default))),
        Write<ChangeParticipants>("TransferAsync", async (u, k) => await Done(u.TransferAsync(new(k.Person, Town.CellB2, new DateOnly(2026, 1, 1)), default))),
        Write<ChangeParticipants>("LeaveAsync", async (u, k) => await Done(u.LeaveAsync(new(k.Person, new DateOnly(2026, 1, 1), LeaveReason.MovedAway), default))),
        Write<ChangeParticipants>("MergeAsync", async (u, k) => await Done(u.MergeAsync(k.Person, k.OtherPerson, default))),
        Write<ChangeAccounts>("CreateAsync", async (u, k) => await u.CreateAsync(new("la", "Lạ", "mười ký tự trở lên", k.Code, Role.Officer, "Lạ", null), default)),
        Write<ChangeAccounts>("GivePostAsync", async (u, k) => await Done(u.GivePostAsync(new(k.Account, k.Code, Role.Officer, "Lạ", null), default))),
        Write<ChangeAccounts>("EndPostAsync", async (u, k) => await Done(u.EndPostAsync(k.Post, default))),
        Write<ChangeAccounts>("SetClosedAsync", async (u, k) => await Done(u.SetClosedAsync(k.Account, true, default))),
        Write<ChangeAccounts>("SetPasswordAsync", async (u, k) => await Done(u.SetPasswordAsync(new(k.Account, "mười ký tự trở lên"), default))),
        Write<ResendMessage>("RunAsync", async (u, k) => await Done(u.RunAsync(k.Message, default))),
        Write<OpenReminder>("RunAsync", async (u, k) => await u.RunAsync(k.Reminder, default)),
        Write<AnswerDataRequests>("AcknowledgeAsync", async (u, k) => await Done(u.AcknowledgeAsync(k.Request, default))),
        Write<AnswerDataRequests>("ExtendAsync", async (u, k) => await Done(u.ExtendAsync(k.Request, default))),
        Write<AnswerDataRequests>("ReplyAsync", async (u, k) => await Done(u.ReplyAsync(new(k.Request, "lạ"), default))),
        Write<SavePaperRow>("RunAsync", async (u, k) => await u.RunAsync(new(k.Person, CommitmentScope.Year, Town.Year + 1, "Giấy lạ", null, [new(null, "lạ", "", "", "", "")], null), default), async (u, k) => await u.RunAsync(new(k.Person, CommitmentScope.Year, Town.Year, "Giấy lạ", k.Meeting, [new(k.Line, "lạ", "", "", "", "")], []), default)),
        Write<AskForTask>("PapersAsync", async (u, k) => await u.PapersAsync(new(Town.Year, k.Code), default)),
        Write<AskForTask>("ImportAsync", async (u, k) => await u.ImportAsync(ImportOf(k.Code, "Người Lạ"), default)),
        Write<CancelTask>("RunAsync", async (u, k) => await Done(u.RunAsync(k.Task, default))),
        Write<TakeTask>("NextAsync", async (u, _) => await u.NextAsync("lạ", default)),
        Write<TakeTask>("RecoverAsync", async (u, _) => await u.RecoverAsync("lạ", [], default)),
        Write<TellProgress>("RunAsync", async (u, k) => await u.RunAsync(HoldOf(k), Domain.BackgroundWork.LongTaskStep.Checking, 1, 1, default)),
        Write<FinishTask>("DoneAsync", async (u, k) => await u.DoneAsync(HoldOf(k), null, 0, null, default)),
        Write<FinishTask>("FailedAsync", async (u, k) => await u.FailedAsync(HoldOf(k), "lạ", null, default)),
        Write<FinishTask>("CancelledAsync", async (u, k) => await u.CancelledAsync(HoldOf(k), default)),
        Write<FinishTask>("GivenBackAsync", async (u, k) => await u.GivenBackAsync(HoldOf(k), default)),
        Write<CarryLedgerForward>("RunAsync", async (u, _) => await u.RunAsync(default)),
        Write<CompareLedger>("RunAsync", async (u, _) => await u.RunAsync(default)),
        Write<RemoveOldResults>("RunAsync", async (u, _) => await u.RunAsync(default)),
        Write<NoteRun>("RunAsync", async (u, _) => await Done(u.RunAsync(new("lạ", default, default, null, null, "lạ"), default))),
        // Not by anybody's key: their own tests say who may.
        new("AskForTask.WorkbookAsync", false, false, []),
        new("AskForTask.CheckAsync", false, false, []),
        new("SeeTasks.RunAsync", false, false, []),
        new("KeepSchedule.RunAsync", false, false, []),
        new("RecordMeeting.RunAsync", false, false, []),
        new("OpenNamedCommitment.RunAsync", false, false, []),
        new("AskAboutMyData.RunAsync", false, false, []),
        new("AskAboutMyData.ReadNoticeAsync", false, false, []),
        new("MakeBackup.RunAsync", false, false, []),
        new("CloseUnanswered.RunAsync", false, false, []),
        new("DecideReminders.RunAsync", false, false, []),
        new("ChooseLanguage.RunAsync", false, false, []),
        new("SetReminderRule.RunAsync", false, false, []),
        new("SetReminderRule.ResetAsync", false, false, []),
        new("SetReminderRule.PreviewAsync", true, false, []),
        new("AnnounceDown.RunAsync", false, false, []),
        new("OpenAnnouncement.RunAsync", false, false, []),
        new("MarkRemindersRead.RunAsync", false, false, []),
        new("KeepPreferences.SaveAsync", false, false, []),
        new("KeepPreferences.MakeCalendarAsync", false, false, []),
        new("KeepPreferences.EndCalendarAsync", false, false, []),
        Write<KeepViews>("RenameAsync", async (u, k) => await Done(u.RenameAsync(k.View, "zz", default))),
        Write<KeepViews>("DeleteAsync", async (u, k) => await Done(u.DeleteAsync(k.View, default))),
        new("KeepViews.SaveAsync", false, false, []),
        new("ReadCalendar.WhoseAsync", false, false, []),
        new("DeliverMessages.TakeAsync", false, false, []),
        new("DeliverMessages.SentAsync", false, false, []),
        new("DeliverMessages.FailedAsync", false, false, []),
        new("DeliverMessages.DropAsync", false, false, []),
        new("DeliverMessages.PutBackAsync", false, false, []),
        new("ChangeTemplates.SetAsync", false, false, []),
        new("ChangeTemplates.ResetAsync", false, false, []),
        new("ForgetParticipants.RunAsync", false, false, []),
        new("OpenYear.OpenAsync", false, false, []),
        new("OpenYear.CompleteAsync", false, false, []),
        new("CreateAdministrator.RunAsync", false, false, []),
    ];

    /// <summary>What changes rows without an entry in the trail, because the rows are their own record: which node has a task, how far it is, how it ended, what the clock ran.</summary>
    public static readonly IReadOnlySet<string> TellThemselves = new HashSet<string>
    {
        "TakeTask.NextAsync", "TakeTask.RecoverAsync", "TellProgress.RunAsync", "FinishTask.DoneAsync", "FinishTask.FailedAsync", "FinishTask.CancelledAsync", "FinishTask.GivenBackAsync", "RemoveOldResults.RunAsync", "CarryLedgerForward.RunAsync", "CompareLedger.RunAsync", "NoteRun.RunAsync", "SeeTasks.RunAsync",
        "DeliverMessages.TakeAsync", "DeliverMessages.SentAsync", "DeliverMessages.FailedAsync", "DeliverMessages.DropAsync", "DeliverMessages.PutBackAsync",
        "OpenReminder.RunAsync", "MarkRemindersRead.RunAsync", "OpenAnnouncement.RunAsync", "ReadCalendar.WhoseAsync", "MakeBackup.RunAsync",
        // Has a test of its own: only a message that was given up is sent again.
        "ResendMessage.RunAsync",
    };

    /// <summary>What the library really offers.</summary>
    public static IEnumerable<string> Offered =>
        from type in UseCasesSetup.UseCases
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        select type.Name + "." + method.Name;

    private static Door Read<T>(string method, bool keyed, params Func<T, Keys, Task<object?>>[] calls) where T : notnull => new(typeof(T).Name + "." + method, true, keyed, Bound(calls));

    private static Door Write<T>(string method, params Func<T, Keys, Task<object?>>[] calls) where T : notnull => new(typeof(T).Name + "." + method, false, true, Bound(calls));

    private static Call[] Bound<T>(Func<T, Keys, Task<object?>>[] calls) where T : notnull => [.. calls.Select(call => new Call((session, keys) => call(session.Use<T>(), keys)))];

    private static async Task<object?> Done(Task act)
    {
        await act;
        return null;
    }

    private static ImportParticipants.Input ImportOf(string unit, string name) => new(unit, "a.xlsx",
        new ParticipantFile("S", new Dictionary<ParticipantColumn, string> { [ParticipantColumn.Name] = "A" }, [new ParticipantRow(2, false, [.. Enum.GetValues<ParticipantColumn>().Select(column => new ImportCell(column == ParticipantColumn.Name ? name : null))])], []), new Dictionary<int, DuplicateAnswer>());
    // Many reports are refused one by one: here there is one, and its refusal is the answer.
    private static async Task<object?> ManyAsync(RecordManyProgress use, RecordProgress.Input report) => (await use.RunAsync(new([report]), default))[0] switch { { Refusal: { } refusal } => throw refusal, var result => result };

    private static async Task<object?> ReportAsync(ComposeComplianceReport use, ComposeComplianceReport.Input input)
    {
        await using var answer = await use.RunAsync(input, default);
        var rows = new List<object>();
        await foreach (var row in answer.Report.Rows) rows.Add(row);
        return new { answer.Report.UnitName, answer.Report.ReportingBody, answer.Report.Requirements, answer.Report.Lines, answer.Report.Registers, answer.Report.Plans, rows };
    }

    private static TakeTask.Hold HoldOf(Keys keys) => new(keys.Task, "canary", 1, Guid.Empty, "vi");

    private static async Task<object?> ManyPapersAsync(ComposeManyPapers use, ComposeManyPapers.Input input)
    {
        await using var answer = await use.RunAsync(input, default);
        var units = new List<object>();
        await foreach (var unit in answer.Units) units.Add(unit);
        return new { answer.UnitCode, answer.Count, units };
    }

    private static Task<object?> OpenedAsync(OpenResult.Opened opened) => OpenedAsync(opened.Name, opened.Content);

    private static Task<object?> OpenedAsync(KeepScan.Opened opened) => OpenedAsync(opened.Name, opened.Content);

    private static Task<object?> OpenedAsync(OpenEvidence.Opened opened) => OpenedAsync(opened.Name, opened.Content);

    private static async Task<object?> OpenedAsync(string name, Stream content)
    {
        using var reader = new StreamReader(content, Encoding.UTF8);
        return new { name, Content = await reader.ReadToEndAsync() };
    }
}
