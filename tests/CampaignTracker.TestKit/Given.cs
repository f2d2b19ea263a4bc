using CampaignTracker.Domain;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.GoverningDocuments;
using CampaignTracker.UseCases.People;

namespace CampaignTracker.TestKit;

/// <summary>
/// What a test starts from: a province (T) with two communes (T-1, T-2) of three cells each (T-1-1 … T-2-3), a state body (T-1-UB), the year 2026 open,
/// and these accounts: quantri, tinh, tinh.lanhdao, kiemtra at the province; xa, vanthu at T-1; xa2, vanthu2 at T-2;
/// chibo, phobithu, chiuy, thanhvien at T-1-1; chibo12, chibo13, chibo21, chibo22, chibo23 at the other cells; uyban at T-1-UB.
/// </summary>
public sealed class Given
{
    /// <summary>The year that is open.</summary>
    public const int Year = 2026;

    private readonly TestCampaign campaign;

    internal Given(TestCampaign campaign) => this.campaign = campaign;

    /// <summary>Key of a unit by its code.</summary>
    public static Guid Unit(string code) => DerivedId.Of("unit", code);

    /// <summary>Key of an account by its user name.</summary>
    public static Guid Account(string userName) => DerivedId.Of("account", userName);

    /// <summary>Key of a requirement by its code: R-year, R-term.</summary>
    public static Guid Requirement(string code) => DerivedId.Of("requirement", code);

    /// <summary>A plan of a unit, to be brought to a step of its life.</summary>
    public PlanBuilder AUnitPlan(string unitCode = "T-1-1", RequirementKind kind = RequirementKind.AnnualPlan) => new(campaign, unitCode, kind);

    internal async Task SmallTreeAsync()
    {
        var today = campaign.Clock.Today;
        campaign.Clock.Set(new DateOnly(Year, 1, 5));
        await using (var db = campaign.Database())
        {
            db.Acting = new Acting(Actor.System, nameof(Given), campaign.Clock.Now, Trail: false);
            AddReferenceData(db);
            AddUnitsAndAccounts(db);
            await db.SaveChangesAsync();
        }
        await campaign.As("tinh").Use<OpenYear>().OpenAsync(Year, default);
        campaign.Clock.Set(today);
    }

    private static void AddReferenceData(CampaignDb db)
    {
        db.UnitKinds.AddRange(
            new UnitKind("province-committee", "Tinh uy", "Province", "Tinh uy", UnitLevel.Province, "TU", true, 10),
            new UnitKind("commune-committee", "Dang uy", "Commune", "Dang uy", UnitLevel.Commune, "DU", true, 20),
            new UnitKind("cell", "Chi bo", "Cell", "Chi bo", UnitLevel.Cell, "CB", true, 70),
            new UnitKind("state-body", "Co quan", "State body", "Co quan", UnitLevel.Body, "", false, 80));
        db.CalendarPeriods.AddRange(
            new CalendarPeriod(DerivedId.Of("calendar", "new-year"), new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 1), CalendarPeriodKind.DayOff, "New year"),
            new CalendarPeriod(DerivedId.Of("calendar", "tet-quiet"), new DateOnly(2026, 2, 10), new DateOnly(2026, 2, 22), CalendarPeriodKind.NoDeadline, "Tet"),
            new CalendarPeriod(DerivedId.Of("calendar", "tet"), new DateOnly(2026, 2, 16), new DateOnly(2026, 2, 20), CalendarPeriodKind.DayOff, "Tet"));
        db.Terms.Add(new CampaignTerm("XIV", "XIV", 2026, 2030, null, null));
        db.Years.Add(new CampaignYear(Year, "XIV", null));
        var document = new GoverningDocument(DerivedId.Of("document", "kh"), "kh", null, "The province's plan", DocumentKind.Plan, null, null, null, null, null, true, 1, Confidence.Source, null, null);
        db.Documents.Add(document);
        foreach (var (code, kind, frequency) in new[] { ("R-year", RequirementKind.AnnualPlan, Frequency.Yearly), ("R-term", RequirementKind.TermPlan, Frequency.Term) })
            db.Requirements.Add(new Requirement(Requirement(code), document.Id, code, "1", null, code, kind, ["commune-committee", "cell", "state-body"], frequency, ClosingMode.Opinion, Confidence.Inferred, null, null, 1,
                [new DeadlineRule(["commune-committee"], 2, 28, null, DerivedId.Of("deadline", code + "1")), new DeadlineRule(["cell", "state-body"], 3, 15, 10, DerivedId.Of("deadline", code + "2"))]));
    }

    private static void AddUnitsAndAccounts(CampaignDb db)
    {
        var units = new Dictionary<string, Unit>();
        Unit Open(string code, string name, string kind, string? parent, int number)
        {
            var unit = Domain.Units.Unit.Open(Actor.System, Unit(code), code, name, kind, parent is null ? null : units[parent], number, number, new DateOnly(2025, 7, 1));
            db.Units.Add(unit);
            return units[code] = unit;
        }

        void Account(string userName, Role role, string unit, string? body = null)
        {
            var account = Accounts.Make(Given.Account(userName), userName, "Holder of " + userName, "", demo: false);
            db.Users.Add(account);
            db.Posts.Add(Post.Give(Actor.System, DerivedId.Of("post", userName), account.Id, units[unit], role, $"{role} {unit}", body, new DateOnly(2025, 7, 1)));
        }

        Open("T", "Province T", "province-committee", null, 1);
        Account("quantri", Role.Administrator, "T");
        Account("tinh", Role.ProvincialOfficer, "T", "Board T");
        Account("tinh.lanhdao", Role.ProvincialHead, "T");
        Account("kiemtra", Role.Inspector, "T");
        for (var c = 1; c <= 2; c++)
        {
            Open($"T-{c}", $"Commune {c}", "commune-committee", "T", c);
            Account(c == 1 ? "xa" : "xa2", Role.Secretary, $"T-{c}");
            Account(c == 1 ? "vanthu" : "vanthu2", Role.Officer, $"T-{c}", $"Board {c}");
            for (var n = 1; n <= 3; n++)
            {
                Open($"T-{c}-{n}", $"Cell {c}.{n}", "cell", $"T-{c}", n);
                Account((c, n) == (1, 1) ? "chibo" : $"chibo{c}{n}", Role.Secretary, $"T-{c}-{n}");
            }
        }
        Account("phobithu", Role.DeputySecretary, "T-1-1");
        Account("chiuy", Role.Officer, "T-1-1");
        Account("thanhvien", Role.Participant, "T-1-1");
        Open("T-1-UB", "State body 1", "state-body", "T-1", 4);
        Account("uyban", Role.Secretary, "T-1-UB");
    }
}
