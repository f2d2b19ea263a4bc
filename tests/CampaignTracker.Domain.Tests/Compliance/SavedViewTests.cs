using CampaignTracker.Domain.Compliance;
using CampaignTracker.Domain.People;

namespace CampaignTracker.Domain.Tests.Compliance;

public class SavedViewTests
{
    private static readonly Actor Somebody = Actor.Person(Guid.NewGuid(), "A", []);

    private static Because Refused(Action act) => Assert.Throws<Refusal>(act).Code;

    [Theory]
    [InlineData("/compliance")]
    [InlineData("/compliance?unit=A")]
    [InlineData("/compliance/2026?unit=A&order=sent")]
    public void A_board_is_kept_under_a_clean_name(string address)
    {
        var view = new SavedView(Somebody, "  Cụm 1 ", address, 19);
        Assert.Equal(("Cụm 1", address, Somebody.AccountId), (view.Name, view.Address, view.AccountId));
    }

    [Theory]
    [InlineData("https://example.vn/compliance")]
    [InlineData("//example.vn")]
    [InlineData("/complianceX")]
    [InlineData("javascript:1")]
    public void Another_address_is_not(string address) => Assert.Equal(Because.NotFound, Refused(() => _ = new SavedView(Somebody, "A", address, 0)));

    [Fact]
    public void Its_name_is_wanted_and_short_and_its_owner_alone_gives_it()
    {
        var view = new SavedView(Somebody, "A", "/compliance", 0);
        Assert.Equal(Because.Required, Refused(() => view.Rename(Somebody, " ")));
        Assert.Equal(Because.TooLong, Refused(() => view.Rename(Somebody, new string('a', 81))));
        Assert.Equal(Because.NotAllowed, Refused(() => view.Rename(Actor.Person(Guid.NewGuid(), "B", []), "B")));
        Assert.Equal(Because.TooManyViews, Refused(() => _ = new SavedView(Somebody, "A", "/compliance", SavedView.Limit)));
        Assert.Equal(Because.TooLong, Refused(() => _ = new SavedView(Somebody, "A", "/compliance?" + new string('a', 1000), 0)));
    }
}
