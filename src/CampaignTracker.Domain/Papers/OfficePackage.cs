using System.IO.Compression;
using System.Xml;

namespace CampaignTracker.Domain.Papers;

/// <summary>
/// Tells the kind of an Office file (OOXML): a zip whose relationships name a main part of one of three content types.
/// Reads two small lists and unpacks nothing else.
/// </summary>
internal static class OfficePackage
{
    // The lists of real files have some ten kilobytes and some hundred parts.
    private const int MostParts = 10_000, MostBytes = 1 << 20;

    private const string Office = "application/vnd.openxmlformats-officedocument.";

    private static readonly Dictionary<string, FileKind> MainParts = new(StringComparer.OrdinalIgnoreCase)
    {
        [Office + "wordprocessingml.document.main+xml"] = FileKind.Docx,
        [Office + "spreadsheetml.sheet.main+xml"] = FileKind.Xlsx,
        [Office + "presentationml.presentation.main+xml"] = FileKind.Pptx,
    };

    // In content types: macroEnabled main parts, vbaProject, the macro sheets of old workbooks, ActiveX controls.
    private static readonly string[] Active = ["macro", "vbaProject", "activeX"];

    public static FileKind? Tell(Stream content, string name)
    {
        try
        {
            content.Position = 0;
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > MostParts || Entry(zip, "[Content_Types].xml") is not { } types) return null;
            var (defaults, overrides) = ContentTypes(types);
            if (defaults.Values.Concat(overrides.Values).Any(IsActive) || zip.Entries.Any(e => e.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase))) throw new Refusal(Because.FileWithMacros, "File", name);
            if (Entry(zip, "_rels/.rels") is not { } relationships || MainPart(relationships) is not { } part || Entry(zip, part) is null) return null;
            var type = overrides.GetValueOrDefault("/" + part) ?? defaults.GetValueOrDefault(Path.GetExtension(part).TrimStart('.'));
            return type is not null && MainParts.TryGetValue(type, out var kind) ? kind : null;
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or IOException or NotSupportedException or ArgumentException)
        {
            return null;
        }
    }

    private static bool IsActive(string text) => Active.Any(mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase));

    private static ZipArchiveEntry? Entry(ZipArchive zip, string name) => zip.Entries.FirstOrDefault(e => e.FullName.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static (Dictionary<string, string> Defaults, Dictionary<string, string> Overrides) ContentTypes(ZipArchiveEntry entry)
    {
        var defaults = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var overrides = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (element, attribute) in Elements(entry))
        {
            if (attribute("ContentType") is not { } type) continue;
            if (element == "Default" && attribute("Extension") is { } extension) defaults[extension] = type;
            if (element == "Override" && attribute("PartName") is { } part) overrides[part] = type;
        }
        return (defaults, overrides);
    }

    private static string? MainPart(ZipArchiveEntry entry)
    {
        foreach (var (element, attribute) in Elements(entry))
            if (element == "Relationship" && attribute("Type")?.EndsWith("/officeDocument", StringComparison.Ordinal) == true && attribute("TargetMode") != "External")
                return attribute("Target")?.TrimStart('/');
        return null;
    }

    private static IEnumerable<(string Name, Func<string, string?> Attribute)> Elements(ZipArchiveEntry entry)
    {
        // The length a zip states may lie: what is read is bounded, not what is stated.
        using var bytes = entry.Open();
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostBytes };
        using var reader = XmlReader.Create(bytes, settings);
        while (reader.Read())
            if (reader.NodeType == XmlNodeType.Element) yield return (reader.LocalName, reader.GetAttribute);
    }
}
