using CampaignTracker.Domain.Reminders;
using CampaignTracker.UseCases.Reminders;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Tests.Reminders;

/// <summary>Short ways to run rounds in the town and to look at what they decided.</summary>
internal static class Rounds
{
    public static Task<DecideReminders.Outcome> RoundAsync(this TestCampaign campaign) => campaign.AsSystem().Use<DecideReminders>().RunAsync(default);

    /// <summary>A round on a day, at half past six.</summary>
    public static Task<DecideReminders.Outcome> RoundAsync(this TestCampaign campaign, DateOnly day, int hour = 6)
    {
        campaign.Clock.Set(day, hour, 30);
        return campaign.RoundAsync();
    }

    /// <summary>Rounds on every day from one to another.</summary>
    public static async Task RoundsAsync(this TestCampaign campaign, DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to; day = day.AddDays(1)) await campaign.RoundAsync(day);
    }

    public static Task<List<Reminder>> RemindersAsync(this TestCampaign campaign) => campaign.LookAsync(db => db.Reminders.AsNoTracking().OrderBy(r => r.DecidedAt).ThenBy(r => r.Rule).ToListAsync());

    /// <summary>What a person was told of, as "day rule step"; of one thing, or of all.</summary>
    public static async Task<string[]> ToldAsync(this TestCampaign campaign, string userName, Guid? subject = null) =>
        [.. (await campaign.RemindersAsync()).Where(r => r.AccountId == Town.Account(userName) && (subject is null || r.SubjectId == subject)).Select(r => $"{r.DecidedOn:d/M} {r.Rule} {r.Step}")];

    public static Task<List<OutgoingMessage>> MessagesAsync(this TestCampaign campaign) => campaign.LookAsync(db => db.OutgoingMessages.AsNoTracking().OrderBy(m => m.Day).ToListAsync());

    /// <summary>Gives accounts an address.</summary>
    public static Task AddressAsync(this TestCampaign campaign, params string[] userNames) => campaign.SetAsync(async db =>
    {
        foreach (var name in userNames) (await db.Users.SingleAsync(a => a.Id == Town.Account(name))).Email = name + "@example.vn";
    });

    public static Task EndPostAsync(this TestCampaign campaign, params string[] userNames) => campaign.SetAsync(async db =>
    {
        foreach (var name in userNames) (await db.Posts.SingleAsync(p => p.Id == Town.Post(name))).End(Domain.People.Actor.System, campaign.Clock.Today.AddDays(-1));
    });

    /// <summary>The commune above the cells issues its own plan on 2 March: theirs are due ten working days later.</summary>
    public static async Task IssueAboveAsync(this TestCampaign campaign)
    {
        campaign.Clock.Set(Issued, 6);
        var plan = await campaign.DraftAsync("a.bt", Town.Owed(Town.CommuneA));
        await campaign.MeetAsync("a.bt", plan);
        await campaign.IssueAsync("a.bt", plan, "05-KH/DU", Issued);
    }

    public static readonly DateOnly Issued = new(2026, 3, 2), DueBelow = new(2026, 3, 16);
}
