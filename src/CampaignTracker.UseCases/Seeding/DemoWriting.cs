using System.Globalization;
using CampaignTracker.Domain;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Plans;

namespace CampaignTracker.UseCases.Seeding;

/// <summary>What stands in the plans and remarks of the demo.</summary>
internal sealed class DemoWriting(DemoTexts texts, IReadOnlyDictionary<string, UnitKind> kinds, IReadOnlyList<Requirement> requirements)
{
    /// <summary>How a plan is cited: "Kế hoạch số … ngày … của …".</summary>
    public string Cite(UnitPlan? superior, Unit? superiorUnit) => superior?.Paper is { Number: { } number, IssuedOn: { } issued }
        ? Format(texts.People.SuperiorPlan, number, Wording.Day(issued), superiorUnit!.Name)
        : texts.People.ProvincePlan;

    public string Covered(UnitPlan? superior, Unit superiorUnit) => superior?.Paper is { Number: { } number, IssuedOn: { } issued }
        ? Format(texts.People.CoveredBy, number, Wording.Day(issued), superiorUnit.Name)
        : Format(texts.People.CoveredByUnnumbered, superiorUnit.Name);

    public string OutOfScope => texts.People.OutOfScope;

    public string Recipients(Unit unit, Unit? parent) => parent is null ? "" : BeginPlan.Template(nameof(PlanTemplate.Recipients), parent.Name, kinds[unit.KindCode].ShortName);

    public string Basis(Unit unit, UnitPlan? superior, Unit? superiorUnit) => (kinds[unit.KindCode] switch
    {
        { Party: false } => texts.Sections.BodyBasis,
        { Level: UnitLevel.Cell } or { Code: "grassroots-cell" } => texts.Sections.Basis,
        _ => texts.Sections.CommitteeBasis,
    }).Replace("{superiorPlan}", Cite(superior, superiorUnit), StringComparison.Ordinal);

    /// <summary>Writes sections and items as a secretary would.</summary>
    public void Write(UnitPlan plan, Actor writer, Unit unit, string suits, string cited, bool forTerm, DemoChance chance, DateTime now, int? clear = null, int? unclear = null)
    {
        var (aims, organisation) = kinds[unit.KindCode] switch
        {
            { Party: false } => (texts.Sections.BodyAims, texts.Sections.BodyOrganisation),
            { Level: UnitLevel.Cell } or { Code: "grassroots-cell" } => (texts.Sections.Aims, texts.Sections.Organisation),
            _ => (texts.Sections.CommitteeAims, texts.Sections.CommitteeOrganisation),
        };
        plan.Write(writer, null, PlanField.Aims, List(chance.Some(aims, chance.Between(2, 4))).Replace("{superiorPlan}", cited, StringComparison.Ordinal), now);
        plan.Write(writer, null, PlanField.Organisation, List(chance.Some(organisation, chance.Between(2, 4))), now);
        var fitting = texts.Items.Where(item => item.Suits.Contains(suits)).ToList();
        var items = chance.Some(fitting.Where(i => i.Unclear.Count == 0).ToList(), clear ?? chance.Between(3, 7));
        items.AddRange(chance.Some(fitting.Where(i => i.Unclear.Count > 0).ToList(), unclear ?? (chance.Percent(55) ? chance.Between(1, 3) : 0)));
        foreach (var item in items.OrderBy(i => int.Parse(i.Requirement, CultureInfo.InvariantCulture))) Add(plan, writer, item, forTerm, now);
    }

    private void Add(UnitPlan plan, Actor writer, DemoTexts.ItemText text, bool forTerm, DateTime now)
    {
        var id = plan.AddItem(writer, now, DerivedId.Of("item", $"{plan.Id:N}:{plan.Items.Count + 1}")).Id;
        void Field(PlanField field, string? value)
        {
            if (!string.IsNullOrEmpty(value)) plan.Write(writer, id, field, value, now);
        }

        Field(PlanField.Content, text.Content);
        Field(PlanField.Role, text.Role switch { "lead" => nameof(ItemRole.Lead), "cooperating" => nameof(ItemRole.CoOperating), _ => null });
        Field(PlanField.CoOperating, text.CoOperating);
        Field(PlanField.Responsible, text.Responsible);
        Field(PlanField.Method, text.Method);
        Field(PlanField.Product, text.Product);
        // What was due before the plan was written is planned for later in the year.
        var written = LocalTime.Today(now);
        var from = DayOf(plan.Year, text.From);
        if (from < written) from = written.AddDays(10);
        var to = DayOf(forTerm ? plan.ToYear : plan.Year, text.To);
        if (to <= written || to <= from) to = (from ?? written).AddDays(40);
        Field(PlanField.StartsOn, Text(from));
        Field(PlanField.EndsOn, Text(to));
        if (RequirementFor(text.Requirement, forTerm) is { } serves) Field(PlanField.Requirements, serves.Id.ToString());
    }

    /// <summary>A requirement of the province's plan by its number: the term's or the year's where it has both.</summary>
    public Requirement? RequirementFor(string number, bool forTerm) => requirements
        .Where(r => r.Number == number)
        .OrderBy(r => r.Frequency == (forTerm ? Frequency.Term : Frequency.Yearly) ? 0 : 1).ThenBy(r => r.Order).FirstOrDefault();

    /// <summary>Remarks on what a reader finds unclear: item and text; never none.</summary>
    public IReadOnlyList<(Guid ItemId, string Text)> RemarksOn(UnitPlan plan, DemoChance chance, int atMost)
    {
        var remarks = new List<(Guid, string)>();
        foreach (var item in plan.Items)
        {
            var wanted = PlanClarity.Missing(item).Select(Element).OfType<string>();
            if (PlanClarity.GeneralPolicyOnly(item.Content)) wanted = wanted.Prepend("content");
            var fitting = wanted.SelectMany(element => texts.Remarks.Where(r => r.ForMissing && r.Element == element)).Select(r => r.Text).FirstOrDefault(text => remarks.TrueForAll(r => r.Item2 != text));
            if (fitting is not null) remarks.Add((item.Id, fitting));
        }
        if (remarks.Count == 0) remarks.Add((chance.Of(plan.Items).Id, chance.Of(texts.Remarks).Text));
        return [.. remarks.Take(atMost)];
    }

    public string Excuse(DemoChance chance) => chance.Of(texts.Excuses);

    public string Reason(DemoChance chance) => chance.Of(texts.ExtensionReasons);

    /// <summary>A number as the unit's register would have it.</summary>
    public string Number(Unit unit, int number) => texts.People.Papers.TryGetValue(unit.KindCode, out var pattern)
        ? Format(pattern, number.ToString("00", CultureInfo.InvariantCulture))
        : $"{number:00}-KH/{kinds[unit.KindCode].PaperSymbol}";

    private static DateOnly? DayOf(int year, string? monthAndDay) =>
        monthAndDay is null ? null : DateOnly.TryParseExact($"{year}-{monthAndDay}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
            : throw new SeedProblem("demo/plan-items.json", null, $"\"{monthAndDay}\" is not a day of {year}.", "Write MM-dd, and no 29 February.");

    private static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Element(PlanElement element) => element switch
    {
        PlanElement.Content => "content",
        PlanElement.Responsible => "responsible",
        PlanElement.Method => "method",
        PlanElement.End => "to",
        PlanElement.Product => "product",
        _ => null,
    };

    private static string List(IEnumerable<string> lines) => string.Join('\n', lines.Select(line => "- " + line));

    private static string Format(string pattern, params object[] facts) => string.Format(CultureInfo.InvariantCulture, pattern, facts);
}
