using System.Text;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.Domain.Audit;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Progress;
using CampaignTracker.Domain.Reviews;
using CampaignTracker.UseCases.Audit;
using CampaignTracker.UseCases.BackgroundWork;
using CampaignTracker.UseCases.Commitments;
using CampaignTracker.UseCases.Compliance;
using CampaignTracker.UseCases.Database;
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
using CampaignTracker.UseCases.Tests.Commitments;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Tests.Audit;

public sealed class AuditTrailTests
{
    private const string Password = "mười ký tự trở lên";

    private static Task<List<AuditEntry>> TrailAsync(TestCampaign campaign) => campaign.LookAsync(db => db.Audit.AsNoTracking().OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync());

    private static async Task<List<AuditEntry>> NewAsync(TestCampaign campaign, Func<Task> act)
    {
        var before = (await TrailAsync(campaign)).Select(e => e.Id).ToHashSet();
        campaign.Clock.Advance(TimeSpan.FromHours(1));
        await act();
        return [.. (await TrailAsync(campaign)).Where(e => !before.Contains(e.Id))];
    }

    private static void Became(string? before, string? after, string?[] change) => Assert.Equal((before, after), (change[0], change[1]));

    [SkippableTheory, OnBoth]
    public async Task Every_change_leaves_one_entry_for_each_thing_with_author_time_before_and_after(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var acts = new HashSet<string>();
        // One act: what it left, by kind of thing.
        async Task<Dictionary<string, Dictionary<string, string?[]>>> ActAsync<T>(string method, string? who, string subjects, Func<T, Task> act) where T : notnull
        {
            acts.Add(typeof(T).Name + "." + method);
            var session = who is null ? campaign.AsSystem() : campaign.As(who);
            var left = await NewAsync(campaign, () => act(session.Use<T>()));
            Assert.Equal(left.Count, left.Select(e => e.RootId).Distinct().Count());
            Assert.Equal((method, subjects), (method, string.Join(" ", left.Select(e => e.Subject).Order(StringComparer.Ordinal))));
            Assert.All(left, e =>
            {
                Assert.Equal((typeof(T).Name, who is null ? "system" : Town.PersonOf(who), who is null ? (Guid?)null : Town.Account(who), campaign.Clock.Now), (e.Act, e.ActorName, e.AccountId, e.At));
                Assert.All(AuditTrail.Read(e.Changes), c => Assert.True(c.Value[0] != c.Value[1] || c.Value[1] == "***", $"{method}: {c.Key} did not change"));
                Assert.NotEmpty(AuditTrail.Read(e.Changes));
            });
            return left.ToDictionary(e => e.Subject, e => AuditTrail.Read(e.Changes));
        }
        var owed = Town.Owed(Town.CellA1);
        Guid plan = default, item = default, review = default, account = default;

        await ActAsync<BeginPlan>("RunAsync", "a1.bt", "UnitPlan", async u => plan = await u.RunAsync(new(owed), default));
        await ActAsync<ArrangePlanItems>("AddAsync", "a1.bt", "UnitPlan", async u => item = await u.AddAsync(plan, null, default));
        var typed = await ActAsync<SavePlanDraft>("RunAsync", "a1.vp", "UnitPlan", u => u.RunAsync(new(plan, [new(item, PlanField.Content, "Trồng cây", "")]), default));
        Became("", "Trồng cây", typed["UnitPlan"][$"PlanItem 1 [{item:N}].Content"]);
        Became("Đông Văn Bí", "Đông Văn Thư", typed["UnitPlan"]["EditedByName"]);
        Guid second = default;
        await ActAsync<ArrangePlanItems>("AddAsync", "a1.bt", "UnitPlan", async u => second = await u.AddAsync(plan, null, default));
        var moved = await ActAsync<ArrangePlanItems>("MoveAsync", "a1.bt", "UnitPlan", u => u.MoveAsync(plan, second, 1, default));
        Became("2", "1", moved["UnitPlan"].Single(c => c.Key.Contains($"{second:N}", StringComparison.Ordinal) && c.Key.EndsWith(".Ordinal", StringComparison.Ordinal)).Value);
        var removed = await ActAsync<ArrangePlanItems>("RemoveAsync", "a1.bt", "UnitPlan", u => u.RemoveAsync(plan, second, default));
        Assert.Contains(removed["UnitPlan"], c => c.Key.Contains($"{second:N}", StringComparison.Ordinal));
        await ActAsync<ArrangePlanItems>("AnswerRequirementAsync", "a1.bt", "UnitPlan", u => u.AnswerRequirementAsync(plan, Town.Requirement(Town.Task), RequirementAnswerKind.OutOfScope, default));
        var last = await campaign.DraftAsync("a1.bt", Town.Owed(Town.CellA1, year: Town.Year - 1));
        var lastItem = (await campaign.As("a1.bt").Use<ViewPlan>().RunAsync(last, default)).Items[0].Id;
        await ActAsync<ArrangePlanItems>("TakeFromLastYearAsync", "a1.bt", "UnitPlan", u => u.TakeFromLastYearAsync(plan, lastItem, default));
        var answered = await ActAsync<FilePlan>("AnswerAsync", "a1.bt", "UnitPlan", u => u.AnswerAsync(new(plan, PlanAnswer.OutOfScope, "Vì"), default));
        Became("OwnPlan", "OutOfScope", answered["UnitPlan"]["Answer"]);
        await campaign.As("a1.bt").Use<FilePlan>().AnswerAsync(new(plan, PlanAnswer.OwnPlan, null), default);
        var met = await ActAsync<FilePlan>("RecordMeetingAsync", "a1.bt", "UnitPlan", u => u.RecordMeetingAsync(new(plan, campaign.Clock.Today, 18, 22, 18), default));
        Became(null, "18", met["UnitPlan"]["PlanMeeting.Present"]);
        var again = await ActAsync<FilePlan>("RecordMeetingAsync", "a1.bt", "UnitPlan", u => u.RecordMeetingAsync(new(plan, campaign.Clock.Today, 20, 22, 18), default));
        Became("18", "20", again["UnitPlan"]["PlanMeeting.Present"]);
        Assert.DoesNotContain("PlanMeeting.Total", again["UnitPlan"].Keys);
        var followed = await ActAsync<RecordProgress>("RunAsync", "a1.vp", "ItemProgress", u => u.RunAsync(new(ProgressSubject.PlanItem, item, Outcome.PartlyDone, false, 3, "Ba hộ", null, Guid.NewGuid()), default));
        Became(null, "PartlyDone", followed["ItemProgress"]["Outcome"]);
        var promise = await campaign.PromiseAsync(Town.CellA2, Promises.Member(Town.CellA2, 0), adopted: true);
        var kept = await ActAsync<RecordManyProgress>("RunAsync", "a2.bt", "RoleModelCommitment", u => u.RunAsync(new([new(ProgressSubject.CommitmentLine, promise.Line, Outcome.Done, false, 6, null, null, Guid.NewGuid())]), default));
        Became(null, "6", kept["RoleModelCommitment"].Single(c => c.Key.StartsWith("CommitmentLine", StringComparison.Ordinal) && c.Key.EndsWith(".Figure", StringComparison.Ordinal)).Value);
        await ActAsync<KeepScan>("AttachAsync", "a1.vp", "StoredFile UnitPlan", u => u.AttachAsync(plan, "a.pdf", new MemoryStream(Encoding.ASCII.GetBytes("%PDF-")), default));
        await ActAsync<KeepScan>("DetachAsync", "a1.vp", "UnitPlan", u => u.DetachAsync(plan, default));
        var issued = await ActAsync<FilePlan>("IssueAsync", "a1.bt", "UnitPlan", u => u.IssueAsync(new(plan, "3", null, "A", "B"), default));
        Became(null, "3", issued["UnitPlan"]["PlanPaper.Number"]);
        Guid proof = default;
        var attached = await ActAsync<KeepEvidence>("AttachAsync", "a1.vp", "ItemEvidence", async u => proof = await u.AttachAsync(new(EvidenceOf.PlanItem, item, "Ảnh"), "a.pdf", new MemoryStream(Encoding.ASCII.GetBytes("%PDF-")), default));
        Became(null, "Ảnh", attached["ItemEvidence"]["Caption"]);
        var takenOff = await ActAsync<KeepEvidence>("TakeOffAsync", "a1.vp", "ItemEvidence", u => u.TakeOffAsync(proof, default));
        Became("Ảnh", null, takenOff["ItemEvidence"]["Caption"]);
        async Task SendAsync() => await ActAsync<FilePlan>("SendAsync", "a1.bt", "Obligation Review UnitPlan", u => campaign.SendAsync("a1.bt", plan));
        await SendAsync();
        await ActAsync<FilePlan>("TakeBackAsync", "a1.bt", "Obligation Review UnitPlan", u => u.TakeBackAsync(plan, default));
        await SendAsync();

        review = await campaign.ReviewOfAsync(plan);
        await ActAsync<ForwardPlan>("OpenAsync", "a.vp", "Review UnitPlan", u => u.OpenAsync(review, default));
        var remarked = await ActAsync<ForwardPlan>("RemarkAsync", "a.vp", "Review", u => u.RemarkAsync(new(review, null, null, "Nhận xét"), default));
        Assert.Contains(remarked["Review"], c => c.Key.EndsWith(".Text", StringComparison.Ordinal) && c.Value[1] == "Nhận xét");
        await ActAsync<ForwardPlan>("ProposeAsync", "a.vp", "Review UnitPlan", u => u.ProposeAsync(review, OpinionKind.AskSupplement, default));
        var asked = await ActAsync<ForwardPlan>("AskSupplementAsync", "a.bt", "Obligation Review UnitPlan", u => u.AskSupplementAsync(review, default));
        Became("0", "1", asked["Obligation"]["SupplementsAsked"]);
        await SendAsync();
        review = await campaign.ReadAsync("a.vp", plan, null);
        await ActAsync<ForwardPlan>("AgreeAsync", "a.bt", "Obligation Review UnitPlan", u => u.AgreeAsync(review, default));

        var extended = await ActAsync<AdjustObligation>("ExtendAsync", "a.bt", "Obligation", u => u.ExtendAsync(new(Town.Owed(Town.CellA2), new DateOnly(2026, 5, 5), "Vì"), default));
        Became("2026-04-15", "2026-05-05", extended["Obligation"]["DueOn"]);
        await ActAsync<AdjustObligation>("ExcuseAsync", "a.bt", "Obligation", u => u.ExcuseAsync(new(Town.Owed(Town.CellA2), "Vì"), default));
        await campaign.SentAsync("ub.bt", Town.Owed(Town.BodyA, Town.OfBodies));
        campaign.Clock.Set(new DateOnly(2026, 7, 1));
        await ActAsync<CloseUnanswered>("RunAsync", null, "Obligation Review UnitPlan", u => u.RunAsync(default));

        Guid person = default, import = default;
        await ActAsync<ChangeParticipants>("EnterAsync", "a1.vp", "Participant", async u => person = await u.EnterAsync(new(Town.CellA1, "Hoàng Thị Mới", ParticipantKind.Member, null, false, null, null), default));
        var corrected = await ActAsync<ChangeParticipants>("CorrectAsync", "a1.bt", "Participant", u => u.CorrectAsync(new(person, 1, "Hoàng Thị Mới", ParticipantKind.Member, "Chi ủy viên", false, new DateOnly(2026, 1, 1), null), default));
        Became(null, "Chi ủy viên", corrected["Participant"]["PostTitle"]);
        var gone = await ActAsync<ChangeParticipants>("TransferAsync", "a1.bt", "Participant", u => u.TransferAsync(new(person, Town.CellB1, new DateOnly(2026, 2, 1)), default));
        Assert.Contains(gone["Participant"].Keys, key => key.StartsWith("Membership ", StringComparison.Ordinal));
        await ActAsync<ChangeParticipants>("LeaveAsync", "b1.bt", "Participant", u => u.LeaveAsync(new(person, new DateOnly(2026, 3, 1), LeaveReason.Died), default));
        await ActAsync<ChangeParticipants>("MergeAsync", "a1.bt", "Participant", u => u.MergeAsync(DerivedId.Of("town-person", "P-A-1:1"), DerivedId.Of("town-person", "P-A-1:2"), default));
        var imported = await ActAsync<ImportParticipants>("StoreAsync", "a1.bt", "ParticipantImport", async u => import = (await u.StoreAsync(People.ImportParticipantsTests.File(Town.CellA1, "Vũ Thị Xa", "Lý Văn Lạ"), null, default)).ImportId);
        Became(null, "Vũ Thị Xa, Lý Văn Lạ", imported["ParticipantImport"]["Names"]);
        await ActAsync<ImportParticipants>("UndoAsync", "a1.bt", "ParticipantImport", u => u.UndoAsync(import, default));
        await campaign.SetAsync(async db => db.Entry(await db.Participants.SingleAsync(p => p.Id == person)).Property(p => p.To).CurrentValue = new DateOnly(2020, 1, 1));
        var forgotten = await ActAsync<ForgetParticipants>("RunAsync", null, "Participant", u => u.RunAsync(default));
        Assert.Equal(["ForgottenOn"], forgotten["Participant"].Keys);

        const string Promise = "RoleModelCommitment", Both = "CommitmentRegister RoleModelCommitment";
        Guid mine = default, meeting = default;
        var worker = await campaign.WorkerAsync(Town.CellA1);
        var earlier = await campaign.PromisedAsync("a1.tv", year: Town.Year - 1);
        var earlierLine = (await campaign.CommitmentAsync("a1.tv", earlier)).Lines[0].Id;
        var begun = await ActAsync<BeginCommitment>("RunAsync", "a1.tv", Both, async u => mine = await u.RunAsync(new(CommitmentScope.Year, Town.Year), default));
        Became(null, "4", begun["CommitmentRegister"]["People"]);
        var line = (await campaign.CommitmentAsync("a1.tv", mine)).Lines[0].Id;
        var wrote = await ActAsync<SaveCommitment>("RunAsync", "a1.tv", Promise, u => u.RunAsync(new(mine, [new(line, CommitmentField.Action, "Thăm 6 hộ", "")]), default));
        Became("", "Thăm 6 hộ", wrote[Promise].Single(c => c.Key.EndsWith(".Action", StringComparison.Ordinal)).Value);
        await ActAsync<ArrangeLines>("AddAsync", "a1.vp", Promise, u => u.AddAsync(mine, default));
        await ActAsync<ArrangeLines>("TakeFromLastYearAsync", "a1.tv", Promise, u => u.TakeFromLastYearAsync(mine, earlierLine, default));
        await ActAsync<ArrangeLines>("RemoveAsync", "a1.tv", Promise, async u => await u.RemoveAsync(mine, (await campaign.CommitmentAsync("a1.tv", mine)).Lines[1].Id, default));
        var shortcoming = await ActAsync<KeepShortcoming>("RunAsync", "a1.tv", Promise, u => u.RunAsync(new(mine, "Nể nang", ""), default));
        Became(null, "***", shortcoming[Promise]["Shortcoming.Text"]);
        await ActAsync<AskConcrete>("RunAsync", "a1.bt", Promise, u => u.RunAsync(new(mine, "Ghi rõ"), default));
        var discussed = await ActAsync<AskConcrete>("DiscussedAsync", "a1.bt", Promise, u => u.DiscussedAsync(mine, default));
        Became("Draft", "Discussed", discussed[Promise]["State"]);
        await ActAsync<RecordMeeting>("RunAsync", "a1.vp", "CellMeeting", async u => meeting = (await u.RunAsync(new(campaign.Clock.Today, 4, 5, 4, new(Town.Year)), default)).MeetingId);
        await ActAsync<RecordMeeting>("AddAsync", "a1.vp", "CellMeeting", u => u.AddAsync(meeting, new(Town.Year, Commendation: "Đồng chí Viên"), default));
        await ActAsync<RecordMeeting>("AttachMinutesAsync", "a1.vp", "CellMeeting StoredFile", u => u.AttachMinutesAsync(meeting, "a.pdf", new MemoryStream(Encoding.ASCII.GetBytes("%PDF-")), default));
        await ActAsync<RecordMeeting>("DetachMinutesAsync", "a1.vp", "CellMeeting", u => u.DetachMinutesAsync(meeting, default));
        var adopted = await ActAsync<AdoptRegister>("RunAsync", "a1.bt", "CellMeeting " + Both, u => u.RunAsync(new(meeting, null, null, null, null, new(Town.Year, Annual: true)), default));
        Became("0", "1", adopted["CommitmentRegister"]["Registered"]);
        await ActAsync<RecordMeeting>("CorrectAsync", "a1.vp", "CellMeeting " + Both, u => u.CorrectAsync(new(meeting, campaign.Clock.Today.AddDays(-5), 4, 5, 4), default));
        await ActAsync<ReopenCommitment>("RunAsync", "a1.bt", Both, u => u.RunAsync(mine, default));
        await campaign.AdoptAsync();
        var workers = await campaign.PromisedAsync("a1.vp", worker);
        await ActAsync<ConfirmOutside>("RunAsync", "a1.bt", Both, u => u.RunAsync(new(workers, Confirmation.Office, "UBND", campaign.Clock.Today), default));
        await ActAsync<AssessCommitment>("SelfAsync", "a1.tv", Promise, u => u.SelfAsync(new(mine, "Đã thăm"), default));
        await ActAsync<AssessCommitment>("CommentAsync", "a1.bt", Promise, u => u.CommentAsync(new(mine, "Ghi nhận"), default));
        await ActAsync<AssessCommitment>("CloseAsync", "a1.bt", Promise, u => u.CloseAsync(mine, default));
        await ActAsync<AssessCommitment>("CloseRegisterAsync", "a1.bt", Both, u => u.CloseRegisterAsync(new(Town.Unit(Town.CellA1), CommitmentScope.Year, Town.Year), default));

        await ActAsync<ChooseLanguage>("RunAsync", "a1.tv", "Account", u => u.RunAsync(new("en"), default));
        await ActAsync<SetReminderRule>("RunAsync", "tinh.cv", "ReminderRuleSetting", u => u.RunAsync(new("FilingDue", null, false, [5], null, null), default));
        await ActAsync<SetReminderRule>("ResetAsync", "tinh.cv", "ReminderRuleSetting", u => u.ResetAsync("FilingDue", null, default));
        // A round is nobody's act: its rows say themselves who was told what and when.
        acts.Add("DecideReminders.RunAsync");
        Assert.Empty(await NewAsync(campaign, () => campaign.AsSystem().Use<DecideReminders>().RunAsync(default)));
        Assert.NotEmpty(await campaign.LookAsync(db => db.Reminders.ToListAsync()));

        await ActAsync<AskAboutMyData>("ReadNoticeAsync", "a1.tv", "Account", u => u.ReadNoticeAsync(default));
        await ActAsync<AskAboutMyData>("RunAsync", "a1.tv", "PersonalDataRequest", u => u.RunAsync(new(PersonalDataAsk.View, "Xin xem"), default));
        var question = (await campaign.As("a1.bt").Use<AnswerDataRequests>().ViewAsync(0, default)).Page.Rows[0].Id;
        await ActAsync<AnswerDataRequests>("AcknowledgeAsync", "a1.bt", "PersonalDataRequest", u => u.AcknowledgeAsync(question, default));
        await ActAsync<AnswerDataRequests>("ExtendAsync", "a1.bt", "PersonalDataRequest", u => u.ExtendAsync(question, default));
        var replied = await ActAsync<AnswerDataRequests>("ReplyAsync", "a1.bt", "PersonalDataRequest", u => u.ReplyAsync(new(question, "Đã gửi"), default));
        Became(null, "Đã gửi", replied["PersonalDataRequest"]["Answer"]);
        await ActAsync<OpenNamedCommitment>("RunAsync", "tinh.kt", "CommitmentOpening", u => u.RunAsync(new(Town.CellA1, Town.PersonOf("a1.tv"), CommitmentScope.Year, Town.Year, "Kiểm tra"), default));
        await ActAsync<ChangeAccounts>("CreateAsync", "quantri", "Account Post", async u => account = await u.CreateAsync(new("moi", "Mới", Password, Town.CellA1, Role.Officer, "Văn thư", null), default));
        await ActAsync<ChangeAccounts>("GivePostAsync", "quantri", "Post", u => u.GivePostAsync(new(account, Town.CellA2, Role.Officer, "Văn thư", null), default));
        await ActAsync<ChangeAccounts>("EndPostAsync", "quantri", "Post", u => u.EndPostAsync(Town.Post("a1.tv"), default));
        await ActAsync<ChangeAccounts>("SetPasswordAsync", "quantri", "Account", u => u.SetPasswordAsync(new(account, Password + "!"), default));
        var closed = await ActAsync<ChangeAccounts>("SetClosedAsync", "quantri", "Account", u => u.SetClosedAsync(account, true, default));
        Became("False", "True", closed["Account"]["Closed"]);
        await ActAsync<CreateAdministrator>("RunAsync", null, "Account Post", u => u.RunAsync(new("goc", "Gốc", Password), default));
        await ActAsync<OpenYear>("OpenAsync", "tinh.cv", "CampaignYear", u => u.OpenAsync(Town.Year + 1, default));
        await ActAsync<OpenYear>("CompleteAsync", "tinh.cv", "CampaignYear", u => u.CompleteAsync(Town.Year + 1, default));
        var paper = await ActAsync<SavePaperRow>("RunAsync", "a2.bt", "CommitmentRegister RoleModelCommitment", u => u.RunAsync(new(Promises.Member(Town.CellA2, 1), CommitmentScope.Year, Town.Year + 2, "Bản giấy", null, [new(null, "Gặp 6 hộ", "", "", "", "")], []), default));
        Became(null, "Bản giấy", paper["RoleModelCommitment"]["TypedEntry.Paper"]);

        Guid wish = default;
        var wished = await ActAsync<AskForTask>("WorkbookAsync", "a.bt", "LongTask", async u => wish = await u.WorkbookAsync(new(Town.Year), default));
        Became(null, "ComplianceWorkbook", wished["LongTask"]["Kind"]);
        await ActAsync<AskForTask>("PapersAsync", "a2.bt", "LongTask", u => u.PapersAsync(new(Town.Year), default));
        await ActAsync<AskForTask>("ImportAsync", "a2.bt", "LongTask", u => u.ImportAsync(People.ImportParticipantsTests.File(Town.CellA2, "Vũ Thị Xa"), default));
        await ActAsync<AskForTask>("CheckAsync", "quantri", "LongTask", u => u.CheckAsync(default));
        var stopped = await ActAsync<CancelTask>("RunAsync", "a.bt", "LongTask", u => u.RunAsync(wish, default));
        Became("Queued", "Cancelled", stopped["LongTask"]["State"]);
        await ActAsync<KeepSchedule>("RunAsync", "quantri", "ScheduledRun", u => u.RunAsync(new("RemoveOldResults", ScheduleAct.Pause), default));

        var urged = await ActAsync<UrgeUnits>("RunAsync", "a.bt", "Urging", u => u.RunAsync(new(Guid.NewGuid(), UrgingWay.Program, "Vì cần tổng hợp", [Town.Owed(Town.CellA2, Town.Term)]), default));
        Became(null, "Vì cần tổng hợp", urged["Urging"]["Reason"]);
        var told = Guid.NewGuid();
        await ActAsync<AnnounceDown>("RunAsync", "a.bt", "Announcement", u => u.RunAsync(new(told, "Họp", "Sáng thứ Bảy", [], false), default));
        await ActAsync<AnnounceDown>("WithdrawAsync", "a.bt", "Announcement", u => u.WithdrawAsync(told, default));
        var preferred = await ActAsync<KeepPreferences>("SaveAsync", "a1.bt", "Account", u => u.SaveAsync(new("a@example.vn", false, "en"), default));
        Became(null, "***", preferred["Account"]["Email"]);
        await ActAsync<KeepPreferences>("MakeCalendarAsync", "a1.bt", "CalendarFeed", u => u.MakeCalendarAsync(default));
        await ActAsync<KeepPreferences>("EndCalendarAsync", "a1.bt", "CalendarFeed", u => u.EndCalendarAsync(default));
        Guid view = default;
        var named = await ActAsync<KeepViews>("SaveAsync", "a.bt", "SavedView", async u => view = await u.SaveAsync(new("Cụm 1", "/compliance?kind=cell"), default));
        Became(null, "Cụm 1", named["SavedView"]["Name"]);
        await ActAsync<KeepViews>("RenameAsync", "a.bt", "SavedView", u => u.RenameAsync(view, "Cụm 2", default));
        await ActAsync<KeepViews>("DeleteAsync", "a.bt", "SavedView", u => u.DeleteAsync(view, default));
        await ActAsync<ChangeTemplates>("SetAsync", "quantri", "MessageTemplate", u => u.SetAsync(new(MessageKind.Digest, "vi", "Việc", "{DongChi}", "Trân trọng."), default));
        await ActAsync<ChangeTemplates>("ResetAsync", "quantri", "MessageTemplate", u => u.ResetAsync(MessageKind.Digest, "vi", default));

        // A new verb that changes something joins this list.
        Assert.Equal(Doors.All.Where(d => !d.Reads && !Doors.TellThemselves.Contains(d.Name)).Select(d => d.Name).Order(StringComparer.Ordinal), acts.Order(StringComparer.Ordinal));
        // No secret ever.
        Assert.DoesNotContain(await TrailAsync(campaign), e => e.Changes.Contains("AQAAAA", StringComparison.Ordinal) || e.Changes.Contains(Password, StringComparison.Ordinal) || e.Changes.Contains("SecurityStamp", StringComparison.Ordinal));
    }

