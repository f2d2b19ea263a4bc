using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CampaignTracker.Domain.BackgroundWork;
using CampaignTracker.Domain.Backups;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Papers;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Reminders;
using static CampaignTracker.Domain.Tests.Scene;

namespace CampaignTracker.Domain.Tests;

/// <summary>Every word there is: complete in both languages, no orphan, placeholders as the code fills them.</summary>
public partial class WordsTests
{
    private static readonly Dictionary<string, string> Vietnamese = All(CultureInfo.InvariantCulture), English = All(CultureInfo.GetCultureInfo("en"));

    // Words that belong to no enum of the domain.
    private static readonly string[] Others =
        [.. Enum.GetNames<DayOfWeek>().Select(day => "DayOfWeek_" + day), "DaysLeft_Ahead", "DaysLeft_Tomorrow", "DaysLeft_Today", "DaysLeft_Yesterday", "DaysLeft_Over", "Percent_Unknown",
            .. ReminderRules.All.Select(rule => rule.Code).Append(ReminderRules.ByHand).SelectMany(code => new[] { "ReminderRule_" + code, "ReminderRuleAbout_" + code, "Reminder_" + code })];

    // What each refusal is given, in order. Compared below with what the code throws.
    private static readonly Dictionary<Because, object[]> Facts = new()
    {
        [Because.NotFound] = [], [Because.NotAllowed] = [], [Because.SignedOut] = [], [Because.NoPost] = [],
        [Because.ChangedMeanwhile] = ["Nguyễn Văn A", Now],
        [Because.Required] = [FieldName.Signer],
        [Because.TooLong] = [FieldName.Content, 2000],
        [Because.OutOfRange] = [FieldName.Total, 1, 5000],
        [Because.PlanNotInState] = [PlanAct.Edit, PlanState.Sent],
        [Because.PlanWithoutMeeting] = [], [Because.PlanWithoutSigner] = [], [Because.PlanWithoutItem] = [],
        [Because.MeetingInFuture] = [Today.AddDays(1), Today],
        [Because.MeetingCounts] = [FieldName.Present, 23, FieldName.Total, 22],
        [Because.PaperDate] = [Today.AddDays(1), Today],
        [Because.ItemEndsBeforeStart] = [Today.AddDays(1), Today],
        [Because.NotADate] = ["31/02/2027"],
        [Because.TooManyItems] = [60],
        [Because.OwnFiling] = [], [Because.SupplementWithoutRemark] = [],
        [Because.AlreadyOpened] = ["Nguyễn Văn A", Now],
        [Because.ExtensionNotLater] = [Today],
        [Because.ObligationSettled] = [],
        [Because.YearAlreadyOpen] = [2027],
        [Because.FileTooLarge] = ["scan.pdf", 15],
        [Because.FileKind] = ["scan.exe"], [Because.EvidenceKind] = ["film.mp4"],
        [Because.FileWithMacros] = ["so.xlsm"], [Because.FileEncrypted] = ["kin.docx"], [Because.FileOldOffice] = ["cu.doc"],
        [Because.PictureBroken] = ["anh.jpg"], [Because.PictureTooLarge] = ["anh.jpg", 60],
        [Because.AccountExists] = ["chibo5"],
        [Because.PasswordRule] = [12],
        [Because.TooManyPosts] = [4],
        [Because.ParticipantLeft] = ["Nguyễn Văn A"],
        [Because.BeforeArrival] = [Today, Today.AddDays(1)],
        [Because.CommitmentNotInState] = [CommitmentAct.Write, CommitmentState.Adopted],
        [Because.TooManyLines] = [12],
        [Because.CommitmentEmpty] = [], [Because.RegisterEmpty] = [],
        [Because.ConfirmedElsewhere] = ["Nguyễn Văn A"],
        [Because.OwnCommitment] = [],
        [Because.ProgressInFuture] = [Today.AddDays(1), Today],
        [Because.ProgressWithoutOutcome] = [], [Because.MeetingElsewhere] = [],
        [Because.TooMuchEvidence] = [20],
        [Because.OpeningWithoutReason] = [],
        [Because.RequestAnswered] = [Today],
        [Because.WorkbookUnreadable] = [WorkbookFault.Damaged],
        [Because.WorkbookTooMuch] = [WorkbookMeasure.Rows, 20000L],
        [Because.ImportNotClean] = [2, 1, 30],
        [Because.ImportInUse] = [2],
        [Because.LikelyDouble] = ["Nguyễn Văn An", "Nguyễn Văn Ân"],
        [Because.HeadTaken] = ["Nguyễn Văn An"],
        [Because.DayOutside] = [Today.AddDays(1), Today.AddDays(-1), Today],
        [Because.BothCommitted] = [2027],
        [Because.BackupNoSpace] = ["/srv/backups", 1200L, 300L], [Because.BackupFolder] = ["/srv/backups", "Access is denied."],
        [Because.BackupRunning] = [], [Because.BackupDatabase] = ["database is locked."], [Because.BackupNoProgram] = ["pg_dump"], [Because.BackupUnsound] = [BackupDamage.OtherRows],
        [Because.BackupNotFound] = ["2026-11-23_03-00-00", "/srv/backups"], [Because.BackupDamaged] = ["2026-11-23_03-00-00", "campaign.db", BackupDamage.Changed],
        [Because.BackupOfOther] = ["2026-11-23_03-00-00", "Sqlite", "Postgres"], [Because.BackupNewer] = ["2026-11-23_03-00-00", "9.1"],
        [Because.RestoreInUse] = [], [Because.RestoreFailed] = ["permission denied to create database."],
        [Because.TaskNotInState] = [LongTaskState.Done],
        [Because.TooManyTasks] = [5],
        [Because.LadderUnsound] = [10, 365], [Because.MessageNotDead] = [], [Because.TemplateUnknownWord] = ["Ten", "DongChi, DonVi"], [Because.TemplateLacksWord] = ["DongChi"], [Because.NoAddress] = ["Nguyễn Văn A"], [Because.NothingToUrge] = [],
        [Because.UrgedAlready] = [Today, Today.AddDays(3)],
        [Because.TooManyUrged] = [500],
        [Because.NotAnAddress] = ["ten@"], [Because.TooManyViews] = [20],
    };

