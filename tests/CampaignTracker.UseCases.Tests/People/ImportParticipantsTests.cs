using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.People;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.People;
using Microsoft.EntityFrameworkCore;
using static CampaignTracker.UseCases.Tests.Scene;

namespace CampaignTracker.UseCases.Tests.People;

public sealed class ImportParticipantsTests
{
    private static readonly Dictionary<int, DuplicateAnswer> Silence = [];

    /// <summary>A file of one name a row, from row 2 on.</summary>
    internal static ImportParticipants.Input File(string unit, params string[] names) => Rows(unit, [.. names.Select(name => new string?[] { name })]);

    private static ImportParticipants.Input Rows(string unit, params string?[][] rows)
    {
        var columns = Enum.GetValues<ParticipantColumn>();
        var letters = columns.ToDictionary(column => column, column => ((char)('A' + (int)column)).ToString());
        return new(unit, "danh-sach.xlsx", new ParticipantFile("Danh sách", letters, [.. rows.Select((row, n) => new ParticipantRow(n + 2, false, [.. columns.Select(column => new ImportCell(row.ElementAtOrDefault((int)column)))]))], []), Silence);
    }

    private static Task<List<Participant>> PeopleAsync(TestCampaign campaign, string unit) => campaign.LookAsync(db => db.Participants.AsNoTracking().Where(p => p.UnitId == Town.Unit(unit) && p.To == null).OrderBy(p => p.SortName).ToListAsync());

    private static ImportParticipants Import(TestCampaign campaign, string who = "a1.vp") => campaign.As(who).Use<ImportParticipants>();

    [SkippableTheory, OnBoth]
    public async Task A_file_is_stored_as_it_was_tried(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var file = Rows(Town.CellA1, ["Vũ Thị Xa", "Viên chức", "Kế toán", "không", "05/03/2020", "có", "01/02/2026"], ["Lý Văn Lạ"]);
        var tried = await Import(campaign).CheckAsync(file, default);
        Assert.True(tried.Check.Clean);
        Assert.Equal((Town.CellA1, Town.NameOf(Town.CellA1)), (tried.UnitCode, tried.UnitName));
        Assert.Equal(4, (await PeopleAsync(campaign, Town.CellA1)).Count);

        var told = new List<int>();
        var stored = await Import(campaign).StoreAsync(file, new Told(told), default);

        Assert.Equal((2, 0), (stored.Entered, stored.Updated));
        Assert.Equal([2], told);
        var people = await PeopleAsync(campaign, Town.CellA1);
        var xa = people.Single(p => p.Name == "Vũ Thị Xa");
        Assert.Equal((ParticipantKind.PublicEmployee, "Kế toán", false, new DateOnly(2020, 3, 5), new DateOnly(2026, 2, 1), "vu thi xa", "Xa Vũ Thị", stored.ImportId), (xa.Kind, xa.PostTitle, xa.UnitHead, xa.From, xa.ExemptSince!.Value, xa.SearchKey, xa.SortName, xa.ImportId!.Value));
        Assert.Equal((ParticipantKind.Member, campaign.Clock.Today), (people.Single(p => p.Name == "Lý Văn Lạ").Kind, people.Single(p => p.Name == "Lý Văn Lạ").From));
        // One entry for the act, about persons.
        var entry = Assert.Single(await campaign.LookAsync(db => db.Audit.Where(e => e.Act == nameof(ImportParticipants)).ToListAsync()));
        Assert.True(entry.Personal);
    }

    [SkippableTheory, OnBoth]
    public async Task One_bad_cell_keeps_everything_out(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var file = Rows(Town.CellA1, ["Vũ Thị Xa"], ["Lý Văn Lạ", "Nông dân"]);
        Assert.Equal(["B3"], (await Import(campaign).CheckAsync(file, default)).Check.Problems.Select(p => p.Cell));
        var refusal = await RefusedAsync(Because.ImportNotClean, () => Import(campaign).StoreAsync(file, null, default));
        Assert.Equal([1, 0, 1], refusal.Facts);
        Assert.Equal(4, (await PeopleAsync(campaign, Town.CellA1)).Count);
    }

