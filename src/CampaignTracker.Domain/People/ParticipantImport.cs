using CampaignTracker.Domain.Papers;
using CampaignTracker.Domain.Units;

namespace CampaignTracker.Domain.People;

/// <summary>One file of participants that was stored whole: can be undone while nothing hangs on its people.</summary>
public sealed class ParticipantImport : Entity, IBelongsToUnit
{
    private ParticipantImport() { }

    private ParticipantImport(Guid id) : base(id) { }

    /// <summary>The unit.</summary>
    public Guid UnitId { get; private set; }
    /// <inheritdoc/>
    public string UnitPath { get; private set; } = "";
    /// <summary>The file's name, without folders.</summary>
    public string FileName { get; private set; } = "";
    /// <summary>People entered.</summary>
    public int Entered { get; private set; }
    /// <summary>People who were there before and were brought up to date.</summary>
    public int Updated { get; private set; }
    /// <summary>JSON: what those brought up to date held before, by key; for the undoing.</summary>
    public string Before { get; private set; } = "";
    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }
    /// <summary>Who imported.</summary>
    public string ByName { get; private set; } = "";
    /// <summary>Undone at, UTC, or null.</summary>
    public DateTime? UndoneAt { get; private set; }

    /// <summary>Notes an import; under a key given before, so that the same wish twice is one import.</summary>
    public static ParticipantImport Note(Actor actor, Guid? id, Unit unit, string fileName, int entered, int updated, string before, DateTime now)
    {
        actor.Must(Permission.KeepParticipants, unit.Path);
        return new ParticipantImport(id ?? Guid.CreateVersion7())
        {
            UnitId = unit.Id,
            UnitPath = unit.Path,
            FileName = StoredFile.SafeName(fileName),
            Entered = entered,
            Updated = updated,
            Before = before,
            At = now,
            ByName = actor.Name,
        };
    }

    /// <summary>Notes that it was undone.</summary>
    public void Undo(Actor actor, DateTime now)
    {
        actor.Must(Permission.KeepParticipants, UnitPath);
        UndoneAt = now;
    }
}
