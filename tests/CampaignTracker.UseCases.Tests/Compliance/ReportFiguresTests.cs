using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Compliance;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Progress;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Compliance;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Tests.Compliance;

/// <summary>The report's counts of commitments and progress against a slow recount of the rows.</summary>
public class ReportFiguresTests
{
    private static readonly DateOnly Day = new(2026, 6, 15);

    [SkippableTheory, OnBoth]
    public async Task Registers_say_what_their_people_have_promised_and_done(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.DemoAsync(on, Day);
        foreach (var (user, code) in new[] { ("tinh", "19"), ("xa", (string?)null) })
        {
            await using var answer = await campaign.As(user).Use<ComposeComplianceReport>().RunAsync(new(2026, code), default);
            await using var db = campaign.Database();
            var path = await db.Units.Where(u => u.Code == answer.Report.UnitCode).Select(u => u.Path).SingleAsync();
            var codes = await db.Units.ToDictionaryAsync(u => u.Id, u => (u.Code, u.Path));
            var gone = (await db.Participants.Where(p => p.To != null).Select(p => p.Id).ToListAsync()).ToHashSet();
            var commitments = (await db.Commitments.Include(c => c.Lines).AsNoTracking().ToListAsync()).Where(c => c.Registered && c.Year <= 2026 && c.ToYear >= 2026 && UnitPath.IsAtOrBelow(c.UnitPath, path) && !gone.Contains(c.ParticipantId)).ToLookup(c => (codes[c.UnitId].Code, c.Scope));
            var owed = (await db.Obligations.AsNoTracking().ToListAsync()).Where(o => o.Kind.IsCommitments() && o.Year <= 2026 && o.ToYear >= 2026 && UnitPath.IsAtOrBelow(o.UnitPath, path)).ToList();
            Assert.Equal(owed.Count, answer.Report.Registers.Count);
            Assert.Equal(owed.Count(o => o.ExcusedOn is not null), answer.Report.Registers.Count(r => r.ExcusedOn is not null));
            var registers = (await db.Registers.AsNoTracking().ToListAsync()).Where(r => r.Year <= 2026 && r.ToYear >= 2026).ToDictionary(r => (codes[r.UnitId].Code, r.Scope));
            var exempt = (await db.Participants.AsNoTracking().Where(p => p.ExemptSince != null && p.To == null).ToListAsync()).ToLookup(p => codes[p.UnitId].Code);
            foreach (var row in answer.Report.Registers)
            {
                var register = registers.GetValueOrDefault((row.UnitCode, row.Scope));
                Assert.Equal((register?.People, register?.Registered, register?.Heads, register?.HeadsRegistered, register?.AdoptedOn), (row.People, row.Registered, row.Heads, row.HeadsRegistered, row.AdoptedOn));
                Assert.Equal(exempt[row.UnitCode].Count(), row.Exempt);
                var lines = commitments[(row.UnitCode, row.Scope)].SelectMany(c => c.Lines).ToList();
                foreach (var standard in Enum.GetValues<RoleModelStandard>().Cast<RoleModelStandard?>().Append(null)) Assert.Equal(lines.Count(l => l.Standard == standard), row.Lines.Under(standard));
                Assert.Equal(Count(lines.Select(l => (l.Outcome, l.DueOn))), row.Lines.Outcomes);
            }
            Assert.True(answer.Report.Registers.Sum(r => r.Lines.Outcomes.Overdue) > 0 && answer.Report.Registers.Sum(r => r.Lines.WithoutStandard) > 0);
            Assert.True(answer.Report.Lines.Select(l => l.Code).ToHashSet().IsSupersetOf(answer.Report.Registers.Select(r => r.LineCode)));
        }
    }

    [SkippableTheory, OnBoth]
    public async Task Plans_say_how_far_their_items_have_come(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.DemoAsync(on, Day);
        await using var answer = await campaign.As("tinh").Use<ComposeComplianceReport>().RunAsync(new(2026, null), default);
        await using var db = campaign.Database();
        var codes = await db.Units.ToDictionaryAsync(u => u.Id, u => u.Code);
        var followed = await db.ItemProgress.AsNoTracking().ToDictionaryAsync(p => p.ItemId);
        var plans = (await db.Plans.Include(p => p.Items).AsNoTracking().ToListAsync()).Where(p => p.Year == 2026 && p is { Meeting: not null, Answer: PlanAnswer.OwnPlan })
            .ToDictionary(p => (codes[p.UnitId], p.ToYear > p.Year ? RequirementKind.TermPlan : RequirementKind.AnnualPlan));
        Assert.Equal(plans.Count, answer.Report.Plans.Count);
        Assert.All(answer.Report.Plans, row => Assert.Equal(Count(plans[(row.UnitCode, row.Kind)].Items.Select(i => (followed.GetValueOrDefault(i.Id)?.Outcome, i.EndsOn))), row.Items));
        Assert.True(answer.Report.Plans.Sum(p => p.Items.Done) > 0 && answer.Report.Plans.Sum(p => p.Items.Overdue) > 0);
    }

    private static readonly System.Text.Json.JsonSerializerOptions AsWritten = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task The_report_names_nobody_whose_commitment_it_counts()
    {
        await using var campaign = await TestCampaign.DemoAsync(DatabaseProvider.Sqlite, Day);
        await using var answer = await campaign.As("xa").Use<ComposeComplianceReport>().RunAsync(new(2026, null), default);
        var said = System.Text.Json.JsonSerializer.Serialize(new { answer.Report.Registers, answer.Report.Plans }, AsWritten);
        await using var db = campaign.Database();
        Assert.All(await db.Participants.Select(p => p.Name).Distinct().ToListAsync(), name => Assert.DoesNotContain(name, said));
        Assert.All(await db.Set<CommitmentLine>().Select(l => l.Action).Distinct().ToListAsync(), action => Assert.DoesNotContain(action, said));
        Assert.All(await db.Set<Shortcoming>().Select(s => s.Text).Distinct().ToListAsync(), text => Assert.DoesNotContain(text, said));
    }

    private static OutcomeCounts Count(IEnumerable<(Outcome? Outcome, DateOnly? Due)> of)
    {
        var all = of.ToList();
        return new OutcomeCounts(all.Count(a => a.Outcome == Outcome.Done), all.Count(a => a.Outcome == Outcome.PartlyDone), all.Count(a => a.Outcome == Outcome.NotDone), all.Count(a => a.Outcome is null), all.Count(a => a.Due < Day && a.Outcome != Outcome.Done));
    }
}
