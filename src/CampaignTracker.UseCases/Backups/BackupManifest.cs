using System.Text.Json;
using System.Text.Json.Serialization;
using CampaignTracker.Domain.Backups;
using CampaignTracker.UseCases.Database;

namespace CampaignTracker.UseCases.Backups;

/// <summary>manifest.json of a backup: what it holds and how it was verified. Written last.</summary>
/// <param name="Format">Of this file; 1.</param>
/// <param name="Name">The backup's name.</param>
/// <param name="MadeAt">UTC.</param>
/// <param name="MadeBy">Who asked for it; "system" for the clock and the command line.</param>
/// <param name="Program">Version of the program.</param>
/// <param name="Database">Which of the two databases.</param>
/// <param name="DatabaseFile">The copy.</param>
/// <param name="ContentsFile">The list of uploaded files: SHA-256 and place, as sha256sum writes it.</param>
/// <param name="Contents">How many uploaded files.</param>
/// <param name="ContentBytes">Their bytes together.</param>
/// <param name="Missing">SHA-256 of uploaded files that the database names and the store had lost already.</param>
/// <param name="Migrations">Applied ones, in their order.</param>
/// <param name="Rows">Rows of every table of the program.</param>
/// <param name="Checks">What was looked at.</param>
internal sealed record BackupManifest(int Format, string Name, DateTime MadeAt, string MadeBy, string Program, DatabaseProvider Database, BackupManifest.Part DatabaseFile, BackupManifest.Part ContentsFile,
    int Contents, long ContentBytes, IReadOnlyList<string> Missing, IReadOnlyList<string> Migrations, IReadOnlyDictionary<string, long> Rows, IReadOnlyList<BackupCheck> Checks)
{
    public const string FileName = "manifest.json";

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };

    /// <summary>A file of the backup.</summary>
    public sealed record Part(string File, long Bytes, string Sha256);

    public long Bytes => DatabaseFile.Bytes + ContentBytes;

    public DatabaseFacts Facts => new(Rows, Migrations, new HashSet<string>());

    /// <summary>Reads it; null where there is none or it is no manifest.</summary>
    public static BackupManifest? Read(string folder)
    {
        try
        {
            using var file = File.OpenRead(Path.Combine(folder, FileName));
            return JsonSerializer.Deserialize<BackupManifest>(file, Readable) is { Format: 1, DatabaseFile: not null, ContentsFile: not null, Rows: not null, Migrations: not null, Missing: not null, Checks: not null } read ? read : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    public void Write(string folder)
    {
        using var file = File.Create(Path.Combine(folder, FileName));
        JsonSerializer.Serialize(file, this, Readable);
        file.Flush(flushToDisk: true);
    }
}
