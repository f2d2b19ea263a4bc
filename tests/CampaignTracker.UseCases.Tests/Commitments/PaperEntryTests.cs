using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.People;
using CampaignTracker.UseCases.Commitments;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Tests.Commitments;

/// <summary>A row of the paper sheet is stored as a whole, with who typed it from which paper; a resend does no harm, and nobody's text is written over unseen.</summary>
public sealed class PaperEntryTests
{
    private const string Paper = "Bản đăng ký giấy nộp ngày 01/03/2026";
    private static readonly Guid Head = Promises.Member(Town.CellA1, 0), Second = Promises.Member(Town.CellA1, 1);

    private static PaperLine Line(string action, string result = "6 hộ", string dueOn = "2026-11-30", string proof = "Ảnh", string standard = "4", Guid? id = null) => new(id, action, result, dueOn, proof, standard);

    private static Task<SavePaperRow.Answer> SaveAsync(TestCampaign campaign, PaperLine[] lines, PaperLine[][]? seen, string who = "a1.bt", Guid? person = null, Guid? meeting = null, string paper = Paper) =>
        campaign.As(who).Use<SavePaperRow>().RunAsync(new(person ?? Second, CommitmentScope.Year, Town.Year, paper, meeting, lines, seen), default);

    private static async Task<ViewPaperEntry.Row> RowAsync(TestCampaign campaign, Guid? person = null) =>
        (await SheetAsync(campaign)).Rows.Single(row => row.ParticipantId == (person ?? Second));

    private static Task<ViewPaperEntry.Page> SheetAsync(TestCampaign campaign, string who = "a1.bt") => campaign.As(who).Use<ViewPaperEntry>().RunAsync(new(Town.Year), default);

    private static IEnumerable<string> Actions(IEnumerable<PaperLine> lines) => lines.Select(line => line.Action);

    [SkippableTheory, OnBoth]
    public async Task The_first_row_opens_the_register_and_keeps_who_typed_from_which_paper_when(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var answer = await SaveAsync(campaign, [Line("Gặp từng hộ"), Line("Trồng cây", standard: "")], [[]], "a1.vp");

        Assert.Null(answer.Conflict);
        Assert.Empty(answer.Refusals);
        Assert.Equal(answer.Stored.Select(line => line.Id), answer.Keys);
        Assert.Empty(answer.Before);
        var row = await RowAsync(campaign);
        Assert.Equal([Line("Gặp từng hộ"), Line("Trồng cây", standard: "")], row.Lines.Select(line => line with { Id = null }));
        Assert.Equal((Town.PersonOf("a1.vp"), Paper, campaign.Clock.Now, false), (row.Typed!.Name, row.Typed.Paper, row.Typed.At, row.Typed.Mine));
        var register = await campaign.LookAsync(db => db.Registers.SingleAsync());
        Assert.Equal((4, 0, 1, 0), (register.People, register.Registered, register.Heads, register.HeadsRegistered));
        var sheet = await SheetAsync(campaign);
        Assert.Equal((1, 4, 0), (sheet.Entered, sheet.People, sheet.Exempt));
    }

    [SkippableTheory, OnBoth]
    public async Task Heads_come_first_and_the_exempt_are_shown_but_not_counted(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.ExemptAsync(Second, new DateOnly(2025, 6, 1));
        await campaign.SetAsync(async db => (await db.Participants.SingleAsync(p => p.Id == Promises.Member(Town.CellA1, 2))).Leave(Actor.System, new DateOnly(2026, 1, 1), LeaveReason.MovedAway));

        var sheet = await SheetAsync(campaign);
        Assert.Equal(Head, sheet.Rows[0].ParticipantId);
        Assert.Equal(3, sheet.Rows.Count);
        Assert.Equal(new DateOnly(2025, 6, 1), sheet.Rows.Single(row => row.ParticipantId == Second).ExemptSince);
        Assert.Equal((2, 1, 0), (sheet.People, sheet.Exempt, sheet.Entered));
        Assert.Equal(1, sheet.MinutesLeft);
    }

    [SkippableTheory, OnBoth]
    public async Task Sent_again_after_a_lost_answer_nothing_is_doubled_and_no_other_text_is_seen(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        PaperLine[] first = [Line("Gặp"), Line("Trồng")], more = [Line("Gặp từng hộ"), Line("Trồng cây"), Line("Đọc sách")];
        await SaveAsync(campaign, first, [[]]);
        var version = await campaign.LookAsync(db => db.Commitments.Select(c => c.Version).SingleAsync());

        // The very same row.
        var again = await SaveAsync(campaign, first, [[]]);
        Assert.Null(again.Conflict);
        Assert.Equal(version, await campaign.LookAsync(db => db.Commitments.Select(c => c.Version).SingleAsync()));
        // More was typed before the answer came: the browser never learnt the keys.
        var later = await SaveAsync(campaign, more, [[], first]);
        Assert.Null(later.Conflict);
        Assert.Equal(again.Stored.Select(line => line.Id), later.Stored.Take(2).Select(line => line.Id));
        Assert.Equal(["Gặp từng hộ", "Trồng cây", "Đọc sách"], Actions((await RowAsync(campaign)).Lines));
    }