    [SkippableTheory, OnBoth]
    public async Task Draft_saves_of_one_sitting_are_one_entry_with_the_net_change(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var plan = await campaign.DraftAsync("a1.bt", Town.Owed(Town.CellA1), "Cũ");
        var item = (await campaign.As("a1.bt").Use<ViewPlan>().RunAsync(plan, default)).Items[0].Id;
        campaign.Clock.Advance(TimeSpan.FromHours(2));
        var left = await NewAsync(campaign, async () =>
        {
            await campaign.TypeAsync("a1.bt", plan, item, PlanField.Content, "Mớ");
            campaign.Clock.Advance(TimeSpan.FromMinutes(29));
            await campaign.TypeAsync("a1.bt", plan, item, PlanField.Content, "Mới");
            campaign.Clock.Advance(TimeSpan.FromMinutes(29));
            await campaign.TypeAsync("a1.bt", plan, item, PlanField.Method, "thoáng qua");
            await campaign.TypeAsync("a1.bt", plan, item, PlanField.Method, "");
        });
        var entry = Assert.Single(left);
        Assert.Equal(campaign.Clock.Now, entry.At);
        var change = Assert.Single(AuditTrail.Read(entry.Changes));
        Assert.Equal(($"PlanItem 1 [{item:N}].Content", "Cũ", "Mới"), (change.Key, change.Value[0], change.Value[1]));

        // Another author, or after a pause: another sitting.
        Assert.Single(await NewAsync(campaign, () => campaign.TypeAsync("a1.bt", plan, item, PlanField.Method, "sau giờ nghỉ")));
        campaign.Clock.Advance(TimeSpan.FromHours(-1));
        Assert.Single(await NewAsync(campaign, () => campaign.TypeAsync("a1.vp", plan, item, PlanField.Method, "người khác")));
    }

