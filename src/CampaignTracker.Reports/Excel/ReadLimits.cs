namespace CampaignTracker.Reports.Excel;

/// <summary>How much an uploaded workbook may hold before reading stops. Nothing is built before it is counted.</summary>
/// <param name="Rows">Rows that hold something.</param>
public sealed record ReadLimits(int Rows)
{
    /// <summary>Size of the uploaded file: 32 MB.</summary>
    public const long FileBytes = 32L << 20;
    /// <summary>Size of everything unpacked from it: 512 MB.</summary>
    public const long UnpackedBytes = 512L << 20;
    /// <summary>Parts packed in it.</summary>
    public const int Parts = 2_000;
    /// <summary>A part larger than <see cref="SuspiciousBytes"/> may unpack to this many times its size; a million honest rows unpack eleven times.</summary>
    public const long Ratio = 200, SuspiciousBytes = 16L << 20;
    /// <summary>Columns from A on.</summary>
    public const int Columns = 200;
    /// <summary>Cells that hold something.</summary>
    public const long Cells = 4_000_000;
    /// <summary>Characters of one cell: Excel's own limit.</summary>
    public const int CellCharacters = 32_767;
    /// <summary>Texts kept once for all cells, and their characters together.</summary>
    public const int SharedTexts = 500_000, SharedCharacters = 16_000_000;
    /// <summary>Merged areas, ranges of hidden columns, cell styles: each.</summary>
    public const int Formats = 70_000;
    /// <summary>Sheets looked at.</summary>
    public const int Sheets = 50;
    /// <summary>Bytes of XML without a tag between them: the longest cell fits several times.</summary>
    public const int BytesWithoutTag = 1 << 20;
    /// <summary>Different names of elements and attributes: a workbook has some hundreds.</summary>
    public const int Names = 20_000;
}
