using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Commitments.Papers;
using CampaignTracker.Domain.Papers;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Commitments;

/// <summary>What every paper of a unit needs: the unit, who signs for it, whether this is a demonstration.</summary>
internal sealed record UnitPapers(Guid UnitId, string Code, string Name, string Path, UnitKind Kind, string? Above, string? Secretary, string? Deputy, bool Demo, DateOnly Today)
{
    /// <summary>Reads it.</summary>
    /// <exception cref="Refusal">NotFound.</exception>
    public static async Task<UnitPapers> ReadAsync(Operation op, string path, CancellationToken ct)
    {
        var db = op.Db;
        var parentPath = UnitPath.Parent(path);
        var units = await db.Units.Where(u => u.Path == path || u.Path == parentPath).Join(db.UnitKinds, u => u.KindCode, k => k.Code, (u, k) => new { u.Id, u.Code, u.Name, u.Path, Kind = k, Demo = db.SeedMarks.Any(m => m.Name == "demo") }).AsNoTracking().ToListAsync(ct);
        var unit = units.FirstOrDefault(u => u.Path == path) ?? throw new Refusal(Because.NotFound);
        var signers = await db.Posts.Where(p => p.UnitId == unit.Id && (p.Role == Role.Secretary || p.Role == Role.DeputySecretary) && p.From <= op.Today && (p.To == null || p.To >= op.Today))
            .Join(db.Users, p => p.AccountId, a => a.Id, (p, a) => new { p.Role, a.FullName, p.From }).OrderBy(s => s.From).ToListAsync(ct);
        var secretary = signers.Find(s => s.Role == Role.Secretary)?.FullName;
        return new UnitPapers(unit.Id, unit.Code, unit.Name, unit.Path, unit.Kind, units.Find(u => u.Path == parentPath)?.Name, secretary, signers.Find(s => s.Role == Role.DeputySecretary)?.FullName, unit.Demo, op.Today);
    }

    /// <summary>The meeting that adopted the register, or null.</summary>
    public static async Task<PaperMeeting?> MeetingAsync(Operation op, CommitmentRegister? register, CancellationToken ct) => register?.MeetingId is { } id
        ? await op.Db.Meetings.Where(m => m.Id == id).Select(m => new PaperMeeting(m.HeldOn, m.Present, m.Total, m.InFavour)).FirstOrDefaultAsync(ct)
        : null;

    /// <summary>A form by its code; without one the registration.</summary>
    /// <exception cref="Refusal">NotFound.</exception>
    public static async Task<FormProfile> FormAsync(Operation op, string? code, CancellationToken ct)
    {
        var forms = op.Db.Forms.AsNoTracking().Include(f => f.Sections);
        if (code is not null) return await forms.FirstOrDefaultAsync(f => f.Code == code, ct).OrRefuseAsync();
        // Before any form is seeded the registration needs none.
        return await forms.Where(f => f.Paper == FormPaper.Registration).OrderBy(f => f.Order).FirstOrDefaultAsync(ct) ?? new FormProfile("", "", FormPaper.Registration, null, [], default, null, 0);
    }

    /// <summary>The documents a paper of that day cites.</summary>
    public static async Task<List<CitedDocument>> BasisAsync(Operation op, DateOnly? dated, CancellationToken ct)
    {
        var day = dated ?? op.Today;
        return await op.Db.Documents.Where(d => d.Followed && d.Symbol != null && (d.IssuedOn == null || d.IssuedOn <= day)).OrderBy(d => d.Order)
            .Select(d => new CitedDocument(d.Kind, d.Symbol, d.IssuedOn, d.Issuer, d.Title, d.Confidence)).ToListAsync(ct);
    }

    /// <summary>The head of a paper that the unit itself issues or confirms.</summary>
    public PaperHead Head(PaperPeriod period, DateOnly? dated) => new(PaperRules.For(Kind.Party, dated ?? Today), Above, Name, null, dated, dated?.Year ?? YearOf(period), Demo);

    // As a paper begun today would say it.
    private int YearOf(PaperPeriod period) => Math.Clamp(Today.Year, period.From, period.To);

