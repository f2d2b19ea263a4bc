namespace CampaignTracker.Domain.Papers;

/// <summary>Kinds of file accepted, told by their content (<see cref="FileSignature"/>).</summary>
public enum FileKind
{
    /// <summary>application/pdf.</summary>
    Pdf,
    /// <summary>image/jpeg.</summary>
    Jpeg,
    /// <summary>image/png.</summary>
    Png,
    /// <summary>A text document (OOXML) without macros.</summary>
    Docx,
    /// <summary>A workbook (OOXML) without macros.</summary>
    Xlsx,
    /// <summary>A presentation (OOXML) without macros.</summary>
    Pptx,
}

/// <summary>What follows from a kind. Nothing about a file is ever guessed from its name.</summary>
public static class FileKinds
{
    /// <summary>What a scan of a signed page may be.</summary>
    public static readonly IReadOnlyList<FileKind> OfScans = [FileKind.Pdf, FileKind.Jpeg, FileKind.Png];

    /// <summary>What evidence may be.</summary>
    public static readonly IReadOnlyList<FileKind> OfEvidence = [.. Enum.GetValues<FileKind>()];

    /// <summary>True for what a browser draws as a picture.</summary>
    public static bool IsPicture(this FileKind kind) => kind is FileKind.Jpeg or FileKind.Png;

    /// <summary>True for what a browser shows by itself; the rest is only handed over to be saved.</summary>
    public static bool ShownInBrowser(this FileKind kind) => kind is FileKind.Pdf or FileKind.Jpeg or FileKind.Png;

    /// <summary>The endings a name of this kind may have; the first is given to a name that has none of them.</summary>
    public static IReadOnlyList<string> Endings(this FileKind kind) => kind switch
    {
        FileKind.Pdf => [".pdf"],
        FileKind.Jpeg => [".jpg", ".jpeg"],
        FileKind.Png => [".png"],
        FileKind.Docx => [".docx"],
        FileKind.Xlsx => [".xlsx"],
        _ => [".pptx"],
    };

    /// <summary>The content type it is served with.</summary>
    public static string ContentType(this FileKind kind) => kind switch
    {
        FileKind.Pdf => "application/pdf",
        FileKind.Jpeg => "image/jpeg",
        FileKind.Png => "image/png",
        FileKind.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        FileKind.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    };
}