    private static Dictionary<string, string> All(CultureInfo culture) => Words.ResourceManager.GetResourceSet(culture, true, false)!
        .Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    private static IEnumerable<string> Members() => typeof(Words).Assembly.GetExportedTypes().Where(type => type.IsEnum).SelectMany(type => Enum.GetNames(type).Select(name => type.Name + "_" + name));

    [GeneratedRegex(@"\{\d+(:[^}]*)?\}")]
    private static partial Regex Placeholder();

    private static IEnumerable<string> Placeholders(string text) => Placeholder().Matches(text).Select(m => m.Value).Distinct().Order();

    private static int PlaceholderCount(string text) => Placeholders(text).Select(p => p[1]).Distinct().Count();

    [Fact]
    public void Every_member_of_every_public_enum_has_a_word_in_both_languages()
    {
        Assert.Empty(Members().Except(Vietnamese.Keys));
        Assert.Empty(Members().Except(English.Keys));
    }

    [Fact]
    public void No_two_enums_share_a_name() => Assert.Equal(Members().Count(), Members().Distinct().Count());

    [Fact]
    public void No_word_is_left_without_a_member()
    {
        Assert.Empty(Vietnamese.Keys.Except(Members()).Except(Others));
        Assert.Empty(English.Keys.Except(Members()).Except(Others));
    }

    [Fact]
    public void Both_languages_have_the_same_keys_and_placeholders()
    {
        Assert.Equal(Vietnamese.Keys.Order(), English.Keys.Order());
        Assert.All(Vietnamese, word => Assert.Equal(Placeholders(word.Value), Placeholders(English[word.Key])));
    }

    [Fact]
    public void Every_refusal_is_in_the_table_of_facts() => Assert.Equal(Enum.GetValues<Because>(), Facts.Keys.Order());

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public void Every_sentence_takes_exactly_the_facts_it_is_given(string language)
    {
        foreach (var (because, facts) in Facts)
        {
            var pattern = (language == "vi" ? Vietnamese : English)["Because_" + because];
            Assert.True(facts.Length == PlaceholderCount(pattern), $"{because}: {facts.Length} facts, {PlaceholderCount(pattern)} placeholders");
            var sentence = In(language, () => Wording.Of(new Refusal(because, null, facts)));
            Assert.DoesNotContain('{', sentence);
            foreach (var fact in facts.OfType<string>()) Assert.Contains(fact, sentence);
        }
    }

