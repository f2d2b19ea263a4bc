using System.Globalization;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.UseCases.Commitments;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Commitments;

/// <summary>One sitting at the paper sheet: what the browser gets, what it sends, and the figures above the table.</summary>
public sealed class PaperSheet(ViewPaperEntry.Page page, SavePaperRow saves) : IDisposable
{
    // More at once is a lecture.
    private const int HintsAtOnce = 2;

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly HashSet<Guid> entered = [.. page.Rows.Where(row => row.Lines.Count > 0).Select(row => row.ParticipantId)];
    private readonly Dictionary<Guid, DateTime> typedAt = page.Rows.Where(row => row.Typed is { Mine: true }).ToDictionary(row => row.ParticipantId, row => row.Typed!.At);

    /// <summary>As read.</summary>
    public ViewPaperEntry.Page Page => page;

    /// <summary>The paper that is typed from, null until chosen.</summary>
    public PaperSource? Source { get; set; }

    /// <summary>When a row was saved last in this sitting (UTC), null before.</summary>
    public DateTime? SavedAt { get; private set; }

    /// <summary>Rows that stand on the server.</summary>
    public int Rows => entered.Count;

    /// <summary>n: people who count, whose paper stands here.</summary>
    public int Entered => page.Rows.Count(row => row.ExemptSince is null && entered.Contains(row.ParticipantId));

    /// <summary>Those still missing.</summary>
    public int Left => page.People - Entered;

    /// <summary>How long those will take, in minutes.</summary>
    public int MinutesLeft => PaperPace.MinutesLeft(typedAt.Values, Left);

    /// <summary>The name of this sheet in the browser.</summary>
    public string Key => $"paper-{page.UnitId:N}-{page.Scope}-{page.Year}";

    /// <summary>A figure above the table has changed.</summary>
    public event Action? Changed;

    /// <summary>Every row for the browser.</summary>
    public IReadOnlyList<PaperRow> ForBrowser() => [.. page.Rows.Select((row, i) => new PaperRow(row.ParticipantId, i + 1, row.Name, row.PostTitle, Closed(row), ClosedNote(row), [.. row.Lines.Select(PaperCells.Of)],
        row.Lines.Count > 0 && row.EditedAt is { } at ? Moment(at) : null, row.Typed is { } typed ? PaperEntryText.TypedBy.With(typed.Name, Wording.Moment(typed.At), typed.Paper) : null, Before(row.Before)))];

    /// <summary>Stores a row. One after the other: a later text never arrives before an earlier one.</summary>
    public async Task<SavedRow> SaveAsync(SentRow row)
    {
        if (Source is null) return Nothing(PaperEntryText.SourceFirst);
        await turn.WaitAsync();
        try
        {
            // Not cancelled when the page is left: what was typed is still to be saved.
            var answer = await saves.RunAsync(new(row.Id, page.Scope, page.Year, Source.Paper, Source.MeetingId, Lines(row.Lines), row.Seen is null ? null : [.. row.Seen.Select(Lines)]), CancellationToken.None);
            if (answer.Conflict is null) Note(row.Id, answer);
            return new(Clock(answer.SavedAt), [.. answer.Stored.Select(PaperCells.Of)], answer.Keys, [.. answer.Before.Select(PaperCells.Of)],
                answer.Conflict is { } conflict ? (conflict.Settled ? PaperEntryText.Settled : PaperEntryText.TheirText).With(conflict.TheirName, Wording.Moment(conflict.TheirAt)) : null, answer.Conflict?.Settled == true,
                [.. answer.Refusals.Select(refusal => new CellProblem(refusal.Line, Name(refusal.Field), Words(refusal, row.Lines[refusal.Line])))], null);
        }
        catch (Refusal refusal)
        {
            return Nothing(Wording.Of(refusal));
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>What a line leaves open, in words; null when nothing.</summary>
    public string? Hint(PaperCells cells)
    {
        var line = cells.ToLine(page.ToYear);
        DateOnly? due = DateOnly.TryParseExact(line.DueOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        var hints = CommitmentClarity.Of(line.Action, line.Result, due, line.Proof);
        return hints.Count == 0 ? null : string.Join(' ', hints.Take(HintsAtOnce).Select(hint => Wording.Of(hint)));
    }

    /// <inheritdoc/>
    public void Dispose() => Changed = null;

    private void Note(Guid person, SavePaperRow.Answer answer)
    {
        if (answer.Stored.Any(line => !line.Blank)) entered.Add(person);
        else entered.Remove(person);
        SavedAt = typedAt[person] = answer.SavedAt;
        Changed?.Invoke();
    }

    private IReadOnlyList<PaperLine> Lines(IReadOnlyList<PaperCells> cells) => [.. cells.Select(line => line.ToLine(page.ToYear))];

    private string Words(SavePaperRow.CellRefusal refused, PaperCells cells) => refused.Refusal.Code != Because.NotADate ? Wording.Of(refused.Refusal)
        : DateText.Read(cells.DueOn, page.ToYear).NoSuchDay ? SharedText.NoSuchDay.With(cells.DueOn.Trim()) : SharedText.NotADate.With(page.ToYear);

    private string Moment(DateTime utc) => LocalTime.Today(utc) == page.Today ? Clock(utc) : Wording.Day(LocalTime.Today(utc));

    private static string Clock(DateTime utc) => LocalTime.Of(utc).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Name(CommitmentField field) => char.ToLowerInvariant(field.ToString()[0]) + field.ToString()[1..];

    private static SavedRow Nothing(string why) => new("", [], [], [], null, false, [], why);

    private static string? Closed(ViewPaperEntry.Row row) => row.ExemptSince is not null ? PaperEntryText.Exempt : row.Writable ? null : Wording.Of(row.State!.Value);

    private static string? ClosedNote(ViewPaperEntry.Row row) => row.ExemptSince is { } since ? PaperEntryText.ExemptSince.With(Wording.Day(since))
        : !row.Writable && row.AdoptedOn is { } on ? PaperEntryText.AdoptedOn.With(Wording.Day(on)) : null;

    private static PaperBefore? Before(ViewPaperEntry.Earlier? earlier) => earlier is null ? null : new(
        (earlier.Adopted ? PaperEntryText.BeforeAdopted : PaperEntryText.BeforeWritten).With(earlier.Year == earlier.ToYear ? PaperEntryText.OfYear.With(earlier.Year) : PaperEntryText.OfTerm.With(earlier.Year, earlier.ToYear)),
        [.. earlier.Lines.Select(line => new PaperBeforeLine(string.Join(": ", new[] { line.Action, line.Result }.Where(text => text.Length > 0)),
            line.Outcome is not { } outcome ? null : line.Figure is { } figure ? PaperEntryText.OutcomeWithFigure.With(Wording.Of(outcome), figure) : Wording.Of(outcome)))]);
}
