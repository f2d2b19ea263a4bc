using System.Text.RegularExpressions;
using CampaignTracker.Domain.People;
using static CampaignTracker.Domain.Tests.Scene;

namespace CampaignTracker.Domain.Tests.People;

public sealed class ImportRulesTests
{
    private static readonly Dictionary<int, DuplicateAnswer> Silence = [];
    private static readonly Dictionary<ParticipantColumn, string> Letters = Enum.GetValues<ParticipantColumn>().ToDictionary(column => column, column => ((char)('A' + (int)column)).ToString());

    private static ParticipantRow Row(int number, string? name, string? kind = null, string? post = null, string? head = null, string? from = null, string? exempt = null, string? exemptFrom = null) =>
        new(number, false, [.. new[] { name, kind, post, head, from, exempt, exemptFrom }.Select(text => new ImportCell(text))]);

    private static ParticipantFile File(params ParticipantRow[] rows) => new("Danh sách", Letters, rows, []);

    private static PresentPerson Present(string name, string? post = null, bool head = false, DateOnly? from = null, DateOnly? exempt = null) => new(Guid.NewGuid(), name, ParticipantKind.Member, post, head, from ?? new DateOnly(2020, 3, 5), exempt);

    private static ParticipantCheck Check(ParticipantRow[] rows, PresentPerson[]? present = null, Dictionary<int, DuplicateAnswer>? answers = null) => ImportRules.Check(File(rows), present ?? [], answers ?? Silence, Today);

    private static (string, ImportFault)[] Problems(params ParticipantRow[] rows) => [.. Check(rows).Problems.Select(problem => (problem.Cell, problem.Fault))];

    [Fact]
    public void A_full_row_is_entered_as_it_stands() =>
        Assert.Equal(new ParticipantDraft(7, "Nguyễn Văn An", ParticipantKind.ProbationaryMember, "Chi ủy viên", true, new DateOnly(2020, 3, 5), new DateOnly(2026, 12, 1)),
            Assert.Single(Check([Row(7, "Nguyễn  Văn\nAn", "đảng viên dự bị", " Chi ủy viên ", "X", "5.3.2020", "có", "2026-12-01")]).People));

    [Fact]
    public void Only_the_name_is_needed_and_what_is_assumed_is_said()
    {
        var check = Check([Row(2, "Nguyễn Văn An", exempt: "có"), Row(3, "Lê Thị Bình")]);
        Assert.True(check.Clean);
        Assert.Equal([(ParticipantKind.Member, Today, Today), (ParticipantKind.Member, Today, (DateOnly?)null)], check.People.Select(p => (p.Kind, p.From, p.ExemptSince)));
        Assert.Equal([(ImportFault.KindAssumed, 2), (ImportFault.DateAssumed, 2), (ImportFault.ExemptAssumed, 1)], check.Notes.Select(note => (note.Fault, (int)note.Facts[0])));
    }

    [Fact]
    public void What_is_wrong_with_a_cell_is_said_by_its_address()
    {
        Assert.Equal([("A2", ImportFault.NameMissing)], Problems(Row(2, null, "Cán bộ")));
        Assert.Equal([("A2", ImportFault.NameNotAName)], Problems(Row(2, "12")));
        Assert.Equal([("A2", ImportFault.TextTooLong)], Problems(Row(2, new string('a', Participant.NameLength + 1))));
        Assert.Equal([("C2", ImportFault.TextTooLong)], Problems(Row(2, "An Thị Bí", post: new string('a', Participant.PostLength + 1))));
        Assert.Equal([("B2", ImportFault.KindUnknown)], Problems(Row(2, "An Thị Bí", "Nông dân")));
        Assert.Equal([("D2", ImportFault.NotYesOrNo)], Problems(Row(2, "An Thị Bí", head: "có thể")));
        Assert.Equal([("E2", ImportFault.NotADate)], Problems(Row(2, "An Thị Bí", from: "31/02/2020")));
        Assert.Equal([("E2", ImportFault.DateTooLate)], Problems(Row(2, "An Thị Bí", from: Wording.Day(Today.AddDays(1)))));
        Assert.Equal([("E2", ImportFault.DateTooEarly)], Problems(Row(2, "An Thị Bí", from: "01/01/1929")));
        Assert.Equal([("G2", ImportFault.ExemptFromWithoutExempt)], Problems(Row(2, "An Thị Bí", exempt: "không", exemptFrom: "01/01/2026")));
        Assert.Equal([("", ImportFault.NoPeople)], Problems());
    }

