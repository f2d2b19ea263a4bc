using CampaignTracker.UseCases.Reminders;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.Benchmarks;

/// <summary>What came of each rule, added up when the rules' page is opened: the last, because the reminders are told as of ten days ago.</summary>
internal static class RulesFigures
{
    public static async Task PrintAsync(Province province)
    {
        var count = await province.AskAsync(db => db.Reminders.ExecuteUpdateAsync(set => set.SetProperty(r => r.DecidedOn, r => r.DecidedOn.AddDays(-10)).SetProperty(r => r.DecidedAt, r => r.DecidedAt.AddDays(-10))));
        Figures.Head();
        await Figures.MeasureAsync(province, $"what came of {count}, none noted", 10_000, _ => UseAsync(province), rounds: 3, warm: 1);
        // Every round notes what has ended since the last.
        await province.AsSystemAsync<DecideReminders, object>(async u => await u.RunAsync(default));
        await Figures.MeasureAsync(province, $"what came of {count} reminders", 1000, _ => UseAsync(province), rounds: 10, warm: 1);
    }

    private static Task UseAsync(Province province) => province.AsAsync<ViewReminderRules, object>(Province.ProvincialOfficer, async u => await u.UseAsync(default));
}
