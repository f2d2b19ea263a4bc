using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Meetings;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Units;
using static CampaignTracker.Domain.Tests.Scene;

namespace CampaignTracker.Domain.Tests.Commitments;

/// <summary>A commitment of a member of <see cref="Scene.Cell"/> brought to a state by the real verbs.</summary>
internal sealed class Promise
{
    public static readonly Actor Secretary = Person(Role.Secretary, Cell), Deputy = Person(Role.DeputySecretary, Cell), Officer = Person(Role.Officer, Cell);

    public readonly Actor Author = Person(Role.Participant, Cell);
    public readonly Participant Member;
    public readonly CommitmentRegister Register;
    public readonly RoleModelCommitment Commitment;

    private Promise(ParticipantKind kind, bool head, RegisterKeeper keeper)
    {
        Member = Participant.Enter(Actor.System, null, "Nguyễn Văn An", kind, null, head, Cell, new DateOnly(2024, 1, 1), null, Author.AccountId);
        Register = CommitmentRegister.Open(Secretary, null, Cell, keeper, CommitmentScope.Year, 2027, 2027, null);
        Commitment = RoleModelCommitment.Begin(Author, null, Member, Register, Now);
    }

    public static Promise In(CommitmentState state, ParticipantKind kind = ParticipantKind.Member, bool head = false, RegisterKeeper keeper = RegisterKeeper.Cell)
    {
        var promise = new Promise(kind, head, keeper);
        var commitment = promise.Commitment;
        commitment.Write(promise.Author, commitment.AddLine(promise.Author, Now).Id, CommitmentField.Action, "Thăm 6 hộ", Now);
        if (state == CommitmentState.Draft) return promise;
        if (state == CommitmentState.Discussed) commitment.Discuss(Secretary);
        else promise.Adopt();
        if (state is CommitmentState.Discussed or CommitmentState.Adopted) return promise;
        commitment.AssessSelf(promise.Author, "Đã thăm", Now);
        if (state == CommitmentState.SelfAssessed) return promise;
        commitment.Comment(Secretary, "Ghi nhận", false, Now);
        if (state == CommitmentState.Closed) commitment.Close(Secretary);
        return promise;
    }

    public CellMeeting Adopt(Actor? by = null, Obligation? obligation = null)
    {
        var meeting = Met();
        Register.Adopt(by ?? Secretary, meeting, [(Commitment, Member)], obligation, Today);
        return meeting;
    }

    public static CellMeeting Met(Unit? unit = null, DateOnly? on = null) => CellMeeting.Record(Actor.System, null, unit ?? Cell, on ?? new DateOnly(2027, 1, 12), 19, 22, 19, on ?? Today, Now);
}
