using System.Globalization;
using CampaignTracker.Domain;
using CampaignTracker.Domain.People;
using CampaignTracker.Reports.Excel;
using Text = CampaignTracker.Reports.People.ParticipantFileText;

namespace CampaignTracker.Reports.People;

/// <summary>The form in which a unit sends its participants: filled with those already there, choices in the cells, a short guide beside it. In the reader's language.</summary>
public static class ParticipantTemplate
{
    private const int BlankRows = 40;

    /// <summary>Writes the form. The output stays open.</summary>
    public static Task WriteAsync(ParticipantList list, Stream output, CancellationToken ct)
    {
        string[] yesNo = [Text.Yes, Text.No];
        var sheet = new ListSheet<ListedParticipant?>(Text.ListTab,
        [
            new(Word(ParticipantColumn.Name), 30, Look.Text, person => person?.Name) { Prompt = Text.NamePrompt },
            new(Word(ParticipantColumn.Kind), 22, Look.Text, person => person is null ? null : Wording.Of(person.Kind)) { Choices = [.. Enum.GetValues<ParticipantKind>().Select(kind => Wording.Of(kind))] },
            new(Word(ParticipantColumn.PostTitle), 26, Look.Text, person => person?.PostTitle),
            new(Word(ParticipantColumn.UnitHead), 13, Look.Text, person => person is { UnitHead: true } ? Text.Yes : null) { Choices = yesNo },
            new(Word(ParticipantColumn.From), 14, Look.Date, person => person?.From) { Prompt = Text.DayPrompt },
            new(Word(ParticipantColumn.Exempt), 19, Look.Text, person => person?.ExemptSince is null ? null : Text.Yes) { Choices = yesNo },
            new(Word(ParticipantColumn.ExemptFrom), 14, Look.Date, person => person?.ExemptSince) { Prompt = Text.DayPrompt },
        ], Rows(list))
        {
            Headings = [new(Look.ListTitle, Say(Text.TemplateTitle, list.UnitName, list.UnitCode)), new(Look.Body, Text.TemplateHint), .. Demo(list)],
            WithFilter = false,
            FillTo = ParticipantFile.MostPeople,
            Landscape = true,
            FrozenColumns = 1,
            PageHeader = list.Demo ? Text.Demo : null,
            PageWord = Text.Page,
        };
        var guide = new PageSheet(Text.GuideTab, [100], () => [[new(Look.Section, Text.GuideTitle)], .. Text.GuideLines.Split('\n').Select(line => new[] { new Cell(Look.Body, line.Trim()) })]) { PageWord = Text.Page };
        return WorkbookFile.WriteAsync(Say(Text.TemplateTitle, list.UnitName, list.UnitCode), [sheet, guide], output, ct);
    }

    internal static IEnumerable<Cell> Demo(ParticipantList list) => list.Demo ? [new Cell(Look.Notice, Text.Demo)] : [];

    internal static string Word(ParticipantColumn column) => Wording.Of(column);

    internal static string Say(string sentence, params object[] facts) => string.Format(CultureInfo.CurrentUICulture, sentence, facts);

    private static async IAsyncEnumerable<ListedParticipant?> Rows(ParticipantList list)
    {
        foreach (var person in list.People) yield return person;
        for (var i = 0; i < BlankRows; i++) yield return null;
        await Task.CompletedTask;
    }
}
