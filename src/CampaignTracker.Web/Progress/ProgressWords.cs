using CampaignTracker.Domain;
using CampaignTracker.Domain.Progress;
using CampaignTracker.UseCases.Evidence;
using CampaignTracker.UseCases.Progress;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Progress;

/// <summary>Progress in words: the same everywhere.</summary>
public static class ProgressWords
{
    /// <summary>The word of a number.</summary>
    public static string Of(ProgressSlice? slice) => slice switch
    {
        null => ProgressText.All,
        ProgressSlice.Open => ProgressText.Open,
        ProgressSlice.Overdue => ProgressText.Overdue,
        ProgressSlice.DueSoon => ProgressText.DueSoon,
        ProgressSlice.NeverReported => ProgressText.NeverReported,
        ProgressSlice.Done => ProgressText.Done,
        ProgressSlice.PartlyDone => ProgressText.PartlyDone,
        _ => ProgressText.NotDone,
    };

    /// <summary>The word of a month's answer.</summary>
    public static string Of(ProgressAnswer answer) => answer switch
    {
        ProgressAnswer.Done => ProgressText.Done,
        ProgressAnswer.PartlyDone => ProgressText.PartlyDone,
        ProgressAnswer.NotDone => ProgressText.NotDone,
        _ => ProgressText.NothingNew,
    };

    /// <summary>Where a row comes from: plan and number, or the person.</summary>
    public static string Origin(ProgressSubject subject, string owner, int year, int toYear, int number) => subject == ProgressSubject.CommitmentLine ? ProgressText.OfPerson.With(Years(year, toYear), owner)
        : owner.Length == 0 ? ProgressText.OfPlan.With(Years(year, toYear), number) : ProgressText.OfPlanWho.With(Years(year, toYear), number, owner);

    /// <summary>"4/6 hộ", "Đạt 4", "Cần đạt 6 hộ", or "".</summary>
    public static string Figure(int? figure, Measure? measure) => (figure, measure) switch
    {
        ({ } reached, { } m) => ProgressText.FigureOf.With(Number(reached), Number(m.Number), m.Counted).TrimEnd(),
        ({ } reached, null) => ProgressText.FigureAlone.With(Number(reached)),
        (null, { } m) => ProgressText.MeasureAlone.With(Number(m.Number), m.Counted).TrimEnd(),
        _ => "",
    };

    /// <summary>A stored report in one line: outcome, figure, text.</summary>
    public static string Said(RecordProgress.Entry entry, Measure? measure) => string.Join(", ",
        new[] { entry.Outcome is { } outcome ? Wording.Of(outcome) : ProgressText.NothingNew, entry.Figure is null ? "" : Figure(entry.Figure, measure), entry.Text }.Where(part => part.Length > 0));

    /// <summary>Where one item or line stands with its whole story.</summary>
    public static string Story(ProgressSubject subject, Guid id) => $"/progress/{(subject == ProgressSubject.PlanItem ? "items" : "lines")}/{id}";

    /// <summary>What evidence of a row is evidence of.</summary>
    public static EvidenceOf Proves(ProgressSubject subject) => subject == ProgressSubject.PlanItem ? EvidenceOf.PlanItem : EvidenceOf.CommitmentLine;

    /// <summary>What a filter leaves, in words; null when nothing is left out.</summary>
    public static string? Filter(ProgressAsked asked)
    {
        var parts = new[]
        {
            asked.Subject switch { ProgressSubject.PlanItem => ProgressText.SubjectPlan, ProgressSubject.CommitmentLine => ProgressText.SubjectCommitments, _ => null },
            asked.Slice is { } slice ? Of(slice) : null, asked.Silent is { } days ? $"{ProgressText.Silent} {ProgressText.SilentDays.With(days)}" : null,
            asked.Month is { } month ? asked.Answer is { } answer ? ProgressText.OfMonthAnswer.With(month, Of(answer)) : ProgressText.OfMonth.With(month) : null,
            asked.Plan is null ? null : ProgressText.OfPlanOnly, asked.Search is { } search ? $"“{search}”" : null,
        };
        var said = string.Join(", ", parts.Where(part => part is not null));
        return said.Length == 0 ? null : said;
    }

    /// <summary>Reads what was typed as a figure: digits with points between thousands; null for nothing.</summary>
    public static bool TryFigure(string? typed, out int? figure)
    {
        figure = null;
        var text = typed?.Trim().Replace(".", "", StringComparison.Ordinal) ?? "";
        if (text.Length == 0) return true;
        if (!int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)) return false;
        figure = number;
        return true;
    }

    private static string Years(int year, int toYear) => year == toYear ? year.ToString(System.Globalization.CultureInfo.InvariantCulture) : ProgressText.Years.With(year, toYear);

    private static string Number(int number) => number.ToString("N0", System.Globalization.CultureInfo.CurrentCulture);
}
