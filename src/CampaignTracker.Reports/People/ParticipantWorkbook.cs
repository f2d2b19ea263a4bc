using CampaignTracker.Domain;
using CampaignTracker.Domain.People;
using CampaignTracker.Reports.Excel;
using Text = CampaignTracker.Reports.People.ParticipantFileText;

namespace CampaignTracker.Reports.People;

/// <summary>The list of a unit's participants as a workbook, in the reader's language.</summary>
public static class ParticipantWorkbook
{
    /// <summary>Writes the list. The output stays open.</summary>
    public static Task WriteAsync(ParticipantList list, Stream output, CancellationToken ct)
    {
        var title = ParticipantTemplate.Say(Text.ListTitle, list.UnitName, list.UnitCode);
        var asOf = ParticipantTemplate.Say(Text.AsOf, Wording.Day(list.AsOf), list.People.Count);
        return WorkbookFile.WriteAsync(title,
        [
            new ListSheet<(int Number, ListedParticipant Person)>(Text.ListTab,
            [
                new(Text.Number, 6, Look.Number, row => row.Number),
                new(ParticipantTemplate.Word(ParticipantColumn.Name), 30, Look.Text, row => row.Person.Name),
                new(ParticipantTemplate.Word(ParticipantColumn.Kind), 20, Look.Text, row => Wording.Of(row.Person.Kind)),
                new(ParticipantTemplate.Word(ParticipantColumn.PostTitle), 26, Look.Text, row => row.Person.PostTitle),
                new(ParticipantTemplate.Word(ParticipantColumn.UnitHead), 13, Look.Text, row => row.Person.UnitHead ? Text.Yes : null),
                new(ParticipantTemplate.Word(ParticipantColumn.From), 13, Look.Date, row => row.Person.From),
                new(ParticipantTemplate.Word(ParticipantColumn.ExemptFrom), 13, Look.Date, row => row.Person.ExemptSince),
                new(Text.LastDay, 13, Look.Date, row => row.Person.To),
                new(Text.WhyLeft, 20, Look.Text, row => row.Person.Left is { } left ? Wording.Of(left) : null),
            ], Rows(list))
            {
                Headings = [new(Look.ListTitle, title), new(Look.Body, asOf), .. ParticipantTemplate.Demo(list)],
                Landscape = true,
                FrozenColumns = 2,
                EmptyText = Text.NoPeople,
                PageHeader = list.Demo ? Text.Demo : null,
                PageFooter = asOf,
                PageWord = Text.Page,
            },
        ], output, ct);
    }

    private static async IAsyncEnumerable<(int, ListedParticipant)> Rows(ParticipantList list)
    {
        foreach (var (i, person) in list.People.Index()) yield return (i + 1, person);
        await Task.CompletedTask;
    }
}
