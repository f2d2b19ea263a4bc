using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.UseCases.Reminders;
using CampaignTracker.Web.Reminders;

namespace CampaignTracker.Web.Tests.Reminders;

public sealed class MessageLetterTests
{
    private static readonly DateOnly Today = new(2027, 3, 1);

    private static readonly MailSettings Mail = new() { PublicAddress = "https://so.example.vn/" };

    private static DeliverMessages.Line Line(string rule, int days, string unit = "Chi bộ 3") => new(Guid.NewGuid(), rule, RequirementKind.AnnualPlan, 2027, 2027, Today.AddDays(days), 2, unit);

    private static DeliverMessages.Handover Message(MessageKind kind = MessageKind.Digest, string language = "vi", DeliverMessages.Template? template = null, DeliverMessages.Word? word = null, params DeliverMessages.Line[] lines) =>
        new(Guid.NewGuid(), "1@campaign-tracker", kind, "a@b.vn", language, Today, DateTime.MaxValue, new("Nguyễn Văn <A>", "Bí thư", "Chi bộ 3"), lines, word, template);

    [Fact]
    public void A_digest_says_what_comes_first_what_is_due_what_is_for_information_each_with_its_link()
    {
        var (quiet, soon, first) = (Line("OpinionsWaiting", 0), Line("FilingDue", 7), Line("FilingOverdue", -2));
        var letter = MessageLetter.Compose(Message(lines: [quiet, soon, first]), Mail);
        Assert.Equal("Việc cần làm ngày 01/03/2027 – Chi bộ 3", letter.Subject);
        string[] order = ["Kính gửi đồng chí Nguyễn Văn <A>, Bí thư.", "CẦN LÀM TRƯỚC", $"https://so.example.vn/r/{first.ReminderId}", "SẮP ĐẾN HẠN", $"https://so.example.vn/r/{soon.ReminderId}", "ĐỂ BIẾT", $"https://so.example.vn/r/{quiet.ReminderId}", "Trân trọng.", "https://so.example.vn/me"];
        var at = order.Select(part => letter.Text.IndexOf(part, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, at);
        Assert.Equal(at.Order(), at);
        Assert.Contains("Nguy&#7877;n V&#259;n &lt;A&gt;", letter.Html, StringComparison.Ordinal);
        Assert.Contains($"href=\"https://so.example.vn/r/{first.ReminderId}\"", letter.Html, StringComparison.Ordinal);
        Assert.DoesNotContain('!', letter.Text);
    }

    [Fact]
    public void It_speaks_the_readers_language_and_leaves_the_programs_alone()
    {
        var before = System.Globalization.CultureInfo.CurrentUICulture;
        Assert.Contains("TO DO FIRST", MessageLetter.Compose(Message(language: "en", lines: [Line("FilingOverdue", -2)]), Mail).Text, StringComparison.Ordinal);
        Assert.Equal(before, System.Globalization.CultureInfo.CurrentUICulture);
    }

    [Fact]
    public void An_urging_names_who_and_why_an_announcement_its_title_and_text()
    {
        var urged = MessageLetter.Compose(Message(MessageKind.Urging, word: new(Guid.NewGuid(), "Ban Xây dựng Đảng, Đảng ủy xã", "", "tổng hợp quý I"), lines: [Line(ReminderRules.ByHand, 1)]), Mail);
        Assert.Contains("Ban Xây dựng Đảng, Đảng ủy xã đề nghị đồng chí quan tâm", urged.Text, StringComparison.Ordinal);
        Assert.Contains("Lý do: tổng hợp quý I", urged.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("phải", urged.Text, StringComparison.Ordinal);
        var id = Guid.NewGuid();
        var told = MessageLetter.Compose(Message(MessageKind.Announcement, word: new(id, "Đảng ủy xã", "Lịch\nhọp", "Sáng thứ Bảy <8h>.")), Mail);
        Assert.Equal("Thông báo: Lịch họp", told.Subject);
        Assert.Contains("Sáng thứ Bảy <8h>.", told.Text, StringComparison.Ordinal);
        Assert.Contains("&lt;8h&gt;", told.Html, StringComparison.Ordinal);
        Assert.Contains($"/announcements/{id}", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_offices_own_wording_stands_around_the_lines_and_a_broken_one_is_refused()
    {
        var own = MessageLetter.Compose(Message(template: new("{DonVi}", "Thưa {DongChi}", "Kính."), lines: [Line("FilingDue", 7)]), Mail);
        Assert.Equal("Chi bộ 3", own.Subject);
        Assert.StartsWith("Thưa Nguyễn Văn <A>", own.Text, StringComparison.Ordinal);
        Assert.Equal(Because.TemplateUnknownWord, Assert.Throws<Refusal>(() => MessageLetter.Compose(Message(template: new("{Sai}", "{DongChi}", "."), lines: [Line("FilingDue", 7)]), Mail)).Code);
    }

    [Theory]
    [InlineData(MessageKind.Digest)]
    [InlineData(MessageKind.Urging)]
    [InlineData(MessageKind.Announcement)]
    public void The_programs_own_wording_is_sound(MessageKind kind)
    {
        foreach (var language in new[] { "vi", "en" })
            Assert.Null(MessageLetter.Usual(kind, language) is var usual ? TemplateWords.Fault(kind, usual.Subject, usual.Opening, usual.Closing) : null);
    }

    [Theory]
    [InlineData("FilingDue", RequirementKind.AnnualPlan, "/plans")]
    [InlineData("FilingDue", RequirementKind.TermCommitments, "/commitments?year=2027&scope=term")]
    [InlineData("RegisterUnconfirmed", RequirementKind.AnnualCommitments, "/commitments?year=2027&scope=year")]
    [InlineData("PromisesPast", RequirementKind.AnnualCommitments, "/progress?year=2027")]
    [InlineData("OpinionsWaiting", null, "/reviews")]
    [InlineData("AccountsUnused", null, "/admin/accounts")]
    [InlineData("YearUnopened", null, "/documents")]
    public void A_link_leads_to_the_page_of_its_thing(string rule, RequirementKind? kind, string page) =>
        Assert.Equal(page, ReminderEndpoint.PageOf(new(rule, Guid.NewGuid(), null, kind, kind is { } owed && owed.IsForTerm() ? Domain.Commitments.CommitmentScope.Term : Domain.Commitments.CommitmentScope.Year, 2027)));
}
