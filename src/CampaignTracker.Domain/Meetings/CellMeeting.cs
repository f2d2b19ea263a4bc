using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Units;

namespace CampaignTracker.Domain.Meetings;

/// <summary>
/// A meeting of the unit as one short record with many uses: date, present of total, in favour, a photo of the minutes page, and what it adopted.
/// Linked, not a second handbook: the minutes stay handwritten.
/// </summary>
public sealed class CellMeeting : Entity, IBelongsToUnit, IVersioned
{
    /// <summary>Longest note on an item, in characters.</summary>
    public const int NoteLength = 300;

    private readonly List<MeetingDecision> decisions = [];

    private CellMeeting() { }

    private CellMeeting(Guid id) : base(id) { }

    /// <summary>The unit.</summary>
    public Guid UnitId { get; private set; }
    /// <inheritdoc/>
    public string UnitPath { get; private set; } = "";
    /// <summary>Day of the meeting.</summary>
    public DateOnly HeldOn { get; private set; }
    /// <summary>People present.</summary>
    public int Present { get; private set; }
    /// <summary>People of the unit.</summary>
    public int Total { get; private set; }
    /// <summary>People in favour.</summary>
    public int InFavour { get; private set; }
    /// <summary>Photo or scan of the minutes page: names people, so it opens within the unit only. Null while there is none.</summary>
    public Guid? MinutesFileId { get; private set; }
    /// <summary>When it was recorded, UTC.</summary>
    public DateTime RecordedAt { get; private set; }
    /// <summary>Who recorded it.</summary>
    public string RecordedByName { get; private set; } = "";
    /// <inheritdoc/>
    public int Version { get; private set; } = 1;
    /// <summary>What it adopted.</summary>
    public IReadOnlyList<MeetingDecision> Decisions => [.. decisions.OrderBy(d => d.Item)];

    /// <summary>Records a meeting.</summary>
    /// <exception cref="Refusal">As <see cref="PlanMeeting"/>: in the future, counts that do not fit.</exception>
    public static CellMeeting Record(Actor actor, Guid? id, Unit unit, DateOnly heldOn, int present, int total, int inFavour, DateOnly today, DateTime now)
    {
        actor.Must(Permission.RecordMeeting, unit.Path);
        var meeting = id is { } given ? new CellMeeting(given) : new CellMeeting();
        meeting.UnitId = unit.Id;
        meeting.UnitPath = unit.Path;
        meeting.Counted(new PlanMeeting(heldOn, present, total, inFavour, today));
        meeting.RecordedAt = now;
        meeting.RecordedByName = actor.Name;
        return meeting;
    }

    /// <summary>Corrects date and numbers.</summary>
    public void Correct(Actor actor, DateOnly heldOn, int present, int total, int inFavour, DateOnly today)
    {
        actor.Must(Permission.RecordMeeting, UnitPath);
        Counted(new PlanMeeting(heldOn, present, total, inFavour, today));
    }

    /// <summary>Attaches the photo of the minutes page; null takes it off.</summary>
    public void AttachMinutes(Actor actor, Guid? fileId)
    {
        actor.Must(Permission.RecordMeeting, UnitPath);
        MinutesFileId = fileId;
    }

    /// <summary>Notes that the meeting adopted something; a second time changes nothing.</summary>
    /// <param name="actor">Records meetings, or speaks for the collective.</param>
    /// <param name="item">What kind of thing.</param>
    /// <param name="subjectId">The plan or register, or null.</param>
    /// <param name="note">E.g. the topic's title or who is commended, or null.</param>
    public void Adopts(Actor actor, MeetingItem item, Guid? subjectId, string? note)
    {
        actor.Must(Permission.RecordMeeting, UnitPath);
        var clean = SearchKey.Clean(note);
        if (clean?.Length > NoteLength) throw new Refusal(Because.TooLong, "Note", FieldName.Note, NoteLength);
        if (decisions.Exists(d => d.Item == item && d.SubjectId == subjectId && d.Note == clean)) return;
        decisions.Add(new MeetingDecision(Id, item, subjectId, string.IsNullOrEmpty(clean) ? null : clean));
    }

    /// <summary>The numbers as a plan takes them.</summary>
    public PlanMeeting AsPlanMeeting(DateOnly today) => new(HeldOn, Present, Total, InFavour, today);

    private void Counted(PlanMeeting checkedNumbers)
    {
        HeldOn = checkedNumbers.HeldOn;
        Present = checkedNumbers.Present;
        Total = checkedNumbers.Total;
        InFavour = checkedNumbers.InFavour;
    }
}

/// <summary>One thing a meeting adopted. Child of <see cref="CellMeeting"/>.</summary>
public sealed class MeetingDecision : Entity
{
    private MeetingDecision() { }

    // The same decision of a meeting has the same key: it cannot be stored twice.
    internal MeetingDecision(Guid meetingId, MeetingItem item, Guid? subjectId, string? note) : base(DerivedId.Of("decision", $"{meetingId:N}:{item}:{subjectId:N}:{note}"))
    {
        MeetingId = meetingId;
        Item = item;
        SubjectId = subjectId;
        Note = note;
    }

    /// <summary>The meeting.</summary>
    public Guid MeetingId { get; private set; }
    /// <summary>What kind of thing.</summary>
    public MeetingItem Item { get; private set; }
    /// <summary>The plan or register, or null.</summary>
    public Guid? SubjectId { get; private set; }
    /// <summary>A word on it, or null.</summary>
    public string? Note { get; private set; }
}

/// <summary>What a meeting can adopt here.</summary>
public enum MeetingItem
{
    /// <summary>The year's or term's plan.</summary>
    Plan,
    /// <summary>Registrations and commitments of the year.</summary>
    AnnualRegistrations,
    /// <summary>Registrations and commitments of the term.</summary>
    TermRegistrations,
    /// <summary>The topic was studied.</summary>
    Topic,
    /// <summary>A commendation.</summary>
    Commendation,
}
