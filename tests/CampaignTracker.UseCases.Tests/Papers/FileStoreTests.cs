using System.Text;
using CampaignTracker.Domain.Papers;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Papers;
using CampaignTracker.UseCases.Plans;
using Microsoft.EntityFrameworkCore;
using static CampaignTracker.UseCases.Tests.Scene;

namespace CampaignTracker.UseCases.Tests.Papers;

public sealed class FileStoreTests
{
    private static MemoryStream Pdf(string text = "một trang") => new([.. "%PDF-1.7\n"u8, .. Encoding.UTF8.GetBytes(text)]);

    private static int FilesIn(TestCampaign campaign) => Directory.GetFiles(campaign.Files, "*", SearchOption.AllDirectories).Length;

    private static async Task<ViewPlan.ScanFile?> ScanAsync(TestCampaign campaign, Guid plan) => (await campaign.As("a1.bt").Use<ViewPlan>().RunAsync(plan, default)).Scan;

    [SkippableTheory, OnBoth]
    public async Task A_scan_is_kept_shown_and_opened_as_it_came(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var plan = await campaign.DraftAsync("a1.bt", Town.Owed(Town.CellA1));
        await campaign.As("a1.vp").Use<KeepScan>().AttachAsync(plan, "Kế hoạch số 3.pdf", Pdf(), default);
        var scan = (await ScanAsync(campaign, plan))!;
        Assert.Equal(("Kế hoạch số 3.pdf", Pdf().Length), (scan.Name, scan.Size));
        foreach (var reader in new[] { "a1.bt", "a.vp", "tinh.kt" })
        {
            var opened = await campaign.As(reader).Use<KeepScan>().OpenAsync(scan.Id, default);
            await using var content = opened.Content;
            using var copy = new MemoryStream();
            await content.CopyToAsync(copy);
            Assert.Equal(("Kế hoạch số 3.pdf", FileKind.Pdf), (opened.Name, opened.Kind));
            Assert.Equal(Pdf().ToArray(), copy.ToArray());
        }
        foreach (var stranger in new[] { "a2.bt", "b.bt", "b1.tv" }) await RefusedAsync(Because.NotFound, () => campaign.As(stranger).Use<KeepScan>().OpenAsync(scan.Id, default));
        foreach (var without in new[] { "a1.tv", "quantri" }) await RefusedAsync(Because.NotAllowed, () => campaign.As(without).Use<KeepScan>().OpenAsync(scan.Id, default));
        await campaign.As("a1.bt").Use<KeepScan>().DetachAsync(plan, default);
        Assert.Null(await ScanAsync(campaign, plan));
    }

    [SkippableTheory, OnBoth]
    public async Task What_is_too_large_or_of_another_kind_is_refused_and_leaves_nothing(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var plan = await campaign.DraftAsync("a1.bt", Town.Owed(Town.CellA1));
        Task AttachAsync(string name, Stream content) => campaign.As("a1.bt").Use<KeepScan>().AttachAsync(plan, name, content, default);
        var refusal = await RefusedAsync(Because.FileTooLarge, () => AttachAsync("to.pdf", new Endless("%PDF-"u8.ToArray(), StoredFile.MaxBytes + 1)));
        Assert.Equal(["to.pdf", 15L], refusal.Facts);
        await RefusedAsync(Because.FileKind, () => AttachAsync("trang.pdf", new MemoryStream("<html>"u8.ToArray())));
        await RefusedAsync(Because.FileKind, () => AttachAsync("rong.pdf", new MemoryStream()));
        await RefusedAsync(Because.FileKind, () => AttachAsync("bai.pdf", new MemoryStream(OfficeFile.Docx())));
        await RefusedAsync(Because.FileOldOffice, () => AttachAsync("cu.pdf", new MemoryStream(OfficeFile.Old("WordDocument"))));
        await RefusedAsync(Because.PictureBroken, () => AttachAsync("anh.jpg", new MemoryStream(Photo.Jpeg()[..400])));
        var named = await RefusedAsync(Because.FileKind, () => AttachAsync("../../a\u202Egpj\r\n.exe", new MemoryStream("MZ"u8.ToArray())));
        Assert.Equal(["agpj  .exe"], named.Facts);
        await Assert.ThrowsAsync<IOException>(() => AttachAsync("dut.pdf", new Endless("%PDF-"u8.ToArray(), StoredFile.MaxBytes, breaksAt: 100_000)));
        Assert.Equal(0, FilesIn(campaign));
        Assert.Null(await ScanAsync(campaign, plan));
        await AttachAsync("vua.pdf", new Endless("%PDF-"u8.ToArray(), StoredFile.MaxBytes));
        Assert.Equal(1, FilesIn(campaign));
    }

    [SkippableTheory, OnBoth]
    public async Task The_same_content_is_stored_once(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var plan = await campaign.DraftAsync("a1.bt", Town.Owed(Town.CellA1));
        var other = await campaign.DraftAsync("a2.bt", Town.Owed(Town.CellA2));
        await campaign.As("a1.bt").Use<KeepScan>().AttachAsync(plan, "một.pdf", Pdf(), default);
        await campaign.As("a2.bt").Use<KeepScan>().AttachAsync(other, "hai.pdf", Pdf(), default);
        Assert.Equal(1, FilesIn(campaign));
    }

