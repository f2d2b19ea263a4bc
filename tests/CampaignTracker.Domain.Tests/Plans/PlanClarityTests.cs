using System.Text;
using CampaignTracker.Domain.Plans;

namespace CampaignTracker.Domain.Tests.Plans;

public class PlanClarityTests
{
    private static readonly DateOnly Day = new(2027, 3, 1);

    [Fact]
    public void An_empty_item_misses_everything_in_the_order_of_the_form() =>
        Assert.Equal(Enum.GetValues<PlanElement>(), PlanClarity.Missing("", null, "", "", null, null, ""));

    [Fact]
    public void A_full_item_misses_nothing() => Assert.Empty(PlanClarity.Missing("c", ItemRole.Lead, "r", "m", Day, Day, "p"));

    [Theory]
    [InlineData(PlanElement.Content)]
    [InlineData(PlanElement.Role)]
    [InlineData(PlanElement.Responsible)]
    [InlineData(PlanElement.Method)]
    [InlineData(PlanElement.Start)]
    [InlineData(PlanElement.End)]
    [InlineData(PlanElement.Product)]
    public void Each_element_is_missed_alone_and_blanks_are_not_a_text(PlanElement element)
    {
        string Text(PlanElement e) => e == element ? " \u00A0\n" : "x";
        Assert.Equal([element], PlanClarity.Missing(Text(PlanElement.Content), element == PlanElement.Role ? null : ItemRole.CoOperating, Text(PlanElement.Responsible), Text(PlanElement.Method),
            element == PlanElement.Start ? null : Day, element == PlanElement.End ? null : Day, Text(PlanElement.Product)));
    }

    [Fact]
    public void A_stored_item_is_judged_like_its_values()
    {
        var item = Filing.In(PlanState.Draft).Plan.Items[0];
        Assert.Equal([PlanElement.Role, PlanElement.Responsible, PlanElement.Method, PlanElement.Start, PlanElement.End, PlanElement.Product], PlanClarity.Missing(item));
    }

    [Theory]
    [InlineData("Đẩy mạnh việc học tập và làm theo Bác")]
    [InlineData("ĐẨY MẠNH việc học tập")]
    [InlineData("day manh viec hoc tap")]
    [InlineData("  Tiếp tục   đẩy mạnh")]
    [InlineData("Tiếp tục thực hiện tốt")]
    [InlineData("Tăng\u00A0cường công tác tuyên truyền")]
    [InlineData("Nâng cao nhận thức")]
    [InlineData("Phát huy vai trò nêu gương")]
    [InlineData("Quán triệt sâu sắc")]
    [InlineData("Thực hiện tốt")]
    [InlineData("Thường xuyên tu dưỡng")]
    [InlineData("Chú trọng việc")]
    [InlineData("Làm tốt công tác")]
    public void A_standing_policy_is_noticed_in_any_marks_and_case(string content)
    {
        Assert.True(PlanClarity.GeneralPolicyOnly(content));
        Assert.True(PlanClarity.GeneralPolicyOnly(content.Normalize(NormalizationForm.FormD)));
        Assert.True(PlanClarity.GeneralPolicyOnly(content.ToUpperInvariant()));
    }

    [Theory]
    [InlineData("Đẩy mạnh trồng cây: 50 cây trước 30/6")]
    [InlineData("Trồng cây ở nhà văn hóa")]
    [InlineData("Tổ chức buổi sinh hoạt để nâng cao nhận thức")]
    [InlineData("")]
    [InlineData("   ")]
    public void A_figure_silences_it_and_other_openings_are_left_alone(string content) => Assert.False(PlanClarity.GeneralPolicyOnly(content));
}
