using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Progress;
using CampaignTracker.UseCases.Audit;
using CampaignTracker.UseCases.Commitments;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;
using static CampaignTracker.UseCases.Tests.Commitments.Registrations;
using static CampaignTracker.UseCases.Tests.Scene;

namespace CampaignTracker.UseCases.Tests.Commitments;

public sealed class WriteCommitmentTests
{
    [SkippableTheory, OnBoth]
    public async Task Whoever_writes_first_opens_the_register_with_the_true_number_of_people(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.SetAsync(async db => (await db.Participants.SingleAsync(p => p.Id == Member(Town.CellA1, 2))).Exempt(Actor.System, new DateOnly(2025, 1, 1)));
        var id = await campaign.As("a1.tv").Use<BeginCommitment>().RunAsync(new(CommitmentScope.Year, Town.Year), default);
        Assert.Equal(id, await campaign.As("a1.tv").Use<BeginCommitment>().RunAsync(new(CommitmentScope.Year, Town.Year), default));
        Assert.Equal(id, await campaign.As("a1.vp").Use<BeginCommitment>().RunAsync(new(CommitmentScope.Year, Town.Year, Author), default));
        var register = await campaign.RegisterAsync();
        Assert.Equal((3, 0, 1, 0), (register.People, register.Registered, register.Heads, register.HeadsRegistered));
        var page = await campaign.CommitmentAsync("a1.tv", id);
        Assert.Equal(("Đông Thị Viên", true, CommitmentState.Draft, 1), (page.Name, page.Own, page.State, page.Lines.Count));
    }

    [SkippableTheory, OnBoth]
    public async Task Two_who_begin_at_once_share_one_commitment(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var begun = new Guid[2];
        var met = await campaign.TogetherAsync(
            async () => begun[0] = await campaign.As("a1.tv").Use<BeginCommitment>().RunAsync(new(CommitmentScope.Year, Town.Year), default),
            async () => begun[1] = await campaign.As("a1.bt").Use<BeginCommitment>().RunAsync(new(CommitmentScope.Year, Town.Year, Author), default));
        Assert.All(met, Assert.Null);
        Assert.Equal(begun[0], begun[1]);
        Assert.Equal(4, (await campaign.RegisterAsync()).People);
    }

    [SkippableTheory, OnBoth]
    public async Task Nobody_begins_or_reads_another_persons_and_one_who_is_not_listed_has_none(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await RefusedAsync(Because.NotFound, () => campaign.As("a1.tv").Use<BeginCommitment>().RunAsync(new(CommitmentScope.Year, Town.Year, Member(Town.CellA1, 0)), default));
        await RefusedAsync(Because.NotFound, () => campaign.As("a1.bt").Use<BeginCommitment>().RunAsync(new(CommitmentScope.Year, Town.Year), default));
        var id = await campaign.PromisedAsync("a1.bt", Member(Town.CellA1, 0));
        await RefusedAsync(Because.NotFound, () => campaign.CommitmentAsync("a1.tv", id));
        await RefusedAsync(Because.NotFound, () => campaign.CommitmentAsync("a.bt", id));
        await RefusedAsync(Because.NotFound, () => campaign.CommitmentAsync("a2.bt", id));
    }

    [SkippableTheory, OnBoth]
    public async Task A_field_somebody_else_changed_is_not_overwritten_and_both_texts_are_shown(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var id = await campaign.PromisedAsync("a1.tv");
        await campaign.WriteAsync("a1.vp", id, CommitmentField.Action, "Thăm 8 hộ", "Thăm 6 hộ");
        var answer = await campaign.WriteAsync("a1.tv", id, CommitmentField.Action, "Thăm 9 hộ", "Thăm 6 hộ");
        var conflict = Assert.Single(answer.Conflicts);
        Assert.Equal(("Thăm 9 hộ", "Thăm 8 hộ", "Đông Văn Thư"), (conflict.Mine, conflict.Theirs, conflict.TheirName));
        Assert.Equal("Thăm 8 hộ", (await campaign.CommitmentAsync("a1.tv", id)).Lines[0].Action);
        // Having seen both, the author chooses.
        Assert.Empty((await campaign.WriteAsync("a1.tv", id, CommitmentField.Action, "Thăm 9 hộ", "Thăm 8 hộ")).Conflicts);
        Assert.Equal("Thăm 9 hộ", (await campaign.CommitmentAsync("a1.tv", id)).Lines[0].Action);
    }