    [SkippableTheory, OnBoth]
    public async Task What_somebody_else_wrote_is_not_overwritten_until_the_typist_chose(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var seen = (await SaveAsync(campaign, [Line("Gặp")], [[]])).Stored;
        campaign.Clock.Advance(TimeSpan.FromMinutes(5));
        await SaveAsync(campaign, [Line("Của văn thư", id: seen[0].Id)], [[.. seen]], "a1.vp");
        var at = campaign.Clock.Now;
        campaign.Clock.Advance(TimeSpan.FromMinutes(5));

        var met = await SaveAsync(campaign, [Line("Của bí thư", id: seen[0].Id)], [[.. seen]]);
        Assert.Equal(new SavePaperRow.Conflict(Town.PersonOf("a1.vp"), at, false), met.Conflict);
        Assert.Equal("Của văn thư", Assert.Single(met.Stored).Action);
        Assert.Equal("Của văn thư", Assert.Single((await RowAsync(campaign)).Lines).Action);

        var chosen = await SaveAsync(campaign, [Line("Của bí thư", id: seen[0].Id)], null);
        Assert.Null(chosen.Conflict);
        Assert.Equal("Của văn thư", Assert.Single(chosen.Before).Action);
        Assert.Equal("Của bí thư", Assert.Single((await RowAsync(campaign)).Lines).Action);
    }

    [SkippableTheory, OnBoth]
    public async Task Two_who_begin_one_person_at_once_store_one_text_and_show_the_other_typist_whose(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        SavePaperRow.Answer? one = null, other = null;
        var met = await campaign.TogetherAsync(async () => one = await SaveAsync(campaign, [Line("Một")], [[]]), async () => other = await SaveAsync(campaign, [Line("Hai")], [[]], "a1.vp"));
        Assert.All(met, Assert.Null);
        Assert.Single(new[] { one!.Conflict, other!.Conflict }.OfType<SavePaperRow.Conflict>());
        Assert.Single((await RowAsync(campaign)).Lines);
        Assert.Equal(1, await campaign.LookAsync(db => db.Registers.CountAsync()));
    }

    [SkippableTheory, OnBoth]
    public async Task A_refused_cell_is_named_and_all_others_are_stored(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var answer = await SaveAsync(campaign, [Line("Gặp", dueOn: "3113", standard: "7"), Line("", "", "cuối năm", "", ""), Line("Trồng", new string('a', CommitmentLimits.ShortField + 1))], [[]]);

        Assert.Equal([(0, CommitmentField.DueOn, Because.NotADate), (0, CommitmentField.Standard, Because.OutOfRange), (1, CommitmentField.DueOn, Because.NotADate), (2, CommitmentField.Result, Because.TooLong)],
            answer.Refusals.Select(r => (r.Line, r.Field, r.Refusal.Code)));
        // A line of which nothing could be stored is not there.
        Assert.Equal([true, false, true], answer.Keys.Select(key => key is not null));
        Assert.Equal([Line("Gặp", dueOn: "", standard: ""), Line("Trồng", "")], (await RowAsync(campaign)).Lines.Select(line => line with { Id = null }));
    }

    [SkippableTheory, OnBoth]
    public async Task Going_back_to_what_stood_there_before_undoes_a_saved_row(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var first = await SaveAsync(campaign, [Line("Gặp"), Line("Trồng")], [[]]);
        var changed = await SaveAsync(campaign, [Line("Khác", id: first.Stored[1].Id)], [[.. first.Stored]]);
        Assert.Equal(["Khác"], Actions((await RowAsync(campaign)).Lines));

        await SaveAsync(campaign, [.. changed.Before], [[.. changed.Stored]]);
        Assert.Equal(["Gặp", "Trồng"], Actions((await RowAsync(campaign)).Lines).Order(StringComparer.Ordinal));
        await SaveAsync(campaign, [], null);
        Assert.Empty((await RowAsync(campaign)).Lines);
        Assert.Equal(0, (await SheetAsync(campaign)).Entered);
    }

    [SkippableTheory, OnBoth]
    public async Task An_adopted_row_is_read_only_and_a_late_text_meets_it(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.PromiseAsync(Town.CellA1, Second, "Gặp 6 hộ", adopted: true);
        var row = await RowAsync(campaign);
        Assert.Equal((false, CommitmentState.Adopted, campaign.Clock.Today), (row.Writable, row.State!.Value, row.AdoptedOn!.Value));

        var late = await SaveAsync(campaign, [Line("Khác")], null);
        Assert.True(late.Conflict!.Settled);
        Assert.Equal("Gặp 6 hộ", Assert.Single((await RowAsync(campaign)).Lines).Action);
        // The same text, sent again after it was adopted, is simply there.
        Assert.Null((await SaveAsync(campaign, [.. row.Lines.Select(line => line with { Id = null })], [[]])).Conflict);
    }

