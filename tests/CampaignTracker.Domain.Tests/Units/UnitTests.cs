using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Units;
using static CampaignTracker.Domain.Tests.Scene;

namespace CampaignTracker.Domain.Tests.Units;

public class UnitTests
{
    private static Unit New(Actor? by = null) => Unit.Open(by ?? Actor.System, null, "P-1-9", "  Chi bộ\u00A0Đội Cấn ", "cell", Commune, 9, 3, new DateOnly(2025, 7, 1));

    [Fact]
    public void A_unit_opens_below_its_parent_and_is_found_by_name_or_code()
    {
        var unit = New();

        Assert.Equal(Commune.Path + "0009/", unit.Path);
        Assert.Equal(Commune.Id, unit.ParentId);
        Assert.Equal("Chi bộ Đội Cấn", unit.Name);
        Assert.Contains("chi bo doi can", unit.SearchKey);
        Assert.Contains("p-1-9", unit.SearchKey);
        Assert.Equal(Commune.Id, Assert.Single(unit.Placements).ParentId);
    }

    [Fact]
    public void Another_name_gives_another_key()
    {
        var unit = New();
        unit.Rename(Actor.System, "Chi bộ Tân Lập");
        Assert.Contains("tan lap", unit.SearchKey);
        Assert.DoesNotContain("doi can", unit.SearchKey);
    }

    [Fact]
    public void Closing_ends_its_place_in_the_tree_on_that_day()
    {
        var unit = New();
        unit.Close(Actor.System, Today);
        Assert.Equal(Today, unit.ClosedOn);
        Assert.Equal(Today, unit.Placements[0].To);
    }

    [Fact]
    public void Only_an_administrator_above_manages_units()
    {
        Assert.Equal(Because.NotAllowed, Refused(() => New(Person(Role.Secretary, Commune))).Code);
        Assert.Equal(Because.NotAllowed, Refused(() => New(Person(Role.Administrator, OtherCommune))).Code);
        var unit = New(Person(Role.Administrator, Province));
        Assert.Equal(Because.NotAllowed, Refused(() => unit.Rename(Person(Role.ProvincialHead, Province), "x")).Code);
        Assert.Equal(Because.NotAllowed, Refused(() => unit.Close(Person(Role.Secretary, Commune), Today)).Code);
        Assert.Equal(Because.NotAllowed, Refused(() => unit.Cover(Person(Role.Secretary, Commune), "05434", false)).Code);
    }

    [Fact]
    public void Nobody_but_the_seed_opens_a_root() =>
        Assert.Equal(Because.NotAllowed, Refused(() => Unit.Open(Person(Role.Administrator, Province), null, "Q", "Q", "cell", null, 2, 2, null)).Code);
}
