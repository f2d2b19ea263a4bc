using System.Text.Json;

namespace CampaignTracker.UseCases.Seeding;

/// <summary>One object of a JSON file of seed-data.</summary>
internal sealed class SeedObject : SeedFields
{
    private readonly JsonElement element;
    private readonly string path;

    private SeedObject(string file, string path, JsonElement element)
    {
        File = file;
        this.path = path;
        this.element = element;
        if (element.ValueKind != JsonValueKind.Object) throw new SeedProblem(file, path.Length == 0 ? null : path, "an object { } is expected.", "See seed-data/README.md for the shape.");
    }

    public override string File { get; }

    public static SeedObject Read(string file, string content)
    {
        try
        {
            return new SeedObject(file, "", JsonDocument.Parse(content).RootElement);
        }
        catch (JsonException broken)
        {
            throw new SeedProblem(file, $"line {broken.Line()}", "the file is not valid JSON.", "Look for a missing comma, quote or bracket there.");
        }
    }

    public bool Has(string field) => element.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null;

    public SeedObject Object(string field) => new(File, At(field), Property(field));

    public IReadOnlyList<SeedObject> Objects(string field) => [.. List(field).Select((value, i) => new SeedObject(File, $"{At(field)}[{i + 1}]", value))];

    public IReadOnlyList<string> Texts(string field) =>
        [.. List(field).Select((value, i) => value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Problem($"{field}[{i + 1}]", "a text is expected.", "Put it in quotes."))];

    protected override string? Raw(string field) => Property(field) switch
    {
        { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False } plain => plain.GetRawText(),
        _ => throw Problem(field, "a plain value is expected.", "See seed-data/README.md for the shape."),
    };

    protected override string PlaceOf(string? field) => field is null ? (path.Length == 0 ? "the file" : path) : At(field);

    private JsonElement Property(string field) =>
        element.TryGetProperty(field, out var value) ? value : throw Problem(field, "the field is missing.", "Add it; null means not known.");

    private IEnumerable<JsonElement> List(string field)
    {
        var value = Property(field);
        return value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : throw Problem(field, "a list [ ] is expected.", "See seed-data/README.md for the shape.");
    }

    private string At(string field) => path.Length == 0 ? field : $"{path}.{field}";
}

internal static class JsonPlaces
{
    /// <summary>The line of a JSON error, counted from 1.</summary>
    public static long Line(this JsonException broken) => (broken.LineNumber ?? 0) + 1;
}
