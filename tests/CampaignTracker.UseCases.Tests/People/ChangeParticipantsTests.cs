using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.People;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Evidence;
using CampaignTracker.UseCases.People;
using Microsoft.EntityFrameworkCore;
using static CampaignTracker.UseCases.Tests.Scene;

namespace CampaignTracker.UseCases.Tests.People;

public sealed class ChangeParticipantsTests
{
    private static readonly DateOnly Came = new(2024, 1, 1);

    private static Guid Person(string unit, int n) => DerivedId.Of("town-person", $"{unit}:{n}");

    private static ChangeParticipants Change(TestCampaign campaign, string who = "a1.bt") => campaign.As(who).Use<ChangeParticipants>();

    private static Task<ViewParticipants.Answer> ViewAsync(TestCampaign campaign, ViewParticipants.Input? input = null, string who = "a1.bt") => campaign.As(who).Use<ViewParticipants>().RunAsync(input ?? new(), default);

    private static Task<Participant> LookAsync(TestCampaign campaign, Guid id) => campaign.LookAsync(db => db.Participants.AsNoTracking().Include(p => p.Memberships).SingleAsync(p => p.Id == id));

    private static ChangeParticipants.NewPerson New(string name, string unit = Town.CellA1) => new(unit, name, ParticipantKind.Member, null, false, null, null);

    [SkippableTheory, OnBoth]
    public async Task The_list_stands_by_given_name_in_Vietnamese_order(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        foreach (var name in new[] { "Nguyễn Văn Ân", "Trần Thị Bích", "Lê Văn Đạt", "Phạm Thị Dung", "Vũ Thị Ánh", "Hồ Văn An", "Đỗ Thị Ái" }) await Change(campaign, "b2.bt").EnterAsync(New(name, Town.CellB2) with { AnotherPerson = true }, default);
        var names = (await ViewAsync(campaign, who: "b2.bt")).Page.Rows.Select(r => r.Name).ToList();
        Assert.Equal(["Đỗ Thị Ái", "Hồ Văn An", "Vũ Thị Ánh", "Nguyễn Văn Ân", "Trần Thị Bích", "Phạm Thị Dung", "Lê Văn Đạt"], names.Where(n => !n.StartsWith("Đảng viên", StringComparison.Ordinal)));
    }

    [SkippableTheory, OnBoth]
    public async Task The_list_is_found_in_without_marks_and_by_pages(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        Assert.Equal([Town.PersonOf("a1.tv")], (await ViewAsync(campaign, new(Search: "dong THI"))).Page.Rows.Select(r => r.Name));
        var (first, second) = (await ViewAsync(campaign, new(Take: 3)), await ViewAsync(campaign, new(Skip: 3, Take: 3)));
        Assert.Equal((4, 3, 1), (first.Page.Count, first.Page.Rows.Count, second.Page.Rows.Count));
        Assert.Empty(first.Page.Rows.Select(r => r.Id).Intersect(second.Page.Rows.Select(r => r.Id)));
        Assert.Equal((Town.CellA1, true), (first.UnitCode, first.MayKeep));
        await RefusedAsync(Because.NotAllowed, () => ViewAsync(campaign, new(Town.CellA1), "a.bt"));
        await RefusedAsync(Because.NotFound, () => ViewAsync(campaign, new(Town.CellA2)));
        await RefusedAsync(Because.NotAllowed, () => ViewAsync(campaign, who: "tinh.cv"));
    }

