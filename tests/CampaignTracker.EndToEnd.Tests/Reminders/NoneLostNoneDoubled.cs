using System.Diagnostics;
using System.Globalization;
using CampaignTracker.EndToEnd.Tests.Browser;
using CampaignTracker.EndToEnd.Tests.Program;
using Xunit.Abstractions;

namespace CampaignTracker.EndToEnd.Tests.Reminders;

/// <summary>
/// Decided once, delivered at least once and always under the same id, whenever the program is killed. At most the one message in flight at a kill goes out twice.
/// </summary>
public class NoneLostNoneDoubled(ITestOutputHelper output)
{
    // As short as the setting allows: what a killed process held is free again soon.
    private const string Lease = "--Mail:Lease=00:00:04";

    [NeedsMailServer]
    public Task Five_thousand_reminders_and_five_kills() => KilledAgainAndAgainAsync(5000, 5, new Random(5));

    [Soak]
    [Trait("Category", "Soak")]
    public async Task A_hundred_kills_in_twenty_rounds_of_five_thousand()
    {
        for (var round = 0; round < 20; round++) await KilledAgainAndAgainAsync(5000, 5, new Random(round));
    }

    [NeedsMailServer(postgres: true)]
    public async Task Two_processes_on_PostgreSQL_hand_over_every_message_once()
    {
        const int People = 600;
        await using var mails = await MailServer.StartedAsync();
        await using var database = await PostgresDatabase.EmptyAsync();
        var (connection, folder) = (database.ConnectionString, TemporaryFolder.New());
        var made = await WebProgram.RunAsync(["seed", "demo", $"--Data:Folder={folder}", "--Database:Provider=Postgres", $"--Database:ConnectionString={connection}"]);
        Assert.True(made.ExitCode == 0, string.Join('\n', made.Errors));
        var office = new Office(folder, connection);
        office.ManyOfficers(People);
        var day = office.DraftDue;
        // Both decide, both hand over.
        var ends = await Task.WhenAll(office.RemindAsync(day, mails.Settings()), office.RemindAsync(day, mails.Settings()));
        Assert.All(ends, end => Assert.True(end.ExitCode == 0, string.Join('\n', end.Errors)));
        Assert.Equal((People, People), office.RemindersOfMany);
        Assert.Equal(People, office.Count("Sent"));
        var delivered = mails.Mails.GroupBy(mail => mail.Identity).Select(same => same.Count()).ToList();
        output.WriteLine(string.Join("; ", ends.Select(end => end.Output[^1])));
        Assert.Equal((People, 1), (delivered.Count, delivered.Max()));
    }

    private async Task KilledAgainAndAgainAsync(int people, int kills, Random chance)
    {
        await using var mails = await MailServer.StartedAsync();
        var office = await Office.DemoAsync();
        office.ManyOfficers(people);
        var day = office.DraftDue;
        string[] arguments = ["remind", .. office.Settings(day), .. mails.Settings(), Lease];
        var watch = Stopwatch.StartNew();
        for (var kill = 1; kill <= kills; kill++)
        {
            using var running = WebProgram.Start(arguments, "Development");
            // The first two while reminders are decided and stored, the others somewhere among the mails; a few milliseconds more hit every step of the handing over.
            var (moment, late) = kill <= 2 ? (office.WrittenToAsync(), chance.Next(150)) : (mails.ArrivedAsync(chance.Next(1, people / kills)), chance.Next(8));
            await Task.WhenAny(moment, running.WaitForExitAsync());
            using var soon = new CancellationTokenSource(late);
            await Task.WhenAny(running.WaitForExitAsync(soon.Token));
            running.Kill();
            await running.WaitForExitAsync();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds,6:F1} s kill {kill}: {office.RemindersOfMany.All} reminders, {office.Count("Sent")} sent, {office.Count("Taken")} held, {mails.Mails.Count} arrived"));
            Assert.Contains(office.RemindersOfMany.All, new[] { 0, people });
        }
        // What a killed process held is free after its lease.
        while (office.Count("Waiting") + office.Count("Taken") > 0 || office.RemindersOfMany.All == 0)
        {
            var end = await WebProgram.RunAsync(arguments, "Development");
            Assert.True(end.ExitCode == 0, string.Join('\n', [.. end.Errors, .. end.Output]));
        }
        var arrived = mails.Mails.GroupBy(mail => mail.Identity).ToList();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds,6:F1} s all: {arrived.Count} messages, {arrived.Sum(same => same.Count() - 1)} of them once more under the same id, {kills} kills"));
        Assert.Equal((people, people), office.RemindersOfMany);
        Assert.Equal(people, office.Count("Sent"));
        Assert.Equal(people, arrived.Count);
        Assert.Equal(people, arrived.Select(same => same.First().To).Distinct().Count());
        Assert.True(arrived.Sum(same => same.Count() - 1) <= kills);
    }
}
