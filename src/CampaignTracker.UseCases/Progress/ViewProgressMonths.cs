using System.ComponentModel.DataAnnotations;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Progress;
using CampaignTracker.Domain.Units;

namespace CampaignTracker.UseCases.Progress;

/// <summary>The year by months: what was answered on which item or promise in which month. A month counts rows by their latest answer in it.</summary>
public sealed class ViewProgressMonths(Operations operations)
{
    /// <summary>Months of a year.</summary>
    public const int Months = 12;

    /// <summary>What to show.</summary>
    /// <param name="UnitCode">The unit, or null for the asker's own.</param>
    /// <param name="Year">The campaign year, or null for the one that runs.</param>
    /// <param name="Subject">Only items or only lines, or null for both.</param>
    /// <param name="Search">Part of a text or name, marks and case ignored.</param>
    /// <param name="Skip">Rows to skip.</param>
    /// <param name="Take">Rows to return, at most 1,000.</param>
    public sealed record Input([property: StringLength(Unit.CodeLength)] string? UnitCode = null, [property: Range(2000, 2100)] int? Year = null, ProgressSubject? Subject = null, [property: StringLength(100)] string? Search = null, int Skip = 0, int Take = Paging.Size);

    /// <summary>The page.</summary>
    /// <param name="UnitCode">The unit.</param>
    /// <param name="UnitName">Its name.</param>
    /// <param name="Year">The campaign year.</param>
    /// <param name="Months">January to December, of everything the filter by subject leaves.</param>
    /// <param name="Page">The rows.</param>
    /// <param name="Named">Promises of all people of the unit are in it.</param>
    /// <param name="Today">Local date.</param>
    public sealed record Answer(string UnitCode, string UnitName, int Year, IReadOnlyList<Month> Months, Page<Row> Page, bool Named, DateOnly Today);

    /// <summary>A month: rows by their latest answer in it, and all reports.</summary>
    public sealed record Month(int Number, int Done, int PartlyDone, int NotDone, int NothingNew, int Reports)
    {
        /// <summary>Rows with any answer in the month.</summary>
        public int Answered => Done + PartlyDone + NotDone + NothingNew;
    }

    /// <summary>An item or line with its months.</summary>
    /// <param name="Subject">Which of the two.</param>
    /// <param name="Id">The item or line.</param>
    /// <param name="Owner">Who is responsible, or who promised.</param>
    /// <param name="Number">Number in its plan or commitment.</param>
    /// <param name="Text">What is to be done.</param>
    /// <param name="DueOn">To be finished by, or null.</param>
    /// <param name="Standing">How it stands today.</param>
    /// <param name="Cells">January to December; null where nothing was reported.</param>
    public sealed record Row(ProgressSubject Subject, Guid Id, string Owner, int Number, string Text, DateOnly? DueOn, ProgressStanding Standing, IReadOnlyList<Cell?> Cells);

    /// <summary>What was answered last in a month, with how many reports.</summary>
    public sealed record Cell(ProgressAnswer Answer, int? Figure, int Reports);

    /// <summary>Reads the page.</summary>
    public async Task<Answer> RunAsync(Input input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var unit = await ProgressUnit.FindAsync(op, input.UnitCode, input.Year, ct);
        var all = (await ProgressRows.OfAsync(op, unit, ct)).FindAll(row => input.Subject is not { } subject || row.Subject == subject);
        var latest = ProgressRows.Latest(await ProgressRows.AnswersAsync(op, all, unit.Year, ct));
        var folded = SearchKey.Fold(input.Search);
        var left = all.FindAll(row => folded.Length == 0 || SearchKey.Fold($"{row.Text} {row.Result} {row.Owner}").Contains(folded, StringComparison.Ordinal));
        var months = Enumerable.Range(1, Months).Select(month => Summed(month, [.. latest.Where(l => l.Key.Month == month).Select(l => l.Value)])).ToList();
        var page = left.Skip(Math.Max(0, input.Skip)).Take(Paging.Take(input.Take)).Select(row => new Row(row.Subject, row.Id, row.Owner, row.Number, row.Text, row.DueOn, row.On(op.Today),
            [.. Enumerable.Range(1, Months).Select(month => latest.TryGetValue((row.Id, month), out var said) ? new Cell(said.Answer, said.Figure, said.Reports) : null)])).ToList();
        return new Answer(unit.Code, unit.Name, unit.Year, months, new Page<Row>(page, left.Count), unit.Named, op.Today);
    }

    private static Month Summed(int number, List<(ProgressAnswer Answer, int? Figure, int Reports)> said)
    {
        int In(ProgressAnswer answer) => said.Count(s => s.Answer == answer);
        return new Month(number, In(ProgressAnswer.Done), In(ProgressAnswer.PartlyDone), In(ProgressAnswer.NotDone), In(ProgressAnswer.NothingNew), said.Sum(s => s.Reports));
    }
}
