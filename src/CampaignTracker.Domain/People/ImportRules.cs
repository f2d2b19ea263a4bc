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
public sealed record PresentPerson(Guid Id, string Name, ParticipantKind Kind, string? PostTitle, bool UnitHead, DateOnly From);

/// <summary>A row that may be entered.</summary>
/// <param name="Row">The row as Excel numbers it.</param>
/// <param name="Name">Full name.</param>
/// <param name="Kind">What they take part as.</param>
/// <param name="PostTitle">Post or null.</param>
/// <param name="UnitHead">Head of the unit.</param>
/// <param name="From">In the unit since.</param>
/// <param name="Exempt">Exempt from activity.</param>
/// <param name="ExemptFrom">Since when, or null.</param>
public sealed record ParticipantDraft(int Row, string Name, ParticipantKind Kind, string? PostTitle, bool UnitHead, DateOnly From, bool Exempt, DateOnly? ExemptFrom);

/// <summary>Is the person of this row one of those already there?</summary>
/// <param name="Row">The row.</param>
/// <param name="Cell">Where the name stands.</param>
/// <param name="Name">The name in the file.</param>
/// <param name="Present">Who it may be.</param>
/// <param name="Answer">What the reader said, null for nothing yet.</param>
public sealed record DuplicateQuestion(int Row, string Cell, string Name, PresentPerson Present, DuplicateAnswer? Answer);

/// <summary>What came of looking through a file. It can be stored when nothing blocks and no question is open.</summary>
/// <param name="People">Those who would be entered, in the order of the file.</param>
/// <param name="Problems">What blocks, in the order of the file.</param>
/// <param name="Notes">What is only told.</param>
/// <param name="Questions">Likely doubles.</param>
public sealed record ParticipantCheck(IReadOnlyList<ParticipantDraft> People, IReadOnlyList<ImportProblem> Problems, IReadOnlyList<ImportProblem> Notes, IReadOnlyList<DuplicateQuestion> Questions)
{
    /// <summary>Questions without an answer.</summary>
    public int Open => Questions.Count(question => question.Answer is null);

    /// <summary>Nothing keeps it from being stored.</summary>
    public bool Clean => Problems.Count == 0 && Open == 0 && People.Count > 0;
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
        var rows = new List<ParticipantDraft>();
        foreach (var row in file.Rows)
            if (reading.Read(row) is { } draft) rows.Add(draft);
        var problems = reading.Problems;
        if (file.Rows.Count == 0) problems.Add(new(file.Sheet, "", ImportFault.NoPeople));
        if (file.Rows.Count > ParticipantFile.MostPeople) problems.Add(new(file.Sheet, "", ImportFault.TooManyPeople, ParticipantFile.MostPeople));

        Doubles(file, rows, problems);
        var there = new AlreadyThere(present);
        var fresh = rows.FindAll(row => !there.Take(row));
        var questions = Questions(file, fresh, there, answers);
        var asked = questions.ToDictionary(question => question.Row);
        fresh.RemoveAll(row => asked.TryGetValue(row.Row, out var question) && question.Answer == DuplicateAnswer.SamePerson);
        Heads(file, fresh, present, asked, problems);

        var notes = reading.Notes(fresh);
        if (there.Taken > 0) notes.Add(new(file.Sheet, "", ImportFault.AlreadyThere, there.Taken));
        notes.AddRange(there.Differing.Select(row => new ImportProblem(file.Sheet, file.Cell(ParticipantColumn.Name, row.Row), ImportFault.KeptAsItWas, row.Name)));
        return new ParticipantCheck(fresh,
            [.. file.Problems.Where(problem => problem.Blocks).Concat(problems)], [.. file.Problems.Where(problem => !problem.Blocks).Concat(notes)], questions);
    }

    /// <summary>A name as it is compared: composed, small letters, single blanks; marks count.</summary>
    internal static string Key(string name) => name.ToLowerInvariant();

    private static void Doubles(ParticipantFile file, List<ParticipantDraft> rows, List<ImportProblem> problems)
    {
        var first = new Dictionary<(string, ParticipantKind, string?, DateOnly), int>();
        foreach (var row in rows)
            if (!first.TryAdd((Key(row.Name), row.Kind, row.PostTitle, row.From), row.Row))
                problems.Add(new(file.Sheet, file.Cell(ParticipantColumn.Name, row.Row), ImportFault.DoubledRow, row.Name, file.Cell(ParticipantColumn.Name, first[(Key(row.Name), row.Kind, row.PostTitle, row.From)])));
    }

    private static List<DuplicateQuestion> Questions(ParticipantFile file, List<ParticipantDraft> fresh, AlreadyThere there, IReadOnlyDictionary<int, DuplicateAnswer> answers)
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
                questions.Add(new(row.Row, file.Cell(ParticipantColumn.Name, row.Row), row.Name, like, answers.TryGetValue(row.Row, out var answer) ? answer : null));
        }
        return questions;
    }

    private static void Heads(ParticipantFile file, List<ParticipantDraft> fresh, IReadOnlyList<PresentPerson> present, Dictionary<int, DuplicateQuestion> asked, List<ImportProblem> problems)
    {
        object? head = present.FirstOrDefault(person => person.UnitHead)?.Name;
        foreach (var row in fresh.Where(row => row.UnitHead && !(asked.TryGetValue(row.Row, out var question) && question.Answer is null)))
        {
            var cell = file.Cell(ParticipantColumn.UnitHead, row.Row);
            if (head is not null) problems.Add(new(file.Sheet, cell, ImportFault.HeadTwice, head));
            else head = cell;
        }
    }

    // A row with the name and the day of somebody in the unit is that person's: the template comes filled with them.
    private sealed class AlreadyThere(IReadOnlyList<PresentPerson> present)
    {
        private readonly Dictionary<(string, DateOnly), Queue<PresentPerson>> byNameAndDay = present.GroupBy(person => (Key(person.Name), person.From)).ToDictionary(group => group.Key, group => new Queue<PresentPerson>(group));
        private readonly HashSet<Guid> taken = [];

        public IReadOnlyList<PresentPerson> Present => present;
        public int Taken => taken.Count;
        public List<ParticipantDraft> Differing { get; } = [];

        public bool Has(Guid id) => taken.Contains(id);

        public bool Take(ParticipantDraft row)
        {
            if (!byNameAndDay.TryGetValue((Key(row.Name), row.From), out var people) || !people.TryDequeue(out var person)) return false;
            taken.Add(person.Id);
            if ((person.Kind, person.PostTitle, person.UnitHead) != (row.Kind, row.PostTitle, row.UnitHead)) Differing.Add(row);
            return true;
        }
    }

    /// <summary>A day as people write it: day first, four digits of the year, whatever the server's culture.</summary>
    public static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy-M-d"], CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out day);
}