    [SkippableTheory, OnBoth]
    public async Task A_likely_double_waits_for_an_answer(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var file = File(Town.CellA1, "ĐÔNG THI VIÊN", "Lý Văn Lạ");
        var question = Assert.Single((await Import(campaign).CheckAsync(file, default)).Check.Questions);
        Assert.Equal((2, Town.PersonOf("a1.tv")), (question.Row, question.Present.Name));
        await RefusedAsync(Because.ImportNotClean, () => Import(campaign).StoreAsync(file, null, default));

        Assert.Equal(1, (await Import(campaign).StoreAsync(file with { Answers = new Dictionary<int, DuplicateAnswer> { [2] = DuplicateAnswer.SamePerson } }, null, default)).Entered);
        Assert.DoesNotContain(await PeopleAsync(campaign, Town.CellA1), p => p.Name == "ĐÔNG THI VIÊN");
        Assert.Equal(1, (await Import(campaign).StoreAsync(File(Town.CellA1, "ĐÔNG THI VIÊN") with { Answers = new Dictionary<int, DuplicateAnswer> { [2] = DuplicateAnswer.AnotherPerson } }, null, default)).Entered);
    }

    [SkippableTheory, OnBoth]
    public async Task The_template_sent_back_brings_people_up_to_date_and_can_be_taken_back(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var name = Town.PersonOf("a1.tv");
        var file = Rows(Town.CellA1, [name, "Đảng viên dự bị", "Chi ủy viên", null, "01/01/2024", "có", "01/02/2026"], ["Lý Văn Lạ"]);
        var stored = await Import(campaign).StoreAsync(file, null, default);
        Assert.Equal((1, 1), (stored.Entered, stored.Updated));
        var after = (await PeopleAsync(campaign, Town.CellA1)).Single(p => p.Name == name);
        Assert.Equal((ParticipantKind.ProbationaryMember, "Chi ủy viên", new DateOnly(2026, 2, 1)), (after.Kind, after.PostTitle, after.ExemptSince!.Value));

        var last = await Import(campaign).LastAsync(Town.CellA1, default);
        Assert.Equal((stored.ImportId, 1, 1, 0, "Đông Văn Thư", "danh-sach.xlsx"), (last!.Id, last.Entered, last.Updated, last.Hanging, last.ByName, last.FileName));
        await Import(campaign, "a1.bt").UndoAsync(stored.ImportId, default);

        var undone = await PeopleAsync(campaign, Town.CellA1);
        Assert.DoesNotContain(undone, p => p.Name == "Lý Văn Lạ");
        Assert.Equal((ParticipantKind.Member, null, null), (undone.Single(p => p.Name == name).Kind, undone.Single(p => p.Name == name).PostTitle, undone.Single(p => p.Name == name).ExemptSince));
        Assert.Null(await Import(campaign).LastAsync(Town.CellA1, default));
        await RefusedAsync(Because.NotFound, () => Import(campaign).UndoAsync(stored.ImportId, default));
    }

    [SkippableTheory, OnBoth]
    public async Task What_hangs_on_somebody_keeps_the_import(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var first = await Import(campaign).StoreAsync(File(Town.CellA1, "Vũ Thị Xa", "Lý Văn Lạ"), null, default);
        var xa = (await PeopleAsync(campaign, Town.CellA1)).Single(p => p.Name == "Vũ Thị Xa");
        await campaign.As("a1.bt").Use<ChangeParticipants>().TransferAsync(new(xa.Id, Town.CellB1, campaign.Clock.Today), default);
        Assert.Equal(1, (await Import(campaign).LastAsync(Town.CellA1, default))!.Hanging);
        Assert.Equal([1], (await RefusedAsync(Because.ImportInUse, () => Import(campaign).UndoAsync(first.ImportId, default))).Facts);

        // Only the last one is taken back.
        var second = await Import(campaign).StoreAsync(File(Town.CellA1, "Trịnh Văn Mới"), null, default);
        await RefusedAsync(Because.NotFound, () => Import(campaign).UndoAsync(first.ImportId, default));
        await Import(campaign).UndoAsync(second.ImportId, default);
        Assert.Contains(await PeopleAsync(campaign, Town.CellA1), p => p.Name == "Lý Văn Lạ");
    }

    [SkippableTheory, OnBoth]
    public async Task A_commitment_keeps_the_import(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var stored = await Import(campaign).StoreAsync(File(Town.CellA1, "Vũ Thị Xa"), null, default);
        await campaign.SetAsync(async db =>
        {
            var unit = await db.Units.SingleAsync(u => u.Id == Town.Unit(Town.CellA1));
            var register = CommitmentRegister.Open(Actor.System, null, unit, RegisterKeeper.Cell, CommitmentScope.Year, Town.Year, Town.Year, null);
            db.Registers.Add(register);
            db.Commitments.Add(RoleModelCommitment.Begin(Actor.System, null, await db.Participants.SingleAsync(p => p.ImportId == stored.ImportId), register, campaign.Clock.Now));
        });
        Assert.Equal([1], (await RefusedAsync(Because.ImportInUse, () => Import(campaign).UndoAsync(stored.ImportId, default))).Facts);
    }

