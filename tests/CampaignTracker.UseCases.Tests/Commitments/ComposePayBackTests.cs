using System.Text.Json;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Commitments.Papers;
using CampaignTracker.Domain.Evidence;
using CampaignTracker.Domain.Meetings;
using CampaignTracker.Domain.Papers;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Progress;
using CampaignTracker.UseCases.Commitments;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;
using static CampaignTracker.UseCases.Tests.Scene;

namespace CampaignTracker.UseCases.Tests.Commitments;

public sealed class ComposePayBackTests
{
    private const string Secret = "nóng tính, hay trễ hẹn";

    // Two promise, one of them reports and proves; a plan item is done; one opens from above.
    private static async Task<(TestCampaign Campaign, Promises.Promise Reported, Promises.Promise Silent, Guid Plan)> YearAsync(DatabaseProvider on)
    {
        var campaign = await TestCampaign.TownAsync(on);
        var plan = await campaign.SentAsync("a1.bt", Town.Owed(Town.CellA1));
        var reported = await campaign.PromiseAsync(Town.CellA1, Promises.Member(Town.CellA1, 1), "Gặp 6 hộ trong xóm", shortcoming: Secret, happened: "Đã gặp ba hộ đầu xóm");
        var silent = await campaign.PromiseAsync(Town.CellA1, Promises.Member(Town.CellA1, 2), "Dọn đường", adopted: true);
        await campaign.SetAsync(async db =>
        {
            var commitment = await db.CommitmentAsync(reported.Commitment, default);
            db.LineEvidence.Add(LineEvidence.Attach(Actor.System, null, commitment, reported.Line, "anh.jpg", new(new string('b', 64), null, 10, FileKind.Jpeg), "Buổi gặp", new(2026, 3, 2), campaign.Clock.Today, campaign.Clock.Now));
            var issued = await db.Plans.Include(p => p.Items).SingleAsync(p => p.Id == plan);
            var progress = ItemProgress.Follow(Actor.System, null, issued, issued.Items[0].Id);
            progress.Report(Actor.System, new ProgressFacts(Outcome.Done, false, 50, "Trồng xong", campaign.Clock.Today, campaign.Clock.Today), campaign.Clock.Now);
            db.ItemProgress.Add(progress);
            db.Openings.Add(CommitmentOpening.Log(Actor.System, commitment, "Kiểm tra theo chương trình", campaign.Clock.Now));
        });
        return (campaign, reported, silent, plan);
    }

    [SkippableTheory, OnBoth]
    public async Task The_half_page_says_promise_outcome_figure_account_and_proof(DatabaseProvider on)
    {
        var (campaign, reported, _, _) = await YearAsync(on);
        await using var _2 = campaign;
        var result = Assert.Single((await campaign.As("a1.vp").Use<ComposePayBack>().OneAsync(reported.Commitment, default)).Results);
        var line = Assert.Single(result.Results);
        Assert.Equal((Outcome.PartlyDone, "3/6 hộ", "Đã gặp ba hộ đầu xóm"), (line.Outcome!.Value, line.Figure, line.Account));
        Assert.Equal(["Buổi gặp (anh.jpg)"], line.Evidence);
        Assert.Equal((null, campaign.Clock.Today), (result.SelfAssessment, result.AsOf));
        var all = await campaign.As("a1.bt").Use<ComposePayBack>().UnitAsync(new(), default);
        Assert.Equal(["Đảng viên 2 P-A-1", "Đảng viên 3 P-A-1"], all.Results.Select(r => r.Person.Name));
        Assert.Null(all.Results[1].Results[0].Outcome);
    }

    [SkippableTheory, OnBoth]
    public async Task The_paragraph_counts_with_its_denominators(DatabaseProvider on)
    {
        var (campaign, _, _, _) = await YearAsync(on);
        await using var _2 = campaign;
        await campaign.SetAsync(async db => (await db.Participants.SingleAsync(p => p.Id == Promises.Member(Town.CellA1, 0))).Exempt(Actor.System, new(2026, 1, 1)));
        var (code, cell) = await campaign.As("a1.vp").Use<ComposePayBack>().CellAsync(new(), default) is var answer ? (answer.UnitCode, answer.Result) : default;
        Assert.Equal((Town.CellA1, 3, 1, 2), (code, cell.People, cell.Exempt, cell.Registered));
        Assert.Equal((new OutcomeCount(2, 0, 1, 0), 1, 1), (cell.Promises, cell.Promises.Silent, cell.WithEvidence));
        Assert.Equal((new OutcomeCount(1, 1, 0, 0), 2), (cell.Items, cell.Meetings));
        Assert.Equal(new PlanName(new(2026, 2026), "03-KH/CB", campaign.Clock.Today), cell.Plan);
        var empty = (await campaign.As("a2.bt").Use<ComposePayBack>().CellAsync(new(), default)).Result;
        Assert.Equal((0, null, new OutcomeCount(0, 0, 0, 0), null, 0), (empty.Registered, empty.Meeting, empty.Promises, empty.Plan, empty.Meetings));
    }

