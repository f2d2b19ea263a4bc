using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Reminders;

namespace CampaignTracker.Domain.Tests.Reminders;

public class ReminderPostsTests
{
    private const string Root = "0001/", Commune = "0001/0001/", Cell = "0001/0001/0001/", OtherCell = "0001/0001/0002/";

    private static ReminderPost Post(Role role, string path = Cell, bool delegated = false, bool closed = false) => new(Guid.NewGuid(), role, path, delegated, closed);

    private static Role[] Told(ReminderAudience audience, string path, params ReminderPost[] posts) => [.. new ReminderPosts(posts).Of(audience, path).Select(post => post.Role)];

    [Fact]
    public void The_secretary_and_the_officers_write_and_the_deputy_only_in_their_place()
    {
        var (secretary, deputy, officer) = (Post(Role.Secretary), Post(Role.DeputySecretary), Post(Role.Officer));
        Assert.Equal([Role.Secretary, Role.Officer], Told(ReminderAudience.Writers, Cell, secretary, deputy, officer, Post(Role.Participant)));
        Assert.Equal([Role.DeputySecretary, Role.Officer], Told(ReminderAudience.Writers, Cell, deputy, officer));
        Assert.Equal([Role.Secretary, Role.DeputySecretary], Told(ReminderAudience.Writers, Cell, secretary, deputy with { Delegated = true }));
        Assert.Equal([Role.DeputySecretary], Told(ReminderAudience.Writers, Cell, secretary with { Closed = true }, deputy));
        Assert.Empty(Told(ReminderAudience.Writers, OtherCell, secretary, deputy, officer, Post(Role.Secretary, Commune)));
    }

    [Fact]
    public void Opinions_are_asked_of_that_very_committee_and_never_over_its_head()
    {
        ReminderPost[] posts = [Post(Role.ProvincialOfficer, Root), Post(Role.ProvincialHead, Root), Post(Role.Officer, Commune), Post(Role.Secretary, Commune), Post(Role.DeputySecretary, Commune)];
        Assert.Equal([Role.Officer], Told(ReminderAudience.Readers, Commune, posts));
        Assert.Equal([Role.Secretary], Told(ReminderAudience.Leaders, Commune, posts));
        Assert.Equal([Role.ProvincialOfficer], Told(ReminderAudience.Readers, Root, posts));
        Assert.Equal([Role.ProvincialHead], Told(ReminderAudience.Leaders, Root, posts));
    }

    [Fact]
    public void A_deputy_decides_while_delegated_or_while_nobody_holds_the_post_and_only_then()
    {
        var deputy = Post(Role.DeputySecretary, Commune);
        Assert.Equal([Role.DeputySecretary], Told(ReminderAudience.Leaders, Commune, deputy));
        Assert.Equal([Role.Secretary, Role.DeputySecretary], Told(ReminderAudience.Leaders, Commune, Post(Role.Secretary, Commune), deputy with { Delegated = true }));
        // The program itself would refuse the deputy: the post is filled, though its holder cannot sign in.
        Assert.Empty(Told(ReminderAudience.Leaders, Commune, Post(Role.Secretary, Commune, closed: true), deputy));
    }

    [Fact]
    public void Accounts_are_kept_by_the_nearest_administrator()
    {
        ReminderPost[] posts = [Post(Role.Administrator, Root), Post(Role.Administrator, Commune)];
        Assert.Equal([Commune], new ReminderPosts(posts).Of(ReminderAudience.AccountKeepers, Cell).Select(post => post.UnitPath));
        Assert.Equal([Root], new ReminderPosts([posts[0]]).Of(ReminderAudience.AccountKeepers, Cell).Select(post => post.UnitPath));
        Assert.Equal([Role.ProvincialOfficer], Told(ReminderAudience.YearKeepers, Root, Post(Role.ProvincialOfficer, Root), Post(Role.Administrator, Root)));
    }

    [Fact]
    public void Somebody_with_two_posts_in_a_unit_is_told_once()
    {
        var account = Guid.NewGuid();
        Assert.Single(new ReminderPosts([new(account, Role.Secretary, Cell), new(account, Role.Officer, Cell)]).Of(ReminderAudience.Writers, Cell));
    }
}
