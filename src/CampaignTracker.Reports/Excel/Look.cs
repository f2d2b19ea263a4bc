using ClosedXML.Excel;

namespace CampaignTracker.Reports.Excel;

/// <summary>How a cell looks. One list for every workbook, so that all exports look alike.</summary>
public enum Look
{
    /// <summary>The body a paper is made for, above its title.</summary>
    Letterhead,
    /// <summary>Title of a cover.</summary>
    Title,
    /// <summary>Line under a title.</summary>
    Subtitle,
    /// <summary>Title of a list.</summary>
    ListTitle,
    /// <summary>Something every reader has to see, such as the mark of a demonstration.</summary>
    Notice,
    /// <summary>Heading inside a page.</summary>
    Section,
    /// <summary>Running text.</summary>
    Body,
    /// <summary>A date in running text.</summary>
    BodyDate,
    /// <summary>Heading of a column.</summary>
    Header,
    /// <summary>Heading of a column that is worked out.</summary>
    WorkedOutHeader,
    /// <summary>Text in a table.</summary>
    Text,
    /// <summary>Whole number in a table.</summary>
    Number,
    /// <summary>Rate in a table, one decimal.</summary>
    Percent,
    /// <summary>Date in a table.</summary>
    Date,
    /// <summary>Date and time in a table.</summary>
    Moment,
    /// <summary>Text in a row of totals.</summary>
    TotalText,
    /// <summary>Number in a row of totals.</summary>
    TotalNumber,
    /// <summary>Rate in a row of totals.</summary>
    TotalPercent,
}

/// <summary>The looks in ClosedXML's terms.</summary>
internal static class Looks
{
    public const string Font = "Times New Roman";

    public static readonly Look[] All = Enum.GetValues<Look>();

    private static readonly XLColor Head = XLColor.FromHtml("#EFECE7");
    private static readonly XLColor Line = XLColor.FromHtml("#8A837B");

    public static double Size(Look look) => look switch
    {
        Look.Title => 16,
        Look.ListTitle or Look.Section => 13,
        >= Look.Header => 11,
        _ => 12,
    };

    public static void Dress(IXLStyle style, Look look)
    {
        style.Font.SetFontName(Font).Font.SetFontSize(Size(look));
        style.Alignment.SetWrapText(look is not (Look.Number or Look.Percent or Look.Date or Look.Moment or Look.TotalNumber or Look.TotalPercent or Look.BodyDate));
        style.Alignment.SetVertical(look >= Look.Header ? XLAlignmentVerticalValues.Center : XLAlignmentVerticalValues.Top);
        if (look is Look.Letterhead or Look.Title or Look.ListTitle or Look.Notice or Look.Section or Look.Header or Look.WorkedOutHeader or >= Look.TotalText) style.Font.SetBold();
        if (look is Look.Subtitle or Look.WorkedOutHeader) style.Font.SetItalic();
        if (look is Look.Title or Look.Subtitle or Look.Header or Look.WorkedOutHeader or Look.Date or Look.Moment) style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center);
        else style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Left);
        if (look is Look.Text or Look.TotalText) style.Alignment.SetIndent(1);
        if (look is Look.Number or Look.Percent or Look.TotalNumber or Look.TotalPercent) style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right);
        if (look is Look.Notice) style.Font.SetFontColor(XLColor.FromHtml("#8A3300"));
        if (look is Look.Header or Look.WorkedOutHeader or >= Look.TotalText) style.Fill.SetBackgroundColor(Head);
        if (look >= Look.Header) style.Border.SetOutsideBorder(XLBorderStyleValues.Thin).Border.SetOutsideBorderColor(Line);
        if (look is Look.Number or Look.TotalNumber) style.NumberFormat.SetFormat("#,##0");
        if (look is Look.Percent or Look.TotalPercent) style.NumberFormat.SetFormat("0.0%");
        if (look is Look.Moment) style.DateFormat.SetFormat("dd/MM/yyyy HH:mm:ss");
        if (look is Look.Date or Look.BodyDate) style.DateFormat.SetFormat("dd/MM/yyyy");
    }
}