    [SkippableTheory, OnBoth]
    public async Task The_dossier_holds_the_whole_trail(DatabaseProvider on)
    {
        var (campaign, _, _, _) = await YearAsync(on);
        await using var _2 = campaign;
        var dossier = await campaign.As("a1.bt").Use<ComposePayBack>().DossierAsync(new(Town.CellA1, Town.Year), default);
        Assert.Equal(("Chi bộ xóm Đông", "Đông Văn Bí", LocalTime.Of(campaign.Clock.Now)), (dossier.UnitName, dossier.PrintedBy, dossier.AsOf));
        Assert.Equal(4, Assert.Single(dossier.Registers).Rows.Count);
        Assert.Equal(2, dossier.Meetings.Count);
        Assert.Contains(new DossierDecision(MeetingItem.AnnualRegistrations, null), dossier.Meetings[0].Passed);
        var item = Assert.Single(Assert.Single(dossier.Plans, p => p.Items.Count > 0).Items);
        Assert.Equal(("Trồng 50 cây", Outcome.Done, "Trồng xong"), (item.Content, item.Outcome!.Value, item.Account));
        Assert.Equal(2, dossier.People.Count);
        Assert.Equal(new DossierEvidence("Buổi gặp (anh.jpg)", "Đảng viên 2 P-A-1", 1, new(2026, 3, 2), campaign.Clock.Today, campaign.Clock.Today, new string('b', 64)), Assert.Single(dossier.Evidence));
        Assert.Equal(("Đảng viên 2 P-A-1", "Kiểm tra theo chương trình"), (dossier.Openings[0].Whose, dossier.Openings[0].Reason));
    }

    [SkippableTheory, OnBoth]
    public async Task A_shortcoming_is_on_no_paper_whoever_prints(DatabaseProvider on)
    {
        var (campaign, reported, _, _) = await YearAsync(on);
        await using var _2 = campaign;
        // The secretary reads it on screen; no paper has it, not even theirs.
        var (papers, back) = (campaign.As("a1.bt").Use<ComposeCommitmentPapers>(), campaign.As("a1.bt").Use<ComposePayBack>());
        object[] all =
        [
            await papers.OneAsync(reported.Commitment, null, default), await papers.UnitAsync(new(), null, default), (await papers.RegisterAsync(new(), default)),
            await back.OneAsync(reported.Commitment, default), await back.UnitAsync(new(), default), await back.CellAsync(new(), default), await back.DossierAsync(new(), default),
        ];
        var options = new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        Assert.All(all, paper => Assert.DoesNotContain(Secret, JsonSerializer.Serialize(paper, options)));
        Assert.Contains("Gặp 6 hộ trong xóm", JsonSerializer.Serialize(all[^1], options));
        Assert.Equal(1, await campaign.LookAsync(db => db.Commitments.CountAsync(c => c.Shortcoming != null)));
    }

    [SkippableTheory, OnBoth]
    public async Task Only_the_unit_itself_prints_it(DatabaseProvider on)
    {
        var (campaign, reported, _, _) = await YearAsync(on);
        await using var _2 = campaign;
        foreach (var who in new[] { "a.bt", "tinh.kt", "a1.tv" })
        {
            var back = campaign.As(who).Use<ComposePayBack>();
            await RefusedAsync(Because.NotFound, () => back.OneAsync(reported.Commitment, default));
            foreach (var act in (Func<Task>[])[() => back.UnitAsync(new(Town.CellA1), default), () => back.CellAsync(new(Town.CellA1), default), () => back.DossierAsync(new(Town.CellA1), default)]) await RefusedAsync(Because.NotAllowed, act);
        }
    }
}
