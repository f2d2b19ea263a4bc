using CampaignTracker.Domain;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.People;

namespace CampaignTracker.UseCases.Seeding;

/// <summary>A person of the demo who acts on papers: a secretary, an officer. Most have no account to sign in with.</summary>
internal sealed record DemoPerson(Guid AccountId, string Name, string Title);

/// <summary>The people of the demo: heads of every unit, members of every cell, and the accounts to sign in with.</summary>
internal sealed class DemoPeople(DemoTexts texts, DemoTree tree, DemoShape shape, DemoRows rows)
{
    private readonly Dictionary<Guid, DemoPerson> heads = [];
    private readonly Dictionary<Guid, DemoTexts.AccountText> officers = [];
    private DemoTexts.AccountText? provinceHead;
    private readonly Dictionary<Guid, List<Participant>> people = [];

    /// <summary>Who heads a unit and signs its papers.</summary>
    public DemoPerson HeadOf(Unit unit) => heads[unit.Id];

    /// <summary>The unit's secretary (or chair) at work.</summary>
    public Actor WriterOf(Unit unit) => As(heads[unit.Id].AccountId, heads[unit.Id].Name, Role.Secretary, unit, heads[unit.Id].Title, null);

    /// <summary>Who decides for a unit on what those below file.</summary>
    public Actor LeaderOf(Unit unit) => unit.ParentId is null && provinceHead is { } head
        ? As(AccountId(head.UserName), head.FullName, head.Role, unit, head.Title, null)
        : WriterOf(unit);

    /// <summary>Who reads and proposes for a unit.</summary>
    public Actor OfficerOf(Unit unit)
    {
        if (officers.TryGetValue(unit.Id, out var account)) return As(AccountId(account.UserName), account.FullName, account.Role, unit, account.Title, account.Body);
        var body = unit.KindCode == "grassroots-organisation" ? null : texts.People.AdvisoryBodies["commune"];
        return As(DerivedId.Of("officer", unit.Code), Name(DemoChance.For("officer", unit.Code)), Role.Officer, unit, body ?? texts.People.Posts.Deputy, body);
    }

    private static Actor As(Guid accountId, string name, Role role, Unit unit, string title, string? body) =>
        Actor.Person(accountId, name, [new HeldPost(role, unit.Id, unit.Path, unit.Name, title, body)]);

    /// <summary>The people entered in a unit, its head first; none for committees.</summary>
    public IReadOnlyList<Participant> Of(Unit unit) => people.TryGetValue(unit.Id, out var list) ? list : [];

    /// <summary>How many people meet in a cell; a committee's number for other units.</summary>
    public int CountOf(Unit unit) => people.TryGetValue(unit.Id, out var list) ? list.Count(person => unit.KindCode is not ("cell" or "grassroots-cell") || IsMember(person.Kind)) : DemoChance.For("committee", unit.Code).Between(9, 15);

    /// <summary>Account of a user name.</summary>
    public static Guid AccountId(string userName) => DerivedId.Of("account", userName);

    public void Enter(CampaignDb db, string passwordHash, Unit commune, Unit cell, DateOnly today)
    {
        var places = new Dictionary<string, Unit> { ["province"] = tree.Root, ["commune"] = commune, ["cell"] = cell };
        var from = new DateOnly(today.Year - 2, 1, 1);
        foreach (var account in texts.People.Accounts)
        {
            if (!places.TryGetValue(account.At, out var unit)) throw new SeedProblem("demo/people.json", account.UserName, $"unknown place \"{account.At}\".", "Use province, commune or cell.");
            var id = AccountId(account.UserName);
            var title = account.Title.Replace("{unit}", unit.Name, StringComparison.Ordinal);
            var made = Accounts.Make(id, account.UserName, account.FullName, passwordHash, demo: true);
            // The member signs in for the first time and meets the notice on personal data; the others have read it.
            if (account.Role != Role.Participant) made.NoticeReadAt = LocalTime.StartOf(from);
            db.Users.Add(made);
            db.Posts.Add(Post.Give(Actor.System, DerivedId.Of("post", account.UserName), id, unit, account.Role, title, account.Body, from));
            if (account.Role is Role.ProvincialOfficer or Role.Officer) officers[unit.Id] = account;
            if (account.Role == Role.ProvincialHead) provinceHead = account;
            if (account.Role == Role.Secretary) heads[unit.Id] = new DemoPerson(id, account.FullName, texts.People.Posts.Secretary);
        }
        foreach (var unit in tree.Units)
        {
            // Sensitive bodies show no persons: the post stands for the name.
            var name = unit.Sensitive ? $"{TitleOf(unit)} {unit.Name}" : Name(DemoChance.For("head", unit.Code));
            heads.TryAdd(unit.Id, new DemoPerson(DerivedId.Of("person", unit.Code), name, TitleOf(unit)));
        }
        var peopled = tree.Units.Where(unit => !unit.Sensitive && (tree.Suits.ContainsKey(unit.Id) || unit.KindCode is "socio-political" or "front" or "state-body")).ToList();
        var counts = Counts(peopled, cell);
        foreach (var unit in peopled) EnterPeople(unit, unit.Id == cell.Id, from, counts?[unit.Id]);
    }

