using CampaignTracker.Reports.Commitments;
using CampaignTracker.UseCases.Commitments;

namespace CampaignTracker.Benchmarks;

/// <summary>A unit's papers in one file: asked, composed and written.</summary>
internal static class PaperFigures
{
    /// <summary>Milliseconds that a unit's papers may take.</summary>
    private const int Bar = 2000;

    public static async Task PrintAsync(Province province)
    {
        var people = (await province.AsAsync<ComposeCommitmentPapers, ComposeCommitmentPapers.Personal>(Province.CellSecretary, u => u.UnitAsync(new(), null, default))).Papers.Count;
        async Task PaperAsync(string task, Func<ComposeCommitmentPapers, ComposePayBack, Task> write) => await Figures.MeasureAsync(province, task, Bar,
            _ => province.AsAsync<ComposeCommitmentPapers, object?>(Province.CellSecretary, papers => province.AsAsync<ComposePayBack, object?>(Province.CellSecretary, async back => { await write(papers, back); return null; })));
        await PaperAsync($"registrations of {people} people", async (u, _) => await RegistrationPaper.WriteAsync((await u.UnitAsync(new(), null, default)).Papers, Stream.Null, default));
        await PaperAsync($"commitments of {people} people", async (u, _) => await SelfTrainingPaper.WriteAsync((await u.UnitAsync(new(), null, default)).Papers, Stream.Null, default));
        await PaperAsync($"register of {people} people", async (u, _) => await RegisterPaper.WriteAsync((await u.RegisterAsync(new(), default)).Sheet, Stream.Null, default));
        await PaperAsync($"half pages of {people} people", async (_, u) => await MemberResultPaper.WriteAsync((await u.UnitAsync(new(), default)).Results, Stream.Null, default));
        await PaperAsync("dossier of the cell", async (_, u) => await InspectionBundle.WriteAsync(await u.DossierAsync(new(), default), Stream.Null, default));
    }
}
