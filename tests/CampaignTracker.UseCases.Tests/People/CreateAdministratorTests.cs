using CampaignTracker.Domain.People;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Tests.People;

public class CreateAdministratorTests
{
    private static readonly CreateAdministrator.Input Valid = new("admin", "A. D. Min", "ten letters");

    [SkippableTheory, OnBoth]
    public async Task The_account_can_sign_in_and_holds_its_post(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.SeededAsync(on);
        var id = await campaign.AsSystem().Use<CreateAdministrator>().RunAsync(Valid, default);
        await using var db = campaign.Database();
        var account = await db.Users.SingleAsync(a => a.NormalizedUserName == "ADMIN");
        Assert.Equal(id, account.Id);
        Assert.False(account.Demo);
        Assert.Equal(PasswordVerificationResult.Success, new PasswordHasher<Account>().VerifyHashedPassword(account, account.PasswordHash!, "ten letters"));
        var post = await db.Posts.SingleAsync();
        Assert.Equal((Role.Administrator, "0001/"), (post.Role, post.UnitPath));
        Assert.DoesNotContain(account.PasswordHash!, string.Concat(await db.Audit.Select(e => e.Changes).ToListAsync()));
    }

    [SkippableTheory, OnBoth]
    public async Task A_short_password_or_a_taken_name_is_refused(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.StartAsync(on);
        var admin = campaign.AsSystem().Use<CreateAdministrator>();
        Assert.Equal(Because.PasswordRule, (await Assert.ThrowsAsync<Refusal>(() => admin.RunAsync(Valid with { Password = "nine char" }, default))).Code);
        Assert.Equal(Because.AccountExists, (await Assert.ThrowsAsync<Refusal>(() => admin.RunAsync(Valid with { UserName = "ChiBo" }, default))).Code);
        Assert.Equal(Because.Required, (await Assert.ThrowsAsync<Refusal>(() => admin.RunAsync(Valid with { FullName = "" }, default))).Code);
        Assert.Equal(Because.NotAllowed, (await Assert.ThrowsAsync<Refusal>(() => campaign.As("xa").Use<CreateAdministrator>().RunAsync(Valid, default))).Code);
    }

    [Fact]
    public async Task Without_units_there_is_nothing_to_administer()
    {
        await using var campaign = await TestCampaign.MigratedAsync(DatabaseProvider.Sqlite);
        Assert.Equal(Because.NotFound, (await Assert.ThrowsAsync<Refusal>(() => campaign.AsSystem().Use<CreateAdministrator>().RunAsync(Valid, default))).Code);
    }
}