    [SkippableTheory, OnBoth]
    public async Task A_line_that_was_reported_on_is_not_taken_off(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.PromiseAsync(Town.CellA1, Second, "Gặp 6 hộ", happened: "đã gặp 3 hộ");
        await campaign.SetAsync(async db => (await db.Commitments.Include(c => c.Lines).SingleAsync()).Reopen(Actor.System, campaign.Clock.Now));
        var row = await RowAsync(campaign);

        var answer = await SaveAsync(campaign, [row.Lines[0] with { Action = "", Result = "", DueOn = "", Proof = "", Standard = "" }, Line("Thêm")], [[.. row.Lines]]);
        Assert.Equal((0, CommitmentField.Action, Because.Required), Assert.Single(answer.Refusals.Select(r => (r.Line, r.Field, r.Refusal.Code))));
        Assert.Equal(["Gặp 6 hộ", "Thêm"], Actions((await RowAsync(campaign)).Lines));
        Assert.Equal(1, await campaign.LookAsync(db => db.Commitments.SelectMany(c => c.Lines).SelectMany(l => l.Progress).CountAsync()));
    }

    [SkippableTheory, OnBoth]
    public async Task Last_year_stands_beside_with_what_came_of_it(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.PromiseAsync(Town.CellA1, Second, "Mở 8 buổi", happened: "5 buổi", year: Town.Year - 1);
        var row = await RowAsync(campaign);
        Assert.Empty(row.Lines);
        Assert.NotNull(row.Before);
        var line = Assert.Single(row.Before.Lines);
        Assert.True(row.Before.Adopted);
        Assert.Equal((Town.Year - 1, "Mở 8 buổi", Domain.Progress.Outcome.PartlyDone, 3), (row.Before.Year, line.Action, line.Outcome!.Value, line.Figure!.Value));
    }

    [SkippableTheory, OnBoth]
    public async Task The_minutes_of_an_own_meeting_may_be_the_source_and_no_others(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var own = (await campaign.PromiseAsync(Town.CellA1, Head, adopted: true)).Meeting!.Value;
        var foreign = (await campaign.PromiseAsync(Town.CellA2, Promises.Member(Town.CellA2, 0), adopted: true)).Meeting!.Value;

        Assert.Equal([own], (await SheetAsync(campaign)).Meetings.Select(meeting => meeting.Id));
        await SaveAsync(campaign, [Line("Gặp")], [[]], meeting: own, paper: "Biên bản sinh hoạt chi bộ ngày 03/03/2026");
        Assert.Equal(own, await campaign.LookAsync(db => db.Commitments.Where(c => c.ParticipantId == Second).Select(c => c.Typed!.MeetingId!.Value).SingleAsync()));
        await Scene.RefusedAsync(Because.NotFound, () => SaveAsync(campaign, [Line("Khác")], null, meeting: foreign));
        Assert.Equal("SourcePaper", (await Scene.RefusedAsync(Because.Required, () => SaveAsync(campaign, [Line("Khác")], null, paper: ""))).Field);
    }

    [SkippableTheory, OnBoth]
    public async Task Only_who_keeps_the_units_commitments_types_and_only_for_its_people(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await Scene.RefusedAsync(Because.NotAllowed, () => SheetAsync(campaign, "a1.tv"));
        await Scene.RefusedAsync(Because.NotAllowed, () => SheetAsync(campaign, "tinh.kt"));
        await Scene.RefusedAsync(Because.NotAllowed, () => SaveAsync(campaign, [Line("Của tôi")], [[]], "a1.tv", Promises.PersonOf("a1.tv")));
        foreach (var who in new[] { "a.bt", "a2.bt", "tinh.ld" }) await Scene.RefusedAsync(Because.NotFound, () => SaveAsync(campaign, [Line("Lạ")], [[]], who));
        Assert.Equal(0, await campaign.LookAsync(db => db.Commitments.CountAsync()));
    }

    [SkippableTheory, OnBoth]
    public async Task For_the_term_the_register_spans_the_term(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.As("a1.bt").Use<SavePaperRow>().RunAsync(new(Second, CommitmentScope.Term, Town.Year, Paper, null, [Line("Cả khóa")], [[]]), default);
        var sheet = await campaign.As("a1.bt").Use<ViewPaperEntry>().RunAsync(new(Town.Year + 2, CommitmentScope.Term), default);
        Assert.Equal((Town.Year, Town.TermEnd, 1), (sheet.Year, sheet.ToYear, sheet.Entered));
        Assert.Empty((await SheetAsync(campaign)).Rows.SelectMany(row => row.Lines));
        await Scene.RefusedAsync(Because.NotFound, () => campaign.As("a1.bt").Use<ViewPaperEntry>().RunAsync(new(1999), default));
    }
}
