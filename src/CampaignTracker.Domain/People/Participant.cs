using CampaignTracker.Domain.Units;

namespace CampaignTracker.Domain.People;

/// <summary>A row that names a person: seen by that person, and by the secretary and officers of their unit.</summary>
public interface IBelongsToPerson
{
    /// <summary>The person's unit.</summary>
    string UnitPath { get; }
    /// <summary>The person's account, or null for one who never signs in.</summary>
    Guid? AccountId { get; }
}

/// <summary>
/// A person who commits. Imported; the electronic member handbook (339-QĐ/TW) is the register.
/// No ethnicity, religion or gender: no form asks for them.
/// </summary>
public sealed class Participant : Entity, IBelongsToPerson, IVersioned
{
    /// <summary>Longest name and post, in characters.</summary>
    public const int NameLength = 120, PostLength = 160;

    private readonly List<Membership> memberships = [];

    private Participant() { }

    private Participant(Guid id) : base(id) { }

    /// <summary>Full name, family name first.</summary>
    public string Name { get; private set; } = "";
    /// <summary>Given name first, then the rest: Vietnamese lists are sorted by it.</summary>
    public string SortName { get; private set; } = "";
    /// <summary>Folded name.</summary>
    public string SearchKey { get; private set; } = "";
    /// <summary>What they take part as.</summary>
    public ParticipantKind Kind { get; private set; }
    /// <summary>Post in the unit, or null.</summary>
    public string? PostTitle { get; private set; }
    /// <summary>Head of the unit: goes first ("trên trước, dưới sau"), and is shown as such.</summary>
    public bool UnitHead { get; private set; }
    /// <summary>The unit.</summary>
    public Guid UnitId { get; private set; }
    /// <inheritdoc/>
    public string UnitPath { get; private set; } = "";
    /// <summary>In the unit from this day.</summary>
    public DateOnly From { get; private set; }
    /// <summary>Last day, or null while present.</summary>
    public DateOnly? To { get; private set; }
    /// <summary>Why they left, or null.</summary>
    public LeaveReason? Left { get; private set; }
    /// <summary>Exempt from work and meetings since this day (đảng viên được miễn công tác, sinh hoạt): kept out of denominators. Null for everybody else.</summary>
    public DateOnly? ExemptSince { get; private set; }
    /// <summary>The person this entry turned out to be, or null.</summary>
    public Guid? MergedIntoId { get; private set; }
    /// <summary>The import that brought them in, or null when entered by hand.</summary>
    public Guid? ImportId { get; private set; }
    /// <summary>The day on which name and post were erased by the retention rule, or null.</summary>
    public DateOnly? ForgottenOn { get; private set; }
    /// <inheritdoc/>
    public Guid? AccountId { get; private set; }
    /// <inheritdoc/>
    public int Version { get; private set; } = 1;
    /// <summary>Units they were in before, by date.</summary>
    public IReadOnlyList<Membership> Memberships => [.. memberships.OrderBy(m => m.From)];

    /// <summary>Enters a person as the register names them.</summary>
    /// <param name="actor">Keeps the unit's participants.</param>
    /// <param name="id">A derived key for seed rows; null makes a new one.</param>
    /// <param name="name">Full name, at most <see cref="NameLength"/> characters.</param>
    /// <param name="kind">What they take part as.</param>
    /// <param name="postTitle">Post, at most <see cref="PostLength"/> characters, or null.</param>
    /// <param name="unitHead">Head of the unit.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="from">First day in it.</param>
    /// <param name="exemptSince">Exempt since, or null.</param>
    /// <param name="accountId">Their account, or null.</param>
    /// <param name="importId">The import that brings them in, or null.</param>
    public static Participant Enter(Actor actor, Guid? id, string name, ParticipantKind kind, string? postTitle, bool unitHead, Unit unit, DateOnly from, DateOnly? exemptSince, Guid? accountId, Guid? importId = null)
    {
        actor.Must(Permission.KeepParticipants, unit.Path);
        var person = id is { } given ? new Participant(given) : new Participant();
        person.Called(name, kind, postTitle, unitHead);
        person.UnitId = unit.Id;
        person.UnitPath = unit.Path;
        person.From = from;
        person.ExemptSince = exemptSince;
        person.AccountId = accountId;
        person.ImportId = importId;
        return person;
    }

    /// <summary>Corrects what was entered.</summary>
    public void Correct(Actor actor, string name, ParticipantKind kind, string? postTitle, bool unitHead, DateOnly from)
    {
        Present(actor);
        Called(name, kind, postTitle, unitHead);
        From = from;
    }

    /// <summary>Exempts from work and meetings since a day; null ends the exemption.</summary>
    public void Exempt(Actor actor, DateOnly? since)
    {
        Present(actor);
        ExemptSince = since;
    }

    /// <summary>Gives the person an account to sign in with; null takes it off.</summary>
    public void Uses(Actor actor, Guid? accountId)
    {
        actor.Must(Permission.ManageAccounts, UnitPath);
        AccountId = accountId;
    }

