using CampaignTracker.Domain;
using CampaignTracker.Domain.Compliance;
using CampaignTracker.Reports.Excel;
using Text = CampaignTracker.Reports.Compliance.ComplianceWorkbookText;

namespace CampaignTracker.Reports.Compliance;

/// <summary>What each column means and how it is worked out; what each requirement is and how sure that is.</summary>
internal static class DefinitionsSheet
{
    public static PageSheet Of(ComplianceReport report) =>
        new(Text.DefinitionsTab, [26, 18, 40, 30, 34, 20], () => Lines(report))
        {
            Landscape = true,
            PageHeader = ComplianceWorkbook.Notice(report),
            PageFooter = ComplianceWorkbook.AsOf(report),
            PageWord = Text.Page,
        };

    private static IEnumerable<Cell[]> Lines(ComplianceReport report)
    {
        foreach (var heading in ComplianceWorkbook.Headings(report, Text.DefinitionsTitle)) yield return [heading with { Span = 6 }];
        yield return [];
        yield return [new(Look.Header, Text.Term), new(Look.Header, Text.Meaning, Span: 3), new(Look.Header, Text.ComesFrom, Span: 2)];
        foreach (var (term, meaning, from) in Terms(report)) yield return [new(Look.Text, term), new(Look.Text, meaning, Span: 3), new(Look.Text, from, Span: 2)];
        yield return [];
        yield return [new(Look.Section, Text.Requirements, Span: 6)];
        yield return [new(Look.Header, Text.Requirement), new(Look.Header, Text.Kind), new(Look.Header, Text.Summary), new(Look.Header, Text.Document), new(Look.Header, Text.Source), new(Look.Header, Text.Confidence)];
        foreach (var requirement in report.Requirements)
            yield return
            [
                new(Look.Text, requirement.Number), new(Look.Text, Wording.Of(requirement.Kind)), new(Look.Text, requirement.Summary),
                new(Look.Text, requirement.DocumentName), new(Look.Text, requirement.Source ?? Text.NoSource), new(Look.Text, Wording.Of(requirement.Confidence)),
            ];
        if (report.Requirements.Count == 0) yield return [new(Look.Text, Text.NoRequirements, Span: 6)];
    }

    private static IEnumerable<(string Term, string Meaning, string From)> Figures<T>(IReadOnlyList<Figure<T>> figures, string from) =>
        figures.Select(figure => (figure.Title, figure.Meaning, from))
            .Concat(figures.Where(figure => figure.Share is not null).Select(figure => (figure.Share!.Value.Title, ComplianceWorkbook.Say(Text.ShareMeaning, figure.Title, figure.Share!.Value.Whole.Title), Text.FromTwoColumns)));

    private static IEnumerable<(string Term, string Meaning, string From)> Terms(ComplianceReport report)
    {
        foreach (var measure in Measure.All()) yield return (measure.Title, measure.Meaning, Text.FromData);
        foreach (var measure in Measure.All().Where(measure => measure.RateTitle is not null))
            yield return (measure.RateTitle!, ComplianceWorkbook.Say(Text.RateMeaning, measure.Title, Measure.Expected.Title), Text.FromTwoColumns);
        yield return (Text.RequirementRate, Text.RequirementRateMeaning, Text.FromData);
        if (report.Trend.Count > 0)
        {
            yield return (Text.WeekEnd, Text.WeekEndMeaning, Text.FromLedger);
            yield return (Text.SentInWeek, ComplianceWorkbook.Say(Text.InWeekMeaning, Text.Sent), Text.FromTrend);
            yield return (Text.CompletedInWeek, ComplianceWorkbook.Say(Text.InWeekMeaning, Text.Completed), Text.FromTrend);
        }
        yield return (Text.DueOn, Text.DueOnMeaning, Text.FromDueDates);
        yield return (Text.FirstSentOn, Text.FirstSentOnMeaning, Text.FromSendings);
        yield return (Text.SupplementDueOn, Text.SupplementDueOnMeaning, Text.FromOpinions);
        yield return (Text.CompletedOn, Text.CompletedOnMeaning, Text.FromOpinions);
        yield return (Text.CompletionMode, Text.CompletionModeMeaning, Text.FromOpinions);
        yield return (Text.ExcusedOn, Text.ExcusedOnMeaning, Text.FromExclusions);
        yield return (Text.Standing, Text.StandingMeaning, Text.FromData);
        yield return (Text.LineNumber, Text.LineNumberMeaning, Text.FromSummary);
        yield return (Text.RequirementNumber, Text.RequirementNumberMeaning, Text.FromRequirements);
        foreach (var term in Figures(CommitmentSheets.Figures(), Text.FromRegisters).Concat(Figures(ProgressSheets.Figures(), Text.FromPlans)).DistinctBy(figure => figure.Term)) yield return term;
        yield return (Text.AdoptedOn, Text.AdoptedOnMeaning, Text.FromRegisters);
        yield return (Text.ScopeNumber, Text.ScopeNumberMeaning, Text.FromRegisters);
        yield return (Text.TimeZone, Text.TimeZoneMeaning, Text.FromProgram);
    }
}
