using System.Text;
using CampaignTracker.Domain.Evidence;
using CampaignTracker.Domain.Papers;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Evidence;
using CampaignTracker.UseCases.Plans;
using Microsoft.EntityFrameworkCore;
using static CampaignTracker.UseCases.Tests.Scene;

namespace CampaignTracker.UseCases.Tests.Evidence;

public sealed class EvidenceTests
{
    private static MemoryStream Pdf(string text = "một trang") => new([.. "%PDF-1.7\n"u8, .. Encoding.UTF8.GetBytes(text)]);

    private static async Task<Guid> ItemAsync(TestCampaign campaign, string who, string unit, bool sent = true)
    {
        var plan = sent ? await campaign.SentAsync(who, Town.Owed(unit)) : await campaign.DraftAsync(who, Town.Owed(unit));
        return (await campaign.As(who).Use<ViewPlan>().RunAsync(plan, default)).Items[0].Id;
    }

    private static async Task<Guid> LineAsync(TestCampaign campaign, string unit, Guid person, string action = "Đọc mỗi tháng một bài") => (await campaign.PromiseAsync(unit, person, action)).Line;

    private static Task<Guid> AttachAsync(TestCampaign campaign, string who, EvidenceOf of, Guid subject, Stream? content = null, string name = "anh.pdf", string? caption = null, DateOnly? happened = null, DateOnly? filed = null) =>
        campaign.As(who).Use<KeepEvidence>().AttachAsync(new(of, subject, caption, happened, filed), name, content ?? Pdf(), default);

    private static Task<ViewEvidence.Strip> OfAsync(TestCampaign campaign, string who, EvidenceOf of, Guid subject) => campaign.As(who).Use<ViewEvidence>().OfAsync(of, subject, default);

    private static async Task<byte[]> BytesAsync(Stream content)
    {
        await using (content)
        {
            using var copy = new MemoryStream();
            await content.CopyToAsync(copy);
            return copy.ToArray();
        }
    }

