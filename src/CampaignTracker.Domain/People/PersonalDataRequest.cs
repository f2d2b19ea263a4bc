using CampaignTracker.Domain.Obligations;

namespace CampaignTracker.Domain.People;

/// <summary>
/// What a person asks about their own data (Luật 91/2025/QH15, Nghị định 356/2025/NĐ-CP Art. 5, as read in a secondary source): acknowledged in two working days,
/// answered in 10 days (view, correct) or 15 (object), each extendable once.
/// </summary>
public sealed class PersonalDataRequest : Entity, IBelongsToPerson, IVersioned
{
    /// <summary>Longest text, in characters.</summary>
    public const int TextLength = 2000;

    /// <summary>Working days until it is acknowledged.</summary>
    public const int AcknowledgeWorkingDays = 2;

    private PersonalDataRequest() { }

    /// <summary>The person.</summary>
    public Guid ParticipantId { get; private set; }
    /// <inheritdoc/>
    public Guid? AccountId { get; private set; }
    /// <inheritdoc/>
    public string UnitPath { get; private set; } = "";
    /// <summary>What is asked.</summary>
    public PersonalDataAsk Ask { get; private set; }
    /// <summary>In the person's words.</summary>
    public string Text { get; private set; } = "";
    /// <summary>Local date.</summary>
    public DateOnly AskedOn { get; private set; }
    /// <summary>To be acknowledged by.</summary>
    public DateOnly AcknowledgeBy { get; private set; }
    /// <summary>Acknowledged on, or null.</summary>
    public DateOnly? AcknowledgedOn { get; private set; }
    /// <summary>To be answered by.</summary>
    public DateOnly AnswerBy { get; private set; }
    /// <summary>The date was moved once.</summary>
    public bool Extended { get; private set; }
    /// <summary>The answer, or null.</summary>
    public string? Answer { get; private set; }
    /// <summary>Answered on, or null.</summary>
    public DateOnly? AnsweredOn { get; private set; }
    /// <summary>Who answered.</summary>
    public string? AnsweredByName { get; private set; }
    /// <inheritdoc/>
    public int Version { get; private set; } = 1;

    /// <summary>Days within which each kind is answered.</summary>
    public static int DaysFor(PersonalDataAsk ask) => ask == PersonalDataAsk.Objection ? 15 : 10;

    /// <summary>A person asks about their own data.</summary>
    /// <exception cref="Refusal">NotAllowed (another person's data), Required, TooLong.</exception>
    public static PersonalDataRequest Make(Actor actor, Participant person, PersonalDataAsk ask, string? text, DateOnly today, WorkCalendar calendar)
    {
        if (actor.AccountId is null || person.AccountId != actor.AccountId) throw new Refusal(Because.NotAllowed);
        return new PersonalDataRequest
        {
            ParticipantId = person.Id,
            AccountId = person.AccountId,
            UnitPath = person.UnitPath,
            Ask = ask,
            Text = Needed.Text(text, nameof(Text), FieldName.Content, TextLength),
            AskedOn = today,
            AcknowledgeBy = calendar.AddWorkingDays(today, AcknowledgeWorkingDays),
            AnswerBy = today.AddDays(DaysFor(ask)),
        };
    }

    /// <summary>The unit has received it.</summary>
    public void Acknowledge(Actor actor, DateOnly today)
    {
        Open(actor);
        AcknowledgedOn ??= today;
    }

    /// <summary>Moves the date once, by the same number of days.</summary>
    public void Extend(Actor actor, DateOnly today)
    {
        Open(actor);
        if (Extended) throw new Refusal(Because.RequestAnswered, null, AnswerBy);
        AcknowledgedOn ??= today;
        Extended = true;
        AnswerBy = AnswerBy.AddDays(DaysFor(Ask));
    }

    /// <summary>Answers it.</summary>
    public void Reply(Actor actor, string? answer, DateOnly today)
    {
        Open(actor);
        Answer = Needed.Text(answer, nameof(Text), FieldName.Content, TextLength);
        AcknowledgedOn ??= today;
        AnsweredOn = today;
        AnsweredByName = actor.Name;
    }

    private void Open(Actor actor)
    {
        actor.Must(Permission.KeepParticipants, UnitPath);
        if (AnsweredOn is { } on) throw new Refusal(Because.RequestAnswered, null, on);
    }
}

/// <summary>What may be asked.</summary>
public enum PersonalDataAsk
{
    /// <summary>Xem.</summary>
    View,
    /// <summary>Sửa.</summary>
    Correct,
    /// <summary>Phản đối, hạn chế xử lý.</summary>
    Objection,
}