    [SkippableTheory, OnBoth]
    public async Task Every_text_that_lost_stands_in_the_trail(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var plan = await campaign.DraftAsync("a1.bt", Town.Owed(Town.CellA1));
        var left = await NewAsync(campaign, () => campaign.As("a1.vp").Use<SavePlanDraft>().RunAsync(new(plan,
            [new(null, PlanField.Aims, "thua một", "khác"), new(null, PlanField.Organisation, "thua hai", "khác"), new(null, PlanField.Basis, "được", null)]), default));
        var entry = Assert.Single(left);
        Assert.Equal("UnitPlan", entry.Subject);
        var after = AuditTrail.Read(entry.Changes).Select(c => c.Value[1]).ToList();
        Assert.Superset(new HashSet<string?> { "thua một", "thua hai", "được" }, after.ToHashSet());
    }

    [SkippableTheory, OnBoth]
    public async Task Saving_outside_an_operation_throws(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await using var db = campaign.Database();
        (await db.Units.FirstAsync()).Rename(Actor.System, "Lén lút");
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        db.Acting = new Acting(Actor.System, "Test", campaign.Clock.Now);
#pragma warning disable CA1849 // the point
        Assert.Throws<InvalidOperationException>(() => db.SaveChanges());
#pragma warning restore CA1849
        Assert.False(await campaign.LookAsync(other => other.Units.AnyAsync(u => u.Name == "Lén lút")));
    }

