using CampaignTracker.Domain;
using CampaignTracker.UseCases.Commitments;
using CampaignTracker.UseCases.Compliance;
using CampaignTracker.UseCases.Obligations;
using CampaignTracker.UseCases.Plans;
using CampaignTracker.UseCases.Progress;
using CampaignTracker.UseCases.Units;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.Benchmarks;

/// <summary>The tasks of reading for each of the eight accounts, as far as it may: those who see a part only are asked for more by the filters.</summary>
internal static class RoleFigures
{
    private static readonly string[] Accounts = ["chibo", "vanthu", "xa", "tinh", "tinh.lanhdao", "kiemtra", "thanhvien", "quantri"];

    public static async Task PrintAsync(Province province)
    {
        var plan = await province.AskAsync(db => db.Plans.Where(p => p.Year == Province.Year && p.PublishedDownward && db.Units.Any(u => u.Id == p.UnitId && province.Cells.Contains(u.Code))).OrderBy(p => p.UnitPath).Select(p => p.Id).FirstAsync());
        foreach (var account in Accounts)
        {
            await AsAsync<ViewMyWork>("home", u => u.RunAsync(default));
            await AsAsync<ViewCompliance>("board", u => u.RunAsync(new(Province.Year), default));
            await AsAsync<ViewObligations>("rows", u => u.RunAsync(new(null, Province.Year, Slice: ObligationSlice.Expected), default));
            await AsAsync<ViewPlan>("plan", u => u.RunAsync(plan, default));
            await AsAsync<ViewOwnCommitments>("where commitments begin", u => u.RunAsync(null, default));
            await AsAsync<ViewRegister>("register", u => u.RunAsync(new(province.CellCode, Year: Province.Year), default));
            await AsAsync<ViewProgress>("progress", u => u.RunAsync(new(Year: Province.Year), default));
            await AsAsync<ViewUnit>("unit", u => u.RunAsync(province.CommuneCode, default));

            async Task AsAsync<TUseCase>(string task, Func<TUseCase, Task> run) where TUseCase : notnull
            {
                Task<bool> OnceAsync() => province.AsAsync<TUseCase, bool>(DerivedId.Of("account", account), async u =>
                {
                    await run(u);
                    return true;
                });
                try
                {
                    await OnceAsync();
                }
                catch (Refusal)
                {
                    // Not this role's page.
                    return;
                }
                // The province's own sums over 160,000 people have their own line and bar above.
                await Figures.MeasureAsync(province, $"{account}: {task}", task == "progress" && account.StartsWith("tinh", StringComparison.Ordinal) ? 300 : 50, _ => OnceAsync());
            }
        }
    }
}