    [SkippableTheory, OnBoth]
    public async Task Present_exempt_and_left_are_counted_apart(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var (name, version) = ("Đảng viên 1 " + Town.CellA1, 1);
        await Change(campaign).CorrectAsync(new(Person(Town.CellA1, 0), version, name, ParticipantKind.Member, null, true, Came, campaign.Clock.Today), default);
        await Change(campaign).LeaveAsync(new(Person(Town.CellA1, 1), campaign.Clock.Today, LeaveReason.Died), default);
        var answer = await ViewAsync(campaign);
        Assert.Equal((3, 1, 1), (answer.Present, answer.Exempt, answer.Left));
        Assert.Equal([name], (await ViewAsync(campaign, new(Part: ViewParticipants.Part.Exempt))).Page.Rows.Select(r => r.Name));
        Assert.Equal([(Person(Town.CellA1, 1), LeaveReason.Died)], (await ViewAsync(campaign, new(Part: ViewParticipants.Part.Left))).Page.Rows.Select(r => (r.Id, r.Left!.Value)));
        await RefusedAsync(Because.ParticipantLeft, () => Change(campaign).LeaveAsync(new(Person(Town.CellA1, 1), campaign.Clock.Today, LeaveReason.Died), default));
        Assert.Equal(3, (await campaign.As("a1.bt").Use<ViewParticipants>().ListAsync(new(), default)).People.Count);
    }

    [SkippableTheory, OnBoth]
    public async Task A_like_name_is_asked_about(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var refusal = await RefusedAsync(Because.LikelyDouble, () => Change(campaign).EnterAsync(New("dong thi vien"), default));
        Assert.Equal(("FullName", Town.PersonOf("a1.tv")), (refusal.Field, refusal.Facts[1]));
        await Change(campaign).EnterAsync(New("dong thi vien") with { AnotherPerson = true }, default);
        Assert.Equal(5, (await ViewAsync(campaign)).Present);
    }

    [SkippableTheory, OnBoth]
    public async Task Wrong_entries_are_refused(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        Assert.Equal("UnitHead", (await RefusedAsync(Because.HeadTaken, () => Change(campaign).EnterAsync(New("Vũ Thị Xa") with { UnitHead = true }, default))).Field);
        await RefusedAsync(Because.HeadTaken, () => Change(campaign).CorrectAsync(new(Person(Town.CellA1, 1), 1, "Vũ Thị Xa", ParticipantKind.Member, null, true, Came, null), default));
        Assert.Equal("FullName", (await RefusedAsync(Because.Required, () => Change(campaign).EnterAsync(New(" "), default))).Field);
        await RefusedAsync(Because.DayOutside, () => Change(campaign).EnterAsync(New("Vũ Thị Xa") with { From = campaign.Clock.Today.AddDays(1) }, default));
        await RefusedAsync(Because.ChangedMeanwhile, () => Change(campaign).CorrectAsync(new(Person(Town.CellA1, 1), 7, "Vũ Thị Xa", ParticipantKind.Member, null, false, Came, null), default));
        await RefusedAsync(Because.BeforeArrival, () => Change(campaign).LeaveAsync(new(Person(Town.CellA1, 1), new DateOnly(2023, 1, 1), LeaveReason.MovedAway), default));
        Assert.Equal("Unit", (await RefusedAsync(Because.NotFound, () => Change(campaign).TransferAsync(new(Person(Town.CellA1, 1), "P-Q", campaign.Clock.Today), default))).Field);
        await RefusedAsync(Because.NotFound, () => Change(campaign, "a2.bt").LeaveAsync(new(Person(Town.CellA1, 1), campaign.Clock.Today, LeaveReason.MovedAway), default));
    }