    [SkippableTheory, OnBoth]
    public async Task Two_who_type_different_fields_at_once_both_keep_their_text(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var id = await campaign.PromisedAsync("a1.tv");
        var line = (await campaign.CommitmentAsync("a1.tv", id)).Lines[0].Id;
        var met = await campaign.TogetherAsync(
            () => campaign.As("a1.tv").Use<SaveCommitment>().RunAsync(new(id, [new(line, CommitmentField.Result, "6 hộ", "")]), default),
            () => campaign.As("a1.bt").Use<SaveCommitment>().RunAsync(new(id, [new(line, CommitmentField.Proof, "Sổ thăm hộ", "")]), default));
        Assert.All(met, Assert.Null);
        var stored = (await campaign.CommitmentAsync("a1.tv", id)).Lines[0];
        Assert.Equal(("6 hộ", "Sổ thăm hộ"), (stored.Result, stored.Proof));
    }

    [SkippableTheory, OnBoth]
    public async Task A_text_that_breaks_a_rule_is_refused_alone_and_the_others_are_stored(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var id = await campaign.PromisedAsync("a1.tv");
        var line = (await campaign.CommitmentAsync("a1.tv", id)).Lines[0].Id;
        var answer = await campaign.As("a1.tv").Use<SaveCommitment>().RunAsync(new(id,
            [new(line, CommitmentField.DueOn, "30/02", ""), new(line, CommitmentField.Standard, "6", ""), new(line, CommitmentField.Proof, new string('a', 301), ""), new(Guid.NewGuid(), CommitmentField.Proof, "x", ""), new(line, CommitmentField.Result, "6 hộ", "")]), default);
        Assert.Equal([Because.NotADate, Because.OutOfRange, Because.TooLong, Because.NotFound], answer.Refusals.Select(r => r.Refusal.Code));
        var stored = (await campaign.CommitmentAsync("a1.tv", id)).Lines[0];
        Assert.Equal(("6 hộ", (DateOnly?)null, ""), (stored.Result, stored.DueOn, stored.Proof));
    }

    [SkippableTheory, OnBoth]
    public async Task Hints_help_and_never_block(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var id = await campaign.PromisedAsync("a1.tv", action: "Luôn gương mẫu trong công tác");
        Assert.Equal([CommitmentHint.DutyRestated, CommitmentHint.NoResult, CommitmentHint.NoDate, CommitmentHint.NoProof], (await campaign.CommitmentAsync("a1.tv", id)).Lines[0].Hints);
        await campaign.WriteAsync("a1.tv", id, CommitmentField.Action, "Giúp 5 hộ làm thủ tục");
        await campaign.WriteAsync("a1.tv", id, CommitmentField.Result, "5 hộ");
        await campaign.WriteAsync("a1.tv", id, CommitmentField.DueOn, "2026-11-30");
        await campaign.WriteAsync("a1.tv", id, CommitmentField.Proof, "Sổ");
        Assert.Empty((await campaign.CommitmentAsync("a1.tv", id)).Lines[0].Hints);
    }

    [SkippableTheory, OnBoth]
    public async Task Last_years_words_are_taken_but_never_a_past_day_an_outcome_or_done(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var last = await campaign.PromisedAsync("a1.tv", action: "Thăm hộ khó khăn", year: Town.Year - 1);
        await campaign.WriteAsync("a1.tv", last, CommitmentField.Proof, "Sổ thăm hộ");
        await campaign.WriteAsync("a1.tv", last, CommitmentField.DueOn, $"{Town.Year - 1}-11-30");
        await campaign.WriteAsync("a1.tv", last, CommitmentField.Standard, "4");
        await campaign.As("a1.bt").Use<AdoptRegister>().RunAsync(campaign.Passing(new(Town.Year - 1, Annual: true)), default);
        await campaign.SetAsync(async db =>
        {
            var done = await db.Commitments.Include(c => c.Lines).SingleAsync(c => c.Id == last);
            done.Report(Actor.System, done.Lines[0].Id, new ProgressFacts(Outcome.Done, false, 6, "Xong", campaign.Clock.Today, campaign.Clock.Today), campaign.Clock.Now);
        });
        var id = await campaign.As("a1.tv").Use<BeginCommitment>().RunAsync(new(CommitmentScope.Year, Town.Year), default);
        var before = (await campaign.CommitmentAsync("a1.tv", id)).Before!;
        Assert.Equal((Town.Year - 1, Outcome.Done), (before.Year, before.Lines[0].Outcome!.Value));

        await campaign.As("a1.tv").Use<ArrangeLines>().TakeFromLastYearAsync(id, before.Lines[0].Id, default);
        var page = await campaign.CommitmentAsync("a1.tv", id);
        var taken = Assert.Single(page.Lines);
        Assert.Equal(("Thăm hộ khó khăn", "Sổ thăm hộ", RoleModelStandard.Solidarity), (taken.Action, taken.Proof, taken.Standard!.Value));
        Assert.Equal((null, null, null, null, CommitmentState.Draft), (taken.DueOn, taken.Outcome, taken.Figure, taken.ReportedOn, page.State));
        // The words of a colleague are not "last year's".
        var other = await campaign.PromisedAsync("a1.bt", Member(Town.CellA1, 0), year: Town.Year - 1);
        var foreign = (await campaign.CommitmentAsync("a1.bt", other)).Lines[0].Id;
        await RefusedAsync(Because.NotFound, () => campaign.As("a1.bt").Use<ArrangeLines>().TakeFromLastYearAsync(id, foreign, default));
    }

