using System.IO.Compression;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Papers;

namespace CampaignTracker.Reports.Excel;

/// <summary>The outside of an uploaded workbook: told by its first bytes, its parts counted and weighed before one is opened, no macro, no document type.</summary>
internal sealed class UntrustedZip : IDisposable
{
    private readonly ZipArchive zip;
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly UnpackedBudget budget = new();

    /// <summary>Looks at the file without unpacking it.</summary>
    /// <param name="file">Has to seek; stays open.</param>
    /// <exception cref="Refusal">WorkbookUnreadable, WorkbookTooMuch.</exception>
    public UntrustedZip(Stream file)
    {
        if (file.Length > ReadLimits.FileBytes) throw TooMuch(WorkbookMeasure.Megabytes, ReadLimits.FileBytes >> 20);
        Foreign.Refuse(file);
        if (Foreign.PartsOf(file) > ReadLimits.Parts) throw TooMuch(WorkbookMeasure.Parts, ReadLimits.Parts);
        try
        {
            zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            foreach (var part in zip.Entries) Weigh(part);
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or ArgumentException or NotSupportedException or OverflowException)
        {
            throw Unreadable(WorkbookFault.Damaged);
        }
        if (Has("mimetype") || Has("content.xml") || Has("xl/workbook.bin")) throw Unreadable(WorkbookFault.OtherSpreadsheet);
        if (parts.Keys.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || name.StartsWith("xl/macrosheets/", StringComparison.OrdinalIgnoreCase))) throw Unreadable(WorkbookFault.Macro);
        if (!Has("xl/workbook.xml")) throw Unreadable(WorkbookFault.NotAWorkbook);
    }

    /// <summary>True when the part is there.</summary>
    public bool Has(string part) => parts.ContainsKey(part);

    /// <summary>Opens a part as XML: no document type, no entity, nothing from outside.</summary>
    public PartReader Open(string part) => parts.TryGetValue(part, out var entry) ? new PartReader(new PartStream(entry.Open(), budget)) : throw Unreadable(WorkbookFault.Damaged);

    public void Dispose() => zip.Dispose();

    public static Refusal Unreadable(WorkbookFault fault) => new(Because.WorkbookUnreadable, "File", fault);

    public static Refusal TooMuch(WorkbookMeasure measure, long limit) => new(Because.WorkbookTooMuch, "File", measure, limit);

    private void Weigh(ZipArchiveEntry part)
    {
        if (part.Length > ReadLimits.SuspiciousBytes && part.Length / Math.Max(1, part.CompressedLength) > ReadLimits.Ratio) throw Unreadable(WorkbookFault.Bomb);
        if (!parts.TryAdd(part.FullName.Replace('\\', '/').TrimStart('/'), part)) throw Unreadable(WorkbookFault.Damaged);
    }
}
