using CampaignTracker.Domain.Papers;
using CampaignTracker.Domain.People;
using static CampaignTracker.Domain.Tests.Scene;

namespace CampaignTracker.Domain.Tests.Papers;

public class FileNameTests
{
    [Theory]
    [InlineData("Kế hoạch số 3.pdf", "Kế hoạch số 3.pdf")]
    [InlineData("KE HOACH.PDF", "KE HOACH.PDF")]
    [InlineData("..\\..\\scan.pdf", "scan.pdf")]
    [InlineData("../../x", "x.pdf")]
    [InlineData("/etc/passwd", "passwd.pdf")]
    [InlineData("C:\\Users\\x\\a.pdf", "a.pdf")]
    [InlineData("a\0.pdf", "a.pdf")]
    [InlineData("a\r\nSet-Cookie: x=1.pdf", "a  Set-Cookie_ x=1.pdf")]
    [InlineData("a\u2028b\u0085c\td.pdf", "a b c d.pdf")]
    [InlineData("anh\u202Egpj.exe", "anhgpj.exe.pdf")]
    [InlineData("\u2066\u200Ba\u2069\uFEFF.pdf", "a.pdf")]
    [InlineData("CON", "_CON.pdf")]
    [InlineData("con.pdf", "_con.pdf")]
    [InlineData("nul.tar.pdf", "_nul.tar.pdf")]
    [InlineData("LPT1 .pdf", "_LPT1.pdf")]
    [InlineData("console.pdf", "console.pdf")]
    [InlineData("report.exe", "report.exe.pdf")]
    [InlineData("a.pdf.exe", "a.pdf.exe.pdf")]
    [InlineData("a.pdf. . ", "a.pdf")]
    [InlineData("a\"b<c>d|e?f*g%00:h.pdf", "a_b_c_d_e_f_g_00_h.pdf")]
    [InlineData("", "file.pdf")]
    [InlineData(null, "file.pdf")]
    [InlineData("...", "file.pdf")]
    [InlineData("/", "file.pdf")]
    [InlineData(".pdf", "pdf.pdf")]
    public void A_name_is_kept_and_made_harmless(string? given, string kept) => Assert.Equal(kept, FileName.Clean(given, FileKind.Pdf));

    [Fact]
    public void Half_an_emoji_is_no_letter() => Assert.Equal("pdf.pdf", FileName.Clean("\uD83D.pdf", FileKind.Pdf));

    [Theory]
    [InlineData("anh.jpeg", FileKind.Jpeg, "anh.jpeg")]
    [InlineData("anh.png", FileKind.Jpeg, "anh.png.jpg")]
    [InlineData("so.xlsm", FileKind.Xlsx, "so.xlsm.xlsx")]
    [InlineData("bai.docx", FileKind.Docx, "bai.docx")]
    public void The_ending_is_that_of_the_content(string given, FileKind kind, string kept) => Assert.Equal(kept, FileName.Clean(given, kind));

    [Fact]
    public void A_long_name_keeps_its_end()
    {
        var name = FileName.Clean(new string('a', 10_000) + " cuối.pdf", FileKind.Pdf);
        Assert.Equal(StoredFile.NameLength, name.Length);
        Assert.EndsWith("a cuối.pdf", name);
        Assert.Equal(StoredFile.NameLength, FileName.Clean(new string('b', 10_000), FileKind.Docx).Length);
        // Cut between the halves of an emoji: the half is not kept.
        var smiles = FileName.Clean(string.Concat(Enumerable.Repeat("😀", 300)) + "a.pdf", FileKind.Pdf);
        Assert.False(char.IsLowSurrogate(smiles[0]));
        Assert.Equal(StoredFile.NameLength - 1, smiles.Length);
    }

    [Fact]
    public void Cleaning_twice_changes_nothing()
    {
        foreach (var given in new[] { "../CON", "a\u202Eb.exe", new string('x', 10_000), "  . a . pdf", "LPT9.", "😀" })
            Assert.Equal(FileName.Clean(given, FileKind.Docx), FileName.Clean(FileName.Clean(given, FileKind.Docx), FileKind.Docx));
    }

    [Fact]
    public void What_a_refusal_calls_a_file_is_harmless_and_short()
    {
        Assert.Equal("film.mp4", FileName.Shown("/home/x/film.mp4"));
        Assert.Equal(StoredFile.NameLength, FileName.Shown(new string('x', 10_000)).Length);
        Assert.Equal("file", FileName.Shown("\u202E"));
    }

    [Fact]
    public void Only_who_writes_the_plan_uploads_for_the_unit() =>
        Assert.Equal(Because.NotAllowed, Refused(() => StoredFile.Upload(Person(Role.Secretary, Commune), Cell.Path, "a.pdf", "ab", 1, FileKind.Pdf, Now)).Code);

    [Fact]
    public void A_stored_file_has_the_harmless_name() =>
        Assert.Equal("_CON.png", StoredFile.Upload(Person(Role.Officer, Cell), Cell.Path, "..\\CON", "ab", 1, FileKind.Png, Now).Name);
}
