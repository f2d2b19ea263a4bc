using CampaignTracker.Domain.Papers;

namespace CampaignTracker.Reports.Tests.Commitments;

/// <summary>What holds for every paper.</summary>
public sealed class PapersTests
{
    [Fact]
    public async Task The_validator_finds_nothing()
    {
        foreach (var (name, paper) in await Written.EveryPaperAsync()) Assert.True(paper.Problems.Count == 0, name + ": " + string.Join("; ", paper.Problems.Take(3)));
    }

    [Fact]
    public async Task The_demonstration_says_so_on_every_page_and_nothing_else_does()
    {
        foreach (var (name, paper) in await Written.EveryPaperAsync())
        {
            // One footer part, named for first and following pages of every section.
            Assert.True(paper.Footers.SequenceEqual(["Dữ liệu minh họa"]), name);
            Assert.All(paper.Sections, section => Assert.Equal(2, section.Elements<DocumentFormat.OpenXml.Wordprocessing.FooterReference>().Count()));
        }
        foreach (var (name, paper) in await Written.EveryPaperAsync(demo: false)) Assert.True(paper.Footers.SequenceEqual([""]) && !paper.All.Contains("minh họa"), name);
    }

    [Fact]
    public async Task Every_paper_is_Vietnamese_whatever_the_screen_speaks()
    {
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo("en-US");
        var english = await Written.EveryPaperAsync();
        Assert.Equal("en-US", System.Globalization.CultureInfo.CurrentUICulture.Name);
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo("vi-VN");
        foreach (var ((name, one), (_, other)) in english.Zip(await Written.EveryPaperAsync())) Assert.True(one.Lines.SequenceEqual(other.Lines), name);
        Assert.Contains("Đã thực hiện", english.Single(paper => paper.Name == "results").Paper.All);
    }

    [Fact]
    public async Task The_page_number_begins_on_the_second_page()
    {
        foreach (var (_, paper) in await Written.EveryPaperAsync())
        {
            Assert.Equal(1, paper.Headers.Count(header => header.Contains("PAGE")));
            Assert.Equal(1, paper.Headers.Count(header => header.Length == 0));
            Assert.NotNull(paper.Sections[0].GetFirstChild<DocumentFormat.OpenXml.Wordprocessing.TitlePage>());
        }
    }

    [Fact]
    public async Task A_table_repeats_its_heading_and_keeps_its_rows_whole()
    {
        var paper = await Written.RegisterAsync(Sample.Register());
        var table = paper.Body.Elements<DocumentFormat.OpenXml.Wordprocessing.Table>().ElementAt(1);
        var rows = table.Elements<DocumentFormat.OpenXml.Wordprocessing.TableRow>().ToList();
        Assert.NotNull(rows[0].TableRowProperties!.GetFirstChild<DocumentFormat.OpenXml.Wordprocessing.TableHeader>());
        Assert.All(rows, row => Assert.NotNull(row.TableRowProperties!.GetFirstChild<DocumentFormat.OpenXml.Wordprocessing.CantSplit>()));
        Assert.All(rows.Skip(1), row => Assert.Null(row.TableRowProperties!.GetFirstChild<DocumentFormat.OpenXml.Wordprocessing.TableHeader>()));
    }

    [Theory]
    [InlineData("=1+1", "=1+1")]
    [InlineData("<w:t>x</w:t> & \"y\"", "<w:t>x</w:t> & \"y\"")]
    [InlineData("a\u0001\u0008\u001Fb\uFFFF\uFFFEc\u0085", "abc")]
    [InlineData("nửa \uD83D cặp", "nửa  cặp")]
    [InlineData("Hoa\u0300 bi\u0300nh", "Hoà bình")]
    [InlineData("một\thai", "một hai")]
    [InlineData("một\r\nhai\u2028ba", "một\nhai\nba")]
    public async Task Strange_text_comes_back_as_text(string typed, string read)
    {
        var papers = Strange(typed);
        foreach (var (name, paper) in papers.Select((make, i) => (i, make)))
        {
            var written = await paper();
            Assert.True(written.Problems.Count == 0, $"{name}: {string.Join("; ", written.Problems.Take(3))}");
            Assert.Contains(read, written.All);
        }
    }

    [Fact]
    public async Task Ten_thousand_letters_are_written_and_may_break_across_pages()
    {
        var longest = new string('Ộ', 10_000);
        foreach (var paper in Strange(longest))
        {
            var written = await paper();
            Assert.Empty(written.Problems);
            Assert.Contains(longest, written.All);
            Assert.All(written.Body.Descendants<DocumentFormat.OpenXml.Wordprocessing.TableRow>().Where(row => row.InnerText.Contains(longest)),
                row => Assert.Null(row.TableRowProperties!.GetFirstChild<DocumentFormat.OpenXml.Wordprocessing.CantSplit>()));
        }
    }

    [Fact]
    public void The_rule_in_force_on_the_date_says_how_a_paper_looks()
    {
        Assert.Equal(PaperRule.Party2018, PaperRules.For(party: true, new(2026, 5, 26)));
        Assert.Equal(PaperRule.Party2026, PaperRules.For(party: true, new(2026, 5, 27)));
        Assert.Equal(PaperRule.State, PaperRules.For(party: false, new(2026, 5, 26)));
    }

    private static IEnumerable<Func<Task<Written>>> Strange(string text)
    {
        var promise = Sample.Promise() with { Action = text };
        yield return () => Written.RegistrationAsync(Sample.Paper() with { Sections = [new("I", [promise])] });
        yield return () => Written.SelfTrainingAsync(Sample.Paper() with { Sections = [new(text, [promise])] });
        yield return () => Written.RegisterAsync(Sample.Register(people: 2) with { Rows = [new("A", null, false, [promise])] });
        yield return () => Written.ResultsAsync(Sample.Result() with { SelfAssessment = text });
        yield return () => Written.ResultsAsync(Sample.Result(lines: 1) with { Results = [new(promise, null, null, null, [])] });
        yield return () => Written.InspectionAsync(Sample.Dossier() with { Openings = [new(new(2027, 6, 2), "A", "B", text)] });
    }
}
