using System.Globalization;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Papers;
using CampaignTracker.UseCases.Evidence;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Evidence;

/// <summary>What is said about a file.</summary>
public static class EvidenceWords
{
    private const int Longest = 140;

    /// <summary>The kinds a file dialog offers. What is taken is told by content.</summary>
    public static readonly string Accept = string.Join(',', FileKinds.OfEvidence.SelectMany(kind => kind.Endings().Append(kind.ContentType())));

    /// <summary>"340 KB", "1,2 MB".</summary>
    public static string Size(long bytes) => bytes < 1 << 20 ? $"{Math.Max(1, (bytes + 512) >> 10)} KB" : string.Create(CultureInfo.CurrentCulture, $"{bytes / (double)(1 << 20):0.#} MB");

    /// <summary>Which item or line, of which plan or person.</summary>
    public static string Place(ViewEvidence.Place at)
    {
        var years = at.Year == at.ToYear ? at.Year.ToString(CultureInfo.InvariantCulture) : $"{at.Year}–{at.ToYear}";
        var text = at.Text.TrimEnd(' ', '.', ';');
        if (text.Length > Longest) text = string.Concat(text.AsSpan(0, text.LastIndexOf(' ', Longest) is > 0 and var end ? end : Longest), "…");
        return at.Of == EvidenceOf.PlanItem ? EvidenceText.AtItem.With(at.Ordinal, text, years, at.UnitName) : EvidenceText.AtLine.With(at.Person ?? "", years, at.Ordinal, text);
    }

    /// <summary>The page of the item or line, with its whole story.</summary>
    public static string Address(ViewEvidence.Place at) => $"/progress/{(at.Of == EvidenceOf.PlanItem ? "items" : "lines")}/{at.SubjectId}";

    /// <summary>The symbol of a kind that has no small picture.</summary>
    public static string Symbol(FileKind kind) => kind switch
    {
        FileKind.Pdf => "picture_as_pdf",
        FileKind.Xlsx => "table_chart",
        FileKind.Pptx => "slideshow",
        FileKind.Docx => "description",
        _ => "image",
    };
}