    /// <summary>One person's paper in a form, written or blank.</summary>
    public PersonalPaper Paper(Participant person, RoleModelCommitment? commitment, PaperPeriod period, CommitmentRegister? register, PaperMeeting? adopted, FormProfile? form, IReadOnlyList<CitedDocument> basis)
    {
        var (member, here) = (person.Kind is ParticipantKind.Member or ParticipantKind.ProbationaryMember, !Kind.Party || person.Kind is ParticipantKind.Member or ParticipantKind.ProbationaryMember);
        // Who is no member is confirmed by their office or association, on its paper.
        var head = here ? Head(period, commitment?.AdoptedOn) : new PaperHead(PaperRule.State, null, commitment?.ConfirmedBy, null, commitment?.AdoptedOn, commitment?.AdoptedOn?.Year ?? YearOf(period), Demo);
        var who = new PaperPerson(person.Name, person.Kind, null, null, member && Kind.Party ? person.PostTitle : null, BodyFor(person.Kind) == ConfirmingBody.Office ? person.PostTitle : null,
            BodyFor(person.Kind) == ConfirmingBody.Association ? person.PostTitle : null, here ? Name : commitment?.ConfirmedBy);
        return new PersonalPaper(head, period, who, basis, Sections(form, commitment), Block(person, commitment, here, register, adopted));
    }

    /// <summary>Promises of a commitment as papers say them.</summary>
    public static IEnumerable<Promise> Promises(RoleModelCommitment? commitment) => commitment?.Lines.Where(line => line.Action.Length > 0).Select(Promise) ?? [];

    /// <summary>A line as papers say it.</summary>
    public static Promise Promise(CommitmentLine line) => new(line.Action, line.Result, line.DueOn, line.Proof, line.Standard);

    /// <summary>The secretary signs; for the secretary's own paper the deputy.</summary>
    public (Role? Post, string? Name) Signer(bool own)
    {
        if (!Kind.Party) return (null, null);
        return own ? Deputy is null ? (null, null) : (Role.DeputySecretary, Deputy) : Secretary is null ? (null, null) : (Role.Secretary, Secretary);
    }

    private ConfirmingBlock Block(Participant person, RoleModelCommitment? commitment, bool here, CommitmentRegister? register, PaperMeeting? adopted)
    {
        // Confirmed from the minutes: nobody's signature is named.
        var (post, name) = here && commitment?.Confirmation != Confirmation.Minutes ? Signer(person.UnitHead || Secretary == person.Name) : (null, null);
        var meeting = here && commitment?.AdoptedOn is not null && register?.AdoptedOn == commitment.AdoptedOn ? adopted : null;
        return new ConfirmingBlock(BodyFor(person.Kind), post, name, meeting);
    }

    private ConfirmingBody BodyFor(ParticipantKind kind)
    {
        if (!Kind.Party) return RegisterReads.KeeperOf(Kind) == RegisterKeeper.Association ? ConfirmingBody.Association : ConfirmingBody.Office;
        return kind switch
        {
            ParticipantKind.Member or ParticipantKind.ProbationaryMember => Kind.PaperSymbol == "CB" ? ConfirmingBody.Cell : ConfirmingBody.Committee,
            ParticipantKind.UnionMember or ParticipantKind.AssociationMember => ConfirmingBody.Association,
            _ => ConfirmingBody.Office,
        };
    }

    // A line prints under the section whose code it carries; one without under "actions", and where a form has none, in a section of its own at the end.
    private static List<PaperSection> Sections(FormProfile? form, RoleModelCommitment? commitment)
    {
        const string Actions = "actions";
        var lines = commitment?.Lines.Where(line => line.Action.Length > 0).ToList() ?? [];
        var known = form?.Sections.Select(section => section.Code).ToHashSet() ?? [];
        string? PlaceOf(CommitmentLine line) => line.Section is { } code && known.Contains(code) ? code : known.Contains(Actions) ? Actions : null;
        var sections = form?.Sections.Select(section => new PaperSection(section.Title, [.. lines.Where(line => PlaceOf(line) == section.Code).Select(Promise)])).ToList() ?? [];
        var rest = lines.Where(line => PlaceOf(line) is null).Select(Promise).ToList();
        if (rest.Count > 0) sections.Add(new PaperSection(null, rest));
        return sections;
    }
}
