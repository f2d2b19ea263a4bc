using CampaignTracker.Domain.People;
using static CampaignTracker.Domain.Tests.Scene;

namespace CampaignTracker.Domain.Tests.People;

public class PostTests
{
    private static Post Given(Actor? by = null) => Post.Give(by ?? Actor.System, null, Guid.NewGuid(), Commune, Role.DeputySecretary, " Phó bí thư ", null, Today);

    [Fact]
    public void A_post_is_held_from_its_first_to_its_last_day()
    {
        var post = Given();
        Assert.Equal([false, true, true], new[] { -1, 0, 999 }.Select(n => post.HeldOn(Today.AddDays(n))));
        post.End(Actor.System, Today.AddDays(10));
        Assert.Equal([true, true, false], new[] { 0, 10, 11 }.Select(n => post.HeldOn(Today.AddDays(n))));
    }

    [Fact]
    public void A_delegation_runs_from_day_to_day_or_until_revoked()
    {
        var post = Given();
        Assert.False(post.DelegatedOn(Today));
        post.Delegate(Actor.System, Today, Today.AddDays(5));
        Assert.Equal([false, true, true, false], new[] { -1, 0, 5, 6 }.Select(n => post.DelegatedOn(Today.AddDays(n))));
        post.Delegate(Actor.System, Today, null);
        Assert.True(post.DelegatedOn(Today.AddDays(999)));
    }

    [Fact]
    public void Only_an_administrator_above_gives_ends_and_delegates()
    {
        Given(Person(Role.Administrator, Province)).End(Person(Role.Administrator, Commune), Today);
        foreach (var other in new[] { Person(Role.Secretary, Commune), Person(Role.ProvincialHead, Province), Person(Role.Administrator, OtherCommune) })
        {
            Assert.Equal(Because.NotAllowed, Refused(() => Given(other)).Code);
            Assert.Equal(Because.NotAllowed, Refused(() => Given().End(other, Today)).Code);
            Assert.Equal(Because.NotAllowed, Refused(() => Given().Delegate(other, Today, null)).Code);
        }
    }
}
