using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CampaignTracker.Reports.Word;

/// <summary>Turns lines into the elements of a Word file.</summary>
internal static class WordText
{
    public const string Font = "Times New Roman";

    /// <summary>Twentieths of a point.</summary>
    public static int Twips(double millimetres) => (int)Math.Round(millimetres * 1440 / 25.4);

    public static Paragraph Paragraph(Line line, double width)
    {
        // The order of these is the schema's.
        var look = new ParagraphProperties();
        if (line.Level > 0) look.Append(new ParagraphStyleId { Val = "Heading" + line.Level });
        if (line.WithNext) look.Append(new KeepNext());
        if (line.RuleTenths > 0) look.Append(new ParagraphBorders(new TopBorder { Val = BorderValues.Single, Size = 6, Space = 1 }));
        if (line.Dotted) look.Append(new Tabs(new TabStop { Val = TabStopValues.Right, Leader = TabStopLeaderCharValues.Dot, Position = Twips(width) }));
        look.Append(new SpacingBetweenLines
        {
            Before = Points(line.Before),
            After = Points(line.After),
            Line = line.Spacing is { } exact ? Points(exact) : "240",
            LineRule = line.Spacing is null ? LineSpacingRuleValues.Auto : LineSpacingRuleValues.Exact,
        });
        if (line.RuleTenths > 0)
        {
            var side = Twips(width * (10 - line.RuleTenths) / 20).ToString();
            look.Append(new Indentation { Left = side, Right = side });
        }
        else if (line.Indent > 0) look.Append(new Indentation { FirstLine = Twips(line.Indent).ToString() });
        look.Append(new Justification
        {
            Val = line.Place switch { Place.Left => JustificationValues.Left, Place.Centre => JustificationValues.Center, Place.Right => JustificationValues.Right, _ => JustificationValues.Both },
        });
        var paragraph = new Paragraph(look);
        foreach (var piece in line.Pieces) paragraph.Append(Run(piece, line.Size));
        if (line.Dotted) paragraph.Append(new Run(Look(new Piece(""), line.Size), new TabChar()));
        return paragraph;
    }

    public static Run Run(Piece piece, double size)
    {
        var run = new Run(Look(piece, size));
        foreach (var (i, part) in Clean(piece.Text).Split('\n').Index())
        {
            if (i > 0) run.Append(new Break());
            run.Append(new Text(part) { Space = SpaceProcessingModeValues.Preserve });
        }
        return run;
    }

    /// <summary>The number of the page, counted by Word.</summary>
    public static Paragraph PageNumber(double size)
    {
        Run Part(OpenXmlElement content) => new(Look(new Piece(""), size), content);
        return new Paragraph(new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
            Part(new FieldChar { FieldCharType = FieldCharValues.Begin }), Part(new FieldCode(" PAGE ") { Space = SpaceProcessingModeValues.Preserve }),
            Part(new FieldChar { FieldCharType = FieldCharValues.Separate }), Part(new Text("2")), Part(new FieldChar { FieldCharType = FieldCharValues.End }));
    }

    // Only what XML can hold; composed letters; one kind of line end; a tab of the writer's would jump to the dotted edge.
    private static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n").EnumerateRunes())
            kept.Append(rune.Value switch
            {
                '\r' or '\u2028' or '\u2029' or '\v' or '\f' => "\n",
                '\t' => " ",
                '\n' => "\n",
                < ' ' or (>= 0x7F and <= 0x9F) or 0xFFFD or 0xFFFE or 0xFFFF => "",
                _ => rune.ToString(),
            });
        return kept.ToString().Normalize(NormalizationForm.FormC);
    }

    private static RunProperties Look(Piece piece, double size)
    {
        var look = new RunProperties();
        if (piece.Bold) look.Append(new Bold());
        if (piece.Italic) look.Append(new Italic());
        if (size != 14) look.Append(new FontSize { Val = Half(size) }, new FontSizeComplexScript { Val = Half(size) });
        if (piece.Underlined) look.Append(new Underline { Val = UnderlineValues.Single });
        return look;
    }

    private static string Half(double points) => ((int)Math.Round(points * 2)).ToString();

    private static string Points(double points) => ((int)Math.Round(points * 20)).ToString();
}
