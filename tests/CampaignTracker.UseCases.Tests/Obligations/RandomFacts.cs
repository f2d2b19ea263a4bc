using CampaignTracker.Domain.Obligations;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Tests.Obligations;

/// <summary>Fills the database with obligations in every standing that can come about, by chance with a fixed seed.</summary>
internal static class RandomFacts
{
    public static async Task ScatterAsync(this TestCampaign campaign, int rows, int seed = 7)
    {
        var (random, today) = (new Random(seed), campaign.Clock.Today);
        string[] units = [Town.CommuneA, Town.CommuneB, Town.CellA1, Town.CellA2, Town.CellB1, Town.CellB2];
        await campaign.SetAsync(async db =>
        {
            db.Obligations.RemoveRange(await db.Obligations.ToListAsync());
            var requirements = await db.Requirements.AsNoTracking().OrderBy(r => r.Code).ToListAsync();
            var byCode = await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Code);
            // A key of unit, requirement and year is used once, so years stand for the many.
            for (var n = 0; n < rows; n++)
            {
                var year = n % 3 == 0 ? Town.Year : 3000 + n;
                var unit = byCode[units[random.Next(units.Length)]];
                var requirement = requirements[random.Next(requirements.Count)];
                if (db.Obligations.Local.Any(o => o.UnitId == unit.Id && o.RequirementId == requirement.Id && o.Year == year)) continue;
                var owed = Obligation.Make(Domain.People.Actor.System, null, unit, requirement, year, year, today.AddDays(random.Next(-20, 21)));
                db.Obligations.Add(owed);
                var entry = db.Entry(owed);
                if (random.Next(10) == 0) entry.Property(o => o.ExcusedOn).CurrentValue = today.AddDays(random.Next(-9, 1));
                if (random.Next(2) == 0) continue;
                entry.Property(o => o.FirstSentOn).CurrentValue = owed.DueOn.AddDays(random.Next(-2, 3));
                entry.Property(o => o.LastSentOn).CurrentValue = owed.FirstSentOn;
                if (random.Next(3) == 0) entry.Property(o => o.SupplementDueOn).CurrentValue = today.AddDays(random.Next(-5, 6));
                else if (random.Next(3) == 0)
                {
                    entry.Property(o => o.CompletedOn).CurrentValue = today;
                    entry.Property(o => o.CompletionMode).CurrentValue = CompletionMode.Agreed;
                }
            }
        });
    }
}
