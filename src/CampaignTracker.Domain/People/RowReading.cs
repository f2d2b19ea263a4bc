using System.Globalization;
using System.Text.RegularExpressions;

namespace CampaignTracker.Domain.People;

/// <summary>What a row says; null for what it leaves open.</summary>
internal sealed record ReadRow(int Number, string Name, ParticipantKind? Kind, string? PostTitle, bool? UnitHead, DateOnly? From, bool? Exempt, DateOnly? ExemptFrom);

/// <summary>Reads rows of a list into drafts and collects what is wrong with their cells.</summary>
internal sealed partial class RowReading(ParticipantFile file, DateOnly today)
{
    private static readonly Dictionary<string, ParticipantKind> Kinds = KnownKinds();

    public List<ImportProblem> Problems { get; } = [];

    /// <summary>What a row says, null when something is wrong with it.</summary>
    public ReadRow? Read(ParticipantRow row)
    {
        var before = Problems.Count;
        if (row.Hidden) Problems.Add(new(file.Sheet, file.Cell(ParticipantColumn.Name, row.Number), ImportFault.HiddenRow, row.Number));
        var name = Name(row);
        var kind = Kind(row);
        var post = Text(row, ParticipantColumn.PostTitle, Participant.PostLength);
        var head = YesNo(row, ParticipantColumn.UnitHead);
        var from = Day(row, ParticipantColumn.From);
        var exempt = YesNo(row, ParticipantColumn.Exempt);
        var exemptFrom = Day(row, ParticipantColumn.ExemptFrom);
        if (exempt == false && exemptFrom is { } day) Fault(row, ParticipantColumn.ExemptFrom, ImportFault.ExemptFromWithoutExempt, day);
        return Problems.Count > before ? null : new ReadRow(row.Number, name!, kind, post, head, from, exemptFrom is not null ? true : exempt, exemptFrom);
    }

    /// <summary>What was assumed for those who would be entered.</summary>
    public List<ImportProblem> Notes(IReadOnlyList<ReadRow> entered)
    {
        var notes = new List<ImportProblem>();
        if (entered.Count(row => row.Kind is null) is > 0 and var kinds) notes.Add(new(file.Sheet, Column(ParticipantColumn.Kind), ImportFault.KindAssumed, kinds));
        if (entered.Count(row => row.From is null) is > 0 and var days) notes.Add(new(file.Sheet, Column(ParticipantColumn.From), ImportFault.DateAssumed, days, today));
        if (entered.Count(row => row.Exempt == true && row.ExemptFrom is null) is > 0 and var exempt) notes.Add(new(file.Sheet, Column(ParticipantColumn.Exempt), ImportFault.ExemptAssumed, exempt, today));
        if (entered.Where(row => row.Name.Any(char.IsDigit)).ToList() is { Count: > 0 } digits)
            notes.Add(new(file.Sheet, file.Cell(ParticipantColumn.Name, digits[0].Number), ImportFault.NameWithDigits, digits.Count, digits[0].Name));
        return notes;
    }

    private string Column(ParticipantColumn column) => file.Letters.GetValueOrDefault(column) ?? "";

    private void Fault(ParticipantRow row, ParticipantColumn column, ImportFault fault, params object[] facts) => Problems.Add(new(file.Sheet, file.Cell(column, row.Number), fault, facts));

    // The cell, once what the reader saw in it is told.
    private ImportCell? Seen(ParticipantRow row, ParticipantColumn column)
    {
        var cell = row[column];
        if (cell.Fault is not { } fault) return cell;
        Fault(row, column, fault, fault == ImportFault.ErrorValue ? [cell.Text ?? ""] : []);
        return null;
    }

    private string? Name(ParticipantRow row)
    {
        if (Seen(row, ParticipantColumn.Name) is not { } cell) return null;
        var name = Blanks().Replace(cell.Text ?? "", " ").Trim();
        if (name.Length == 0) Fault(row, ParticipantColumn.Name, ImportFault.NameMissing);
        else if (name.Count(char.IsLetter) < 2) Fault(row, ParticipantColumn.Name, ImportFault.NameNotAName, name);
        else if (name.Length > Participant.NameLength) Fault(row, ParticipantColumn.Name, ImportFault.TextTooLong, Participant.NameLength);
        return name;
    }

    private string? Text(ParticipantRow row, ParticipantColumn column, int longest)
    {
        if (Seen(row, column) is not { Text: { } written }) return null;
        var text = Blanks().Replace(written, " ").Trim();
        if (text.Length > longest) Fault(row, column, ImportFault.TextTooLong, longest);
        return text.Length == 0 ? null : text;
    }

    private ParticipantKind? Kind(ParticipantRow row)
    {
        if (Seen(row, ParticipantColumn.Kind) is not { } cell || string.IsNullOrWhiteSpace(cell.Text)) return null;
        if (Kinds.TryGetValue(SearchKey.Fold(cell.Text), out var kind)) return kind;
        Fault(row, ParticipantColumn.Kind, ImportFault.KindUnknown, cell.Text);
        return null;
    }

    private bool? YesNo(ParticipantRow row, ParticipantColumn column)
    {
        if (Seen(row, column) is not { } cell) return null;
        switch (SearchKey.Fold(cell.Text))
        {
            case "":
                return null;
            case "co" or "x" or "yes" or "y" or "1" or "true" or "dung":
                return true;
            case "khong" or "no" or "n" or "0" or "false" or "-" or "khong co":
                return false;
            default:
                Fault(row, column, ImportFault.NotYesOrNo, cell.Text!);
                return null;
        }
    }

    private DateOnly? Day(ParticipantRow row, ParticipantColumn column)
    {
        if (Seen(row, column) is not { } cell || (cell.Day is null && string.IsNullOrWhiteSpace(cell.Text))) return null;
        if ((cell.Day ?? (ImportRules.TryDay(cell.Text!, out var typed) ? typed : null)) is not { } day) Fault(row, column, ImportFault.NotADate, cell.Text!);
        else if (day < ImportRules.EarliestDay) Fault(row, column, ImportFault.DateTooEarly, day, ImportRules.EarliestDay);
        else if (day > today) Fault(row, column, ImportFault.DateTooLate, day, today);
        else return day;
        return null;
    }

    // The words of both languages, and what lists of members commonly write.
    private static Dictionary<string, ParticipantKind> KnownKinds()
    {
        var known = new Dictionary<string, ParticipantKind>
        {
            ["dang vien chinh thuc"] = ParticipantKind.Member, ["chinh thuc"] = ParticipantKind.Member, ["dvct"] = ParticipantKind.Member, ["du bi"] = ParticipantKind.ProbationaryMember, ["dvdb"] = ParticipantKind.ProbationaryMember,
        };
        foreach (var kind in Enum.GetValues<ParticipantKind>())
            foreach (var language in new[] { CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo("en") })
                known.TryAdd(SearchKey.Fold(Words.ResourceManager.GetString($"{nameof(ParticipantKind)}_{kind}", language)), kind);
        return known;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
