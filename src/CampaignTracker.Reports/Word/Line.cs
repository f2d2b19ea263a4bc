namespace CampaignTracker.Reports.Word;

/// <summary>Where the text of a line stands.</summary>
public enum Place
{
    /// <summary>Both edges even, as body text is.</summary>
    Justified,
    /// <summary>At the left edge.</summary>
    Left,
    /// <summary>In the middle.</summary>
    Centre,
    /// <summary>At the right edge.</summary>
    Right,
}

/// <summary>Letters of one look within a line.</summary>
public sealed record Piece(string? Text, bool Bold = false, bool Italic = false, bool Underlined = false);

/// <summary>One paragraph: its letters and how it stands. Line breaks within a text are kept.</summary>
public sealed record Line(IReadOnlyList<Piece> Pieces)
{
    /// <summary>A line of one look.</summary>
    public Line(string? text, bool bold = false, bool italic = false, bool underlined = false) : this([new Piece(text, bold, italic, underlined)]) { }

    /// <summary>Where it stands.</summary>
    public Place Place { get; init; } = Place.Justified;
    /// <summary>Height of the letters, in points.</summary>
    public double Size { get; init; } = 14;
    /// <summary>Empty space above, in points.</summary>
    public double Before { get; init; }
    /// <summary>Empty space below, in points.</summary>
    public double After { get; init; }
    /// <summary>How far the first line begins to the right, in millimetres.</summary>
    public double Indent { get; init; }
    /// <summary>Exact distance from line to line, in points; null: as the letters need.</summary>
    public double? Spacing { get; init; }
    /// <summary>The rest of the line is dotted, to be filled by hand.</summary>
    public bool Dotted { get; init; }
    /// <summary>Stays on the page of the line after it.</summary>
    public bool WithNext { get; init; }
    /// <summary>Heading level 1 or 2 of the outline, or none.</summary>
    public int Level { get; init; }
    /// <summary>A drawn rule below, so many tenths of the width; 0 for none.</summary>
    public int RuleTenths { get; init; }
}

/// <summary>A column of a table: its heading, its width in millimetres, where its texts stand.</summary>
public sealed record TableColumn(string Title, double Width, Place Place = Place.Left);