    [SkippableTheory, OnBoth]
    public async Task A_child_raises_the_version_of_its_root(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var plan = await campaign.DraftAsync("a1.bt", Town.Owed(Town.CellA1));
        var item = (await campaign.As("a1.bt").Use<ViewPlan>().RunAsync(plan, default)).Items[0].Id;
        async Task RaisesAsync<T>(Func<CampaignDb, IQueryable<T>> root, Func<Task> act) where T : class, IVersioned
        {
            var before = await campaign.LookAsync(async db => (await root(db).SingleAsync()).Version);
            await act();
            Assert.Equal(before + 1, await campaign.LookAsync(async db => (await root(db).SingleAsync()).Version));
        }
        // Only children change: nothing of the root itself.
        Task ChangeAsync(Action<CampaignDb, UnitPlan> change) => campaign.SetAsync(async db => change(db, await db.PlanAsync(plan, default)));
        await RaisesAsync(db => db.Plans, () => ChangeAsync((db, p) => db.Entry(p.Items[0]).Property(i => i.Content).CurrentValue = "Khác"));
        await RaisesAsync(db => db.Plans, () => ChangeAsync((db, p) => db.Entry(p.Texts).Property(t => t.Aims).CurrentValue = "Khác"));
        await RaisesAsync(db => db.Plans, () => ChangeAsync((db, p) => db.Remove(p.Items[0])));
        await campaign.As("a1.bt").Use<ArrangePlanItems>().AddAsync(plan, null, default);
        await RaisesAsync(db => db.Plans, () => campaign.MeetAsync("a1.bt", plan));
        await RaisesAsync(db => db.Plans, () => ChangeAsync((db, p) => db.Entry(p.Meeting!).Property(m => m.Present).CurrentValue = 7));
        await campaign.IssueAsync("a1.bt", plan);
        await campaign.SendAsync("a1.bt", plan);
        var review = await campaign.ReadAsync("a.vp", plan, null);
        await RaisesAsync(db => db.Reviews, () => campaign.As("a.vp").Use<ForwardPlan>().RemarkAsync(new(review, null, null, "Một"), default));
        Assert.NotEqual(Guid.Empty, item);
    }
}