    [Fact]
    public void Every_problem_is_said_at_once() =>
        Assert.Equal([("B2", ImportFault.KindUnknown), ("D2", ImportFault.NotYesOrNo), ("E2", ImportFault.NotADate), ("A3", ImportFault.NameMissing)], Problems(Row(2, "An Thị Bí", "?", null, "?", "?"), Row(3, null, "Cán bộ"), Row(4, "Lê Thị Bình")));

    [Fact]
    public void The_same_row_twice_is_one_too_many()
    {
        var problem = Assert.Single(Check([Row(2, "Nguyễn Văn An", from: "5/3/2020"), Row(9, "NGUYỄN VĂN AN", from: "05/03/2020")]).Problems);
        Assert.Equal((ImportFault.DoubledRow, "A9"), (problem.Fault, problem.Cell));
        Assert.Contains("A2", Wording.Of(problem), StringComparison.Ordinal);
        // Two of one name are two people when something else tells them apart.
        Assert.Empty(Check([Row(2, "Nguyễn Văn An", from: "5/3/2020"), Row(9, "Nguyễn Văn An", from: "06/03/2020"), Row(10, "Nguyễn Văn Ân", from: "5/3/2020")]).Problems);
    }

    [Fact]
    public void One_head_a_unit()
    {
        Assert.Equal([("D3", ImportFault.HeadTwice)], Problems(Row(2, "An Thị Bí", head: "có"), Row(3, "Lê Văn Cao", head: "có")));
        var taken = Assert.Single(Check([Row(2, "An Thị Bí", head: "có")], [Present("Vũ Đình Dũng", head: true)]).Problems);
        Assert.Contains("Vũ Đình Dũng", Wording.Of(taken), StringComparison.Ordinal);
        // The file may hand the place on.
        Assert.Empty(Check([Row(2, "An Thị Bí", head: "có"), Row(3, "Vũ Đình Dũng", head: "không", from: "05/03/2020")], [Present("Vũ Đình Dũng", head: true)]).Problems);
    }

    [Fact]
    public void People_already_there_are_known_by_name_and_day()
    {
        var (an, binh) = (Present("Nguyễn Văn An", "Bí thư", exempt: Today), Present("Lê Thị Bình"));
        var check = Check([Row(2, "nguyễn văn an", from: "5/3/2020"), Row(3, "Lê Thị Bình", post: "Phó bí thư", from: "5/3/2020"), Row(4, "Trần Văn Ca")], [an, binh]);
        Assert.Equal("Trần Văn Ca", Assert.Single(check.People).Name);
        Assert.Equal((binh, binh with { PostTitle = "Phó bí thư" }), (Assert.Single(check.Updates).Before, check.Updates[0].After));
        Assert.Equal([ImportFault.AlreadyThere, ImportFault.BroughtUpToDate], check.Notes.Select(note => note.Fault).Where(fault => fault is ImportFault.AlreadyThere or ImportFault.BroughtUpToDate));
        Assert.Empty(check.Questions);
    }

    [Fact]
    public void A_file_that_changes_nothing_is_not_stored() => Assert.False(Check([Row(2, "Lê Thị Bình", from: "5/3/2020")], [Present("Lê Thị Bình")]).Clean);

    [Fact]
    public void A_likely_double_is_asked_about()
    {
        var present = Present("Nguyễn Văn Ân");
        var rows = new[] { Row(2, "Nguyễn Văn An"), Row(3, "Hoàng Thị Mai") };
        var open = Check(rows, [present]);
        Assert.Equal((2, "A2", present, null), (Assert.Single(open.Questions).Row, open.Questions[0].Cell, open.Questions[0].Present, open.Questions[0].Answer));
        Assert.False(open.Clean);
        var same = Check(rows, [present], new() { [2] = DuplicateAnswer.SamePerson });
        Assert.True(same.Clean);
        Assert.Equal(["Hoàng Thị Mai"], same.People.Select(p => p.Name));
        Assert.Equal(2, Check(rows, [present], new() { [2] = DuplicateAnswer.AnotherPerson }).People.Count);
    }

    [Fact]
    public void Who_has_a_row_of_their_own_is_not_meant_by_a_like_name() =>
        Assert.Empty(Check([Row(2, "Nguyễn Thị Loan", from: "05/03/2020"), Row(3, "Nguyễn Thị Lan")], [Present("Nguyễn Thị Loan")]).Questions);

