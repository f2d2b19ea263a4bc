using CampaignTracker.Domain;
using CampaignTracker.Domain.Compliance;
using CampaignTracker.UseCases.Compliance;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Tests.Obligations;

namespace CampaignTracker.UseCases.Tests.Compliance;

public sealed class ComposeHeadNoteTests
{
    [SkippableTheory, OnBoth]
    public async Task It_says_what_the_board_says_and_what_waits_for_the_unit_s_own_opinion(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.ScatterAsync(300);
        await campaign.SetAsync(db => { db.Obligations.RemoveRange(db.Obligations.Where(o => o.UnitId == Town.Unit(Town.CellA2))); return Task.CompletedTask; });

        var (_, note) = await campaign.As("a.bt").Use<ComposeHeadNote>().RunAsync(new(Town.Year), default);

        var board = (await campaign.As("a.bt").Use<ViewCompliance>().RunAsync(new(Town.Year), default)).Board;
        Assert.Equal(board.Total, note.Total);
        Assert.Equal(board.Lines.Where(l => l.Unit.Code != Town.CommuneA && l.Total.Expected > 0).Select(l => (l.Unit.Name, l.Total)), note.Lines.Select(l => (l.Name, l.Counts)));
        Assert.Equal(note.Total, note.Requirements.Aggregate(default(Counts), (sum, row) => sum + row.Counts));
        Assert.Equal((note.Total.Expected, note.Total.Sent, note.Total.Completed), (note.Trend[^1].Expected, note.Trend[^1].Sent, note.Trend[^1].Completed));
    }

    [SkippableTheory, OnBoth]
    public async Task What_waits_is_what_those_directly_below_have_sent(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.SentAsync("a1.bt", Town.Owed(Town.CellA1));

        Assert.Equal((1, campaign.Clock.Today), (await NoteAsync("a.bt")) is var commune ? (commune.Waiting, commune.WaitingSince) : default);
        Assert.Equal(0, (await NoteAsync("tinh.ld")).Waiting);
        await Scene.RefusedAsync(Because.NotFound, () => campaign.As("a.bt").Use<ComposeHeadNote>().RunAsync(new(Town.Year, Town.CommuneB), default));

        async Task<HeadNote> NoteAsync(string who) => (await campaign.As(who).Use<ComposeHeadNote>().RunAsync(new(Town.Year), default)).Note;
    }
}
