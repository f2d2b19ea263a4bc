using CampaignTracker.UseCases.Compliance;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Seeding;
using CampaignTracker.UseCases.Units;

namespace CampaignTracker.Benchmarks;

/// <summary>The same tasks in provinces ten and a hundred times as large: what grows with the tree shows.</summary>
internal static class GrowthFigures
{
    // People are thinned out in the largest: its filings are what is to grow, and 1,600,000 people would be loaded for half an hour.
    private static readonly ProvinceSize[] Sizes = [new(500, 16_000, 120), new(5_000, 160_000, 120), new(50_000, 250_000, 120)];

    public static async Task PrintAsync(DatabaseProvider provider, Func<string, Task<string>> database, string folder)
    {
        foreach (var size in Sizes)
        {
            Console.WriteLine($"\ngrowth: {size.Cells:N0} cells, {size.People:N0} people ({size.People / (double)size.Cells:F0} a cell)");
            await using var province = await Province.MakeAsync(provider, await database($"growth{size.Cells}.db"), folder, size);
            Figures.Head();
            await Figures.MeasureAsync(province, "board of the province", 50, _ => province.AsAsync<ViewCompliance, object>(Province.ProvincialOfficer, async u => await u.RunAsync(new(Province.Year), default)));
            await Figures.MeasureAsync(province, "board of a commune", 5, _ => province.AsAsync<ViewCompliance, object>(Province.CommuneSecretary, async u => await u.RunAsync(new(Province.Year), default)));
            await Figures.MeasureAsync(province, "open a unit", 50, n => province.AsAsync<ViewUnit, object>(Province.CommuneSecretary, async u => await u.RunAsync(province.Cells[n % province.Cells.Count], default)));
            await Figures.WriteAsync(province);
        }
    }
}
