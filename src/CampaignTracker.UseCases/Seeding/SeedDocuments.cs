using CampaignTracker.Domain;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.People;

namespace CampaignTracker.UseCases.Seeding;

/// <summary>The documents of the seed folder with their links and requirements.</summary>
internal static class SeedDocuments
{
    public static (List<GoverningDocument>, List<Requirement>) Read(SeedFiles files, HashSet<string> kinds)
    {
        var rows = files.Documents.Select(file => (Code: Path.GetFileNameWithoutExtension(file), Row: SeedObject.Read(file, files.Read(file)))).ToList();
        var bySymbol = new Dictionary<string, Guid>();
        foreach (var (code, row) in rows)
            if (row.Text("symbol") is { } symbol && !bySymbol.TryAdd(symbol, IdOf(code))) throw row.Problem("symbol", $"\"{symbol}\" stands in another file too.", "One file is one document: correct or delete one.");

        var requirementCodes = rows.SelectMany(r => r.Row.Objects("requirements")).Select(r => r.Need("code")).ToHashSet();
        var (seen, documents, requirements) = (new HashSet<string>(), new List<GoverningDocument>(), new List<Requirement>());
        foreach (var (code, row) in rows)
        {
            var document = Document(code, row, bySymbol);
            documents.Add(document);
            var kept = document.SourceFile is { } source && files.Exists(source) ? files.Read(source) : null;
            if (document.SourceFile is { } named && (kept is null || !named.StartsWith("sources/", StringComparison.Ordinal) || named.Contains(".."))) throw row.Problem("source.file", $"\"{named}\" is not in the seed folder.", "Add the text, or write null.");
            var order = 0;
            foreach (var requirement in row.Objects("requirements")) requirements.Add(Requirement(document.Id, ++order, requirement, kept, kinds, requirementCodes, seen));
        }
        return (documents, requirements);
    }

    public static Guid IdOf(string code) => DerivedId.Of("document", code);

    public static Guid RequirementId(string code) => DerivedId.Of("requirement", code);

    private static GoverningDocument Document(string code, SeedObject row, Dictionary<string, Guid> bySymbol)
    {
        var (symbol, displayName) = (row.Text("symbol"), row.Text("displayName"));
        if (symbol is null && displayName is null) throw row.Problem("symbol", "neither symbol nor displayName is given.", "Give one of them.");
        var (from, to) = (row.DayOrNone("inForceFrom"), row.DayOrNone("inForceTo"));
        if (to < from) throw row.Problem("inForceTo", "the document ends before it starts.", "Correct one of the dates.");
        var source = row.Object("source");
        var document = new GoverningDocument(IdOf(code), code, symbol, displayName, row.Choice<DocumentKind>("kind"), row.DayOrNone("issuedOn"), row.Text("issuer"), row.Text("title"),
            from, to, row.Flag("followed"), row.Number("order"), row.Choice<Confidence>("confidence"), source.Text("address"), source.Text("file"));
        foreach (var link in row.Objects("links"))
        {
            var target = link.Need("to");
            if (!bySymbol.TryGetValue(target, out var toId)) throw link.Problem("to", $"no document has the symbol \"{target}\".", "Correct it, or add that document's file.");
            document.Relate(Actor.System, link.Choice<DocumentRelation>("relation"), toId);
        }
        if (document.Links.Select(l => l.Id).Distinct().Count() != document.Links.Count) throw row.Problem("links", "the same link stands here twice.", "Delete one.");
        return document;
    }

    private static Requirement Requirement(Guid documentId, int order, SeedObject row, string? keptSource, HashSet<string> kinds, HashSet<string> codes, HashSet<string> seen)
    {
        var code = SeedContent.Once(row, "code", seen);
        var text = row.Text("text");
        if (text is not null && keptSource?.Contains(text, StringComparison.Ordinal) != true)
            throw row.Problem("text", "the quotation does not stand in the document's source file.", "Quote literally, or write null and a summary.");
        var deadlines = new List<DeadlineRule>();
        foreach (var rule in row.Objects("deadlines")) deadlines.Add(Deadline(code, deadlines.Count + 1, rule, kinds));
        if (deadlines.SelectMany(d => d.UnitKinds).GroupBy(kind => kind).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw row.Problem("deadlines", $"two rules date the kind \"{twice.Key}\".", "Keep one.");
        return new Requirement(RequirementId(code), documentId, code, row.Need("number"), text, row.Need("summary"), row.Choice<RequirementKind>("kind"), KindsOf(row, kinds),
            row.Choice<Frequency>("frequency"), row.Choice<ClosingMode>("closingMode"), row.Choice<Confidence>("confidence"), row.Text("source"),
            row.Text("derivedFrom") is null ? null : RequirementId(SeedContent.Known(row, "derivedFrom", codes, "a requirement in documents/*.json")), order, deadlines);
    }

    private static DeadlineRule Deadline(string code, int number, SeedObject row, HashSet<string> kinds)
    {
        var after = row.Need("rule") switch
        {
            "fixed" => false,
            "after-superior-plan" => true,
            var other => throw row.Problem("rule", $"unknown word \"{other}\".", "Use fixed or after-superior-plan."),
        };
        var (month, day) = after ? (row.Number("fallbackMonth", 1, 12), row.Number("fallbackDay", 1, 31)) : (row.Number("month", 1, 12), row.Number("day", 1, 31));
        int? workingDays = after ? row.Number("workingDays", 1, 250) : null;
        var unitKinds = KindsOf(row, kinds);
        return new DeadlineRule(unitKinds, month, day, workingDays, DerivedId.Of("deadline", $"{code}:{number}:{string.Join(',', unitKinds)}:{month}:{day}:{workingDays}"));
    }

    private static IReadOnlyList<string> KindsOf(SeedObject row, HashSet<string> kinds)
    {
        var codes = row.Texts("unitKinds");
        if (codes.FirstOrDefault(kind => !kinds.Contains(kind)) is { } unknown) throw row.Problem("unitKinds", $"unknown kind \"{unknown}\".", "Use codes of units/kinds.csv.");
        return codes;
    }
}
