using System.Text;
using CampaignTracker.Domain.Papers;
using CampaignTracker.TestKit;
using static CampaignTracker.Domain.Tests.Scene;

namespace CampaignTracker.Domain.Tests.Papers;

public class FileSignatureTests
{
    private const string Mark = "application/vnd.ms-office.vbaProject";

    private static FileKind? Told(params byte[] content) => FileSignature.Tell(new MemoryStream(content), "tep");

    [Fact]
    public void A_kind_is_told_by_content()
    {
        Assert.Equal(FileKind.Pdf, Told([.. "%PDF-1.7"u8]));
        Assert.Equal(FileKind.Jpeg, Told(0xFF, 0xD8, 0xFF, 0xE0));
        Assert.Equal(FileKind.Png, Told(0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A));
        Assert.Equal(FileKind.Docx, Told(OfficeFile.Docx()));
        Assert.Equal(FileKind.Xlsx, Told(OfficeFile.Xlsx()));
        Assert.Equal(FileKind.Pptx, Told(OfficeFile.Pptx()));
    }

    [Fact]
    public void The_stream_is_read_from_its_start_wherever_it_stands()
    {
        var content = new MemoryStream(OfficeFile.Docx()) { Position = 7 };
        Assert.Equal(FileKind.Docx, FileSignature.Tell(content, "a.docx"));
        Assert.Equal(FileKind.Docx, FileSignature.Tell(content, "a.docx"));
    }

    [Fact]
    public void A_main_part_may_lie_elsewhere_and_get_its_type_by_its_ending()
    {
        Assert.Equal(FileKind.Docx, Told(OfficeFile.Package("word/document2.xml", OfficeFile.Word)));
        Assert.Equal(FileKind.Docx, Told(OfficeFile.Package("word/document.xml", OfficeFile.Word, byEnding: true)));
    }

    [Fact]
    public void Anything_else_is_no_kind()
    {
        Assert.Null(Told([.. "MZ......"u8]));
        Assert.Null(Told([.. " %PDF-1."u8]));
        Assert.Null(Told(0xFF, 0xD8));
        Assert.Null(Told());
        Assert.Null(Told([.. "<html><script>alert(1)</script>"u8]));
    }

    [Theory]
    [InlineData("application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml")]
    [InlineData("application/vnd.oasis.opendocument.text")]
    [InlineData("text/html")]
    public void A_package_of_another_main_type_is_no_kind(string type) => Assert.Null(Told(OfficeFile.Package("word/document.xml", type)));

    [Fact]
    public void A_zip_that_is_no_whole_package_is_no_kind()
    {
        Assert.Null(Told(OfficeFile.Zip([("a.txt", "x")])));
        Assert.Null(Told(OfficeFile.Zip([("[Content_Types].xml", "<Types/>")])));
        Assert.Null(Told(OfficeFile.Zip([("[Content_Types].xml", "no xml at all"), ("_rels/.rels", "<x/>")])));
        var elsewhere = $"""<Relationships><Relationship Type="{OfficeFile.Relationship}" Target="http://example.org/x" TargetMode="External"/></Relationships>""";
        Assert.Null(Told(OfficeFile.Package("word/document.xml", OfficeFile.Word, relationships: elsewhere)));
        Assert.Null(Told(OfficeFile.Package("word/document.xml", OfficeFile.Word, relationships: elsewhere.Replace("http://example.org/x", "word/missing.xml").Replace("External", "Internal"))));
        Assert.Null(Told(OfficeFile.Docx()[..200]));
        Assert.Null(Told([.. "PK\x03\x04"u8, .. new byte[100]]));
    }

    [Fact]
    public void A_list_that_swells_or_calls_outside_is_no_kind()
    {
        Assert.Null(Told(OfficeFile.Zip([("[Content_Types].xml", "<Types>" + new string(' ', 40_000_000) + "</Types>"), ("_rels/.rels", "<x/>")])));
        var laughs = """<?xml version="1.0"?><!DOCTYPE t [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><Types>&b;</Types>""";
        Assert.Null(Told(OfficeFile.Zip([("[Content_Types].xml", laughs), ("_rels/.rels", "<x/>")])));
    }

    [Theory]
    [InlineData("application/vnd.ms-word.document.macroEnabled.main+xml", "", null)]
    [InlineData(OfficeFile.Word, $"""<Override PartName="/word/v.bin" ContentType="{Mark}"/>""", null)]
    [InlineData(OfficeFile.Word, $"""<Default Extension="bin" ContentType="{Mark}"/>""", null)]
    [InlineData(OfficeFile.Excel, """<Override PartName="/xl/macrosheets/sheet1.xml" ContentType="application/vnd.ms-excel.macrosheet+xml"/>""", null)]
    [InlineData(OfficeFile.Word, """<Override PartName="/word/activeX/activeX1.xml" ContentType="application/vnd.ms-office.activeX+xml"/>""", null)]
    [InlineData(OfficeFile.Word, "", "word/VBAPROJECT.BIN")]
    public void A_file_with_macros_is_named_as_such(string type, string moreTypes, string? morePart)
    {
        var refusal = Refused(() => Told(OfficeFile.Package("word/document.xml", type, moreTypes: moreTypes, moreParts: morePart is null ? [] : [morePart])));
        Assert.Equal(Because.FileWithMacros, refusal.Code);
        Assert.Equal(["tep"], refusal.Facts);
    }

    [Fact]
    public void A_picture_called_macro_is_no_macro() => Assert.Equal(FileKind.Docx, Told(OfficeFile.Package("word/document.xml", OfficeFile.Word, moreParts: ["word/media/macro.png"])));

    [Fact]
    public void A_password_and_an_old_kind_are_told_apart()
    {
        Assert.Equal(Because.FileEncrypted, Refused(() => Told(OfficeFile.Old("EncryptedPackage"))).Code);
        Assert.Equal(Because.FileOldOffice, Refused(() => Told(OfficeFile.Old("WordDocument"))).Code);
    }

    [Theory]
    [InlineData(65_526)]
    [InlineData(65_530)]
    [InlineData(131_060)]
    public void A_password_is_found_wherever_the_mark_lies(int at)
    {
        var content = new byte[200_000];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(content, 0);
        Encoding.Unicode.GetBytes("EncryptedPackage").CopyTo(content, at);
        Assert.Equal(Because.FileEncrypted, Refused(() => Told(content)).Code);
    }

    [Fact]
    public void What_a_browser_does_not_show_is_handed_over()
    {
        Assert.All([FileKind.Pdf, FileKind.Jpeg, FileKind.Png], kind => Assert.True(kind.ShownInBrowser()));
        Assert.All([FileKind.Docx, FileKind.Xlsx, FileKind.Pptx], kind => Assert.False(kind.ShownInBrowser()));
        Assert.Equal(Enum.GetValues<FileKind>().Length, Enum.GetValues<FileKind>().Select(kind => kind.ContentType()).Distinct().Count());
        Assert.Equal(Enum.GetValues<FileKind>().Length, Enum.GetValues<FileKind>().Select(kind => kind.Endings()[0]).Distinct().Count());
    }
}
