namespace CampaignTracker.Domain.People;

/// <summary>The columns of the list of participants; their words are the headings of the template. No birth date, gender, ethnicity or religion: they are not kept.</summary>
public enum ParticipantColumn
{
    /// <summary>Họ và tên: the only one that must be there.</summary>
    Name,
    /// <summary>Đối tượng.</summary>
    Kind,
    /// <summary>Chức vụ.</summary>
    PostTitle,
    /// <summary>Người đứng đầu.</summary>
    UnitHead,
    /// <summary>Ngày về đơn vị.</summary>
    From,
    /// <summary>Miễn công tác và sinh hoạt.</summary>
    Exempt,
    /// <summary>Miễn từ ngày.</summary>
    ExemptFrom,
}

/// <summary>What a cell of the list holds.</summary>
/// <param name="Text">Its text, clean; a number or a truth value as Excel keeps it. Null for nothing.</param>
/// <param name="Day">Its date, when Excel keeps it as one.</param>
/// <param name="Fault">What the reader saw: a formula without a value, an error, a cell under a merge.</param>
public readonly record struct ImportCell(string? Text, DateOnly? Day = null, ImportFault? Fault = null);

/// <summary>One person's row.</summary>
/// <param name="Number">The row as Excel numbers it.</param>
/// <param name="Hidden">Hidden or filtered away.</param>
/// <param name="Cells">A cell a <see cref="ParticipantColumn"/>, in their order.</param>
public sealed record ParticipantRow(int Number, bool Hidden, IReadOnlyList<ImportCell> Cells)
{
    /// <summary>The cell of a column.</summary>
    public ImportCell this[ParticipantColumn column] => Cells[(int)column];
}

/// <summary>An uploaded list, read and not yet judged.</summary>
/// <param name="Sheet">The sheet as its tab names it.</param>
/// <param name="Letters">Letter of each column that was found.</param>
/// <param name="Rows">The rows below the headings that hold something.</param>
/// <param name="Problems">What the reader itself has to say.</param>
public sealed record ParticipantFile(string Sheet, IReadOnlyDictionary<ParticipantColumn, string> Letters, IReadOnlyList<ParticipantRow> Rows, IReadOnlyList<ImportProblem> Problems)
{
    /// <summary>Most people one file may bring.</summary>
    public const int MostPeople = 20_000;

    /// <summary>"C7"; the column of names stands for one that is not there.</summary>
    public string Cell(ParticipantColumn column, int row) => (Letters.GetValueOrDefault(column) ?? Letters[ParticipantColumn.Name]) + row;
}
