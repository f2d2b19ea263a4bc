using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Commitments.Papers;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Meetings;
using CampaignTracker.Domain.Papers;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Progress;

namespace CampaignTracker.Reports.Tests.Commitments;

/// <summary>Papers to be written; everyone in them is invented.</summary>
internal static class Sample
{
    public static readonly PaperMeeting Meeting = new(new(2027, 1, 5), 19, 22, 19);

    public static readonly PaperPeriod Year = new(2027, 2027), Term = new(2026, 2030);

    public static PaperHead Head(PaperRule rule = PaperRule.Party2026, bool demo = true, bool dated = true) =>
        new(rule, rule == PaperRule.State ? "Ủy ban nhân dân tỉnh A" : "Đảng ủy phường A1", rule == PaperRule.State ? "Ủy ban nhân dân phường A1" : "Chi bộ tổ dân phố 5", "A1", dated ? new(2027, 1, 5) : null, 2027, demo);

    public static PaperPerson Person(string name = "Hoàng Thị D", ParticipantKind kind = ParticipantKind.Member) => new(name, kind, null, null, "Chi ủy viên", null, null, "Chi bộ tổ dân phố 5");

    public static Promise Promise(int n = 1) => new($"Hướng dẫn các hộ trong tổ làm thủ tục trực tuyến, buổi thứ {n}", "12 hộ, mỗi hộ ít nhất một thủ tục", new(2027, 11, 30), "Sổ ghi các buổi hướng dẫn", n % 2 == 0 ? RoleModelStandard.Integrity : RoleModelStandard.Solidarity);

    public static readonly string[] Seven =
    [
        "Về tư tưởng chính trị", "Về phẩm chất đạo đức, lối sống", "Về ý thức tổ chức kỷ luật", "Về tác phong, lề lối làm việc", "Về thực hiện chức trách, nhiệm vụ được giao", "Về khắc phục hạn chế, khuyết điểm", "Chương trình hành động thực hiện nghị quyết đại hội",
    ];

    public static PersonalPaper Paper(PaperHead? head = null, PaperPerson? person = null, PaperPeriod? period = null, ConfirmingBlock? confirmation = null, bool blank = false) =>
        new(head ?? Head(), period ?? Year, person ?? Person(),
            [
                new(DocumentKind.Directive, "05-CT/TW", new(2016, 5, 15), "Bộ Chính trị", null, Confidence.Confirmed),
                new(DocumentKind.Directive, "07-CT/TW", new(2026, 7, 13), null, null, Confidence.Secondary),
            ],
            [.. Seven.Select((title, i) => new PaperSection(title, blank || i % 3 != 0 ? [] : i == 0 ? [Promise(1), Promise(2)] : [Promise(i)]))],
            confirmation ?? new(ConfirmingBody.Cell, Role.Secretary, "Nguyễn Văn B", Meeting));

    /// <summary>A unit of so many people.</summary>
    public static IReadOnlyList<PersonalPaper> Unit(int people) => [.. Enumerable.Range(1, people).Select(n => Paper(person: Person($"Người Thứ {n}")))];

    public static RegisterSheet Register(PaperHead? head = null, int people = 30) =>
        new(head ?? Head(), "CB", null, "Chi bộ", Year,
            [.. Enumerable.Range(1, people).Select(n => new RegisterRow($"Người Thứ {n}", n == 1 ? "Bí thư" : null, n == 4, n is 4 or 7 ? [] : n % 5 == 0 ? [Promise(1), Promise(2)] : [Promise(n)]))],
            Meeting, Role.Secretary, "Nguyễn Văn B");

    public static MemberResult Result(string name = "Hoàng Thị D", int lines = 3, string? said = null, bool demo = true) =>
        new(Person(name), Year,
            [.. Enumerable.Range(1, lines).Select(n => new PromiseResult(Promise(n), n == 1 ? Outcome.Done : n == 2 ? Outcome.PartlyDone : null, n == 1 ? "12/12 hộ" : n == 2 ? "5/8 buổi" : null, n == 3 ? null : "Mở tại nhà văn hóa, tối thứ Năm hằng tuần.", n == 1 ? ["anh-buoi-1.jpg", "so-huong-dan.pdf"] : []))],
            said, new(2027, 11, 22), demo);

    public static CellResult Cell(bool demo = true) => new("Chi bộ tổ dân phố 5", Year, 21, 1, 20, Meeting, new(34, 28, 3, 1), 30, new(Year, "03-KH/CB", new(2027, 2, 5)), new(6, 4, 1, 0), 3, new(2027, 11, 22), demo);

    public static UnitDossier Dossier(PaperHead? head = null, int people = 12) =>
        new(head ?? Head(dated: false), "Chi bộ tổ dân phố 5", "19-05434-012", Year, new(2027, 11, 22, 14, 32, 0), "Nguyễn Văn B", [Register(people: people)],
            [new(Meeting, "Nguyễn Văn B", [new(MeetingItem.AnnualRegistrations, null), new(MeetingItem.Topic, "Chuyên đề năm 2027")]), new(new(new(2027, 3, 3), null, null, null), "Trần Thị C", [])],
            [
                new(new(Year, "03-KH/CB", new(2027, 2, 5)), PlanState.Completed, [.. Enumerable.Range(1, 6).Select(n => new DossierItem(n, $"Việc thứ {n} của kế hoạch", "Phó Bí thư", new(2027, 10, 31), null, n < 5 ? Outcome.Done : n == 5 ? Outcome.NotDone : null, null, n == 5 ? "Dời sang quý sau." : null, n == 1 ? ["bien-ban.pdf"] : []))]),
                new(new(Term, null, null), PlanState.Draft, []),
            ],
            [.. Enumerable.Range(1, people).Select(n => Result($"Người Thứ {n}", n % 4))],
            [new("anh-buoi-1.jpg", "Người Thứ 1", 1, new(2027, 5, 6), new(2027, 5, 7), null, new string('a', 64)), new("Sổ ghi, bản giấy", null, 3, null, new(2027, 6, 1), null, null)],
            [new(new(2027, 6, 2, 9, 15, 0), "Trần Văn K, Ban Tuyên giáo", "Người Thứ 2", "Kiểm tra theo chương trình")]);
}
