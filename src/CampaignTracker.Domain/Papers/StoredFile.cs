using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Units;

namespace CampaignTracker.Domain.Papers;

/// <summary>An uploaded file: its content lies once in the data folder under its SHA-256; this row says whose it is.</summary>
public sealed class StoredFile : Entity, IBelongsToUnit
{
    /// <summary>Largest upload, in bytes.</summary>
    public const long MaxBytes = 15L << 20;

    /// <summary>Longest name kept, in characters.</summary>
    public const int NameLength = 200;

    private StoredFile() { }

    private StoredFile(Guid id) : base(id) { }

    /// <inheritdoc/>
    public string UnitPath { get; private set; } = "";
    /// <summary>What it is for: decides who may open it.</summary>
    public FilePurpose Purpose { get; private set; }
    /// <summary>Name as given, made harmless by <see cref="FileName.Clean"/>.</summary>
    public string Name { get; private set; } = "";
    /// <summary>SHA-256 of the content, lower-case hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";
    /// <summary>Bytes.</summary>
    public long Size { get; private set; }
    /// <summary>Kind by content, never by name.</summary>
    public FileKind Kind { get; private set; }
    /// <summary>UTC.</summary>
    public DateTime UploadedAt { get; private set; }
    /// <summary>Who uploaded it.</summary>
    public string UploadedByName { get; private set; } = "";

    /// <summary>Registers an upload whose content has been checked and stored.</summary>
    public static StoredFile Upload(Actor actor, string unitPath, string name, string sha256, long size, FileKind kind, DateTime now, FilePurpose purpose = FilePurpose.SignedPlan)
    {
        actor.Must(purpose == FilePurpose.Minutes ? Permission.RecordMeeting : Permission.EditPlan, unitPath);
        return new StoredFile(Guid.CreateVersion7())
        {
            UnitPath = unitPath,
            Purpose = purpose,
            Name = FileName.Clean(name, kind),
            Sha256 = sha256,
            Size = size,
            Kind = kind,
            UploadedAt = now,
            UploadedByName = actor.Name,
        };
    }

    /// <summary>A name as given of a file whose kind is not told: see <see cref="FileName.Shown"/>.</summary>
    public static string SafeName(string name) => FileName.Shown(name);
}

/// <summary>What an uploaded file is for.</summary>
public enum FilePurpose
{
    /// <summary>Scan of a plan's signed page: read by whoever reads the plan.</summary>
    SignedPlan,
    /// <summary>Photo of a minutes page: names people, opens within the unit only.</summary>
    Minutes,
}
