using System.Text;
using CampaignTracker.Reports.Tests.Compliance;

namespace CampaignTracker.Reports.Tests.Commitments;

/// <summary>What LibreOffice reads in the papers.</summary>
public sealed class OtherReaderTests
{
    [NeedsLibreOfficeWriter]
    public async Task LibreOffice_reads_every_paper()
    {
        using var folder = new TemporaryFolder();
        var papers = (await Written.EveryPaperAsync()).Append(("unit-of-thirty", await Written.SelfTrainingAsync(Sample.Unit(30)))).Append(("head-note", await HeadNotePaperTests.WrittenAsync(HeadNotePaperTests.Note(late: 20)))).ToList();
        foreach (var (name, paper) in papers) await File.WriteAllBytesAsync(folder.File(name + ".docx"), paper.Bytes);
        await OutsideTools.RunAsync("soffice", ["-env:UserInstallation=" + new Uri(folder.File("profile")).AbsoluteUri, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder.File("out"), .. papers.Select(paper => folder.File(paper.Item1 + ".docx"))]);
        foreach (var (name, paper) in papers)
        {
            var read = (await File.ReadAllTextAsync(folder.File($"out/{name}.txt"), Encoding.UTF8)).Replace('\u00A0', ' ');
            foreach (var line in paper.Lines.SelectMany(line => line.Replace('\u00A0', ' ').Split('\n', '\t')).Select(line => line.Trim()).Where(line => line.Length > 0)) Assert.True(read.Contains(line), $"{name}: {line}");
        }
    }
}
