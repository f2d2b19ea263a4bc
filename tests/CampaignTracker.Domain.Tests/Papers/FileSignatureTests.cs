using CampaignTracker.Domain.Papers;
using CampaignTracker.Domain.People;
using static CampaignTracker.Domain.Tests.Scene;

namespace CampaignTracker.Domain.Tests.Papers;

public class FileSignatureTests
{
    [Fact]
    public void A_kind_is_told_by_content()
    {
        Assert.Equal(FileKind.Pdf, FileSignature.Tell("%PDF-1.7"u8));
        Assert.Equal(FileKind.Jpeg, FileSignature.Tell([0xFF, 0xD8, 0xFF, 0xE0]));
        Assert.Equal(FileKind.Png, FileSignature.Tell([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]));
    }

    [Fact]
    public void Anything_else_is_no_kind()
    {
        Assert.Null(FileSignature.Tell("MZ......"u8));
        Assert.Null(FileSignature.Tell(" %PDF-1."u8));
        Assert.Null(FileSignature.Tell([0xFF, 0xD8]));
        Assert.Null(FileSignature.Tell([]));
    }

    [Theory]
    [InlineData("..\\..\\scan.pdf", "scan.pdf")]
    [InlineData("/etc/passwd", "passwd")]
    [InlineData("Kế hoạch.pdf", "Kế hoạch.pdf")]
    public void A_name_is_kept_without_folders(string given, string kept) =>
        Assert.Equal(kept, StoredFile.Upload(Person(Role.Officer, Cell), Cell.Path, given, "ab", 1, FileKind.Pdf, Now).Name);

    [Fact]
    public void A_long_name_keeps_its_end()
    {
        var file = StoredFile.Upload(Person(Role.Officer, Cell), Cell.Path, new string('a', 300) + ".pdf", "ab", 1, FileKind.Pdf, Now);
        Assert.Equal(StoredFile.NameLength, file.Name.Length);
        Assert.EndsWith(".pdf", file.Name);
    }

    [Fact]
    public void Only_who_writes_the_plan_uploads_for_the_unit() =>
        Assert.Equal(Because.NotAllowed, Refused(() => StoredFile.Upload(Person(Role.Secretary, Commune), Cell.Path, "a.pdf", "ab", 1, FileKind.Pdf, Now)).Code);
}
