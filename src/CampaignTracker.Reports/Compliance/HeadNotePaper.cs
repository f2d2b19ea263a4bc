using CampaignTracker.Domain;
using CampaignTracker.Domain.Compliance;
using CampaignTracker.Reports.Commitments;
using CampaignTracker.Reports.Word;
using Text = CampaignTracker.Reports.Compliance.HeadNotePaperText;

namespace CampaignTracker.Reports.Compliance;

/// <summary>One page for a unit's head: figures, trend, good practice, units to be urged, what is asked for. In Vietnamese, as papers are.</summary>
public static class HeadNotePaper
{
    // As on the screens: completed in teal, sent in a darker blue that a printer keeps apart.
    private const string CompletedColour = "0E6457", SentColour = "3F79A8";

    /// <summary>Writes it. The output stays open.</summary>
    public static Task WriteAsync(HeadNote note, Stream output, CancellationToken ct) => PaperFile.WriteAsync(PaperParts.Say(Text.Title, note.Year), note.Demo, new PageLook(Top: 15, Bottom: 14, Left: 22, Right: 15), letter =>
    {
        letter.Add(PaperParts.Centred(PaperFile.Upper(PaperParts.Say(Text.Title, note.Year)), bold: true, size: 15) with { Level = 1 }, PaperParts.Centred(note.UnitName, bold: true, size: 13),
            PaperParts.Centred(PaperParts.Say(Text.AsOf, note.AsOf.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture), Wording.Day(DateOnly.FromDateTime(note.AsOf))), italic: true, size: 12) with { After = 6 });
        letter.Add(Heading(Text.Figures), Body(Figures(note.Total)));
        letter.Table([new(Text.Content, 62), new(Text.Expected, 20, Place.Right), new(Text.Sent, 30, Place.Right), new(Text.OnTime, 30, Place.Right), new(Text.Completed, 30, Place.Right)],
            note.Requirements.Select(row => Row(Named(note, row), row.Counts)), size: 11);
        if (note.Trend.Count > 1) letter.Chart(Chart(note.Trend), 60);
        letter.Add(Heading(Text.Good), Body(Good(note)));
        letter.Add(Heading(Text.ToUrge), Body(ToUrge(note)));
        letter.Add(Heading(Text.Asked));
        letter.Add(Asked(note).Select(Body));
    }, output, ct);

    private static string Figures(Counts total) => PaperParts.Say(Text.FiguresBody, Number(total.Expected), Number(total.Sent), Share(total, total.Sent), Number(total.OnTime), Share(total, total.OnTime), Number(total.Completed), Share(total, total.Completed),
        Number(total.Overdue), Number(total.SupplementAsked), Number(total.Excused));

    private static string[] Row(string name, Counts counts) =>
        [name, Number(counts.Expected), $"{Number(counts.Sent)} ({Share(counts, counts.Sent)})", $"{Number(counts.OnTime)} ({Share(counts, counts.OnTime)})", $"{Number(counts.Completed)} ({Share(counts, counts.Completed)})"];

    private static string Named(HeadNote note, HeadNote.Row row) => note.Requirements.Count(other => other.Kind == row.Kind) > 1 ? $"{Wording.Of(row.Kind)} ({row.Number})" : Wording.Of(row.Kind);

    private static LineChart Chart(IReadOnlyList<TrendWeek> weeks) => new(PaperParts.Say(Text.ChartSays, Wording.Day(weeks[0].EndsOn), Wording.Day(weeks[^1].EndsOn), Percent(weeks[^1].Rate(weeks[^1].Completed)), Percent(weeks[^1].Rate(weeks[^1].Sent))),
        [.. weeks.Select(week => week.EndsOn.ToString("dd/MM", System.Globalization.CultureInfo.InvariantCulture))],
        [new(Text.Completed, CompletedColour, [.. weeks.Select(week => week.Rate(week.Completed))]), new(Text.Sent, SentColour, [.. weeks.Select(week => week.Rate(week.Sent))])]);

    private static string Good(HeadNote note) => note.InTime is { Count: > 0 } units ? PaperParts.Say(Text.GoodUnits, units.Count, NamesOf(units.Take(HeadNote.Named).Select(u => u.Name), units.Count)) : Text.GoodNone;

    private static string ToUrge(HeadNote note) => note.Overdue == 0 ? Text.UrgeNone
        : PaperParts.Say(Text.UrgeUnits, note.Overdue, NamesOf(note.ToUrge.Select(u => PaperParts.Say(Text.UrgeOne, u.Name, Number(u.Counts.Overdue))), note.Overdue));

    private static IEnumerable<string> Asked(HeadNote note)
    {
        var asked = new List<string>();
        if (note.Overdue > 0) asked.Add(PaperParts.Say(Text.AskUrge, note.Overdue));
        if (note.Waiting > 0) asked.Add(PaperParts.Say(Text.AskOpinion, note.Waiting, Wording.Day(note.WaitingSince!.Value)));
        return asked.Count == 0 ? [Text.AskNone] : asked.Select((line, i) => $"{i + 1}. {line}");
    }

    private static string NamesOf(IEnumerable<string> names, int all)
    {
        var told = names.ToList();
        return string.Join("; ", told) + (all > told.Count ? PaperParts.Say(Text.AndMore, all - told.Count) : "");
    }

    private static string Share(Counts counts, int part) => Percent(counts.Rate(part));

    private static string Percent(double? share) => Wording.Percent(share);

    private static string Number(int number) => number.ToString("N0", System.Globalization.CultureInfo.CurrentCulture);

    private static Line Heading(string text) => new(text, bold: true) { Size = 13, Before = 4, After = 2, WithNext = true, Level = 2 };

    private static Line Body(string text) => new(text) { Size = 13, After = 3 };
}