    /// <summary>Moves to another unit of the program: the stay so far becomes history, commitments go along.</summary>
    /// <exception cref="Refusal">ParticipantLeft; OutOfRange when the day lies before the first one here.</exception>
    public void Transfer(Actor actor, Unit to, DateOnly on, Guid? stayId = null)
    {
        Present(actor);
        NotBefore(on);
        if (to.Id == UnitId) return;
        memberships.Add(new Membership(stayId, Id, UnitId, UnitPath, From, on.AddDays(-1)));
        UnitId = to.Id;
        UnitPath = to.Path;
        From = on;
        UnitHead = false;
        PostTitle = null;
    }

    /// <summary>Leaves the program for good. Figures of the past keep the person.</summary>
    /// <exception cref="Refusal">ParticipantLeft; OutOfRange when the day lies before the first one here.</exception>
    public void Leave(Actor actor, DateOnly lastDay, LeaveReason reason)
    {
        Present(actor);
        NotBefore(lastDay);
        To = lastDay;
        Left = reason;
        UnitHead = false;
    }

    /// <summary>This entry is another entry's person: it stands down, the other stays.</summary>
    public void MergeInto(Actor actor, Participant other, DateOnly today)
    {
        Present(actor);
        actor.Must(Permission.KeepParticipants, other.UnitPath);
        if (other.Id == Id || other.To is not null) throw new Refusal(Because.ParticipantLeft, null, other.Name);
        other.AccountId ??= AccountId;
        AccountId = null;
        To = today;
        MergedIntoId = other.Id;
        UnitHead = false;
    }

    /// <summary>Erases name and post of one who left long ago; the row stays for the totals.</summary>
    public void Forget(Actor actor, DateOnly today)
    {
        actor.Must(Permission.CloseByClock, UnitPath);
        if (To is null || ForgottenOn is not null) return;
        Name = SortName = SearchKey = "";
        PostTitle = null;
        AccountId = null;
        ForgottenOn = today;
    }

    private void Called(string name, ParticipantKind kind, string? postTitle, bool unitHead)
    {
        var clean = string.Join(' ', (Domain.SearchKey.Clean(name) ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (clean.Length == 0) throw new Refusal(Because.Required, nameof(Name), FieldName.FullName);
        if (clean.Length > NameLength) throw new Refusal(Because.TooLong, nameof(Name), FieldName.FullName, NameLength);
        var post = Domain.SearchKey.Clean(postTitle);
        if (post?.Length > PostLength) throw new Refusal(Because.TooLong, nameof(PostTitle), FieldName.Title, PostLength);
        Name = clean;
        SortName = GivenNameFirst(clean);
        SearchKey = Domain.SearchKey.Fold(clean);
        Kind = kind;
        PostTitle = string.IsNullOrEmpty(post) ? null : post;
        UnitHead = unitHead;
    }

    /// <summary>"Nguyễn Văn An" as "An Nguyễn Văn": the key by which Vietnamese lists are sorted.</summary>
    public static string GivenNameFirst(string name)
    {
        var last = name.LastIndexOf(' ');
        return last < 0 ? name : $"{name[(last + 1)..]} {name[..last].TrimEnd()}";
    }

    private void Present(Actor actor)
    {
        actor.Must(Permission.KeepParticipants, UnitPath);
        if (To is not null) throw new Refusal(Because.ParticipantLeft, null, Name);
    }

    private void NotBefore(DateOnly day)
    {
        if (day < From) throw new Refusal(Because.BeforeArrival, nameof(To), day, From);
    }
}

/// <summary>A stay in a unit that is over. Child of <see cref="Participant"/>.</summary>
public sealed class Membership : Entity
{
    private Membership() { }

    internal Membership(Guid? id, Guid participantId, Guid unitId, string unitPath, DateOnly from, DateOnly to) : base(id ?? Guid.CreateVersion7())
    {
        ParticipantId = participantId;
        UnitId = unitId;
        UnitPath = unitPath;
        From = from;
        To = to;
    }

    /// <summary>The person.</summary>
    public Guid ParticipantId { get; private set; }
    /// <summary>The unit then.</summary>
    public Guid UnitId { get; private set; }
    /// <summary>Its path then.</summary>
    public string UnitPath { get; private set; } = "";
    /// <summary>First day.</summary>
    public DateOnly From { get; private set; }
    /// <summary>Last day.</summary>
    public DateOnly To { get; private set; }
}

/// <summary>Why a person left. Nothing sensitive is asked: the Party's own papers keep the rest.</summary>
public enum LeaveReason
{
    /// <summary>Chuyển sinh hoạt đến nơi không dùng sổ này.</summary>
    MovedAway,
    /// <summary>Từ trần.</summary>
    Died,
    /// <summary>Không còn tham gia.</summary>
    NoLongerTakesPart,
}

/// <summary>What a person takes part as (source article: cán bộ, đảng viên, công chức, viên chức, đoàn viên, hội viên).</summary>
public enum ParticipantKind
{
    /// <summary>Đảng viên.</summary>
    Member,
    /// <summary>Đảng viên dự bị.</summary>
    ProbationaryMember,
    /// <summary>Cán bộ, not a member.</summary>
    Cadre,
    /// <summary>Công chức.</summary>
    CivilServant,
    /// <summary>Viên chức.</summary>
    PublicEmployee,
    /// <summary>Đoàn viên.</summary>
    UnionMember,
    /// <summary>Hội viên.</summary>
    AssociationMember,
}