    [SkippableTheory, OnBoth]
    public async Task A_photographed_page_is_kept_without_what_it_tells(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var plan = await campaign.DraftAsync("a1.bt", Town.Owed(Town.CellA1));
        await campaign.As("a1.bt").Use<KeepScan>().AttachAsync(plan, "trang.jpg", new MemoryStream(Photo.Jpeg(6)), default);
        var opened = await campaign.As("a1.bt").Use<KeepScan>().OpenAsync((await ScanAsync(campaign, plan))!.Id, default);
        await using var content = opened.Content;
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy);
        Assert.Equal(FileKind.Jpeg, opened.Kind);
        Assert.All(Photo.Secrets, secret => Assert.DoesNotContain(secret, Encoding.Latin1.GetString(copy.ToArray())));
    }

    [SkippableTheory]
    [InlineData(DatabaseProvider.Sqlite, "../../etc/passwd.pdf", "passwd.pdf")]
    [InlineData(DatabaseProvider.Postgres, "../../etc/passwd.pdf", "passwd.pdf")]
    [InlineData(DatabaseProvider.Sqlite, @"C:\Users\x\bản quét.pdf", "bản quét.pdf")]
    [InlineData(DatabaseProvider.Postgres, @"C:\Users\x\bản quét.pdf", "bản quét.pdf")]
    [InlineData(DatabaseProvider.Sqlite, "a\0b.pdf", "ab.pdf")]
    [InlineData(DatabaseProvider.Postgres, "a\0b.pdf", "ab.pdf")]
    public async Task A_name_with_a_path_or_worse_is_only_a_name(DatabaseProvider on, string given, string kept)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var plan = await campaign.DraftAsync("a1.bt", Town.Owed(Town.CellA1));
        await campaign.As("a1.bt").Use<KeepScan>().AttachAsync(plan, given, Pdf(), default);
        Assert.Equal(kept, (await ScanAsync(campaign, plan))!.Name);
        var file = Assert.Single(Directory.GetFiles(campaign.Files, "*", SearchOption.AllDirectories));
        Assert.Matches("^[0-9a-f]{64}$", Path.GetFileName(file));
    }

    [SkippableTheory, OnBoth]
    public async Task A_photo_of_the_minutes_opens_within_its_unit_only(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var plan = await campaign.DraftAsync("a1.bt", Town.Owed(Town.CellA1));
        await campaign.As("a1.bt").Use<KeepScan>().AttachAsync(plan, "trang.pdf", Pdf(), default);
        var scan = (await ScanAsync(campaign, plan))!.Id;
        var minutes = Guid.Empty;
        await campaign.SetAsync(async db =>
        {
            var page = await db.Files.SingleAsync(f => f.Id == scan);
            var file = StoredFile.Upload(Domain.People.Actor.System, page.UnitPath, "biên bản.pdf", page.Sha256, page.Size, page.Kind, campaign.Clock.Now, FilePurpose.Minutes);
            db.Files.Add(file);
            minutes = file.Id;
        });
        foreach (var keeper in new[] { "a1.bt", "a1.pbt", "a1.vp" }) await (await campaign.As(keeper).Use<KeepScan>().OpenAsync(minutes, default)).Content.DisposeAsync();
        foreach (var above in new[] { "a.bt", "a.vp", "tinh.ld", "tinh.kt" }) await RefusedAsync(Because.NotAllowed, () => campaign.As(above).Use<KeepScan>().OpenAsync(minutes, default));
        await RefusedAsync(Because.NotFound, () => campaign.As("a2.bt").Use<KeepScan>().OpenAsync(minutes, default));
    }

    [SkippableTheory, OnBoth]
    public async Task A_long_name_keeps_its_end(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var plan = await campaign.DraftAsync("a1.bt", Town.Owed(Town.CellA1));
        await campaign.As("a1.bt").Use<KeepScan>().AttachAsync(plan, new string('x', 500) + ".pdf", Pdf(), default);
        Assert.Equal(new string('x', StoredFile.NameLength - 4) + ".pdf", (await ScanAsync(campaign, plan))!.Name);
    }

    [SkippableTheory, OnBoth]
    public async Task Nobody_hangs_a_scan_on_a_plan_that_is_not_theirs(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var plan = await campaign.DraftAsync("a1.bt", Town.Owed(Town.CellA1));
        await RefusedAsync(Because.NotFound, () => campaign.As("b1.bt").Use<KeepScan>().AttachAsync(plan, "a.pdf", Pdf(), default));
        await RefusedAsync(Because.NotAllowed, () => campaign.As("a.bt").Use<KeepScan>().AttachAsync(plan, "a.pdf", Pdf(), default));
        await RefusedAsync(Because.NotAllowed, () => campaign.As("a.bt").Use<KeepScan>().DetachAsync(plan, default));
        Assert.Equal(0, FilesIn(campaign));
    }

    // So many bytes after a beginning, made as they are read; may break off like a cut line.
    private sealed class Endless(byte[] start, long length, long breaksAt = long.MaxValue) : Stream
    {
        private long at;

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (at >= breaksAt) throw new IOException("cut");
            var n = (int)Math.Min(count, length - at);
            for (var i = 0; i < n; i++, at++) buffer[offset + i] = at < start.Length ? start[at] : (byte)'x';
            return n;
        }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => at; set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
