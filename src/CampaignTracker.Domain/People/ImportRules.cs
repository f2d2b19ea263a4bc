using System.Globalization;

namespace CampaignTracker.Domain.People;

/// <summary>What a reader says about two names that may be one person's.</summary>
public enum DuplicateAnswer
{
    /// <summary>The same: the row is left out, the person stays as entered before.</summary>
    SamePerson,
    /// <summary>Another of a like name: entered besides.</summary>
    AnotherPerson,
}

/// <summary>A person who is in the unit already.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">Full name.</param>
/// <param name="Kind">What they take part as.</param>
/// <param name="PostTitle">Post or null.</param>
/// <param name="UnitHead">Head of the unit.</param>
/// <param name="From">In the unit since.</param>
/// <param name="ExemptSince">Exempt since, or null.</param>
public sealed record PresentPerson(Guid Id, string Name, ParticipantKind Kind, string? PostTitle, bool UnitHead, DateOnly From, DateOnly? ExemptSince);

/// <summary>A row that may be entered.</summary>
/// <param name="Row">The row as Excel numbers it.</param>
/// <param name="Name">Full name.</param>
/// <param name="Kind">What they take part as.</param>
/// <param name="PostTitle">Post or null.</param>
/// <param name="UnitHead">Head of the unit.</param>
/// <param name="From">In the unit since.</param>
/// <param name="ExemptSince">Exempt from work and meetings since, or null.</param>
public sealed record ParticipantDraft(int Row, string Name, ParticipantKind Kind, string? PostTitle, bool UnitHead, DateOnly From, DateOnly? ExemptSince);

/// <summary>Somebody in the unit whom the file brings up to date.</summary>
/// <param name="Row">The row as Excel numbers it.</param>
/// <param name="Before">As they are.</param>
/// <param name="After">As they would be.</param>
public sealed record ParticipantUpdate(int Row, PresentPerson Before, PresentPerson After);

/// <summary>Is the person of this row one of those already there?</summary>
/// <param name="Row">The row.</param>
/// <param name="Cell">Where the name stands.</param>
/// <param name="Name">The name in the file.</param>
/// <param name="Present">Who it may be.</param>
/// <param name="Answer">What the reader said, null for nothing yet.</param>
public sealed record DuplicateQuestion(int Row, string Cell, string Name, PresentPerson Present, DuplicateAnswer? Answer);

/// <summary>What came of looking through a file. It can be stored when nothing blocks and no question is open.</summary>
/// <param name="People">Those who would be entered, in the order of the file.</param>
/// <param name="Updates">Those who would be brought up to date.</param>
/// <param name="Problems">What blocks, in the order of the file.</param>
/// <param name="Notes">What is only told.</param>
/// <param name="Questions">Likely doubles.</param>
public sealed record ParticipantCheck(IReadOnlyList<ParticipantDraft> People, IReadOnlyList<ParticipantUpdate> Updates, IReadOnlyList<ImportProblem> Problems, IReadOnlyList<ImportProblem> Notes, IReadOnlyList<DuplicateQuestion> Questions)
{
    /// <summary>Questions without an answer.</summary>
    public int Open => Questions.Count(question => question.Answer is null);

    /// <summary>Nothing keeps it from being stored.</summary>
    public bool Clean => Problems.Count == 0 && Open == 0 && People.Count + Updates.Count > 0;
}

/// <summary>The rules for a list of participants that comes as a file: whole file or nothing, every problem by its cell.</summary>
public static class ImportRules
{
    /// <summary>Nobody came to a unit before: the year the Party was founded.</summary>
    public static readonly DateOnly EarliestDay = new(1930, 1, 1);

    /// <summary>Looks through a file.</summary>
    /// <param name="file">What was read.</param>
    /// <param name="present">Everybody in the unit today.</param>
    /// <param name="answers">Row → what the reader said about a likely double.</param>
    /// <param name="today">Local date.</param>
    public static ParticipantCheck Check(ParticipantFile file, IReadOnlyList<PresentPerson> present, IReadOnlyDictionary<int, DuplicateAnswer> answers, DateOnly today)
    {
        var reading = new RowReading(file, today);
        var rows = new List<ReadRow>();
        foreach (var row in file.Rows)
            if (reading.Read(row) is { } read) rows.Add(read);
        var problems = reading.Problems;
        if (file.Rows.Count == 0) problems.Add(new(file.Sheet, "", ImportFault.NoPeople));
        if (file.Rows.Count > ParticipantFile.MostPeople) problems.Add(new(file.Sheet, "", ImportFault.TooManyPeople, ParticipantFile.MostPeople));

        problems.AddRange(Doubles(file, rows));
        var there = new PeopleThere(present, today);
        var fresh = rows.FindAll(row => !there.Take(row));
        var questions = Questions(file, fresh, there, answers);
        var asked = questions.ToDictionary(question => question.Row);
        fresh.RemoveAll(row => asked.TryGetValue(row.Number, out var question) && question.Answer == DuplicateAnswer.SamePerson);
        var open = questions.Where(question => question.Answer is null).Select(question => question.Row).ToHashSet();
        problems.AddRange(Heads(file, fresh.Where(row => !open.Contains(row.Number)), there));

        var notes = reading.Notes(fresh);
        if (there.Taken > there.Updates.Count) notes.Add(new(file.Sheet, "", ImportFault.AlreadyThere, there.Taken - there.Updates.Count));
        notes.AddRange(there.Updates.Select(update => new ImportProblem(file.Sheet, file.Cell(ParticipantColumn.Name, update.Row), ImportFault.BroughtUpToDate, update.Before.Name)));
        return new ParticipantCheck([.. fresh.Select(row => Draft(row, today))], there.Updates,
            [.. file.Problems.Where(problem => problem.Blocks).Concat(problems)], [.. file.Problems.Where(problem => !problem.Blocks).Concat(notes)], questions);
    }