    [SkippableTheory, OnBoth]
    public async Task Registers_count_who_came_and_who_went_but_not_the_exempt(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.SetAsync(async db => db.Registers.Add(CommitmentRegister.Open(Actor.System, DerivedId.Of("register", "1"), await db.Units.SingleAsync(u => u.Id == Town.Unit(Town.CellA1)), RegisterKeeper.Cell, CommitmentScope.Year, Town.Year, Town.Year, null)));
        Task<int> CountAsync() => campaign.LookAsync(db => db.Registers.Select(r => r.People).SingleAsync());
        var stored = await Import(campaign).StoreAsync(Rows(Town.CellA1, ["Vũ Thị Xa"], ["Lý Văn Lạ", null, null, null, null, "có"]), null, default);
        Assert.Equal(5, await CountAsync());
        await Import(campaign).UndoAsync(stored.ImportId, default);
        Assert.Equal(4, await CountAsync());
    }

    [SkippableTheory, OnBoth]
    public async Task Of_two_who_send_the_same_file_at_once_one_stores_it(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var file = Rows(Town.CellA1, ["Vũ Thị Xa", null, null, null, "05/03/2020"], ["Lý Văn Lạ", null, null, null, "05/03/2020"]);
        var met = await Task.WhenAll(new[] { "a1.vp", "a1.bt" }.Select(who => Task.Run(async () =>
        {
            try
            {
                await Import(campaign, who).StoreAsync(file, null, default);
                return (Because?)null;
            }
            catch (Refusal refusal)
            {
                return refusal.Code;
            }
        })));
        Assert.Contains((Because?)null, met);
        Assert.True(met.Single(m => m is not null) is Because.ImportNotClean or Because.ChangedMeanwhile);
        Assert.Single(await PeopleAsync(campaign, Town.CellA1), p => p.Name == "Vũ Thị Xa");
    }

    [SkippableTheory, OnBoth]
    public async Task Stopped_in_the_middle_it_leaves_no_trace(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        using var stop = new CancellationTokenSource();
        var names = Enumerable.Range(1, 2_500).Select(n => $"Người Thứ {n}").ToArray();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Import(campaign).StoreAsync(File(Town.CellA1, names), new Stopper(stop), stop.Token));
        Assert.Equal(4, (await PeopleAsync(campaign, Town.CellA1)).Count);
        Assert.Null(await Import(campaign).LastAsync(Town.CellA1, default));
        Assert.Equal(2_500, (await Import(campaign).StoreAsync(File(Town.CellA1, names), null, default)).Entered);
    }

    [SkippableTheory, OnBoth]
    public async Task Only_who_keeps_a_unit_s_people_imports_into_it(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        foreach (var (who, unit, because) in new[] { ("a.bt", Town.CellA1, Because.NotAllowed), ("quantri", Town.CellA1, Because.NotAllowed), ("a1.tv", Town.CellA1, Because.NotAllowed), ("a2.bt", Town.CellA1, Because.NotFound), ("a1.bt", "P-Q", Because.NotFound) })
        {
            await RefusedAsync(because, () => Import(campaign, who).StoreAsync(File(unit, "Vũ Thị Xa"), null, default));
            await RefusedAsync(because, () => Import(campaign, who).CheckAsync(File(unit, "Vũ Thị Xa"), default));
        }
        await campaign.SetAsync(async db => (await db.Units.SingleAsync(u => u.Id == Town.Unit(Town.CellA1))).Cover(Actor.System, null, sensitive: true));
        await RefusedAsync(Because.NotFound, () => Import(campaign).StoreAsync(File(Town.CellA1, "Vũ Thị Xa"), null, default));
    }

    [Fact]
    public async Task Two_files_at_a_time_and_a_third_waits()
    {
        using var seats = new ImportSeats();
        using var first = await seats.TakeAsync(default);
        using var second = await seats.TakeAsync(default);
        var third = seats.TakeAsync(default);
        Assert.False(third.IsCompleted);
        first.Dispose();
        first.Dispose();
        (await third).Dispose();
    }

    private sealed class Told(List<int> told) : IProgress<int>
    {
        public void Report(int value) => told.Add(value);
    }

    private sealed class Stopper(CancellationTokenSource stop) : IProgress<int>
    {
        public void Report(int value) => stop.Cancel();
    }
}
