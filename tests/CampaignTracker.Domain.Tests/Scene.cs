using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Units;

namespace CampaignTracker.Domain.Tests;

/// <summary>The small world of these tests: a province, two communes, a cell in each, a section below one cell. Monday 18/01/2027, ten in the morning.</summary>
internal static class Scene
{
    public static readonly DateTime Now = new(2027, 1, 18, 3, 0, 0, DateTimeKind.Utc);
    public static readonly DateOnly Today = new(2027, 1, 18);
    public static readonly DateOnly Due = new(2027, 2, 26);

    public static readonly Unit Province = Open("P", null, 1);
    public static readonly Unit Commune = Open("P-1", Province, 1);
    public static readonly Unit OtherCommune = Open("P-2", Province, 2);
    public static readonly Unit Cell = Open("P-1-1", Commune, 1);
    public static readonly Unit OtherCell = Open("P-1-2", Commune, 2);
    public static readonly Unit CellElsewhere = Open("P-2-1", OtherCommune, 1);
    public static readonly Unit BelowCell = Open("P-1-1-1", Cell, 1);

    private static Unit Open(string code, Unit? parent, int n) => Unit.Open(Actor.System, null, code, "Unit " + code, "cell", parent, n, n, null);

    public static HeldPost Holds(Role role, Unit unit, bool acting = false, string? body = null) => new(role, unit.Id, unit.Path, unit.Name, role + " of " + unit.Code, body, acting);

    public static Actor Person(params HeldPost[] posts) => Actor.Person(Guid.NewGuid(), "Person of " + string.Join(", ", posts.Select(p => p.Title)), posts);

    public static Actor Person(Role role, Unit unit, bool acting = false) => Person(Holds(role, unit, acting));

    public static Requirement Requirement(RequirementKind kind = RequirementKind.AnnualPlan) =>
        new(Guid.NewGuid(), Guid.NewGuid(), "D#1", "1", null, "A plan", kind, ["cell"], Frequency.Yearly, ClosingMode.Opinion, Confidence.Source, null, null, 1, [new DeadlineRule(["cell"], 2, 26, null)]);

    public static Obligation Owed(Unit? unit = null, DateOnly? due = null) => Obligation.Make(Actor.System, null, unit ?? Cell, Requirement(), 2027, 2027, due ?? Due);

    public static PlanMeeting Meeting(DateOnly? on = null) => new(on ?? new DateOnly(2027, 1, 12), 19, 22, 19, Today);

    public static PlanPaper Paper(string? number = "03-KH/CB", DateOnly? on = null) => new(number, on ?? new DateOnly(2027, 1, 14), "Nguyễn Văn A", "Bí thư", new DateOnly(2027, 1, 12), Today);

    /// <summary>The refusal an act meets; fails when it is not refused.</summary>
    public static Refusal Refused(Action act) => Assert.Throws<Refusal>(act);

    /// <summary>Runs something in a reader's language.</summary>
    public static T In<T>(string language, Func<T> ask)
    {
        var before = System.Globalization.CultureInfo.CurrentUICulture;
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo(language);
        try { return ask(); }
        finally { System.Globalization.CultureInfo.CurrentUICulture = before; }
    }

    /// <summary>The folder of CampaignTracker.sln, found by walking up from the test's own.</summary>
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "CampaignTracker.sln"))) return folder.FullName;
        throw new InvalidOperationException("CampaignTracker.sln not found above " + AppContext.BaseDirectory);
    }
}
