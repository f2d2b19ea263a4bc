using System.Text;
using CampaignTracker.Domain.Commitments.Papers;
using CampaignTracker.Reports.Commitments;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CampaignTracker.Reports.Tests.Commitments;

/// <summary>A written paper, read back.</summary>
internal sealed class Written
{
    private Written(byte[] bytes)
    {
        Bytes = bytes;
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), false);
        var main = document.MainDocumentPart!;
        Lines = [.. main.Document.Body!.Descendants<Paragraph>().Select(Said)];
        Footers = [.. main.FooterParts.Select(part => part.Footer.InnerText)];
        Headers = [.. main.HeaderParts.Select(part => part.Header.InnerText)];
        Sections = [.. main.Document.Body!.Descendants<SectionProperties>().Select(section => (SectionProperties)section.CloneNode(true))];
        Body = (Body)main.Document.Body!.CloneNode(true);
    }

    public byte[] Bytes { get; }
    /// <summary>What the validator finds; asked only where it matters, for it is slow.</summary>
    public IReadOnlyList<string> Problems
    {
        get
        {
            using var document = WordprocessingDocument.Open(new MemoryStream(Bytes), false);
            return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")];
        }
    }

    public IReadOnlyList<string> Lines { get; }
    public IReadOnlyList<string> Footers { get; }
    public IReadOnlyList<string> Headers { get; }
    public IReadOnlyList<SectionProperties> Sections { get; }
    public Body Body { get; }
    public string All => string.Join("\n", Lines);

    public static async Task<Written> OfAsync(Func<Stream, Task> write)
    {
        using var output = new MemoryStream();
        await write(output);
        return new Written(output.ToArray());
    }

    public static Task<Written> RegistrationAsync(params IReadOnlyList<PersonalPaper> papers) => OfAsync(output => RegistrationPaper.WriteAsync(papers, output, default));
    public static Task<Written> SelfTrainingAsync(params IReadOnlyList<PersonalPaper> papers) => OfAsync(output => SelfTrainingPaper.WriteAsync(papers, output, default));
    public static Task<Written> PlanAsync(params IReadOnlyList<PersonalPaper> papers) => OfAsync(output => PersonalPlanPaper.WriteAsync(papers, output, default));
    public static Task<Written> RegisterAsync(RegisterSheet register) => OfAsync(output => RegisterPaper.WriteAsync(register, output, default));
    public static Task<Written> ResultsAsync(params IReadOnlyList<MemberResult> results) => OfAsync(output => MemberResultPaper.WriteAsync(results, output, default));
    public static Task<Written> CellAsync(params IReadOnlyList<CellResult> results) => OfAsync(output => CellResultPaper.WriteAsync(results, output, default));
    public static Task<Written> InspectionAsync(UnitDossier dossier) => OfAsync(output => InspectionBundle.WriteAsync(dossier, output, default));
    public static Task<Written> HandoverAsync(UnitDossier dossier) => OfAsync(output => HandoverBundle.WriteAsync(dossier, output, default));

    /// <summary>Every paper there is, in every look.</summary>
    public static async Task<IReadOnlyList<(string Name, Written Paper)>> EveryPaperAsync(bool demo = true)
    {
        var state = Sample.Head(Domain.Papers.PaperRule.State, demo);
        var head = Sample.Head(demo: demo);
        return
        [
            ("registration", await RegistrationAsync(Sample.Paper(head))), ("registration-blank", await RegistrationAsync(Sample.Paper(Sample.Head(demo: demo, dated: false), blank: true))),
            ("registration-state", await RegistrationAsync(Sample.Paper(state, Sample.Person(kind: Domain.People.ParticipantKind.CivilServant), Sample.Term, new(ConfirmingBody.Office, null, null, null)))),
            ("self-training", await SelfTrainingAsync(Sample.Paper(head))), ("self-training-blank", await SelfTrainingAsync(Sample.Paper(Sample.Head(demo: demo, dated: false), blank: true))),
            ("plan", await PlanAsync(Sample.Paper(head, period: Sample.Term))), ("unit", await SelfTrainingAsync([.. Enumerable.Range(1, 3).Select(n => Sample.Paper(head, Sample.Person($"Người Thứ {n}")))])),
            ("register", await RegisterAsync(Sample.Register(head))), ("register-state", await RegisterAsync(Sample.Register(state) with { Symbol = "", ShortName = "Ủy ban nhân dân" })), ("register-empty", await RegisterAsync(Sample.Register(head, 0))),
            ("results", await ResultsAsync([.. Enumerable.Range(1, 5).Select(n => Sample.Result($"Người Thứ {n}", n, n == 2 ? "Hoàn thành cơ bản các việc đã cam kết." : null, demo))])),
            ("cell", await CellAsync(Sample.Cell(demo), Sample.Cell(demo))),
            ("inspection", await InspectionAsync(Sample.Dossier(Sample.Head(demo: demo, dated: false)))), ("handover", await HandoverAsync(Sample.Dossier(Sample.Head(demo: demo, dated: false)))),
        ];
    }

    private static string Said(Paragraph paragraph)
    {
        var said = new StringBuilder();
        foreach (var element in paragraph.Descendants())
            said.Append(element switch { Text text => text.Text, Break => "\n", TabChar => "\t", _ => "" });
        return said.ToString();
    }
}
