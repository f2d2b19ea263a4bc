using CampaignTracker.Reports.Commitments;
using CampaignTracker.UseCases.Commitments;

namespace CampaignTracker.Benchmarks;

/// <summary>The Word papers of the cell of 120 in one file: asked, composed and written.</summary>
internal static class PaperFigures
{
    public static async Task PrintAsync(Province province)
    {
        await PapersAsync(province, "registrations of a cell of 120", async u => await RegistrationPaper.WriteAsync((await u.UnitAsync(new(Year: Province.Year), null, default)).Papers, Stream.Null, default));
        await PapersAsync(province, "commitments of a cell of 120", async u => await SelfTrainingPaper.WriteAsync((await u.UnitAsync(new(Year: Province.Year), null, default)).Papers, Stream.Null, default));
        await PapersAsync(province, "register of a cell of 120 (.docx)", async u => await RegisterPaper.WriteAsync((await u.RegisterAsync(new(Year: Province.Year), default)).Sheet, Stream.Null, default));
        await BackAsync(province, "half pages of a cell of 120", async u => await MemberResultPaper.WriteAsync((await u.UnitAsync(new(Year: Province.Year), default)).Results, Stream.Null, default));
        await BackAsync(province, "dossier of a cell of 120", async u => await InspectionBundle.WriteAsync(await u.DossierAsync(new(Year: Province.Year), default), Stream.Null, default));
    }

    private static Task PapersAsync(Province province, string task, Func<ComposeCommitmentPapers, Task> write) => Figures.MeasureAsync(province, task, 2000, _ => province.AsAsync<ComposeCommitmentPapers, object?>(Province.CellSecretary, async u =>
    {
        await write(u);
        return null;
    }));

    private static Task BackAsync(Province province, string task, Func<ComposePayBack, Task> write) => Figures.MeasureAsync(province, task, 2000, _ => province.AsAsync<ComposePayBack, object?>(Province.CellSecretary, async u =>
    {
        await write(u);
        return null;
    }));
}
