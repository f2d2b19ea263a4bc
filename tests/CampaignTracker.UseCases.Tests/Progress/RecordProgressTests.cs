using CampaignTracker.Domain.Progress;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Progress;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Tests.Progress;

public sealed class RecordProgressTests
{
    private static readonly DateOnly Tuesday = TestCampaign.Tuesday;

    [SkippableTheory, OnBoth]
    public async Task A_report_on_an_item_begins_to_follow_it_and_leaves_the_plan_alone(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var (plan, items) = await campaign.AdoptedAsync("a1.bt", Town.Owed(Town.CellA1), ("Trồng cây", "50 cây", Tuesday.AddDays(40)));
        var version = await campaign.LookAsync(db => db.Plans.Where(p => p.Id == plan).Select(p => p.Version).SingleAsync());

        var stored = await campaign.OnItemAsync("a1.vp", items[0], Outcome.PartlyDone, 20, "Đã trồng 20 cây", Tuesday.AddDays(-2));

        Assert.Equal((Outcome.PartlyDone, 20, Tuesday.AddDays(-2), 1), (stored.Outcome!.Value, stored.Figure!.Value, stored.ReportedOn, stored.Reports));
        Assert.Equal(("Đã trồng 20 cây", Town.PersonOf("a1.vp")), (stored.Entry.Text, stored.Entry.RecordedByName));
        Assert.Equal(version, await campaign.LookAsync(db => db.Plans.Where(p => p.Id == plan).Select(p => p.Version).SingleAsync()));
        var later = await campaign.OnItemAsync("a1.bt", items[0], null, text: "Chờ mưa");
        Assert.Equal((Outcome.PartlyDone, 20, Tuesday, 2, true), (later.Outcome!.Value, later.Figure!.Value, later.ReportedOn, later.Reports, later.Entry.NothingNew));
    }

    [SkippableTheory, OnBoth]
    public async Task Sent_twice_with_one_key_it_is_stored_once(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var (_, items) = await campaign.AdoptedAsync("a1.bt", Town.Owed(Town.CellA1), ("Trồng cây", "50 cây", null), ("Họp", "", null));
        var promise = await campaign.PromiseAsync(Town.CellA1, Promises.Member(Town.CellA1, 0), adopted: true);
        var key = Guid.NewGuid();
        Assert.False((await campaign.OnItemAsync("a1.bt", items[0], Outcome.Done, key: key)).StoodThere);
        var again = await campaign.OnItemAsync("a1.bt", items[0], Outcome.Done, key: key);
        Assert.True(again.StoodThere);
        Assert.Equal(1, again.Reports);
        Assert.False((await campaign.OnLineAsync("a1.bt", promise.Line, Outcome.Done, key: key)).StoodThere);
        Assert.True((await campaign.OnLineAsync("a1.bt", promise.Line, Outcome.Done, key: key)).StoodThere);
        // The same key on another row is another report.
        Assert.False((await campaign.OnItemAsync("a1.bt", items[1], Outcome.Done, key: key)).StoodThere);
    }

    [SkippableTheory, OnBoth]
    public async Task Two_at_once_are_both_kept_and_the_same_one_at_once_is_one(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var (_, items) = await campaign.AdoptedAsync("a1.bt", Town.Owed(Town.CellA1), ("Trồng cây", "50 cây", null));
        var promise = await campaign.PromiseAsync(Town.CellA1, Promises.Member(Town.CellA1, 0), adopted: true);
        var key = Guid.NewGuid();
        Assert.All(await campaign.TogetherAsync(() => campaign.OnItemAsync("a1.bt", items[0], Outcome.Done, key: key), () => campaign.OnItemAsync("a1.bt", items[0], Outcome.Done, key: key)), Assert.Null);
        Assert.All(await campaign.TogetherAsync(() => campaign.OnLineAsync("a1.bt", promise.Line, Outcome.Done), () => campaign.OnLineAsync("a1.vp", promise.Line, Outcome.NotDone)), Assert.Null);
        var rows = (await campaign.ListAsync("a1.bt")).Page.Rows;
        Assert.Equal((1, 2), (rows.Single(r => r.Id == items[0]).Reports, rows.Single(r => r.Id == promise.Line).Reports));
    }

