using CampaignTracker.Domain.Obligations;
using CampaignTracker.UseCases;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Tests;

/// <summary>Short ways to look at what came of an act.</summary>
internal static class Scene
{
    /// <summary>The refusal an act meets; fails when it is not refused.</summary>
    public static async Task<Refusal> RefusedAsync(Because because, Func<Task> act)
    {
        var refusal = await Assert.ThrowsAsync<Refusal>(act);
        Assert.Equal(because, refusal.Code);
        return refusal;
    }

    public static async Task<Obligation> ObligationAsync(this TestCampaign campaign, Guid id)
    {
        await using var db = campaign.Database();
        return await db.Obligations.AsNoTracking().SingleAsync(o => o.Id == id);
    }

    /// <summary>Looks with the eyes of the program.</summary>
    public static async Task<T> LookAsync<T>(this TestCampaign campaign, Func<CampaignDb, Task<T>> look)
    {
        await using var db = campaign.Database();
        return await look(db);
    }

    /// <summary>Changes rows for which no screen exists yet.</summary>
    public static async Task SetAsync(this TestCampaign campaign, Func<CampaignDb, Task> change)
    {
        await using var db = campaign.Database();
        db.Acting = new Acting(Domain.People.Actor.System, "Test", campaign.Clock.Now, Trail: false);
        await change(db);
        await db.SaveChangesAsync();
    }

    /// <summary>Runs several at once; what each met, null when it went well.</summary>
    public static Task<Exception?[]> TogetherAsync(this TestCampaign campaign, params Func<Task>[] acts)
    {
        campaign.Gate.Expect(acts.Length);
        return Task.WhenAll(acts.Select(act => Task.Run(async () =>
        {
            try
            {
                await act();
                return null;
            }
            catch (Exception met)
            {
                return met;
            }
        })));
    }
}
