using System.Text.Json;
using System.Text.Json.Serialization;
using CampaignTracker.Domain.People;

namespace CampaignTracker.UseCases.Seeding;

/// <summary>The invented texts of seed-data/demo, all Vietnamese: no text of the demo stands in code.</summary>
internal sealed class DemoTexts
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    public required PeopleTexts People { get; init; }
    public required NameTexts Names { get; init; }
    public required PlaceTexts Places { get; init; }
    public required IReadOnlyList<OrganisationText> Organisations { get; init; }
    public required IReadOnlyList<ItemText> Items { get; init; }
    public required SectionTexts Sections { get; init; }
    public required IReadOnlyList<RemarkText> Remarks { get; init; }
    public required IReadOnlyList<string> Excuses { get; init; }
    public required IReadOnlyList<string> ExtensionReasons { get; init; }
    public required PromiseTexts Promises { get; init; }
    public required ProvinceTexts Province { get; init; }

    public static DemoTexts Read(SeedFiles files) => new()
    {
        People = Read<PeopleTexts>(files, "people"),
        Names = Read<NameTexts>(files, "names"),
        Places = Read<PlaceTexts>(files, "places"),
        Organisations = Read<IReadOnlyList<OrganisationText>>(files, "organisations"),
        Items = Read<IReadOnlyList<ItemText>>(files, "plan-items"),
        Sections = Read<SectionTexts>(files, "sections"),
        Remarks = Read<IReadOnlyList<RemarkText>>(files, "remarks"),
        Excuses = Read<IReadOnlyList<string>>(files, "excuses"),
        ExtensionReasons = Read<IReadOnlyList<string>>(files, "extension-reasons"),
        Promises = Read<PromiseTexts>(files, "promises"),
        Province = Read<ProvinceTexts>(files, "province"),
    };

    private static T Read<T>(SeedFiles files, string name)
    {
        var file = $"demo/{name}.json";
        try
        {
            return JsonSerializer.Deserialize<T>(files.Read(file), Options) ?? throw new SeedProblem(file, null, "the file holds nothing.", "Restore it.");
        }
        catch (JsonException broken)
        {
            throw new SeedProblem(file, $"line {broken.Line()}, {broken.Path}", "a value is missing or of the wrong kind.", "See seed-data/README.md for the shape.");
        }
    }

    public sealed record PeopleTexts(IReadOnlyList<AccountText> Accounts, IReadOnlyDictionary<string, string> AdvisoryBodies, PostTexts Posts, IReadOnlyDictionary<string, string> Signers,
        IReadOnlyDictionary<string, string> Papers, string CoveredBy, string CoveredByUnnumbered, string SuperiorPlan, string ProvincePlan, string OutOfScope);

    public sealed record AccountText(string UserName, string FullName, Role Role, string At, string Title, string? Body);

    public sealed record PostTexts(string Secretary, string Deputy, string Member, string Chair, string ViceChair);

    public sealed record NameTexts(IReadOnlyList<string> Family, IReadOnlyList<string> MiddleMale, IReadOnlyList<string> MiddleFemale, IReadOnlyList<string> Given);

    public sealed record PlaceTexts(string Province, string ProvinceShort, IReadOnlyList<string> ClosedProvinces, string Ward, string Commune);

    public sealed record OrganisationText(IReadOnlyList<GroupText> Cells, IReadOnlyList<GroupText> Grassroots, int? Commune = null, string? Bloc = null);

    public sealed record GroupText(string Kind, string Pattern, int Count, string? Suits = null, IReadOnlyList<GroupText>? Cells = null, IReadOnlyList<GroupText>? Grassroots = null);

    public sealed record ItemText(string Requirement, string Content, string? Role, string? CoOperating, string? Responsible, string? Method, string? Product, string? From, string? To,
        IReadOnlyList<string> Unclear, IReadOnlyList<string> Suits);

    public sealed record SectionTexts(IReadOnlyList<string> Aims, IReadOnlyList<string> Organisation, string Basis,
        IReadOnlyList<string> CommitteeAims, IReadOnlyList<string> CommitteeOrganisation, string CommitteeBasis,
        IReadOnlyList<string> BodyAims, IReadOnlyList<string> BodyOrganisation, string BodyBasis);

    public sealed record PromiseTexts(IReadOnlyList<PromiseText> Lines, IReadOnlyList<PromiseText> TermLines, IReadOnlyList<string> Done, IReadOnlyList<string> Partly, IReadOnlyList<string> Not,
        IReadOnlyList<string> ItemDone, IReadOnlyList<string> ItemPartly, IReadOnlyList<string> ItemNot, IReadOnlyList<string> SelfAssessments, IReadOnlyList<string> Comments,
        IReadOnlyList<string> Asks, IReadOnlyList<string> Shortcomings, IReadOnlyList<string> Excuses, string Commendation, string Topic, string Paper, string CellPrefix, string EvidenceNote, string EvidencePaper);

    public sealed record PromiseText(string Action, string Result, string Proof, int? Standard, string? To, IReadOnlyList<string> Suits);

    public sealed record ProvinceTexts(IReadOnlyList<GroupText> CommuneCells, IReadOnlyList<GroupText> BlocCells);

    public sealed record RemarkText(string Element, string Text, bool ForMissing);
}
