using CampaignTracker.Domain;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.People;

namespace CampaignTracker.TestKit;

/// <summary>
/// A small town: a province, two communes, two cells and a state body below the one, two cells below the other; an account of every role;
/// annual plans of 2025 and 2026 and term plans owed. All keys follow from names, so a test writes <c>Town.Owed(Town.CellA1)</c>.
/// </summary>
public static class Town
{
    public const int Year = 2026, TermEnd = 2030;
    public const string Province = "P", CommuneA = "P-A", CommuneB = "P-B", CellA1 = "P-A-1", CellA2 = "P-A-2", BodyA = "P-A-UB", CellB1 = "P-B-1", CellB2 = "P-B-2";
    /// <summary>The annual plan (opinion), the term plan (approval), the annual plan of state bodies (received), a task that items serve.</summary>
    public const string Annual = "D1#1", Term = "D1#2", OfBodies = "D2#1", Task = "D1#3";

    /// <summary>When communes and cells owe the annual plan of 2026, as long as nothing is issued above.</summary>
    public static readonly DateOnly CommuneDue = new(2026, 2, 27), CellDue = new(2026, 4, 15);

    private static readonly (string Code, string Name, string Kind, string? Parent, int Number)[] Tree =
    [
        (Province, "Tỉnh ủy Mẫu", "province", null, 1),
        (CommuneA, "Đảng ủy xã An Bình", "commune", Province, 1),
        (CommuneB, "Đảng ủy xã Bình Minh", "commune", Province, 2),
        (CellA1, "Chi bộ xóm Đông", "cell", CommuneA, 1),
        (CellA2, "Chi bộ xóm Đoài", "cell", CommuneA, 2),
        (BodyA, "Ủy ban nhân dân xã An Bình", "body", CommuneA, 3),
        (CellB1, "Chi bộ xóm Núi", "cell", CommuneB, 1),
        (CellB2, "Chi bộ xóm Ao", "cell", CommuneB, 2),
    ];

    /// <summary>Every account: user name, role, unit, name, advisory body.</summary>
    public static readonly IReadOnlyList<(string UserName, Role Role, string Unit, string Name, string? Body)> People =
    [
        ("quantri", Role.Administrator, Province, "Quản Thị Trị", null),
        ("tinh.cv", Role.ProvincialOfficer, Province, "Chu Văn Viên", "Ban Tuyên giáo"),
        ("tinh.ld", Role.ProvincialHead, Province, "Lãnh Thị Đạo", null),
        ("tinh.kt", Role.Inspector, Province, "Kiểm Văn Tra", null),
        ("a.qt", Role.Administrator, CommuneA, "Quách Văn Trí", null),
        ("a.bt", Role.Secretary, CommuneA, "An Thị Bí", null),
        ("a.pbt", Role.DeputySecretary, CommuneA, "An Văn Phó", null),
        ("a.vp", Role.Officer, CommuneA, "An Thị Văn", "Ban Xây dựng Đảng"),
        ("a.kt", Role.Inspector, CommuneA, "An Văn Tra", null),
        ("a1.bt", Role.Secretary, CellA1, "Đông Văn Bí", null),
        ("a1.pbt", Role.DeputySecretary, CellA1, "Đông Thị Phó", null),
        ("a1.vp", Role.Officer, CellA1, "Đông Văn Thư", null),
        ("a1.tv", Role.Participant, CellA1, "Đông Thị Viên", null),
        ("a2.bt", Role.Secretary, CellA2, "Đoài Văn Bí", null),
        ("a2.tv", Role.Participant, CellA2, "Đoài Thị Viên", null),
        ("ub.bt", Role.Secretary, BodyA, "Ủy Văn Chủ", null),
        ("b.bt", Role.Secretary, CommuneB, "Bình Thị Bí", null),
        ("b.vp", Role.Officer, CommuneB, "Bình Văn Thư", "Ban Xây dựng Đảng"),
        ("b1.bt", Role.Secretary, CellB1, "Núi Văn Bí", null),
        ("b1.vp", Role.Officer, CellB1, "Núi Thị Thư", null),
        ("b1.tv", Role.Participant, CellB1, "Núi Văn Viên", null),
        ("b2.bt", Role.Secretary, CellB2, "Ao Văn Bí", null),
    ];

    public static IReadOnlyList<string> Codes { get; } = [.. Tree.Select(row => row.Code)];
    public static Guid Unit(string code) => DerivedId.Of("town-unit", code);
    public static Guid Account(string userName) => DerivedId.Of("town-account", userName);
    public static Guid Post(string userName) => DerivedId.Of("town-post", userName);
    public static Guid Requirement(string code) => DerivedId.Of("town-requirement", code);
    public static Guid Owed(string unit, string requirement = Annual, int year = Year) => DerivedId.Of("town-obligation", $"{unit}:{requirement}:{year}");
    public static string NameOf(string code) => Tree.First(row => row.Code == code).Name;
    public static string PathOf(string code) => Tree.First(row => row.Code == code) is var row && row.Parent is { } parent ? UnitPath.Child(PathOf(parent), row.Number) : UnitPath.Child("", row.Number);
    /// <summary>The person of an account.</summary>
    public static string PersonOf(string userName) => People.First(p => p.UserName == userName).Name;
    public static string UnitOf(string userName) => People.First(p => p.UserName == userName).Unit;
    public static Role RoleOf(string userName) => People.First(p => p.UserName == userName).Role;
    /// <summary>Members entered in every unit, in their order.</summary>
    public static IReadOnlyList<string> MembersOf(string unit) => [.. Enumerable.Range(1, 3).Select(n => $"Đảng viên {n} {unit}")];