    // ---- against the code

    // Every "new Refusal(Because.X, field, facts…)" of a source text with the number of its facts; -1 where it cannot be told.
    private static IEnumerable<(string Because, int Facts)> Thrown(string code)
    {
        foreach (Match start in Regex.Matches(code, @"new Refusal\(Because\.(\w+)"))
        {
            int depth = 1, commas = 0;
            var at = start.Index + start.Length;
            for (var quoted = false; depth > 0; at++)
            {
                if (code[at] == '"' && code[at - 1] != '\\') quoted = !quoted;
                if (quoted) continue;
                if (code[at] is '(' or '[' or '{') depth++;
                if (code[at] is ')' or ']' or '}') depth--;
                if (code[at] == ',' && depth == 1) commas++;
            }
            yield return (start.Groups[1].Value, Math.Max(0, commas - 1));
        }
    }

    private static IEnumerable<string> Wrong(string code) =>
        Thrown(code).Where(thrown => Facts[Enum.Parse<Because>(thrown.Because)].Length != thrown.Facts).Select(thrown => $"{thrown.Because} with {thrown.Facts} facts");

    [Fact]
    public void The_code_throws_every_refusal_with_the_facts_its_sentence_names()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains(Path.DirectorySeparatorChar + "obj" + Path.DirectorySeparatorChar)).ToList();
        var code = files.Select(File.ReadAllText).ToList();
        Assert.True(code.Sum(text => Thrown(text).Count()) > 30);
        Assert.Empty(files.Zip(code).SelectMany(file => Wrong(file.Second).Select(wrong => Path.GetFileName(file.First) + ": " + wrong)));
    }

    [Fact]
    public void The_check_above_complains_about_a_wrong_number_of_facts()
    {
        Assert.Equal(["TooLong with 1 facts"], Wrong("""throw new Refusal(Because.TooLong, nameof(Text), FieldName.Remark);"""));
        Assert.Equal(["NotFound with 1 facts"], Wrong("""new Refusal(Because.NotFound, null, Of(a, b))"""));
        Assert.Empty(Wrong("""x ?? throw new Refusal(Because.AlreadyOpened, null, OpenedByName ?? "a, b", Of(at, (1, 2)));  new Refusal(Because.NotFound)"""));
    }

    // ---- tone

    [Fact]
    public void Every_refusal_is_polite_says_the_way_out_and_blames_nobody()
    {
        foreach (var because in Enum.GetNames<Because>())
        {
            var (vi, en) = (Vietnamese["Because_" + because], English["Because_" + because]);
            Assert.True(Regex.IsMatch(vi, "[Đđ]ề nghị") && Regex.IsMatch(en, "[Pp]lease"), because + " has no way out");
            Assert.DoesNotContain('!', vi + en);
            Assert.False(Regex.IsMatch(vi, "bắt buộc|sai |lỗi|vi phạm|không được", RegexOptions.IgnoreCase), because + " blames");
            Assert.EndsWith(".", vi);
            Assert.EndsWith(".", en);
        }
    }

    [Fact]
    public void Words_are_composed_trimmed_and_not_empty()
    {
        foreach (var word in Vietnamese.Values.Concat(English.Values))
        {
            Assert.True(word.Length > 0 && word == word.Trim() && word.IsNormalized(NormalizationForm.FormC), word);
            Assert.DoesNotContain("  ", word);
        }
    }

    [Fact]
    public void English_is_not_left_in_Vietnamese()
    {
        Assert.All(English, word => Assert.False(Regex.IsMatch(word.Value, @"[\u00C0-\u024F\u1E00-\u1EFF]"), word.Key));
        Assert.All(Vietnamese.Where(w => w.Key.StartsWith("Because_", StringComparison.Ordinal)), word => Assert.NotEqual(English[word.Key], word.Value));
    }
}
