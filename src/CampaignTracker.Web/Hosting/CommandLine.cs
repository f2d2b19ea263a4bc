namespace CampaignTracker.Web.Hosting;

/// <summary>What was asked on the command line: serve, or one of the verbs.</summary>
/// <param name="Verb">The verb, or null to serve.</param>
/// <param name="Settings">Everything that is a setting (--Database:Provider=…, --urls …).</param>
/// <param name="Help">The list of verbs is asked for.</param>
public sealed record CommandLine(Verb? Verb, string[] Settings, bool Help)
{
    /// <summary>Splits the verb with its options from the settings.</summary>
    public static CommandLine Read(string[] args)
    {
        if (args.Any(a => a is "--help" or "-h" or "help")) return new(null, args, true);
        if (args.Length == 0 || args[0].StartsWith('-')) return new(null, args, false);
        return Verb.Named(args[0]) is { } known ? new(new Verb(known, args[1..]), [.. args[1..].Where(a => a.Contains(':', StringComparison.Ordinal) && a.StartsWith("--", StringComparison.Ordinal))], false) : new(null, args, true);
    }

    /// <summary>Prints the verbs; exit code 2 after an unknown one.</summary>
    public static int ShowHelp()
    {
        Console.WriteLine("""
            CampaignTracker                      serve (settings: --urls, --Data:Folder, --Database:Provider, --Database:ConnectionString, --Demo:Password)
            CampaignTracker create-admin NAME    make an administrator; the password is read from standard input; --full-name "…"
            CampaignTracker migrate              bring the database up to date
            CampaignTracker seed [demo|province] load seed-data; with "demo" also the demo, with "province" one of 5,000 cells and 160,000 people (--today yyyy-MM-dd fixes its day)
            CampaignTracker check                look whether database, seals and files are whole
            CampaignTracker import participants FILE --unit CODE    a unit's people out of an .xlsx file, the whole file or nothing; --dry-run, --json,
                                                 --duplicates same|another, --language vi|en (exit codes here: 0 stored, 1 refused, 2 unreadable)
            CampaignTracker remind               decide what is to be reminded of and hand over what waits, now; the schedule does it by itself
            CampaignTracker backup               back up database and uploaded files now, beside a running program; says where, and what was verified
            CampaignTracker backups              list the backups there are
            CampaignTracker restore NAME|FOLDER  look a backup through; with --yes put it back while the program is stopped (what was there is kept aside)
            CampaignTracker print commitments --unit CODE --to FILE.zip --reason "…"    everybody's papers at a unit and below it; every unit finds it in its trail;
                                                 --year yyyy, --scope year|term, --form CODE
            Exit codes: 0 done, 1 a problem (one line on standard error), 2 not understood.
            """);
        return Environment.GetCommandLineArgs().Any(a => a is "--help" or "-h" or "help") ? 0 : 2;
    }
}
