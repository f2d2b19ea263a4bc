using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Plans;
using static CampaignTracker.Domain.Tests.Scene;

namespace CampaignTracker.Domain.Tests.Plans;

public class PlanWritingTests
{
    private readonly Actor writer = Person(Role.Officer, Cell);
    private readonly UnitPlan plan;
    private readonly PlanItem item;

    public PlanWritingTests()
    {
        plan = UnitPlan.Begin(writer, null, Owed(), "", "", Now);
        item = plan.AddItem(writer, Now);
    }

    private static bool IsSection(PlanField field) => field is PlanField.Basis or PlanField.Aims or PlanField.Organisation or PlanField.Recipients;

    private void Write(PlanField field, string value) => plan.Write(writer, IsSection(field) ? null : item.Id, field, value, Now);

    private string Read(PlanField field) => plan.Read(IsSection(field) ? null : item.Id, field);

    public static TheoryData<PlanField, string> Samples()
    {
        var data = new TheoryData<PlanField, string>();
        foreach (var field in Enum.GetValues<PlanField>())
            data.Add(field, field switch
            {
                PlanField.Role => "CoOperating",
                PlanField.StartsOn => "2027-03-01",
                PlanField.EndsOn => "2027-06-30",
                PlanField.Requirements => "7f0c1f5e-52f4-4a52-9d0e-0c5a0a6b1a11,0d2b7c11-0a55-4d3c-8f51-1f6f5e0c2b22",
                PlanField.HintDismissed => "true",
                _ => field + ": một\nhai",
            });
        return data;
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void What_was_written_is_read_and_can_be_emptied(PlanField field, string value)
    {
        Write(field, value);
        Assert.Equal(value, Read(field));
        Write(field, "");
        Assert.Equal("", Read(field));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Writing_one_field_touches_no_other(PlanField field, string value)
    {
        Write(field, value);
        foreach (var other in Enum.GetValues<PlanField>().Where(f => f != field)) Assert.Equal("", Read(other));
    }

    [Theory]
    [InlineData(PlanField.Basis, PlanLimits.Section, FieldName.Basis)]
    [InlineData(PlanField.Aims, PlanLimits.Section, FieldName.Aims)]
    [InlineData(PlanField.Organisation, PlanLimits.Section, FieldName.Organisation)]
    [InlineData(PlanField.Recipients, PlanLimits.Section, FieldName.Recipients)]
    [InlineData(PlanField.Content, PlanLimits.Content, FieldName.Content)]
    [InlineData(PlanField.CoOperating, PlanLimits.ShortField, FieldName.CoOperating)]
    [InlineData(PlanField.Responsible, PlanLimits.ShortField, FieldName.Responsible)]
    [InlineData(PlanField.Method, PlanLimits.ShortField, FieldName.Method)]
    [InlineData(PlanField.Product, PlanLimits.ShortField, FieldName.Product)]
    public void A_text_fits_to_its_limit_and_not_one_character_more(PlanField field, int limit, FieldName name)
    {
        Write(field, new string('ộ', limit));
        var refusal = Refused(() => Write(field, new string('ộ', limit + 1)));

        Assert.Equal((Because.TooLong, field.ToString()), (refusal.Code, refusal.Field));
        Assert.Equal([name, limit], refusal.Facts);
        Assert.Equal(limit, Read(field).Length);
    }

    [Fact]
    public void A_text_is_composed_before_it_is_measured()
    {
        Write(PlanField.Method, new string('ộ', PlanLimits.ShortField).Normalize(System.Text.NormalizationForm.FormD));
        Assert.Equal(PlanLimits.ShortField, item.Method.Length);
    }

    [Theory]
    [InlineData("31/12/2027")]
    [InlineData("2027-02-29")]
    [InlineData("2027-2-1")]
    [InlineData("1999-12-31")]
    [InlineData("2101-01-01")]
    [InlineData("cả năm")]
    public void What_is_no_date_is_refused_and_named(string given)
    {
        foreach (var field in new[] { PlanField.StartsOn, PlanField.EndsOn })
        {
            var refusal = Refused(() => Write(field, given));
            Assert.Equal((Because.NotADate, field.ToString()), (refusal.Code, refusal.Field));
            Assert.Equal([given], refusal.Facts);
            Assert.Equal("", Read(field));
        }
    }

    [Theory]
    [InlineData("2000-01-01")]
    [InlineData("2100-12-31")]
    [InlineData("2028-02-29")]
    public void A_date_may_lie_between_2000_and_2100(string given)
    {
        Write(PlanField.StartsOn, given);
        Assert.Equal(given, Read(PlanField.StartsOn));
    }

    [Fact]
    public void An_item_does_not_end_before_it_starts_whichever_is_written_last()
    {
        Write(PlanField.StartsOn, "2027-03-02");
        var end = Refused(() => Write(PlanField.EndsOn, "2027-03-01"));
        Assert.Equal((Because.ItemEndsBeforeStart, "EndsOn"), (end.Code, end.Field));
        Assert.Equal([new DateOnly(2027, 3, 2), new DateOnly(2027, 3, 1)], end.Facts);
        Assert.Null(item.EndsOn);

        Write(PlanField.EndsOn, "2027-03-02");
        var start = Refused(() => Write(PlanField.StartsOn, "2027-03-03"));
        Assert.Equal((Because.ItemEndsBeforeStart, "StartsOn"), (start.Code, start.Field));
        Assert.Equal(new DateOnly(2027, 3, 2), item.StartsOn);
    }

    [Theory]
    [InlineData("Lead", ItemRole.Lead)]
    [InlineData("CoOperating", ItemRole.CoOperating)]
    [InlineData("", null)]
    [InlineData("7", null)]
    [InlineData("1", null)]
    [InlineData("Boss", null)]
    public void A_role_is_one_of_two_or_not_chosen(string given, ItemRole? expected)
    {
        Write(PlanField.Role, given);
        Assert.Equal(expected, item.Role);
    }

    [Fact]
    public void Requirements_are_keys_each_once()
    {
        var (a, b) = (Guid.NewGuid(), Guid.NewGuid());
        Write(PlanField.Requirements, $"{a}, {b},{a},");
        Assert.Equal([a, b], item.Requirements);
        Assert.Equal(Because.NotFound, Refused(() => Write(PlanField.Requirements, "x")).Code);
        Assert.Equal([a, b], item.Requirements);
    }

    [Fact]
    public void Writing_notes_who_and_when()
    {
        var other = Person(Role.Secretary, Cell);
        plan.Write(other, item.Id, PlanField.Method, "m", Now.AddHours(1));
        Assert.Equal((other.Name, Now.AddHours(1)), (plan.EditedByName, plan.EditedAt));
        Assert.Equal([writer.AccountId!.Value, other.AccountId!.Value], plan.Hands);
    }
}