    [SkippableTheory, OnBoth]
    public async Task A_refusal_names_the_field_and_stores_nothing(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var (_, items) = await campaign.AdoptedAsync("a1.bt", Town.Owed(Town.CellA1), ("Trồng cây", "50 cây", null));
        Task<RecordProgress.Stored> Send(Outcome? outcome = Outcome.Done, int? figure = null, string? text = null, DateOnly? day = null) =>
            campaign.As("a1.bt").Use<RecordProgress>().RunAsync(new(ProgressSubject.PlanItem, items[0], outcome, false, figure, text, day, Guid.NewGuid()), default);
        Assert.Equal("Outcome", (await Scene.RefusedAsync(Because.ProgressWithoutOutcome, () => Send(outcome: null))).Field);
        Assert.Equal("Figure", (await Scene.RefusedAsync(Because.OutOfRange, () => Send(figure: -1))).Field);
        Assert.Equal("On", (await Scene.RefusedAsync(Because.ProgressInFuture, () => Send(day: Tuesday.AddDays(1)))).Field);
        Assert.Equal("WhatHappened", (await Scene.RefusedAsync(Because.TooLong, () => Send(text: new string('a', ProgressFacts.TextLength + 1)))).Field);
        Assert.Equal(0, (await campaign.ListAsync("a1.bt")).Page.Rows[0].Reports);
    }

    [SkippableTheory, OnBoth]
    public async Task A_person_reports_on_their_own_promise_and_on_nobody_else_s(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var own = await campaign.PromiseAsync(Town.CellA1, Promises.PersonOf("a1.tv"), adopted: true);
        var other = await campaign.PromiseAsync(Town.CellA1, Promises.Member(Town.CellA1, 0), adopted: true);
        var draft = await campaign.PromiseAsync(Town.CellA1, Promises.Member(Town.CellA1, 1));
        var (_, items) = await campaign.AdoptedAsync("a1.bt", Town.Owed(Town.CellA1), ("Trồng cây", "50 cây", null));
        Assert.Equal(6, (await campaign.OnLineAsync("a1.tv", own.Line, Outcome.Done, 6)).Figure);
        await Scene.RefusedAsync(Because.NotFound, () => campaign.OnLineAsync("a1.tv", other.Line, Outcome.Done));
        await Scene.RefusedAsync(Because.NotAllowed, () => campaign.OnItemAsync("a1.tv", items[0], Outcome.Done));
        await Scene.RefusedAsync(Because.CommitmentNotInState, () => campaign.OnLineAsync("a1.bt", draft.Line, Outcome.Done));
        // Above the unit a promise is not there at all, and its plan is read only.
        await Scene.RefusedAsync(Because.NotFound, () => campaign.OnLineAsync("a.bt", own.Line, Outcome.Done));
        await Scene.RefusedAsync(Because.NotAllowed, () => campaign.OnItemAsync("a.bt", items[0], Outcome.Done));
    }

    [SkippableTheory, OnBoth]
    public async Task Of_many_each_is_stored_or_refused_by_itself(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var (_, items) = await campaign.AdoptedAsync("a1.bt", Town.Owed(Town.CellA1), ("Trồng cây", "50 cây", null), ("Họp", "", null));
        var promise = await campaign.PromiseAsync(Town.CellA1, Promises.Member(Town.CellA1, 0), adopted: true);
        RecordProgress.Input Report(ProgressSubject subject, Guid id, Outcome? outcome, DateOnly? day = null) => new(subject, id, outcome, false, null, "lúc sáng", day, Guid.NewGuid());
        List<RecordProgress.Input> reports =
        [
            Report(ProgressSubject.PlanItem, items[0], Outcome.Done), Report(ProgressSubject.PlanItem, items[1], null), Report(ProgressSubject.CommitmentLine, Guid.NewGuid(), Outcome.Done),
            Report(ProgressSubject.CommitmentLine, promise.Line, Outcome.PartlyDone), Report(ProgressSubject.CommitmentLine, promise.Line, Outcome.Done, Tuesday.AddDays(5)),
        ];
        var results = await campaign.As("a1.vp").Use<RecordManyProgress>().RunAsync(new(reports), default);
        Assert.Equal([null, Because.ProgressWithoutOutcome, Because.NotFound, null, Because.ProgressInFuture], results.Select(r => r.Refusal?.Code));
        Assert.Equal(reports.Select(r => r.Key), results.Select(r => r.Key));
        Assert.Equal([true, false, false, true, false], results.Select(r => r.Stored is not null));
        // What was refused is mended and sent again together with the rest: the rest is stored once.
        reports[1] = reports[1] with { Outcome = Outcome.NotDone };
        var again = await campaign.As("a1.vp").Use<RecordManyProgress>().RunAsync(new(reports), default);
        Assert.Equal([true, false, null, true, null], again.Select(r => r.Stored?.StoodThere));
    }
}
