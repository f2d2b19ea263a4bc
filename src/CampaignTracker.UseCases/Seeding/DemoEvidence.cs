using CampaignTracker.Domain;
using CampaignTracker.Domain.Evidence;
using CampaignTracker.Domain.Papers;
using CampaignTracker.Domain.Progress;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Papers;

namespace CampaignTracker.UseCases.Seeding;

/// <summary>Some proof in the sample commune: of items and promises that were reported as done. Contents go through the same intake as an upload's.</summary>
internal sealed class DemoEvidence(DemoWorld world, DemoTexts.PromiseTexts texts, FileIntake intake)
{
    private const int Items = 8, Lines = 8;

    private static readonly FileKind[] Kinds = [FileKind.Png, FileKind.Pdf];

    /// <summary>Attaches it.</summary>
    public async Task TellAsync(CancellationToken ct)
    {
        var units = world.Tree.Units.Where(world.Traced).ToDictionary(u => u.Id);
        var plans = world.Rows.Plans.Where(p => units.ContainsKey(p.UnitId)).ToDictionary(p => p.Id);
        var number = 0;
        foreach (var progress in world.Rows.Items.Where(i => i.Outcome == Outcome.Done && plans.ContainsKey(i.PlanId)).DistinctBy(i => i.PlanId).Take(Items))
        {
            var (plan, report) = (plans[progress.PlanId], progress.Reports[^1]);
            var (name, content) = await FileAsync(++number, ct);
            world.Rows.ItemEvidence.Add(ItemEvidence.Attach(world.People.WriterOf(units[plan.UnitId]), DerivedId.Beside(progress.ItemId, "evidence"), plan, progress.ItemId, name, content, Caption(content), report.On, report.On, report.RecordedAt));
        }
        var done = world.Rows.Commitments.Where(c => units.ContainsKey(c.UnitId)).SelectMany(c => c.Lines, (commitment, line) => (Commitment: commitment, Line: line)).Where(p => p.Line is { Outcome: Outcome.Done, Progress.Count: > 0 });
        foreach (var (commitment, line) in done.OrderBy(p => p.Commitment.UnitId == world.SampleCell.Id ? 0 : 1).DistinctBy(p => p.Commitment.Id).Take(Lines))
        {
            var report = line.Progress[^1];
            var (name, content) = await FileAsync(++number, ct);
            var evidence = LineEvidence.Attach(world.People.WriterOf(units[commitment.UnitId]), DerivedId.Beside(line.Id, "evidence"), commitment, line.Id, name, content, Caption(content), report.On, report.On, report.RecordedAt);
            world.Rows.LineEvidence.Add(evidence);
        }
    }

    private string Caption(KeptContent content) => content.Kind == FileKind.Pdf ? texts.EvidencePaper : texts.EvidenceNote;

    // Every third is a page, the others are pictures.
    private async Task<(string Name, KeptContent Content)> FileAsync(int number, CancellationToken ct)
    {
        var page = number % 3 == 0;
        var name = $"minh-chung-{number:00}.{(page ? "pdf" : "png")}";
        return (name, await intake.KeepAsync(new MemoryStream(page ? DemoFiles.Page($"Minh hoa {number:00}") : DemoFiles.Picture(number)), name, Kinds, ct));
    }
}