    // A number of people in all is shared among the cells; other bodies keep the few that chance gives them.
    private Dictionary<Guid, int>? Counts(List<Unit> peopled, Unit cell)
    {
        if (shape.People is not { } all) return null;
        var counts = peopled.Where(unit => !tree.Suits.ContainsKey(unit.Id)).ToDictionary(unit => unit.Id, unit => DemoChance.For("members", unit.Code).Between(6, 13));
        var rest = all - counts.Values.Sum() - shape.SampleCellPeople!.Value;
        var cells = peopled.Where(unit => tree.Suits.ContainsKey(unit.Id) && unit.Id != cell.Id).ToList();
        for (var i = 0; i < cells.Count; i++) counts[cells[i].Id] = rest / cells.Count + (i < rest % cells.Count ? 1 : 0);
        counts[cell.Id] = shape.SampleCellPeople.Value;
        return counts;
    }

    private string TitleOf(Unit unit) => texts.People.Signers.GetValueOrDefault(unit.KindCode) ?? texts.People.Posts.Secretary;

    private void EnterPeople(Unit unit, bool sample, DateOnly from, int? given)
    {
        var chance = DemoChance.For("members", unit.Code);
        var count = chance.Between(6, 13);
        if (given is { } number) count = number;
        var party = tree.Suits.TryGetValue(unit.Id, out var suits);
        var list = new List<Participant>();
        for (var i = 0; i < count; i++)
        {
            // The account "thanhvien" is the last of the sample cell's list.
            var account = sample && i == 0 ? Find(Role.Secretary, "cell") : sample && i == count - 1 ? Find(Role.Participant, "cell") : null;
            var name = i == 0 ? HeadOf(unit).Name : account?.FullName ?? Name(chance);
            var kind = party ? (i > 3 && account is null && chance.Percent(6) ? ParticipantKind.ProbationaryMember : ParticipantKind.Member) : OutsideKind(unit, chance);
            var posts = texts.People.Posts;
            var post = i switch { 0 => TitleOf(unit), 1 => party ? posts.Deputy : posts.ViceChair, 2 when party && count > 8 => posts.Member, _ => null };
            var since = from.AddDays(chance.Between(0, 300));
            var exempt = i > 3 && chance.Percent(4) && account is null;
            list.Add(Participant.Enter(Actor.System, DerivedId.Of("participant", $"{unit.Code}:{i + 1}"), name, kind, post, i == 0, unit, since, exempt ? since.AddDays(120) : null, account is null ? null : AccountId(account.UserName)));
        }
        // Some cells look after people who are no members: their office or union confirms for them.
        if (given is null && suits is "school" or "office" or "enterprise")
            for (var i = chance.Between(0, 3); i > 0; i--)
                list.Add(Participant.Enter(Actor.System, DerivedId.Of("participant", $"{unit.Code}:n{i}"), Name(chance), suits switch { "school" => ParticipantKind.PublicEmployee, "office" => ParticipantKind.CivilServant, _ => ParticipantKind.UnionMember },
                    null, false, unit, from.AddDays(chance.Between(0, 300)), null, null));
        people[unit.Id] = list;
        rows.Participants.AddRange(list);
    }

    private static ParticipantKind OutsideKind(Unit unit, DemoChance chance) => unit.KindCode switch
    {
        "state-body" => chance.Percent(25) ? ParticipantKind.Cadre : ParticipantKind.CivilServant,
        "front" => chance.Percent(60) ? ParticipantKind.Cadre : ParticipantKind.AssociationMember,
        _ => chance.Percent(30) ? ParticipantKind.UnionMember : ParticipantKind.AssociationMember,
    };

    private static bool IsMember(ParticipantKind kind) => kind is ParticipantKind.Member or ParticipantKind.ProbationaryMember;

    private DemoTexts.AccountText? Find(Role role, string at) => texts.People.Accounts.FirstOrDefault(a => a.Role == role && a.At == at);

    private string Name(DemoChance chance)
    {
        var names = texts.Names;
        return $"{chance.Of(names.Family)} {chance.Of(chance.Percent(55) ? names.MiddleMale : names.MiddleFemale)} {chance.Of(names.Given)}";
    }
}