    internal static async Task BuildAsync(TestCampaign campaign)
    {
        await using var db = campaign.Database();
        db.Acting = new Acting(Actor.System, nameof(Town), campaign.Clock.Now, Trail: false);
        db.UnitKinds.AddRange(
            new UnitKind("province", "Tỉnh ủy", "Provincial committee", "Tỉnh ủy", UnitLevel.Province, "TU", true, 1),
            new UnitKind("commune", "Đảng ủy xã", "Commune committee", "Đảng ủy", UnitLevel.Commune, "ĐU", true, 2),
            new UnitKind("cell", "Chi bộ", "Cell", "Chi bộ", UnitLevel.Cell, "CB", true, 3),
            new UnitKind("body", "Cơ quan nhà nước", "State body", "Cơ quan", UnitLevel.Body, "UBND", false, 4));
        var units = new Dictionary<string, Unit>();
        foreach (var (code, name, kind, parent, number) in Tree)
            db.Units.Add(units[code] = Domain.Units.Unit.Open(Actor.System, Unit(code), code, name, kind, parent is null ? null : units[parent], number, number, null));
        Rules(db, units);
        foreach (var (userName, role, unit, name, body) in People)
        {
            var account = Accounts.Make(Account(userName), userName, name, "no password", demo: false);
            db.Users.Add(account);
            db.Posts.Add(Domain.People.Post.Give(Actor.System, Post(userName), account.Id, units[unit], role, $"{role} {unit}", body, new DateOnly(2024, 1, 1)));
            if (role == Role.Participant)
                db.Participants.Add(Participant.Enter(Actor.System, DerivedId.Of("town-person", userName), name, ParticipantKind.Member, null, false, units[unit], new DateOnly(2024, 1, 1), null, account.Id));
        }
        foreach (var code in Codes)
            foreach (var (name, n) in MembersOf(code).Select((name, n) => (name, n)))
                db.Participants.Add(Participant.Enter(Actor.System, DerivedId.Of("town-person", $"{code}:{n}"), name, ParticipantKind.Member, null, n == 0, units[code], new DateOnly(2024, 1, 1), null, null));
        await db.SaveChangesAsync();
    }

    private static void Rules(CampaignDb db, Dictionary<string, Unit> units)
    {
        GoverningDocument Document(string code, int order) => new(DerivedId.Of("town-document", code), code, code + "-CT/TU", null, DocumentKind.Directive, new DateOnly(2026, 1, 5), "Tỉnh ủy", "Về học tập", new DateOnly(2026, 1, 5), null, true, order, Confidence.Confirmed, null, null);
        Requirement Rule(string code, RequirementKind kind, string[] kinds, Frequency frequency, ClosingMode mode, int order, params DeadlineRule[] deadlines) =>
            new(Requirement(code), DerivedId.Of("town-document", code[..2]), code, "mục " + order, null, "Tóm tắt " + order, kind, kinds, frequency, mode, Confidence.Source, null, null, order, deadlines);

        db.Documents.AddRange(Document("D1", 1), Document("D2", 2));
        string[] party = ["commune", "cell"];
        var annual = Rule(Annual, RequirementKind.AnnualPlan, party, Frequency.Yearly, ClosingMode.Opinion, 1, new DeadlineRule(["commune"], 2, 28, null), new DeadlineRule(["cell"], 4, 15, 10));
        var term = Rule(Term, RequirementKind.TermPlan, party, Frequency.Term, ClosingMode.Approval, 2, new DeadlineRule(party, 6, 30, null));
        var bodies = Rule(OfBodies, RequirementKind.AnnualPlan, ["body"], Frequency.Yearly, ClosingMode.Received, 4, new DeadlineRule(["body"], 3, 10, null));
        db.Requirements.AddRange(annual, term, bodies, Rule(Task, RequirementKind.Standing, party, Frequency.Continuous, ClosingMode.Received, 3));
        db.Terms.AddRange(new CampaignTerm("2021", "Khóa trước", 2021, 2025, null, null), new CampaignTerm("2026", "Khóa này", 2026, TermEnd, null, null));
        foreach (var year in new[] { Year - 1, Year })
        {
            var row = new CampaignYear(year, year == Year ? "2026" : "2021", null);
            row.Open(Actor.System, units[Province].Path, LocalTime.StartOf(new DateOnly(year, 1, 5)));
            db.Years.Add(row);
        }
        // The Lunar New Year of 2026: off from Saturday 14/2 to Sunday 22/2, no deadline from the 23rd of the last month (10/2) on.
        db.CalendarPeriods.AddRange(
            new CalendarPeriod(DerivedId.Of("town-period", "off"), new DateOnly(2026, 2, 14), new DateOnly(2026, 2, 22), CalendarPeriodKind.DayOff, "Tết"),
            new CalendarPeriod(DerivedId.Of("town-period", "none"), new DateOnly(2026, 2, 10), new DateOnly(2026, 2, 22), CalendarPeriodKind.NoDeadline, "Tết"));

        void Owe(string code, Requirement requirement, int year, int toYear, DateOnly due) =>
            db.Obligations.Add(Obligation.Make(Actor.System, Owed(code, requirement.Code, year), units[code], requirement, year, toYear, due));
        foreach (var (code, _, kind, _, _) in Tree)
        {
            if (kind == "body") Owe(code, bodies, Year, Year, new DateOnly(2026, 3, 10));
            if (!party.Contains(kind)) continue;
            Owe(code, annual, Year - 1, Year - 1, kind == "commune" ? CommuneDue.AddYears(-1) : CellDue.AddYears(-1));
            Owe(code, annual, Year, Year, kind == "commune" ? CommuneDue : CellDue);
            Owe(code, term, Year, TermEnd, new DateOnly(2026, 6, 30));
        }
    }
}
