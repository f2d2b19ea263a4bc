using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Charts;
using A = DocumentFormat.OpenXml.Drawing;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace CampaignTracker.Reports.Word;

/// <summary>A chart of shares over time that Word draws itself: sharp in print, with the figures in it for whoever cannot see it.</summary>
/// <param name="Says">What it shows, for those who hear the page.</param>
/// <param name="Labels">Under the points, oldest first.</param>
/// <param name="Lines">Two at most: the second is dashed.</param>
public sealed record LineChart(string Says, IReadOnlyList<string> Labels, IReadOnlyList<ChartLine> Lines)
{
    private const uint ToLabels = 1, ToShares = 2;

    // Twelve dates fit; more would run into each other.
    private const int MostLabels = 12;

    internal ChartSpace Draw()
    {
        var lines = new DocumentFormat.OpenXml.Drawing.Charts.LineChart(new Grouping { Val = GroupingValues.Standard }, new VaryColors { Val = false });
        foreach (var (i, line) in Lines.Index()) lines.Append(Series((uint)i, line));
        lines.Append(new ShowMarker { Val = true }, new AxisId { Val = ToLabels }, new AxisId { Val = ToShares });
        return new ChartSpace(new RoundedCorners { Val = false }, new Chart(new AutoTitleDeleted { Val = true },
            new PlotArea(new Layout(), lines,
                new CategoryAxis(new AxisId { Val = ToLabels }, new Scaling(new Orientation { Val = OrientationValues.MinMax }), new Delete { Val = false }, new AxisPosition { Val = AxisPositionValues.Bottom },
                    new TickLabelPosition { Val = TickLabelPositionValues.NextTo }, Small(), new CrossingAxis { Val = ToShares },
                    new TickLabelSkip { Val = Math.Max(1, (int)Math.Ceiling(Labels.Count / (double)MostLabels)) }, new NoMultiLevelLabels { Val = true }),
                new ValueAxis(new AxisId { Val = ToShares }, new Scaling(new Orientation { Val = OrientationValues.MinMax }, new MaxAxisValue { Val = 1 }, new MinAxisValue { Val = 0 }), new Delete { Val = false },
                    new AxisPosition { Val = AxisPositionValues.Left }, new MajorGridlines(new ChartShapeProperties(new A.Outline(Fill("DDD8D0")) { Width = 6350 })),
                    new NumberingFormat { FormatCode = "0%", SourceLinked = false }, new TickLabelPosition { Val = TickLabelPositionValues.NextTo }, Small(), new CrossingAxis { Val = ToLabels }, new MajorUnit { Val = 0.25 })),
            new Legend(new LegendPosition { Val = LegendPositionValues.Bottom }, Small()),
            new PlotVisibleOnly { Val = true }, new DisplayBlanksAs { Val = DisplayBlanksAsValues.Gap }));
    }

    // Its place in the text; sizes in millimetres.
    internal DocumentFormat.OpenXml.Wordprocessing.Drawing Frame(string part, uint id, double width, double height) => new(
        new Wp.Inline(new Wp.Extent { Cx = Emu(width), Cy = Emu(height) }, new Wp.DocProperties { Id = id, Name = "Chart " + id, Description = Says }, new Wp.NonVisualGraphicFrameDrawingProperties(),
            new A.Graphic(new A.GraphicData(new ChartReference { Id = part }) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart" }))
        { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 });

    private static long Emu(double millimetres) => (long)(millimetres * 36_000);

    private LineChartSeries Series(uint index, ChartLine line)
    {
        var outline = new A.Outline(Fill(line.Colour), new A.PresetDash { Val = index == 0 ? A.PresetLineDashValues.Solid : A.PresetLineDashValues.Dash }) { Width = 28575 };
        return new LineChartSeries(new DocumentFormat.OpenXml.Drawing.Charts.Index { Val = index }, new Order { Val = index }, new SeriesText(new NumericValue(line.Name)),
            new ChartShapeProperties(outline), new Marker(new Symbol { Val = MarkerStyleValues.None }), LastOnly(line, index == 0),
            new CategoryAxisData(new StringLiteral([new PointCount { Val = (uint)Labels.Count }, .. Labels.Select((label, i) => new StringPoint(new NumericValue(label)) { Index = (uint)i })])),
            new Values(new NumberLiteral([new FormatCode("0%"), new PointCount { Val = (uint)line.Shares.Count }, .. line.Shares.Select((share, i) => (share, i)).Where(point => point.share is not null)
                .Select(point => new NumericPoint(new NumericValue(point.share!.Value.ToString("0.####", CultureInfo.InvariantCulture))) { Index = (uint)point.i })])),
            new Smooth { Val = false });
    }

    // The last figure is written at its point, the first line's below and the second's above; the others are for the axis to tell.
    private static DataLabels LastOnly(ChartLine line, bool below) => new(
        new DataLabel(new DocumentFormat.OpenXml.Drawing.Charts.Index { Val = (uint)Math.Max(0, line.Shares.Count - 1) }, new NumberingFormat { FormatCode = "0.0%", SourceLinked = false }, new DataLabelPosition { Val = below ? DataLabelPositionValues.Bottom : DataLabelPositionValues.Top }, new ShowLegendKey { Val = false }, new ShowValue { Val = true },
            new ShowCategoryName { Val = false }, new ShowSeriesName { Val = false }, new ShowPercent { Val = false }, new ShowBubbleSize { Val = false }),
        new ShowLegendKey { Val = false }, new ShowValue { Val = false }, new ShowCategoryName { Val = false }, new ShowSeriesName { Val = false }, new ShowPercent { Val = false }, new ShowBubbleSize { Val = false });

    private static A.SolidFill Fill(string colour) => new(new A.RgbColorModelHex { Val = colour });

    private static TextProperties Small() => new(new A.BodyProperties(), new A.ListStyle(),
        new A.Paragraph(new A.ParagraphProperties(new A.DefaultRunProperties(new A.LatinFont { Typeface = WordText.Font }) { FontSize = 1000 }), new A.EndParagraphRunProperties { Language = "vi-VN" }));
}

/// <summary>A line of a chart.</summary>
/// <param name="Name">In the legend.</param>
/// <param name="Colour">Six hexadecimal digits.</param>
/// <param name="Shares">One a label, 0 to 1; null leaves a gap.</param>
public sealed record ChartLine(string Name, string Colour, IReadOnlyList<double?> Shares);
