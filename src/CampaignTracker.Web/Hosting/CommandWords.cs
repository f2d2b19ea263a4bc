namespace CampaignTracker.Web.Hosting;

/// <summary>What the verbs of the command line share.</summary>
internal static class CommandWords
{
    /// <summary>The word behind an option, or null.</summary>
    public static string? After(this string[] options, string name)
    {
        var at = Array.IndexOf(options, name);
        return at >= 0 && at + 1 < options.Length ? options[at + 1] : null;
    }

    /// <summary>Cancelled by Ctrl+C, so that a verb ends in good order instead of at once.</summary>
    public static CancellationTokenSource StopOnCtrlC()
    {
        var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        return stop;
    }
}