    [SkippableTheory, OnBoth]
    public async Task A_photo_of_a_plan_item_is_kept_with_three_dates_and_read_by_writer_and_reviewer(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var item = await ItemAsync(campaign, "a1.bt", Town.CellA1);
        var id = await AttachAsync(campaign, "a1.vp", EvidenceOf.PlanItem, item, new MemoryStream(Photo.Jpeg(6)), "IMG 01.jpg", "  Trồng cây ", new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 2));
        foreach (var reader in new[] { "a1.bt", "a.vp", "a.bt", "tinh.kt", "tinh.cv" })
        {
            var row = Assert.Single((await OfAsync(campaign, reader, EvidenceOf.PlanItem, item)).Rows);
            Assert.Equal(("IMG 01.jpg", FileKind.Jpeg, "Trồng cây"), (row.Name, row.Kind, row.Caption));
            Assert.Equal((new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 2), campaign.Clock.Now, "Đông Văn Thư"), (row.HappenedOn, row.FiledOn, row.ReceivedAt, row.ReceivedFrom));
            Assert.Equal(("Trồng 50 cây", 1), (row.At!.Text, row.At.Ordinal));
            var opened = await campaign.As(reader).Use<OpenEvidence>().RunAsync(id, default);
            var bytes = await BytesAsync(opened.Content);
            Assert.Equal((FileKind.Jpeg, row.Size), (opened.Kind, bytes.Length));
            Assert.All(Photo.Secrets, secret => Assert.DoesNotContain(secret, Encoding.Latin1.GetString(bytes)));
            var small = await campaign.As(reader).Use<OpenEvidence>().ThumbnailAsync(id, default);
            Assert.InRange((await BytesAsync(small.Content)).Length, 100, 40_000);
        }
        foreach (var (stranger, because) in new[] { ("a2.bt", Because.NotFound), ("b.bt", Because.NotFound), ("a1.tv", Because.NotFound), ("quantri", Because.NotFound) })
        {
            await RefusedAsync(because, () => OfAsync(campaign, stranger, EvidenceOf.PlanItem, item));
            await RefusedAsync(because, () => campaign.As(stranger).Use<OpenEvidence>().RunAsync(id, default));
            await RefusedAsync(because, () => campaign.As(stranger).Use<OpenEvidence>().ThumbnailAsync(id, default));
        }
        Assert.True((await OfAsync(campaign, "a1.pbt", EvidenceOf.PlanItem, item)).MayAdd);
        Assert.False((await OfAsync(campaign, "a.vp", EvidenceOf.PlanItem, item)).MayAdd);
    }

    [SkippableTheory, OnBoth]
    public async Task What_is_still_being_written_above_or_below_is_its_units_own(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var draft = await ItemAsync(campaign, "a1.bt", Town.CellA1, sent: false);
        var id = await AttachAsync(campaign, "a1.bt", EvidenceOf.PlanItem, draft);
        Assert.Single((await OfAsync(campaign, "a1.vp", EvidenceOf.PlanItem, draft)).Rows);
        await RefusedAsync(Because.NotFound, () => OfAsync(campaign, "a.vp", EvidenceOf.PlanItem, draft));
        await RefusedAsync(Because.NotFound, () => campaign.As("a.vp").Use<OpenEvidence>().RunAsync(id, default));
        Assert.Empty((await campaign.As("a.vp").Use<ViewEvidence>().RunAsync(new(Town.CellA1), default)).Page.Rows);
        // The plan issued above is read below; what proves it is not.
        var above = await ItemAsync(campaign, "a.bt", Town.CommuneA);
        await AttachAsync(campaign, "a.vp", EvidenceOf.PlanItem, above);
        await RefusedAsync(Because.NotFound, () => OfAsync(campaign, "a1.bt", EvidenceOf.PlanItem, above));
    }

    [SkippableTheory, OnBoth]
    public async Task A_promise_is_proved_by_its_author_or_its_keeper_and_read_by_nobody_else(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var line = await LineAsync(campaign, Town.CellA1, Promises.PersonOf("a1.tv"));
        var mine = await AttachAsync(campaign, "a1.tv", EvidenceOf.CommitmentLine, line, new MemoryStream(Photo.Png()), "sổ.png");
        var theirs = await AttachAsync(campaign, "a1.vp", EvidenceOf.CommitmentLine, line, new MemoryStream(OfficeFile.Docx()), "bài.docx");
        foreach (var reader in new[] { "a1.tv", "a1.bt", "a1.pbt", "a1.vp" })
        {
            var strip = await OfAsync(campaign, reader, EvidenceOf.CommitmentLine, line);
            Assert.Equal([mine, theirs], strip.Rows.Select(r => r.Id).OrderBy(id => id != mine));
            Assert.True(strip.MayAdd);
            Assert.All(strip.Rows, r => Assert.True(r.MayRemove));
            Assert.Equal([true, false], strip.Rows.OrderBy(r => r.Id != mine).Select(r => r.HasThumbnail));
            Assert.Equal(FileKind.Docx, (await campaign.As(reader).Use<OpenEvidence>().RunAsync(theirs, default)).Kind);
            await RefusedAsync(Because.NotFound, () => campaign.As(reader).Use<OpenEvidence>().ThumbnailAsync(theirs, default));
        }
        var colleague = await LineAsync(campaign, Town.CellA1, Promises.Member(Town.CellA1, 1));
        foreach (var stranger in new[] { "a.bt", "a.vp", "tinh.ld", "tinh.kt", "a2.bt", "a2.tv", "quantri", "a.qt" })
        {
            await RefusedAsync(Because.NotFound, () => OfAsync(campaign, stranger, EvidenceOf.CommitmentLine, line));
            await RefusedAsync(Because.NotFound, () => campaign.As(stranger).Use<OpenEvidence>().RunAsync(mine, default));
            await RefusedAsync(Because.NotFound, () => campaign.As(stranger).Use<OpenEvidence>().ThumbnailAsync(mine, default));
            await RefusedAsync(Because.NotFound, () => AttachAsync(campaign, stranger, EvidenceOf.CommitmentLine, line));
            await RefusedAsync(Because.NotFound, () => campaign.As(stranger).Use<KeepEvidence>().TakeOffAsync(mine, default));
        }
        await RefusedAsync(Because.NotFound, () => OfAsync(campaign, "a1.tv", EvidenceOf.CommitmentLine, colleague));
        await RefusedAsync(Because.NotFound, () => AttachAsync(campaign, "a1.tv", EvidenceOf.CommitmentLine, colleague));
        await campaign.As("a1.tv").Use<KeepEvidence>().TakeOffAsync(theirs, default);
        Assert.Equal(mine, Assert.Single((await OfAsync(campaign, "a1.bt", EvidenceOf.CommitmentLine, line)).Rows).Id);
    }

    [SkippableTheory, OnBoth]
    public async Task Who_only_reads_neither_attaches_nor_takes_off(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var item = await ItemAsync(campaign, "a1.bt", Town.CellA1);
        var id = await AttachAsync(campaign, "a1.bt", EvidenceOf.PlanItem, item);
        var files = Directory.GetFiles(campaign.Files, "*", SearchOption.AllDirectories).Length;
        foreach (var reader in new[] { "a.bt", "a.vp", "tinh.kt", "tinh.ld" })
        {
            // Refused before the upload is read.
            await RefusedAsync(Because.NotAllowed, () => AttachAsync(campaign, reader, EvidenceOf.PlanItem, item, new Unread()));
            await RefusedAsync(Because.NotAllowed, () => campaign.As(reader).Use<KeepEvidence>().TakeOffAsync(id, default));
            Assert.False(Assert.Single((await OfAsync(campaign, reader, EvidenceOf.PlanItem, item)).Rows).MayRemove);
        }
        await RefusedAsync(Because.NotFound, () => AttachAsync(campaign, "a2.bt", EvidenceOf.PlanItem, item, new Unread()));
        await RefusedAsync(Because.NotFound, () => campaign.As("a2.bt").Use<KeepEvidence>().TakeOffAsync(id, default));
        Assert.Equal(files, Directory.GetFiles(campaign.Files, "*", SearchOption.AllDirectories).Length);
    }

    [SkippableTheory, OnBoth]
    public async Task Dates_captions_and_kinds_are_checked_before_or_after_the_upload_and_nothing_is_left(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var item = await ItemAsync(campaign, "a1.bt", Town.CellA1);
        var tomorrow = campaign.Clock.Today.AddDays(1);
        Assert.Equal("HappenedOn", (await RefusedAsync(Because.ProgressInFuture, () => AttachAsync(campaign, "a1.bt", EvidenceOf.PlanItem, item, new Unread(), happened: tomorrow))).Field);
        Assert.Equal("FiledOn", (await RefusedAsync(Because.ProgressInFuture, () => AttachAsync(campaign, "a1.bt", EvidenceOf.PlanItem, item, new Unread(), filed: tomorrow))).Field);
        await RefusedAsync(Because.TooLong, () => AttachAsync(campaign, "a1.bt", EvidenceOf.PlanItem, item, new Unread(), caption: new string('x', EvidenceFile.CaptionLength + 1)));
        var kind = await RefusedAsync(Because.EvidenceKind, () => AttachAsync(campaign, "a1.bt", EvidenceOf.PlanItem, item, new MemoryStream("<html>"u8.ToArray()), "../trang.pdf"));
        Assert.Equal(("File", "trang.pdf"), (kind.Field, (string)kind.Facts[0]));
        await RefusedAsync(Because.FileEncrypted, () => AttachAsync(campaign, "a1.bt", EvidenceOf.PlanItem, item, new MemoryStream(OfficeFile.Old("EncryptedPackage"))));
        await RefusedAsync(Because.PictureTooLarge, () => AttachAsync(campaign, "a1.bt", EvidenceOf.PlanItem, item, new MemoryStream(Photo.Bomb(20_000, 20_000))));
        await RefusedAsync(Because.PictureBroken, () => AttachAsync(campaign, "a1.bt", EvidenceOf.PlanItem, item, new MemoryStream([0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3])));
        Assert.Empty(Directory.GetFiles(campaign.Files, "*", SearchOption.AllDirectories));
        await AttachAsync(campaign, "a1.bt", EvidenceOf.PlanItem, item);
        var row = Assert.Single((await OfAsync(campaign, "a1.bt", EvidenceOf.PlanItem, item)).Rows);
        Assert.Equal((null, campaign.Clock.Today, ""), (row.HappenedOn, row.FiledOn, row.Caption));
    }

    [SkippableTheory, OnBoth]
    public async Task A_line_takes_twenty_files(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var (item, line) = (await ItemAsync(campaign, "a1.bt", Town.CellA1), await LineAsync(campaign, Town.CellA1, Promises.PersonOf("a1.tv")));
        foreach (var (of, subject) in new[] { (EvidenceOf.PlanItem, item), (EvidenceOf.CommitmentLine, line) })
        {
            for (var n = 0; n < EvidenceFile.Limit; n++) await AttachAsync(campaign, "a1.bt", of, subject, Pdf($"tệp {n}"));
            Assert.Equal([EvidenceFile.Limit], (await RefusedAsync(Because.TooMuchEvidence, () => AttachAsync(campaign, "a1.bt", of, subject, new Unread()))).Facts);
            Assert.Equal(0, (await OfAsync(campaign, "a1.bt", of, subject)).Left);
        }
    }

    [SkippableTheory, OnBoth]
    public async Task The_same_photo_is_stored_once_and_shown_where_it_also_stands(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var item = await ItemAsync(campaign, "a1.bt", Town.CellA1);
        var (mine, colleagues) = (await LineAsync(campaign, Town.CellA1, Promises.PersonOf("a1.tv"), "Tự học"), await LineAsync(campaign, Town.CellA1, Promises.Member(Town.CellA1, 1), "Giúp bạn"));
        // From two telephones: another position, the same points.
        await AttachAsync(campaign, "a1.bt", EvidenceOf.PlanItem, item, new MemoryStream(Photo.Jpeg()));
        await AttachAsync(campaign, "a1.tv", EvidenceOf.CommitmentLine, mine, new MemoryStream(Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(Photo.Jpeg()).Replace("GPSPOSITION", "ELSEWHERE00"))));
        await AttachAsync(campaign, "a1.vp", EvidenceOf.CommitmentLine, colleagues, new MemoryStream(Photo.Jpeg()));
        await AttachAsync(campaign, "a1.bt", EvidenceOf.PlanItem, item, new MemoryStream(Photo.Jpeg(shade: 90)), "khác.jpg");
        Assert.Equal(4, Directory.GetFiles(campaign.Files, "*", SearchOption.AllDirectories).Length);

        // The secretary may open all three and has them by name.
        var rows = (await OfAsync(campaign, "a1.bt", EvidenceOf.PlanItem, item)).Rows;
        Assert.Equal(["Giúp bạn", "Tự học"], rows[0].Same.Select(s => s.Text).Order(StringComparer.Ordinal));
        Assert.Equal(["Đông Thị Viên", "Đảng viên 2 P-A-1"], rows[0].Same.Select(s => s.Person).Order(StringComparer.Ordinal));
        Assert.Equal((0, 0, 0), (rows[0].SameCounted, rows[1].Same.Count, rows[1].SameCounted));
        // The reviewer above reads the plan and counts people's promises, without a name.
        var above = (await OfAsync(campaign, "a.vp", EvidenceOf.PlanItem, item)).Rows[0];
        Assert.Equal((0, 2), (above.Same.Count, above.SameCounted));
        Assert.Equal((0, 2), ((await OfAsync(campaign, "tinh.kt", EvidenceOf.PlanItem, item)).Rows[0] is var seen ? (seen.Same.Count, seen.SameCounted) : default));
        // The author learns of nobody else's.
        var own = Assert.Single((await OfAsync(campaign, "a1.tv", EvidenceOf.CommitmentLine, mine)).Rows);
        Assert.Equal((0, 0), (own.Same.Count, own.SameCounted));
        var second = await AttachAsync(campaign, "a1.tv", EvidenceOf.CommitmentLine, mine, new MemoryStream(Photo.Jpeg()));
        Assert.All((await OfAsync(campaign, "a1.tv", EvidenceOf.CommitmentLine, mine)).Rows, r => Assert.Equal("Tự học", Assert.Single(r.Same).Text));

        // Taken off once, the others still open.
        await campaign.As("a1.tv").Use<KeepEvidence>().TakeOffAsync(second, default);
        Assert.NotEmpty(await BytesAsync((await campaign.As("a1.tv").Use<OpenEvidence>().RunAsync(own.Id, default)).Content));
    }

    [SkippableTheory, OnBoth]
    public async Task The_same_file_of_a_unit_beside_is_neither_named_nor_counted(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var (first, second) = (await ItemAsync(campaign, "a1.bt", Town.CellA1), await ItemAsync(campaign, "a2.bt", Town.CellA2));
        var line = await LineAsync(campaign, Town.CellA2, Promises.PersonOf("a2.tv"));
        await AttachAsync(campaign, "a1.bt", EvidenceOf.PlanItem, first);
        await AttachAsync(campaign, "a2.bt", EvidenceOf.PlanItem, second);
        await AttachAsync(campaign, "a2.tv", EvidenceOf.CommitmentLine, line);
        var row = Assert.Single((await OfAsync(campaign, "a1.bt", EvidenceOf.PlanItem, first)).Rows);
        Assert.Equal((0, 0), (row.Same.Count, row.SameCounted));
        // Who reviews both sees both.
        row = Assert.Single((await OfAsync(campaign, "a.bt", EvidenceOf.PlanItem, first)).Rows);
        Assert.Equal((Town.NameOf(Town.CellA2), 1), (Assert.Single(row.Same).UnitName, row.SameCounted));
    }

    [SkippableTheory, OnBoth]
    public async Task The_list_is_of_one_unit_and_year_newest_first(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var item = await ItemAsync(campaign, "a1.bt", Town.CellA1);
        var (mine, colleagues) = (await LineAsync(campaign, Town.CellA1, Promises.PersonOf("a1.tv")), await LineAsync(campaign, Town.CellA1, Promises.Member(Town.CellA1, 1)));
        async Task AddAsync(string who, EvidenceOf of, Guid subject, string caption, DateOnly? happened = null, string name = "a.pdf")
        {
            campaign.Clock.Advance(TimeSpan.FromMinutes(1));
            await AttachAsync(campaign, who, of, subject, Pdf(caption), name, caption, happened);
        }
        await AddAsync("a1.bt", EvidenceOf.PlanItem, item, "Trồng cây đường làng", new DateOnly(2026, 2, 1));
        await AddAsync("a1.tv", EvidenceOf.CommitmentLine, mine, "Sổ tay");
        await AddAsync("a1.vp", EvidenceOf.CommitmentLine, colleagues, "Giúp hộ nghèo", name: "Đường vào.pdf");
        await AddAsync("a1.bt", EvidenceOf.PlanItem, item, "Năm trước", new DateOnly(2025, 12, 31));
        Task<ViewEvidence.Answer> ListAsync(string who, ViewEvidence.Input input) => campaign.As(who).Use<ViewEvidence>().RunAsync(input, default);
        async Task<string> CaptionsAsync(string who, ViewEvidence.Input input) => string.Join(" | ", (await ListAsync(who, input)).Page.Rows.Select(r => r.Caption));

        Assert.Equal("Giúp hộ nghèo | Sổ tay | Trồng cây đường làng", await CaptionsAsync("a1.bt", new()));
        Assert.Equal("Năm trước", await CaptionsAsync("a1.bt", new(Year: 2025)));
        Assert.Equal("Trồng cây đường làng", await CaptionsAsync("a1.bt", new(Of: EvidenceOf.PlanItem)));
        Assert.Equal("Giúp hộ nghèo | Sổ tay", await CaptionsAsync("a1.bt", new(Of: EvidenceOf.CommitmentLine)));
        Assert.Equal("Giúp hộ nghèo | Trồng cây đường làng", await CaptionsAsync("a1.bt", new(Search: "DUONG")));
        Assert.Equal("", await CaptionsAsync("a1.bt", new(Search: "zz")));
        var page = await ListAsync("a1.bt", new(Skip: 1, Take: 1));
        Assert.Equal(("Sổ tay", 3), (Assert.Single(page.Page.Rows).Caption, page.Page.Count));
        Assert.Equal(("Trồng cây đường làng", 2), (await ListAsync("a1.bt", new(Search: "duong", Skip: 1, Take: 1))) is var sought ? (Assert.Single(sought.Page.Rows).Caption, sought.Page.Count) : default);
        Assert.Equal((Town.CellA1, true, 2026), (page.UnitCode, page.Own, page.Year));
        Assert.Contains(2025, page.Years);

        Assert.Equal("Sổ tay", await CaptionsAsync("a1.tv", new()));
        Assert.Equal("Trồng cây đường làng", await CaptionsAsync("a.vp", new(Town.CellA1)));
        Assert.Equal("", await CaptionsAsync("a.vp", new()));
        Assert.Equal("", await CaptionsAsync("quantri", new(Town.CellA1)));
        foreach (var code in new[] { Town.CellA2, Town.CommuneA, "P-Q" }) await RefusedAsync(Because.NotFound, () => ListAsync("a1.bt", new(code)));
        await RefusedAsync(Because.TooLong, () => ListAsync("a1.bt", new(Search: new string('x', 101))));
        Assert.Equal("", await CaptionsAsync("a1.bt", new(Year: int.MaxValue)));
        Assert.Equal("", await CaptionsAsync("a1.bt", new(Year: int.MinValue)));
    }

    [SkippableTheory, OnBoth]
    public async Task The_trail_says_what_was_attached_and_taken_off_and_withholds_what_is_a_persons(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var line = await LineAsync(campaign, Town.CellA1, Promises.PersonOf("a1.tv"));
        var id = await AttachAsync(campaign, "a1.tv", EvidenceOf.CommitmentLine, line, caption: "Riêng tư");
        await campaign.As("a1.bt").Use<KeepEvidence>().TakeOffAsync(id, default);
        var trail = await campaign.LookAsync(db => db.Audit.AsNoTracking().Where(e => e.RootId == id).OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync());
        Assert.Equal(["Đông Thị Viên KeepEvidence LineEvidence True", "Đông Văn Bí KeepEvidence LineEvidence True"], trail.Select(e => $"{e.ActorName} {e.Act} {e.Subject} {e.Personal}"));
        Assert.All(trail, e => Assert.Contains("Riêng tư", e.Changes));
    }

    [SkippableTheory, OnBoth]
    public async Task The_check_knows_files_of_evidence_and_their_small_pictures(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await AttachAsync(campaign, "a1.bt", EvidenceOf.PlanItem, await ItemAsync(campaign, "a1.bt", Town.CellA1), new MemoryStream(Photo.Jpeg()));
        await AttachAsync(campaign, "a1.tv", EvidenceOf.CommitmentLine, await LineAsync(campaign, Town.CellA1, Promises.PersonOf("a1.tv")));
        Assert.Contains(await campaign.Prepare.CheckAsync(default), line => line.Good && line.Text == "files: 3 contents present");
        File.Delete(Directory.GetFiles(campaign.Files, "*", SearchOption.AllDirectories)[0]);
        Assert.Contains(await campaign.Prepare.CheckAsync(default), line => !line.Good && line.Text.StartsWith("file:"));
    }

    private sealed class Unread : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new InvalidOperationException("It was read.");
    }
}