    [Theory]
    [InlineData("Nguyễn Văn An", "NGUYEN VAN ÂN", true), InlineData("Nguyễn Thị Lan", "Nguyễn Thị Loan", true), InlineData("Nguyễn Thị Hoa", "Nguyễn Thị Hao", true), InlineData("Nguyễn Thị Hoa", "Nguyễn Thi Hà", true)]
    [InlineData("Lê An", "Lê Ân", true), InlineData("Lê An", "Lê Am", false), InlineData("Nguyễn Văn An", "Nguyễn Văn Bình", false), InlineData("Đảng viên 11", "Đảng viên 12", false), InlineData("Nguyễn Văn Hòa", "Nguyễn Văn Hoà", true)]
    public void Names_are_alike_without_marks_or_with_one_slip(string one, string other, bool alike)
    {
        var (a, b) = (SearchKey.Fold(one), SearchKey.Fold(other));
        Assert.Equal((alike, alike), (NameLikeness.AreLike(a, b), NameLikeness.AreLike(b, a)));
        Assert.Equal(alike ? [1] : [], new NameLikeness(["tran thi khac han", b]).Like(a));
    }

    [Fact]
    public void The_index_of_names_finds_what_comparing_each_would()
    {
        var chance = new Random(3);
        string[] family = ["nguyen", "tran", "le"], middle = ["van", "thi", "dinh"], given = ["an", "anh", "hoa", "hao", "lan", "loan", "long"];
        var names = Enumerable.Range(0, 300).Select(_ => $"{family[chance.Next(3)]} {middle[chance.Next(3)]} {given[chance.Next(7)]}").ToList();
        var index = new NameLikeness(names);
        foreach (var name in names.Distinct())
            Assert.Equal(Enumerable.Range(0, names.Count).Where(i => NameLikeness.AreLike(name, names[i])), index.Like(name).Order());
    }

    [Fact]
    public void More_people_than_one_file_may_bring() =>
        Assert.Contains(Check([.. Enumerable.Range(2, ParticipantFile.MostPeople + 1).Select(n => Row(n, "Người thứ " + n))]).Problems, problem => problem.Fault == ImportFault.TooManyPeople);

    [Theory]
    [InlineData("vi"), InlineData("en")]
    public void Every_sentence_takes_the_facts_that_the_code_gives(string language)
    {
        var facts = new Dictionary<ImportFault, object[]>
        {
            [ImportFault.NameNotAName] = ["12"], [ImportFault.TextTooLong] = [120], [ImportFault.KindUnknown] = ["?"], [ImportFault.NotADate] = ["?"], [ImportFault.DateTooLate] = [Today, Today], [ImportFault.DateTooEarly] = [Today, Today],
            [ImportFault.NotYesOrNo] = ["?"], [ImportFault.ExemptFromWithoutExempt] = [Today], [ImportFault.DoubledRow] = ["An", "A2"], [ImportFault.HeadTwice] = ["D2"], [ImportFault.HiddenRow] = [7], [ImportFault.HiddenColumn] = [ParticipantColumn.From],
            [ImportFault.ErrorValue] = ["#REF!"], [ImportFault.DoubledColumn] = ["Tên"], [ImportFault.TooManyPeople] = [20000], [ImportFault.NearDuplicate] = ["An", "Ân"], [ImportFault.ColumnIgnored] = ["x"], [ImportFault.KindAssumed] = [1],
            [ImportFault.DateAssumed] = [1, Today], [ImportFault.NameWithDigits] = [1, "An 1"], [ImportFault.AlreadyThere] = [1], [ImportFault.ExemptAssumed] = [1, Today], [ImportFault.BroughtUpToDate] = ["An"],
        };
        foreach (var fault in Enum.GetValues<ImportFault>())
        {
            var given = facts.GetValueOrDefault(fault) ?? [];
            Assert.Equal(given.Length, In(language, () => Regex.Matches(Wording.Of(fault), @"\{(\d)").Select(m => m.Groups[1].Value).Distinct().Count()));
            Assert.DoesNotContain('{', In(language, () => Wording.Of(new ImportProblem("S", "A1", fault, given))));
        }
        // The sentence that lists the kinds lists them all.
        Assert.All(Enum.GetValues<ParticipantKind>(), kind => Assert.Contains(In(language, () => Wording.Of(kind)), In(language, () => Wording.Of(ImportFault.KindUnknown)), StringComparison.Ordinal));
    }
}
