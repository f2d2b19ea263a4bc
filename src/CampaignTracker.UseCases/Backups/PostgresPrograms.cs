using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using CampaignTracker.Domain;
using Npgsql;

namespace CampaignTracker.UseCases.Backups;

/// <summary>PostgreSQL's own programs: found by the setting, on the path or where they are usually installed, and run with the connection in their environment, where no list of processes shows it.</summary>
/// <param name="pgDump">The setting Backup:PgDump; empty to look for it.</param>
internal sealed class PostgresPrograms(string pgDump)
{
    // More of what a program complains about helps nobody.
    private const int LongestComplaint = 300;

    /// <summary>The path of pg_dump or pg_restore.</summary>
    /// <exception cref="Refusal">BackupNoProgram.</exception>
    public string Find(string name)
    {
        var file = OperatingSystem.IsWindows() ? name + ".exe" : name;
        if (pgDump.Length > 0) return Path.Combine(Path.GetDirectoryName(Path.GetFullPath(pgDump))!, name == "pg_dump" ? Path.GetFileName(pgDump) : file) is var given && File.Exists(given) ? given : throw new Refusal(Because.BackupNoProgram, null, given);
        return Usual(file).Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(folder => Path.Combine(folder, file))).FirstOrDefault(File.Exists)
            ?? throw new Refusal(Because.BackupNoProgram, null, name);
    }

    // The newest first: it reads the databases of older servers as well.
    private static IEnumerable<string> Usual(string file)
    {
        string[] roots = OperatingSystem.IsWindows() ? [Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL")] : ["/usr/lib/postgresql"];
        return roots.Where(Directory.Exists).SelectMany(Directory.EnumerateDirectories).OrderByDescending(folder => double.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0)
            .Select(folder => Path.Combine(folder, "bin", file));
    }

    /// <summary>Runs one to its end; what it complained about, null when it went well.</summary>
    /// <param name="program">From <see cref="Find"/>.</param>
    /// <param name="arguments">Without the connection.</param>
    /// <param name="connection">Where to.</param>
    /// <param name="line">Given every line it writes.</param>
    /// <param name="ct">Ends it.</param>
    public static async Task<string?> RunAsync(string program, string[] arguments, NpgsqlConnectionStringBuilder connection, Action<string>? line, CancellationToken ct)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8 };
        foreach (var (name, value) in Connection(connection))
            if (value is { Length: > 0 }) start.Environment[name] = value;
        using var process = Start(start);
        await using var ended = ct.Register(() => End(process));
        var complaints = process.StandardError.ReadToEndAsync(CancellationToken.None);
        while (await process.StandardOutput.ReadLineAsync(CancellationToken.None) is { } text) line?.Invoke(text);
        await process.WaitForExitAsync(CancellationToken.None);
        ct.ThrowIfCancellationRequested();
        var said = (await complaints).ReplaceLineEndings(" ").Trim();
        return process.ExitCode == 0 ? null : said.Length == 0 ? $"{Path.GetFileName(program)}: {process.ExitCode}" : said[..Math.Min(said.Length, LongestComplaint)];
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw new Refusal(Because.BackupNoProgram, null, start.FileName);
        }
        catch (Win32Exception)
        {
            throw new Refusal(Because.BackupNoProgram, null, start.FileName);
        }
    }

    private static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended by itself.
        }
    }

    private static IEnumerable<(string Name, string? Value)> Connection(NpgsqlConnectionStringBuilder connection) =>
    [
        ("PGHOST", connection.Host), ("PGPORT", connection.Port.ToString(CultureInfo.InvariantCulture)), ("PGUSER", connection.Username), ("PGPASSWORD", connection.Password), ("PGPASSFILE", connection.Passfile),
        ("PGDATABASE", connection.Database), ("PGSSLROOTCERT", connection.RootCertificate), ("PGCLIENTENCODING", "UTF8"), ("LC_MESSAGES", "C"),
        ("PGSSLMODE", connection.SslMode switch { SslMode.VerifyCA => "verify-ca", SslMode.VerifyFull => "verify-full", var other => other.ToString().ToLowerInvariant() }),
    ];
}
