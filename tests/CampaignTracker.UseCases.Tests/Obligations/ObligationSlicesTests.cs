using CampaignTracker.Domain.Compliance;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Obligations;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Tests.Obligations;

public sealed class ObligationSlicesTests
{
    // What the pure function says belongs to a slice.
    private static bool Belongs(ObligationFacts facts, ObligationSlice slice, DateOnly today)
    {
        var (counts, standing) = (Counts.Of(facts, today), ObligationStatus.Judge(facts, today));
        return slice switch
        {
            ObligationSlice.Expected => counts.Expected == 1,
            ObligationSlice.Sent => counts.Sent == 1,
            ObligationSlice.OnTime => counts.OnTime == 1,
            ObligationSlice.Completed => counts.Completed == 1,
            ObligationSlice.SupplementAsked => counts.SupplementAsked == 1,
            ObligationSlice.Waiting => counts.Waiting == 1,
            ObligationSlice.WaitingLate => counts.WaitingLate == 1,
            ObligationSlice.WaitingOnTime => standing == Standing.SentOnTime,
            ObligationSlice.Overdue => counts.Overdue == 1,
            ObligationSlice.DueSoon => counts.DueSoon == 1,
            ObligationSlice.NotYetDue => standing == Standing.NotYetDue,
            ObligationSlice.NotSent => counts is { Expected: 1, Sent: 0 },
            ObligationSlice.Excused => counts.Excused == 1,
            _ => throw new InvalidOperationException($"{slice} is new: say here what belongs to it."),
        };
    }

    [SkippableTheory, OnBoth]
    public async Task The_database_and_the_pure_function_judge_hundreds_of_random_facts_alike(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.ScatterAsync(700);
        await using var db = campaign.Database();
        var all = await db.Obligations.AsNoTracking().ToListAsync();
        Assert.InRange(all.Count, 300, 700);
        // A few days around, so that every border is crossed.
        for (var shift = -2; shift <= 2; shift++)
        {
            var today = campaign.Clock.Today.AddDays(shift);
            foreach (var slice in Enum.GetValues<ObligationSlice>())
            {
                var found = (await db.Obligations.Where(ObligationSlices.Filter(slice, today)).Select(o => o.Id).ToListAsync()).ToHashSet();
                var expected = all.Where(o => Belongs(o.Facts, slice, today)).Select(o => o.Id).ToHashSet();
                Assert.NotEmpty(expected);
                Assert.True(expected.SetEquals(found), $"{slice} on {today}: {expected.Count} by the function, {found.Count} by the database");
            }
        }
    }
}
