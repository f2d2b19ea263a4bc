namespace CampaignTracker.Domain.Papers;

/// <summary>Why an uploaded file cannot be read as a workbook at all. Each has a sentence in <c>Words.resx</c> that names the way out.</summary>
public enum WorkbookFault
{
    /// <summary>No byte in it.</summary>
    Empty,
    /// <summary>The old .xls, or a workbook behind a password: both begin with the same eight bytes.</summary>
    OldOrLocked,
    /// <summary>A spreadsheet of another kind: .ods, .xlsb.</summary>
    OtherSpreadsheet,
    /// <summary>A web page or XML text whose name says Excel.</summary>
    WebPage,
    /// <summary>Plain text such as .csv whose name says Excel.</summary>
    PlainText,
    /// <summary>Anything else: a picture, a PDF, a Word document, an archive.</summary>
    NotAWorkbook,
    /// <summary>It carries macros.</summary>
    Macro,
    /// <summary>It unpacks to far more than its size: made so, or broken.</summary>
    Bomb,
    /// <summary>It names contents outside itself (a document type, an entity).</summary>
    OutsideContent,
    /// <summary>Cut off or broken inside.</summary>
    Damaged,
    /// <summary>No visible sheet.</summary>
    NoSheet,
    /// <summary>No row of column headings with the person's name.</summary>
    NoHeader,
}

/// <summary>What an uploaded workbook can have too much of.</summary>
public enum WorkbookMeasure
{
    /// <summary>Size of the file, in megabytes.</summary>
    Megabytes,
    /// <summary>Size of its unpacked contents, in megabytes.</summary>
    UnpackedMegabytes,
    /// <summary>Parts packed in the file.</summary>
    Parts,
    /// <summary>Rows that hold something.</summary>
    Rows,
    /// <summary>Columns.</summary>
    Columns,
    /// <summary>Cells that hold something.</summary>
    Cells,
    /// <summary>Characters of one cell.</summary>
    CellCharacters,
    /// <summary>Characters of all its texts.</summary>
    TextCharacters,
    /// <summary>Merged areas, hidden columns, styles.</summary>
    Formats,
}
