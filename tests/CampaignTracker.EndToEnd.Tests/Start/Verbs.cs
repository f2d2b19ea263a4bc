using System.IO.Compression;
using System.Text.Json;
using CampaignTracker.EndToEnd.Tests.Program;

namespace CampaignTracker.EndToEnd.Tests.Start;

/// <summary>The verbs: 0 done, 1 a problem in one line, 2 not understood.</summary>
public class Verbs
{
    private readonly string data = $"--Data:Folder={TemporaryFolder.New()}";

    [Fact]
    public async Task A_new_installation_step_by_step()
    {
        await DoneAsync(["migrate", data]);
        await DoneAsync(["migrate", data]);
        await DoneAsync(["seed", data]);
        await DoneAsync(["check", data]);
        await DoneAsync(["create-admin", "quan-tri", "--full-name", "Nguyễn Văn Ơn", data], "một mật khẩu dài 1 A");
        var again = await WebProgram.RunAsync(["create-admin", "quan-tri", data], input: "một mật khẩu dài 1 A");
        Problem(again);
    }

    [Fact]
    public async Task The_demo_is_told_for_any_day()
    {
        await DoneAsync(["seed", "demo", "--today", "2027-06-15", data]);
        await DoneAsync(["seed", "demo", "--today", "2027-06-15", data]);
        await DoneAsync(["check", data]);
    }

    [Fact]
    public async Task A_day_that_is_none() => Problem(await WebProgram.RunAsync(["seed", "demo", "--today", "15/06/2027", data]), "15/06/2027");

    [Fact]
    public async Task A_check_of_an_empty_database_says_what_is_missing()
    {
        var found = await WebProgram.RunAsync(["check", data]);

        Assert.Equal(1, found.ExitCode);
        Assert.Contains(found.Output, line => line.StartsWith("BAD", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_weak_password_is_refused() => Problem(await WebProgram.RunAsync(["create-admin", "quan-tri", data], input: "1"));

    [Fact]
    public async Task Everybodys_papers_below_a_unit_are_printed_with_a_reason()
    {
        var (demo, zip) = ($"--Data:Folder={await DemoData.CopyAsync()}", Path.Combine(TemporaryFolder.New(), "papers.zip"));
        Assert.Equal(2, (await WebProgram.RunAsync(["print", "commitments", "--unit", "19", demo])).ExitCode);
        Problem(await WebProgram.RunAsync(["print", "commitments", "--unit", "19", "--to", zip, demo]));
        Assert.False(File.Exists(zip));
        await DoneAsync(["print", "commitments", "--unit", "19", "--to", zip, "--reason", "Lưu trữ", demo]);
        await using var archive = await ZipFile.OpenReadAsync(zip);
        Assert.True(archive.Entries.Count > 1);
        Assert.All(archive.Entries, entry => Assert.True(entry.FullName.EndsWith(".docx", StringComparison.Ordinal) && entry.Length > 1000, entry.FullName));
    }

    [Fact]
    public async Task Participants_come_out_of_a_workbook_whole_or_not_at_all()
    {
        await DoneAsync(["migrate", data]);
        await DoneAsync(["seed", data]);
        var (good, bad, none) = (Workbook(("Nguyễn Văn Ân", "05/03/2020"), ("Lê Thị Bình", "")), Workbook(("Nguyễn Văn Ân", "05/03/2020"), ("Vũ Đình An", "31/02/2020")), Path.Combine(TemporaryFolder.New(), "a.xlsx"));
        await File.WriteAllTextAsync(none, "Họ và tên;Đối tượng");
        async Task<(int, JsonElement)> ImportAsync(string file, params string[] more)
        {
            var ended = await WebProgram.RunAsync(["import", "participants", file, "--unit", "19", "--json", data, .. more]);
            return (ended.ExitCode, JsonDocument.Parse(string.Join('\n', ended.Output)).RootElement);
        }

        var (exit, said) = await ImportAsync(good, "--dry-run");
        Assert.Equal((0, 2, 0), (exit, said.GetProperty("accepted").GetInt32(), said.GetProperty("stored").GetInt32()));
        (exit, said) = await ImportAsync(bad);
        var problem = Assert.Single(said.GetProperty("problems").EnumerateArray());
        Assert.Equal((1, 0, "Sheet1", "B3", "NotADate"), (exit, said.GetProperty("stored").GetInt32(), problem.GetProperty("sheet").GetString(), problem.GetProperty("cell").GetString(), problem.GetProperty("code").GetString()));
        Assert.Contains("31/02/2020", problem.GetProperty("message").GetString(), StringComparison.Ordinal);
        (exit, said) = await ImportAsync(good);
        Assert.Equal((0, 2), (exit, said.GetProperty("stored").GetInt32()));
        (exit, said) = await ImportAsync(bad, "--dry-run");
        Assert.Equal(1, exit);
        (exit, said) = await ImportAsync(none);
        Assert.Equal((2, "PlainText"), (exit, said.GetProperty("problems")[0].GetProperty("code").GetString()));

        var plain = await WebProgram.RunAsync(["import", "participants", bad, "--unit", "19", data]);
        Assert.Equal(1, plain.ExitCode);
        Assert.Contains(plain.Output, line => line.StartsWith("PROBLEM Sheet1!B3 NotADate", StringComparison.Ordinal));
        Assert.Equal(2, (await WebProgram.RunAsync(["import", "people.xlsx", data])).ExitCode);
        Assert.Equal(1, (await WebProgram.RunAsync(["import", "participants", good, "--unit", "nowhere", data])).ExitCode);
        Assert.Equal(2, (await WebProgram.RunAsync(["import", "participants", none + "x", "--unit", "19", data])).ExitCode);
    }

    // Names and days as texts.
    private static string Workbook(params (string Name, string From)[] people)
    {
        var path = Path.Combine(TemporaryFolder.New(), "people.xlsx");
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        void Part(string name, string content)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(content);
        }
        Part("xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>""");
        Part("xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
        Part("xl/worksheets/sheet1.xml", $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{string.Concat(people.Prepend(("Họ và tên", "Ngày về đơn vị")).Select(row => $"<row>{Cell(row.Item1)}{Cell(row.Item2)}</row>"))}</sheetData></worksheet>""");
        return path;

        static string Cell(string text) => $"<c t=\"inlineStr\"><is><t>{text}</t></is></c>";
    }

    [Fact]
    public async Task An_unknown_verb_shows_the_list()
    {
        var ended = await WebProgram.RunAsync(["sede", data]);

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains(ended.Output, line => line.Contains("create-admin", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Help_is_no_mistake() => Assert.Equal(0, (await WebProgram.RunAsync(["--help"])).ExitCode);

    private static async Task DoneAsync(string[] arguments, string? input = null)
    {
        var ended = await WebProgram.RunAsync(arguments, input: input);
        Assert.True(ended.ExitCode == 0 && ended.Errors.Length == 0, string.Join('\n', [.. ended.Errors, .. ended.Output]));
    }

    private static void Problem(WebProgram.Outcome ended, string? named = null)
    {
        Assert.Equal(1, ended.ExitCode);
        var line = Assert.Single(ended.Errors);
        if (named is not null) Assert.Contains(named, line, StringComparison.Ordinal);
    }
}
