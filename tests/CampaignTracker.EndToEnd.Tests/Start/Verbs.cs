using CampaignTracker.EndToEnd.Tests.Program;

namespace CampaignTracker.EndToEnd.Tests.Start;

/// <summary>The verbs: 0 done, 1 a problem in one line, 2 not understood.</summary>
public class Verbs
{
    private readonly string data = $"--Data:Folder={TemporaryFolder.New()}";

    [Fact]
    public async Task A_new_installation_step_by_step()
    {
        await DoneAsync(["migrate", data]);
        await DoneAsync(["migrate", data]);
        await DoneAsync(["seed", data]);
        await DoneAsync(["check", data]);
        await DoneAsync(["create-admin", "quan-tri", "--full-name", "Nguyễn Văn Ơn", data], "một mật khẩu dài 1 A");
        var again = await WebProgram.RunAsync(["create-admin", "quan-tri", data], input: "một mật khẩu dài 1 A");
        Problem(again);
    }

    [Fact]
    public async Task The_demo_is_told_for_any_day()
    {
        await DoneAsync(["seed", "demo", "--today", "2027-06-15", data]);
        await DoneAsync(["seed", "demo", "--today", "2027-06-15", data]);
        await DoneAsync(["check", data]);
    }

    [Fact]
    public async Task A_day_that_is_none() => Problem(await WebProgram.RunAsync(["seed", "demo", "--today", "15/06/2027", data]), "15/06/2027");

    [Fact]
    public async Task A_check_of_an_empty_database_says_what_is_missing()
    {
        var found = await WebProgram.RunAsync(["check", data]);

        Assert.Equal(1, found.ExitCode);
        Assert.Contains(found.Output, line => line.StartsWith("BAD", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_weak_password_is_refused() => Problem(await WebProgram.RunAsync(["create-admin", "quan-tri", data], input: "1"));

    [Fact]
    public async Task An_unknown_verb_shows_the_list()
    {
        var ended = await WebProgram.RunAsync(["sede", data]);

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains(ended.Output, line => line.Contains("create-admin", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Help_is_no_mistake() => Assert.Equal(0, (await WebProgram.RunAsync(["--help"])).ExitCode);

    private static async Task DoneAsync(string[] arguments, string? input = null)
    {
        var ended = await WebProgram.RunAsync(arguments, input: input);
        Assert.True(ended.ExitCode == 0 && ended.Errors.Length == 0, string.Join('\n', [.. ended.Errors, .. ended.Output]));
    }

    private static void Problem(WebProgram.Outcome ended, string? named = null)
    {
        Assert.Equal(1, ended.ExitCode);
        var line = Assert.Single(ended.Errors);
        if (named is not null) Assert.Contains(named, line, StringComparison.Ordinal);
    }
}