    [SkippableTheory, OnBoth]
    public async Task A_person_who_moves_takes_history_and_commitments_along(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var (person, commitment) = (Person(Town.CellA1, 1), await CommitAsync(campaign, Town.CellA1, 1));
        await campaign.SetAsync(async db => db.Registers.Add(CommitmentRegister.Open(Actor.System, DerivedId.Of("register", Town.CellB1), await db.Units.SingleAsync(u => u.Id == Town.Unit(Town.CellB1)), RegisterKeeper.Cell, CommitmentScope.Year, Town.Year, Town.Year, null)));

        await Change(campaign).TransferAsync(new(person, Town.CellB1, new DateOnly(2026, 2, 1)), default);

        var moved = await LookAsync(campaign, person);
        Assert.Equal((Town.Unit(Town.CellB1), new DateOnly(2026, 2, 1), null), (moved.UnitId, moved.From, moved.To));
        Assert.Equal((Town.Unit(Town.CellA1), Came, new DateOnly(2026, 1, 31)), moved.Memberships.Select(m => (m.UnitId, m.From, m.To)).Single());
        var followed = await campaign.LookAsync(db => db.Commitments.SingleAsync(c => c.Id == commitment));
        Assert.Equal((Town.Unit(Town.CellB1), Town.PathOf(Town.CellB1)), (followed.UnitId, followed.UnitPath));
        Assert.Equal(3, (await ViewAsync(campaign)).Present);
        Assert.Equal(5, (await ViewAsync(campaign, who: "b1.bt")).Present);
        Assert.Equal([Town.NameOf(Town.CellA1), Town.NameOf(Town.CellB1)], (await campaign.As("b1.bt").Use<ViewParticipants>().OneAsync(person, default)).Stays.Select(s => s.UnitName));
        Assert.Equal([3, 5], await campaign.LookAsync(db => db.Registers.OrderBy(r => r.UnitPath).Select(r => r.People).ToListAsync()));
        await RefusedAsync(Because.NotFound, () => campaign.As("a1.bt").Use<ViewParticipants>().OneAsync(person, default));
    }

    [SkippableTheory, OnBoth]
    public async Task A_person_entered_twice_becomes_one_with_both_entries_commitments(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var commitment = await CommitAsync(campaign, Town.CellA1, 1);
        await Change(campaign).MergeAsync(Person(Town.CellA1, 1), Person(Town.CellA1, 2), default);
        var entry = await LookAsync(campaign, Person(Town.CellA1, 1));
        Assert.Equal((campaign.Clock.Today, Person(Town.CellA1, 2)), (entry.To!.Value, entry.MergedIntoId!.Value));
        Assert.Equal(Person(Town.CellA1, 2), await campaign.LookAsync(db => db.Commitments.Where(c => c.Id == commitment).Select(c => c.ParticipantId).SingleAsync()));
        var answer = await ViewAsync(campaign);
        Assert.Equal((3, 0), (answer.Present, answer.Left));
        Assert.Equal(3, await campaign.LookAsync(db => db.Registers.Select(r => r.People).SingleAsync()));

        // Two commitments of one year cannot both be one person's.
        await CommitAsync(campaign, Town.CellA1, 0);
        Assert.Equal([Town.Year], (await RefusedAsync(Because.BothCommitted, () => Change(campaign).MergeAsync(Person(Town.CellA1, 0), Person(Town.CellA1, 2), default))).Facts);
    }

    [SkippableTheory, OnBoth]
    public async Task Who_left_long_ago_is_forgotten_and_the_totals_stay(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var commitment = await CommitAsync(campaign, Town.CellA1, 1);
        var today = campaign.Clock.Today;
        await Change(campaign).LeaveAsync(new(Person(Town.CellA1, 1), today, LeaveReason.Died), default);
        await Change(campaign).LeaveAsync(new(Person(Town.CellA1, 2), today, LeaveReason.MovedAway), default);
        await campaign.SetAsync(async db => db.Entry(await db.Participants.SingleAsync(p => p.Id == Person(Town.CellA1, 1))).Property(p => p.To).CurrentValue = today.AddYears(-5).AddDays(-1));

        Assert.Equal(1, await campaign.AsSystem().Use<ForgetParticipants>().RunAsync(default));
        Assert.Equal(0, await campaign.AsSystem().Use<ForgetParticipants>().RunAsync(default));

        var forgotten = await LookAsync(campaign, Person(Town.CellA1, 1));
        Assert.Equal(("", "", "", null, today), (forgotten.Name, forgotten.SortName, forgotten.SearchKey, forgotten.PostTitle, forgotten.ForgottenOn!.Value));
        Assert.Equal([""], await campaign.LookAsync(db => db.Commitments.Where(c => c.Id == commitment).SelectMany(c => c.Lines).Select(l => l.Action).ToListAsync()));
        Assert.Equal(2, (await ViewAsync(campaign)).Left);
        Assert.Equal("Đảng viên 3 " + Town.CellA1, (await LookAsync(campaign, Person(Town.CellA1, 2))).Name);
        var told = await campaign.LookAsync(db => db.Audit.Where(e => e.Act == nameof(ForgetParticipants)).Select(e => e.Changes).SingleAsync());
        Assert.DoesNotContain("Đảng viên", told, StringComparison.Ordinal);
        await RefusedAsync(Because.NotAllowed, () => campaign.As("a1.bt").Use<ForgetParticipants>().RunAsync(default));
    }

