using System.IO.Compression;
using System.Text;

namespace CampaignTracker.TestKit;

/// <summary>Office files as small as they may be, whole or with something wrong. Knows nothing of the program.</summary>
public static class OfficeFile
{
    public const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        PowerPoint = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml";

    public const string Relationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";

    public static byte[] Docx(string text = "") => Package("word/document.xml", Word, text);
    public static byte[] Xlsx() => Package("xl/workbook.xml", Excel);
    public static byte[] Pptx() => Package("ppt/presentation.xml", PowerPoint);

    /// <summary>A package whose main part is named by content type and relationship; with more parts and more types where a test wants them.</summary>
    public static byte[] Package(string part, string type, string text = "", string moreTypes = "", bool byEnding = false, string? relationships = null, params string[] moreParts)
    {
        var main = byEnding ? $"""<Default Extension="xml" ContentType="{type}"/>""" : $"""<Default Extension="xml" ContentType="application/xml"/><Override PartName="/{part}" ContentType="{type}"/>""";
        return Zip([
            ("[Content_Types].xml", $"""<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{main}{moreTypes}</Types>"""),
            ("_rels/.rels", relationships ?? $"""<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Relationship}" Target="{part}"/></Relationships>"""),
            (part, $"<x>{text}</x>"), .. moreParts.Select(more => (more, "x"))]);
    }

    public static byte[] Zip(IEnumerable<(string Name, string Text)> parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        return bytes.ToArray();
    }

    /// <summary>The old container, as .doc files and files with a password have it.</summary>
    public static byte[] Old(string stream) => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[70_000], .. Encoding.Unicode.GetBytes(stream), .. new byte[500]];
}