    [SkippableTheory, OnBoth]
    public async Task Lines_are_added_up_to_the_limit_and_removed(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var id = await campaign.PromisedAsync("a1.tv");
        var lines = campaign.As("a1.tv").Use<ArrangeLines>();
        for (var n = 1; n < CommitmentLimits.Lines; n++) await lines.AddAsync(id, default);
        await RefusedAsync(Because.TooManyLines, () => lines.AddAsync(id, default));
        await lines.RemoveAsync(id, (await campaign.CommitmentAsync("a1.tv", id)).Lines[0].Id, default);
        Assert.Equal(Enumerable.Range(1, CommitmentLimits.Lines - 1), (await campaign.CommitmentAsync("a1.tv", id)).Lines.Select(l => l.Ordinal));
    }

    [SkippableTheory, OnBoth]
    public async Task A_shortcoming_is_for_its_author_and_the_secretary_alone_and_stands_in_no_trail(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var id = await campaign.PromisedAsync("a1.tv");
        Assert.Null(await campaign.As("a1.tv").Use<KeepShortcoming>().RunAsync(new(id, "Còn nể nang", ""), default));
        Assert.Equal("Còn nể nang", (await campaign.CommitmentAsync("a1.tv", id)).Shortcoming);
        Assert.Equal("Còn nể nang", (await campaign.CommitmentAsync("a1.bt", id)).Shortcoming);
        foreach (var other in new[] { "a1.pbt", "a1.vp" })
        {
            var page = await campaign.CommitmentAsync(other, id);
            Assert.Equal((false, ""), (page.SeesShortcoming, page.Shortcoming));
            await RefusedAsync(Because.NotAllowed, () => campaign.As(other).Use<KeepShortcoming>().RunAsync(new(id, "Lạ", null), default));
        }
        // The other's newer text is shown, not written over.
        Assert.Equal("Còn nể nang", await campaign.As("a1.bt").Use<KeepShortcoming>().RunAsync(new(id, "Khác", ""), default));
        Assert.Null(await campaign.As("a1.bt").Use<KeepShortcoming>().RunAsync(new(id, "Khác", "Còn nể nang"), default));
        Assert.Null(await campaign.As("a1.bt").Use<KeepShortcoming>().RunAsync(new(id, "Khác nữa", "Khác"), default));
        var trail = await campaign.LookAsync(db => db.Audit.Where(e => e.RootId == id).ToListAsync());
        Assert.DoesNotContain(trail, e => e.Changes.Contains("nể nang", StringComparison.Ordinal) || e.Changes.Contains("Khác", StringComparison.Ordinal));
        Assert.All(trail.Where(e => e.Act == nameof(KeepShortcoming)), e => Assert.Contains(AuditTrail.Read(e.Changes), c => c.Value[1] == "***"));
        Assert.Null(await campaign.As("a1.tv").Use<KeepShortcoming>().RunAsync(new(id, "", "Khác nữa"), default));
        Assert.Equal("", (await campaign.CommitmentAsync("a1.tv", id)).Shortcoming);
    }

    [SkippableTheory, OnBoth]
    public async Task Typing_of_one_sitting_is_one_entry_of_the_trail(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var id = await campaign.PromisedAsync("a1.tv", action: "T");
        foreach (var text in new[] { "Th", "Thă", "Thăm" }) await campaign.WriteAsync("a1.tv", id, CommitmentField.Action, text);
        var entry = Assert.Single(await campaign.LookAsync(db => db.Audit.Where(e => e.RootId == id && e.Act == nameof(SaveCommitment)).ToListAsync()));
        Assert.True(entry.Personal);
        Assert.Contains(AuditTrail.Read(entry.Changes), c => c.Key.EndsWith(".Action", StringComparison.Ordinal) && c.Value[1] == "Thăm");
    }
}
