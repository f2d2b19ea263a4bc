using CampaignTracker.Domain;
using CampaignTracker.UseCases.GoverningDocuments;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.GoverningDocuments;

/// <summary>How a document is called: kind, number, date. Never by a shortened title.</summary>
public static class DocumentName
{
    /// <summary>"Directive No. 05-CT/TW", or what it is called while its number is unknown.</summary>
    public static string Of(ViewDocuments.Row row) => row.Symbol is null ? row.DisplayName ?? row.Code : DocumentText.Named.With(Wording.Of(row.Kind), row.Symbol);

    /// <summary>The same with its date, where known.</summary>
    public static string WithDate(ViewDocuments.Row row) => row.IssuedOn is { } on ? DocumentText.NamedAndDated.With(Of(row), Wording.Day(on)) : Of(row);

    /// <summary>Those with something in number, title, issuer or date; all where nothing is looked for.</summary>
    public static IReadOnlyList<ViewDocuments.Row> Found(IReadOnlyList<ViewDocuments.Row> rows, string? search) => SearchKey.Fold(search) is { Length: > 0 } key
        ? [.. rows.Where(row => SearchKey.Fold($"{Of(row)} {row.Title} {row.Issuer} {row.IssuedOn:dd/MM/yyyy}").Contains(key, StringComparison.Ordinal))]
        : rows;

    /// <summary>The line of documents that led to those followed now: all but plans and guidance, up to the last one followed.</summary>
    public static IReadOnlyList<ViewDocuments.Row> MainLine(IReadOnlyList<ViewDocuments.Row> rows)
    {
        var last = rows.Select((row, i) => (row, i)).LastOrDefault(x => x.row.Followed).i;
        return [.. rows.Take(last + 1).Where(row => row.Followed || row.Kind is not (Domain.GoverningDocuments.DocumentKind.Plan or Domain.GoverningDocuments.DocumentKind.Guidance))];
    }
}
