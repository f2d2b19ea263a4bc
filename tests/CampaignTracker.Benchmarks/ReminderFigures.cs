using System.Diagnostics;
using CampaignTracker.Domain;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.People;
using CampaignTracker.UseCases.Reminders;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.Benchmarks;

/// <summary>Rounds of reminders over the province: every cell gets a secretary with an account and an address, as no province has them in the seed.</summary>
internal static class ReminderFigures
{
    private const int Digests = 5000, Rounds = 5;

    public static async Task PrintAsync(Province province)
    {
        var secretaries = await StaffAsync(province);
        var (owed, promised) = await province.AskAsync(async db => (await db.Obligations.CountAsync(), await db.Commitments.CountAsync()));
        var watch = Stopwatch.StartNew();
        var first = await RoundAsync(province);
        Console.WriteLine($"{$"first round, {first.Reminders} reminders",-34}{watch.Elapsed.TotalMilliseconds,9:F1}{"",9}{10000,8}{"",9}{province.Statements.Take(),12}   {first.People} people, {first.Digests} digests, {first.WithoutRecipient} things without anybody; {secretaries} secretaries added");
        await AgainAsync(province, $"round over {owed} + {promised}", 5000, () => Task.CompletedTask);
        await AgainAsync(province, $"{Digests} digests decided, stored", 10000, () => ForgetAsync(province));
    }

    // Each time what was decided for the same number of people is taken away, so that the round has it to decide and to store again.
    private static async Task AgainAsync(Province province, string task, int bar, Func<Task> before)
    {
        var (times, statements, came) = (new List<double>(), 0, new DecideReminders.Outcome(false, 0, 0, 0, 0));
        var cpu = TimeSpan.Zero;
        for (var n = 0; n < Rounds; n++)
        {
            await before();
            province.Statements.Take();
            var (watch, spent) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
            came = await RoundAsync(province);
            times.Add(watch.Elapsed.TotalMilliseconds);
            cpu += Process.GetCurrentProcess().TotalProcessorTime - spent;
            statements = province.Statements.Take();
        }
        times.Sort();
        Console.WriteLine($"{task,-34}{times[times.Count / 2],9:F1}{times[^1],9:F1}{bar,8}{cpu.TotalMilliseconds / Rounds,9:F1}{statements,12}   {came.Reminders} reminders, {came.Digests} digests");
    }

    private static Task<DecideReminders.Outcome> RoundAsync(Province province) => province.AsSystemAsync<DecideReminders, DecideReminders.Outcome>(use => use.RunAsync(default));

    private static Task<bool> ForgetAsync(Province province) => province.AskAsync(async db =>
    {
        var people = await db.OutgoingMessages.OrderBy(m => m.AccountId).Select(m => m.AccountId).Take(Digests).ToListAsync();
        await db.Reminders.Where(r => people.Contains(r.AccountId)).ExecuteDeleteAsync();
        await db.OutgoingMessages.Where(m => people.Contains(m.AccountId)).ExecuteDeleteAsync();
        return true;
    });

    private static Task<int> StaffAsync(Province province) => province.AskAsync(async db =>
    {
        await db.Reminders.ExecuteDeleteAsync();
        await db.OutgoingMessages.ExecuteDeleteAsync();
        var vacant = await db.Units.Where(u => u.ParentId != null && !db.Posts.Any(p => p.UnitId == u.Id && p.Role == Role.Secretary)).ToListAsync();
        db.Acting = new Acting(Actor.System, nameof(ReminderFigures), LocalTime.StartOf(new DateOnly(Province.Year, 6, 15)), Trail: false);
        foreach (var unit in vacant)
        {
            var account = Accounts.Make(DerivedId.Of("bench-account", unit.Code), "bench-" + unit.Code, "Secretary " + unit.Code, "no password", demo: false);
            account.Email = unit.Code.ToLowerInvariant() + "@example.vn";
            account.FirstSignInAt = db.Acting.Now;
            db.Users.Add(account);
            db.Posts.Add(Post.Give(Actor.System, DerivedId.Of("bench-post", unit.Code), account.Id, unit, Role.Secretary, "Secretary", null, new DateOnly(2025, 7, 1)));
        }
        await db.SaveChangesAsync();
        return vacant.Count;
    });
}
