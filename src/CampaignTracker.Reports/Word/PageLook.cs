namespace CampaignTracker.Reports.Word;

/// <summary>A4 paper, upright or lying, with its margins in millimetres.</summary>
public sealed record PageLook(bool Lying = false, double Top = 20, double Bottom = 20, double Left = 30, double Right = 15)
{
    private const double Short = 210, Long = 297;

    /// <summary>Upright.</summary>
    public static PageLook Upright { get; } = new();

    /// <summary>Lying: what is the left margin of upright paper is the top, where it is bound.</summary>
    public static PageLook Across { get; } = new(Lying: true, Top: 25, Bottom: 15, Left: 20, Right: 20);

    /// <summary>Width of the sheet.</summary>
    public double Width => Lying ? Long : Short;
    /// <summary>Height of the sheet.</summary>
    public double Height => Lying ? Short : Long;
    /// <summary>Width of the text.</summary>
    public double TextWidth => Width - Left - Right;
}
