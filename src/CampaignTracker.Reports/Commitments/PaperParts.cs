using System.Globalization;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments.Papers;
using CampaignTracker.Domain.Papers;
using CampaignTracker.Reports.Word;
using Text = CampaignTracker.Reports.Commitments.CommitmentPaperText;

namespace CampaignTracker.Reports.Commitments;

/// <summary>What the papers have in common: head, title, labelled lines, signatures, and how dates and periods are said.</summary>
internal static class PaperParts
{
    /// <summary>First lines begin 10 mm in; lines stand 19 points apart, 6 points between paragraphs (05-HD/VPTW; sources give 18 to 20).</summary>
    private const double Indent = 10, Spacing = 19, Between = 6;

    /// <summary>From the date of Chỉ thị 07-CT/TW the campaign has its new name.</summary>
    private static readonly DateOnly NewName = new(2026, 7, 13);

    public static void Head(this Letter letter, PaperHead head, string? number = null, string? subject = null)
    {
        var state = head.Rule == PaperRule.State;
        List<Line> left = [], right = [];
        if (head.Above is { } above) left.Add(Centred(PaperFile.Upper(Organisation(above)), size: 13));
        left.Add(head.Issuer is { } issuer ? Centred(PaperFile.Upper(issuer), bold: true, size: 13) : new Line("") { Dotted = true, Size = 13 });
        if (state) left.Add(new Line("") { Place = Place.Centre, Size = 4, RuleTenths = 3, Before = 2 });
        else left.Add(Centred("*"));
        if (number is not null) left.Add(Centred(number, size: state ? 13 : 14));
        if (subject is not null) left.Add(Centred(subject, italic: !state, size: 12));
        if (state) right.Add(Centred(Text.StateName, bold: true, size: 12));
        right.Add(new Line(state ? Text.StateMotto : Text.Party, bold: true, underlined: true) { Place = Place.Centre, Size = state ? 13 : 15 });
        right.Add(Centred("", size: 6));
        right.Add(Centred(Dated(head), italic: true, size: state ? 13 : 14));
        letter.TwoColumns(0.41, left, right);
    }

    public static void Title(this Letter letter, PaperHead head, string kind, string about)
    {
        letter.Add(new Line(kind, bold: true) { Place = Place.Centre, Size = 16, Before = 14, Level = 1, WithNext = true }, new Line(Unbroken(about), bold: true) { Place = Place.Centre, WithNext = true });
        letter.Add(head.Rule == PaperRule.State ? new Line("") { Place = Place.Centre, Size = 4, RuleTenths = 3, Before = 3, After = 8 } : new Line("-----") { Place = Place.Centre, After = 8 });
    }

    public static Line Body(string text, bool bold = false, bool italic = false) => new(text, bold, italic) { Indent = Indent, Spacing = Spacing, After = Between };

    /// <summary>A line under another, a little further in.</summary>
    public static Line Under(this Line line) => line with { Indent = Indent + 5 };

    public static Line Heading(string text) => Body(text, bold: true) with { WithNext = true, Level = 2 };

    /// <summary>"Name: value", dotted where there is none.</summary>
    public static Line Labelled(string label, string? value, bool bold = false) => string.IsNullOrWhiteSpace(value)
        ? new Line(label + ": ") { Place = Place.Left, Indent = Indent, Spacing = Spacing, After = Between, Dotted = true }
        : new Line([new(label + ": "), new(value, bold)]) { Indent = Indent, Spacing = Spacing, After = Between };

    /// <summary>Lines to be written on by hand.</summary>
    public static IEnumerable<Line> Dotted(int lines) => Enumerable.Repeat(new Line("") { Place = Place.Left, Spacing = Spacing, After = Between, Dotted = true }, lines);

    /// <summary>A signature: what is signed as, the post, room for the hand, the name.</summary>
    public static IReadOnlyList<Line> Signature(string heading, string? post, string? name) =>
    [
        Centred(heading, bold: true), Centred(post is null ? "" : PaperFile.Upper(post)), Centred(""), Centred(""), Centred(""), Centred(name ?? "", bold: true),
    ];

    public static Line Centred(string text, bool bold = false, bool italic = false, double size = 14) => new(text, bold, italic) { Place = Place.Centre, Size = size };

    public static string InPeriod(PaperPeriod period) => period.Term ? Say(Text.InTerm, period.From, period.To) : Say(Text.InYear, period.From);

    public static string Campaign(PaperHead head) => (head.DatedOn ?? new DateOnly(head.Year, 12, 31)) >= NewName ? Text.Campaign : Text.CampaignBefore2026;

    /// <summary>"ngày 05/01/2027, có mặt 19/22, nhất trí 19/19", as far as it is known.</summary>
    public static string Counts(PaperMeeting meeting)
    {
        var said = "";
        if (meeting is { Present: { } present, Total: { } total }) said += Say(Text.AttendedOf, present, total);
        if (meeting is { InFavour: { } inFavour, Present: { } voting }) said += Say(Text.InFavourOf, inFavour, voting);
        return said;
    }

    /// <summary>As papers cite it: "05/9/2026", a nought before days under ten and before the first two months.</summary>
    public static string CitedDay(DateOnly day) => $"{day.Day:00}/{Month(day)}/{day.Year}";

    public static string Cited(CitedDocument document)
    {
        var said = Say(Text.Cited, Wording.Of(document.Kind), document.Symbol!);
        if (document.IssuedOn is { } day) said += Say(Text.CitedDay, CitedDay(day));
        if (document.Issuer is { } issuer) said += Say(Text.CitedIssuer, issuer);
        return document.Title is { } title ? said + Say(Text.CitedTitle, title) : said;
    }

    public static string Say(string sentence, params object[] facts) => string.Format(CultureInfo.CurrentCulture, sentence, [.. facts.Select(fact => fact is int number ? number.ToString(CultureInfo.InvariantCulture) : fact)]);

    // Words that belong together do not part at the line's end.
    private static string Unbroken(string about) => Text.NeverParted.Split('|').Append(about[Math.Max(0, about.LastIndexOf(' ', Math.Max(0, about.LastIndexOf(' ') - 1)) + 1)..])
        .Aggregate(about, (said, words) => said.Replace(words, words.Replace(' ', '\u00A0'), StringComparison.Ordinal));

    public static string Name(PlanName plan) => plan.Number is null ? Say(Text.PlanUnnumbered, InPeriod(plan.Period)) : Say(Text.PlanNumbered, plan.Number) + (plan.IssuedOn is { } day ? Say(Text.CitedDay, CitedDay(day)) : "");

    // A committee stands in the head of the paper as its organisation.
    private static string Organisation(string committee) => committee.StartsWith(Text.Committee, StringComparison.Ordinal) ? Text.CommitteeOf + committee[Text.Committee.Length..] : committee;

    private static string Dated(PaperHead head) => head.DatedOn is { } day
        ? Say(Text.Dated, head.Place ?? Text.PlaceOpen, day.Day.ToString("00", CultureInfo.InvariantCulture), Month(day), day.Year)
        : Say(Text.DatedOpen, head.Place ?? Text.PlaceOpen, head.Year);

    private static string Month(DateOnly day) => day.Month.ToString(day.Month > 2 ? "0" : "00", CultureInfo.InvariantCulture);
}