    // Names are compared composed, in small letters, with single blanks; marks count.
    private static string Key(string name) => name.ToLowerInvariant();

    private static ParticipantDraft Draft(ReadRow row, DateOnly today) =>
        new(row.Number, row.Name, row.Kind ?? ParticipantKind.Member, row.PostTitle, row.UnitHead ?? false, row.From ?? today, row.Exempt == true ? row.ExemptFrom ?? today : null);

    private static IEnumerable<ImportProblem> Doubles(ParticipantFile file, List<ReadRow> rows)
    {
        var first = new Dictionary<(string, ParticipantKind?, string?, DateOnly?), int>();
        foreach (var row in rows)
        {
            var key = (Key(row.Name), row.Kind, row.PostTitle, row.From);
            if (!first.TryAdd(key, row.Number))
                yield return new(file.Sheet, file.Cell(ParticipantColumn.Name, row.Number), ImportFault.DoubledRow, row.Name, file.Cell(ParticipantColumn.Name, first[key]));
        }
    }

    private static List<DuplicateQuestion> Questions(ParticipantFile file, List<ReadRow> fresh, PeopleThere there, IReadOnlyDictionary<int, DuplicateAnswer> answers)
    {
        var questions = new List<DuplicateQuestion>();
        if (there.Present.Count == 0) return questions;
        var folded = there.Present.Select(person => SearchKey.Fold(person.Name)).ToArray();
        var likeness = new NameLikeness(folded);
        foreach (var row in fresh)
        {
            var name = SearchKey.Fold(row.Name);
            // Whoever has a row of their own in the file is not meant by another row, unless the names are equal.
            var like = likeness.Like(name).Where(i => folded[i] == name || !there.Has(there.Present[i].Id)).Select(i => there.Present[i]).FirstOrDefault();
            if (like is not null)
                questions.Add(new(row.Number, file.Cell(ParticipantColumn.Name, row.Number), row.Name, like, answers.TryGetValue(row.Number, out var answer) ? answer : null));
        }
        return questions;
    }

    private static IEnumerable<ImportProblem> Heads(ParticipantFile file, IEnumerable<ReadRow> fresh, PeopleThere there)
    {
        object? head = there.HeadAfter;
        foreach (var number in there.NewHeads.Concat(fresh.Where(row => row.UnitHead == true).Select(row => row.Number)))
        {
            var cell = file.Cell(ParticipantColumn.UnitHead, number);
            if (head is not null) yield return new(file.Sheet, cell, ImportFault.HeadTwice, head);
            else head = cell;
        }
    }

    // A row with the name and the day of somebody in the unit is that person's: the template comes filled with them.
    private sealed class PeopleThere(IReadOnlyList<PresentPerson> present, DateOnly today)
    {
        private readonly Dictionary<(string, DateOnly), Queue<PresentPerson>> byNameAndDay = present.GroupBy(person => (Key(person.Name), person.From)).ToDictionary(group => group.Key, group => new Queue<PresentPerson>(group));
        private readonly HashSet<Guid> taken = [];
        private readonly List<ParticipantUpdate> updates = [];

        public IReadOnlyList<PresentPerson> Present => present;
        public int Taken => taken.Count;
        public IReadOnlyList<ParticipantUpdate> Updates => updates;
        /// <summary>Whoever is head and stays it.</summary>
        public string? HeadAfter => present.FirstOrDefault(person => person.UnitHead && !updates.Exists(update => update.After.Id == person.Id && !update.After.UnitHead))?.Name;
        /// <summary>Rows that make somebody head who is in the unit already.</summary>
        public IEnumerable<int> NewHeads => updates.Where(update => update.After.UnitHead && !update.Before.UnitHead).Select(update => update.Row);

        public bool Has(Guid id) => taken.Contains(id);

        public bool Take(ReadRow row)
        {
            if (row.From is not { } from || !byNameAndDay.TryGetValue((Key(row.Name), from), out var people) || !people.TryDequeue(out var before)) return false;
            taken.Add(before.Id);
            var exempt = row.Exempt switch { null => before.ExemptSince, false => null, true => row.ExemptFrom ?? before.ExemptSince ?? today };
            var after = before with { Kind = row.Kind ?? before.Kind, PostTitle = row.PostTitle ?? before.PostTitle, UnitHead = row.UnitHead ?? before.UnitHead, ExemptSince = exempt };
            if (after != before) updates.Add(new ParticipantUpdate(row.Number, before, after));
            return true;
        }
    }

    /// <summary>A day as people write it: day first, four digits of the year, whatever the server's culture.</summary>
    public static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy-M-d"], CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out day);
}