    [SkippableTheory, OnBoth]
    public async Task What_was_told_and_proved_goes_with_the_name_and_a_content_stays_while_another_row_names_it(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var (gone, stays) = (await campaign.PromiseAsync(Town.CellA1, Person(Town.CellA1, 1), happened: "đã gặp ông Tư"), await campaign.PromiseAsync(Town.CellA1, Person(Town.CellA1, 2), happened: "đã gặp"));
        Task ProveAsync(Guid line, string content) => campaign.As("a1.bt").Use<KeepEvidence>().AttachAsync(new(EvidenceOf.CommitmentLine, line, "ảnh"), "a.pdf", new MemoryStream([.. "%PDF-"u8, .. System.Text.Encoding.UTF8.GetBytes(content)]), default);
        await ProveAsync(gone.Line, "own");
        await ProveAsync(gone.Line, "shared");
        await ProveAsync(stays.Line, "shared");
        await campaign.SetAsync(async db =>
        {
            var person = await db.Participants.SingleAsync(p => p.Id == gone.Person);
            person.Leave(Domain.People.Actor.System, campaign.Clock.Today, LeaveReason.Died);
            db.Entry(person).Property(p => p.To).CurrentValue = campaign.Clock.Today.AddYears(-6);
        });

        await campaign.AsSystem().Use<ForgetParticipants>().RunAsync(default);

        var told = await campaign.LookAsync(db => db.Commitments.Where(c => c.Id == gone.Commitment).SelectMany(c => c.Lines).SelectMany(l => l.Progress).Select(p => new { p.Text, p.Outcome }).SingleAsync());
        Assert.Equal(("", Domain.Progress.Outcome.PartlyDone), (told.Text, told.Outcome));
        var left = await campaign.LookAsync(db => db.LineEvidence.Select(e => e.LineId).SingleAsync());
        Assert.Equal(stays.Line, left);
        Assert.Single(Directory.GetFiles(campaign.Files, "*", SearchOption.AllDirectories));
    }

    // A year's commitment of one line in the unit's register.
    private static async Task<Guid> CommitAsync(TestCampaign campaign, string unitCode, int n)
    {
        var id = Guid.Empty;
        await campaign.SetAsync(async db =>
        {
            var unit = await db.Units.SingleAsync(u => u.Id == Town.Unit(unitCode));
            var register = await db.Registers.SingleOrDefaultAsync(r => r.UnitId == unit.Id);
            if (register is null) db.Registers.Add(register = CommitmentRegister.Open(Actor.System, null, unit, RegisterKeeper.Cell, CommitmentScope.Year, Town.Year, Town.Year, null));
            var commitment = RoleModelCommitment.Begin(Actor.System, null, await db.Participants.SingleAsync(p => p.Id == Person(unitCode, n)), register, campaign.Clock.Now);
            var line = commitment.AddLine(Actor.System, campaign.Clock.Now);
            commitment.Write(Actor.System, line.Id, CommitmentField.Action, "Trồng cây", campaign.Clock.Now);
            db.Commitments.Add(commitment);
            id = commitment.Id;
        });
        return id;
    }
}
