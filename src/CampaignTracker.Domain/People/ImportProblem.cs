namespace CampaignTracker.Domain.People;

/// <summary>Everything that can be said about a cell of an uploaded list. Each has a sentence in <c>Words.resx</c>; its facts stand in the order of the placeholders.</summary>
public enum ImportFault
{
    /// <summary>The row holds something but no name.</summary>
    NameMissing,
    /// <summary>A name without two letters. Facts: what stands there.</summary>
    NameNotAName,
    /// <summary>Facts: the longest allowed, in characters.</summary>
    TextTooLong,
    /// <summary>Facts: what stands there, the kinds there are.</summary>
    KindUnknown,
    /// <summary>Facts: what stands there.</summary>
    NotADate,
    /// <summary>Facts: the date, the last day allowed.</summary>
    DateTooLate,
    /// <summary>Facts: the date, the first day allowed.</summary>
    DateTooEarly,
    /// <summary>Facts: what stands there.</summary>
    NotYesOrNo,
    /// <summary>Exempt from a day, yet "not exempt". Facts: the date.</summary>
    ExemptFromWithoutExempt,
    /// <summary>The same person twice in the file. Facts: the name, the cell where they stand first.</summary>
    DoubledRow,
    /// <summary>A second head of the unit. Facts: who else is head, or the cell that says so.</summary>
    HeadTwice,
    /// <summary>The row is hidden or filtered away. Facts: its number.</summary>
    HiddenRow,
    /// <summary>The column is hidden. Facts: its heading.</summary>
    HiddenColumn,
    /// <summary>Cells joined into one: only the first holds a value.</summary>
    MergedCells,
    /// <summary>A formula that was never worked out.</summary>
    FormulaWithoutValue,
    /// <summary>An error instead of a value. Facts: the error as Excel shows it.</summary>
    ErrorValue,
    /// <summary>Two columns with the same heading. Facts: the heading.</summary>
    DoubledColumn,
    /// <summary>Headings, and no person below them.</summary>
    NoPeople,
    /// <summary>More people than one file may bring. Facts: the limit.</summary>
    TooManyPeople,
    /// <summary>Perhaps a person already there: asked about. Facts: the name in the file, the name in the list.</summary>
    NearDuplicate,
    /// <summary>Note: a column that is neither read nor kept. Facts: its heading.</summary>
    ColumnIgnored,
    /// <summary>Note: taken for a member where no kind is given. Facts: how many.</summary>
    KindAssumed,
    /// <summary>Note: in the unit from today where no date is given. Facts: how many, the date.</summary>
    DateAssumed,
    /// <summary>Note: names with digits. Facts: how many, the first.</summary>
    NameWithDigits,
    /// <summary>Note: people already in the list, who stay as they are. Facts: how many.</summary>
    AlreadyThere,
    /// <summary>Note: exempt from today where no day is given. Facts: how many, the date.</summary>
    ExemptAssumed,
    /// <summary>Note: already in the list, with particulars that the file brings up to date. Facts: the name.</summary>
    BroughtUpToDate,
}

/// <summary>One thing to say about one place of the file.</summary>
/// <param name="Sheet">The sheet as its tab names it.</param>
/// <param name="Cell">"B7", an area "B7:B9", a column "B"; empty for the sheet as a whole.</param>
/// <param name="Fault">What.</param>
/// <param name="Facts">What the sentence names.</param>
public sealed record ImportProblem(string Sheet, string Cell, ImportFault Fault, params object[] Facts)
{
    /// <summary>False for what is only told: it keeps nothing from being stored.</summary>
    public bool Blocks => Fault < ImportFault.NearDuplicate;
}
