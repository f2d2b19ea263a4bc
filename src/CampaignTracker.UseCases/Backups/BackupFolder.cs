using System.Text.Json;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Backups;

namespace CampaignTracker.UseCases.Backups;

/// <summary>
/// The place of the backups: a folder each, named by its time, and one folder "files" in which every uploaded file lies once for all of them.
/// What is being made has another name until it is verified. Known to the use cases of backups alone.
/// </summary>
public sealed class BackupFolder
{
    private const string Unfinished = ".part-", StateName = "backup-state.json", RunningName = "running.lock";

    // Room beside the copy, so that the backup is not what fills the disk.
    private const long Spare = 32L << 20;

    private readonly string stateFolder;
    private readonly Func<string, long> free;
    private Failure? unwritten;

    internal BackupFolder(string root, string stateFolder, Func<string, long>? free = null)
    {
        Root = root;
        this.stateFolder = stateFolder;
        this.free = free ?? (folder => new DriveInfo(folder).AvailableFreeSpace);
    }

    internal string Root { get; }

    internal string ContentsRoot => Path.Combine(Root, "files");

    /// <summary>A folder with a backup's name; null for the manifest where it cannot be read.</summary>
    internal sealed record Found(string Name, string Path, BackupManifest? Manifest);

    /// <summary>The last attempt that came to nothing.</summary>
    internal sealed record Failure(DateTime At, Because Code, IReadOnlyList<FailureFact> Facts)
    {
        public Refusal Why => new(Code, null, [.. Facts.Select(f => f.Number is { } number ? number : f.Damage is { } damage ? (object)damage : f.Text ?? "")]);

        public static Failure Of(DateTime at, Refusal why) => new(at, why.Code, [.. why.Facts.Select(fact => fact switch { BackupDamage damage => new FailureFact(Damage: damage), long number => new FailureFact(Number: number), _ => new FailureFact(fact.ToString()) })]);
    }

    internal sealed record FailureFact(string? Text = null, long? Number = null, BackupDamage? Damage = null);

    /// <summary>Every backup there is, newest first.</summary>
    internal IReadOnlyList<Found> All() => !Directory.Exists(Root) ? [] :
        [.. Directory.EnumerateDirectories(Root).Select(path => (path, Name: Path.GetFileName(path))).Where(f => BackupName.IsName(f.Name)).OrderByDescending(f => f.Name, StringComparer.Ordinal).Select(f => new Found(f.Name, f.path, BackupManifest.Read(f.path)))];

    /// <summary>A backup by its name here, or a folder anywhere.</summary>
    internal Found? Find(string nameOrFolder)
    {
        var path = BackupName.IsName(nameOrFolder) && Directory.Exists(Path.Combine(Root, nameOrFolder)) ? Path.Combine(Root, nameOrFolder) : Path.GetFullPath(nameOrFolder);
        return Directory.Exists(path) ? new(Path.GetFileName(Path.TrimEndingDirectorySeparator(path)), path, BackupManifest.Read(path)) : null;
    }

    /// <summary>Keeps others out until it is disposed of; ends with the process, however that ends.</summary>
    internal IDisposable Alone()
    {
        MakeRoot();
        try
        {
            return new FileStream(Path.Combine(Root, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(Path.Combine(Root, ".lock")))
        {
            throw new Refusal(Because.BackupRunning);
        }
        catch (UnauthorizedAccessException no)
        {
            throw Unusable(no);
        }
    }

    /// <summary>Says that the program is serving from this data folder, for as long as it is not disposed of.</summary>
    internal IDisposable Running()
    {
        Directory.CreateDirectory(stateFolder);
        var path = Path.Combine(stateFolder, RunningName);
        if (!File.Exists(path)) File.WriteAllText(path, "");
        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
    }

    /// <summary>Refuses while a program serves from this data folder, and keeps one from beginning to.</summary>
    internal IDisposable NobodyRunning()
    {
        Directory.CreateDirectory(stateFolder);
        try
        {
            return new FileStream(Path.Combine(stateFolder, RunningName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new Refusal(Because.RestoreInUse);
        }
    }

    /// <summary>A new folder under a name that is taken for no backup; what earlier attempts left goes.</summary>
    internal string Begin(string name)
    {
        foreach (var left in Directory.EnumerateDirectories(Root, Unfinished + "*")) Directory.Delete(left, recursive: true);
        return Make(Path.Combine(Root, Unfinished + name));
    }

    /// <summary>Gives a verified folder its name.</summary>
    internal void Finish(string unfinished, string name) => Directory.Move(unfinished, Path.Combine(Root, name));

    internal void Remove(Found backup)
    {
        // Cut short, the rest is taken for no backup.
        var leaving = Path.Combine(Root, Unfinished + backup.Name);
        Directory.Move(backup.Path, leaving);
        Directory.Delete(leaving, recursive: true);
    }

    /// <summary>Refuses where less is free than is needed.</summary>
    /// <param name="bytes">What will be written.</param>
    /// <param name="where">A folder that exists.</param>
    internal void NeedRoom(long bytes, string where)
    {
        var there = free(where);
        if (there < bytes + Spare) throw NoRoom(where, bytes, there);
    }

    /// <summary>The refusal that a broken write comes to: what the system said, in the reader's words.</summary>
    internal Refusal? Told(Exception failure) => failure switch
    {
        Refusal known => known,
        IOException full when (full.HResult & 0xFFFF) is 28 or 0x70 => NoRoom(Root, 0, free(Root)),
        IOException or UnauthorizedAccessException => Unusable(failure),
        _ => null,
    };

    internal void Note(Failure failure)
    {
        unwritten = failure;
        try
        {
            Directory.CreateDirectory(stateFolder);
            var path = Path.Combine(stateFolder, StateName);
            File.WriteAllText(path + ".new", JsonSerializer.Serialize(failure));
            File.Move(path + ".new", path, overwrite: true);
            unwritten = null;
        }
        catch (Exception why) when (why is IOException or UnauthorizedAccessException)
        {
            // A full disk takes no note either: it is remembered as long as the program runs.
        }
    }

    internal Failure? LastFailure()
    {
        if (unwritten is not null) return unwritten;
        try
        {
            return JsonSerializer.Deserialize<Failure>(File.ReadAllText(Path.Combine(stateFolder, StateName)));
        }
        catch (Exception none) when (none is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private void MakeRoot()
    {
        try
        {
            Make(Root);
        }
        catch (Exception no) when (no is IOException or UnauthorizedAccessException)
        {
            throw Unusable(no);
        }
    }

    // Password hashes and cookie keys are in every backup: for the program's user alone.
    private static string Make(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return folder;
    }

    private Refusal Unusable(Exception why) => new(Because.BackupFolder, null, Root, why.Message.ReplaceLineEndings(" "));

    private static Refusal NoRoom(string where, long needed, long there) => new(Because.BackupNoSpace, null, where, Megabytes(needed + Spare), Megabytes(there));

    private static long Megabytes(long bytes) => (bytes + (1 << 20) - 1) >> 20;
}
