using System.Text;
using CampaignTracker.Domain.People;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using static CampaignTracker.UseCases.Tests.Scene;

namespace CampaignTracker.UseCases.Tests.People;

public sealed class ChangeAccountsTests
{
    private const string Password = "mười ký tự trở lên";

    private static ChangeAccounts.NewAccount New(string userName, string unit = Town.CellA1, string password = Password, Role role = Role.Officer) => new(userName, "Người Mới", password, unit, role, "Văn thư", null);

    private static Task<Guid> CreateAsync(TestCampaign campaign, string who, ChangeAccounts.NewAccount input) => campaign.As(who).Use<ChangeAccounts>().CreateAsync(input, default);

    [SkippableTheory, OnBoth]
    public async Task A_new_account_works_at_once(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var id = await CreateAsync(campaign, "quantri", New(" Moi.Nguoi "));
        var account = await campaign.LookAsync(db => db.Users.SingleAsync(a => a.Id == id));
        Assert.Equal(("Moi.Nguoi", "MOI.NGUOI"), (account.UserName, account.NormalizedUserName));
        Assert.Equal(PasswordVerificationResult.Success, new PasswordHasher<Account>().VerifyHashedPassword(account, account.PasswordHash!, Password));
        var me = await campaign.As("moi.nguoi").Use<ViewMe>().RunAsync(default);
        Assert.Equal(("Người Mới", Role.Officer, Town.CellA1), (me.Name, me.Role, me.UnitCode));
    }

    [SkippableTheory]
    [InlineData(DatabaseProvider.Sqlite, "A1.BT", false)]
    [InlineData(DatabaseProvider.Postgres, "A1.BT", false)]
    [InlineData(DatabaseProvider.Sqlite, "Đồng", true)]
    [InlineData(DatabaseProvider.Postgres, "Đồng", true)]
    public async Task A_name_is_taken_in_any_case_and_composition(DatabaseProvider on, string name, bool first)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        if (first) await CreateAsync(campaign, "quantri", New(name.Normalize(NormalizationForm.FormC)));
        var before = await campaign.LookAsync(db => db.Users.CountAsync());
        foreach (var typed in new[] { name, name.ToLowerInvariant(), name.ToUpperInvariant().Normalize(NormalizationForm.FormD), $" {name}\u00A0" })
            Assert.Equal("UserName", (await RefusedAsync(Because.AccountExists, () => CreateAsync(campaign, "quantri", New(typed)))).Field);
        Assert.Equal(before, await campaign.LookAsync(db => db.Users.CountAsync()));
    }

    [SkippableTheory, OnBoth]
    public async Task Of_two_who_take_a_name_at_once_one_is_told_so(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var met = await campaign.TogetherAsync(() => CreateAsync(campaign, "quantri", New("trung")), () => CreateAsync(campaign, "a.qt", New("TRUNG")));
        Assert.Equal(Because.AccountExists, Assert.IsType<Refusal>(Assert.Single(met, m => m is not null)).Code);
    }

    [SkippableTheory, OnBoth]
    public async Task A_short_password_is_refused_beside_its_field(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        Assert.Equal("Password", (await RefusedAsync(Because.PasswordRule, () => CreateAsync(campaign, "quantri", New("moi", password: "chín ký t")))).Field);
        Assert.Equal("Password", (await RefusedAsync(Because.PasswordRule, () => campaign.As("quantri").Use<ChangeAccounts>().SetPasswordAsync(new(Town.Account("a1.bt"), "ngắn"), default))).Field);
        Assert.Equal("FullName", (await RefusedAsync(Because.Required, () => CreateAsync(campaign, "quantri", New("moi") with { FullName = " " }))).Field);
        Assert.Equal("UserName", (await RefusedAsync(Because.TooLong, () => CreateAsync(campaign, "quantri", New(new string('x', Account.UserNameLength + 1))))).Field);
    }

    [SkippableTheory, OnBoth]
    public async Task Only_administrators_manage_accounts_and_only_those_of_their_units(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        async Task<Because?> TryAsync(string who, Func<ChangeAccounts, Task> act)
        {
            try
            {
                await act(campaign.As(who).Use<ChangeAccounts>());
                return null;
            }
            catch (Refusal refusal)
            {
                return refusal.Code;
            }
        }
        var all = Town.People.Select(p => p.UserName).ToList();
        foreach (var who in all.Where(p => Town.RoleOf(p) != Role.Administrator))
        {
            Assert.Contains(await TryAsync(who, a => a.CreateAsync(New("x." + who, Town.UnitOf(who)), default)), new Because?[] { Because.NotAllowed, Because.NotFound });
            Assert.Contains(await TryAsync(who, a => a.SetPasswordAsync(new(Town.Account("a2.tv"), Password), default)), new Because?[] { Because.NotAllowed, Because.NotFound });
        }
        // The commune's administrator: nobody elsewhere, and nobody above.
        foreach (var stranger in new[] { "b.bt", "b1.tv", "tinh.ld", "quantri" })
        {
            var id = Town.Account(stranger);
            Assert.Equal(Because.NotFound, await TryAsync("a.qt", a => a.SetPasswordAsync(new(id, Password), default)));
            Assert.Equal(Because.NotFound, await TryAsync("a.qt", a => a.SetClosedAsync(id, true, default)));
            Assert.Equal(Because.NotFound, await TryAsync("a.qt", a => a.GivePostAsync(new(id, Town.CellA1, Role.Officer, "Văn thư", null), default)));
            Assert.Equal(Because.NotFound, await TryAsync("a.qt", a => a.EndPostAsync(Town.Post(stranger), default)));
        }
        Assert.Equal(Because.NotFound, await TryAsync("a.qt", a => a.CreateAsync(New("moi", Town.CellB1), default)));
        Assert.Equal(Because.NotAllowed, await TryAsync("a.qt", a => a.CreateAsync(New("moi", Town.Province), default)));
        Assert.Null(await TryAsync("a.qt", a => a.SetPasswordAsync(new(Town.Account("a1.bt"), Password), default)));
        Assert.Null(await TryAsync("quantri", a => a.SetPasswordAsync(new(Town.Account("b1.tv"), Password), default)));

        // Who also holds a post elsewhere is no longer the commune's alone.
        Assert.Null(await TryAsync("quantri", a => a.GivePostAsync(new(Town.Account("a1.vp"), Town.CellB1, Role.Officer, "Văn thư", null), default)));
        Assert.Equal(Because.NotAllowed, await TryAsync("a.qt", a => a.SetPasswordAsync(new(Town.Account("a1.vp"), Password), default)));
    }

    [SkippableTheory, OnBoth]
    public async Task Accounts_are_listed_for_their_administrators_and_found_without_marks(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        async Task<List<string>> FindAsync(string who, string? search) => [.. (await campaign.As(who).Use<ViewAccounts>().RunAsync(new(search, Take: 200), default)).Rows.Select(r => r.UserName)];
        Assert.Equal(Town.People.Select(p => p.UserName).Order(StringComparer.Ordinal), await FindAsync("quantri", null));
        Assert.Equal(Town.People.Where(p => p.Unit.StartsWith(Town.CommuneA, StringComparison.Ordinal)).Select(p => p.UserName).Order(StringComparer.Ordinal), await FindAsync("a.qt", null));
        Assert.Equal(["a1.bt"], await FindAsync("quantri", "dong van bi"));
        Assert.Equal(["a1.bt"], await FindAsync("quantri", "ĐÔNG VĂN BÍ".Normalize(NormalizationForm.FormD)));
        Assert.Equal(["a1.bt"], await FindAsync("quantri", "A1.B"));
        Assert.Empty(await FindAsync("a.qt", "Núi"));
        Assert.Empty(await FindAsync("quantri", "%"));
        foreach (var who in new[] { "a.bt", "tinh.ld", "tinh.kt", "a1.tv" }) await RefusedAsync(Because.NotAllowed, () => campaign.As(who).Use<ViewAccounts>().RunAsync(new(), default));
        var page = await campaign.As("quantri").Use<ViewAccounts>().RunAsync(new(Skip: 3, Take: 5), default);
        Assert.Equal((5, Town.People.Count), (page.Rows.Count, page.Count));
    }

    [SkippableTheory, OnBoth]
    public async Task The_first_administrator_comes_from_the_command_line_only(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.AsSystem().Use<CreateAdministrator>().RunAsync(new("goc", "Gốc", Password), default);
        Assert.Equal((Role.Administrator, Town.Province, "Quản trị hệ thống"), await campaign.As("goc").Use<ViewMe>().RunAsync(default) is var me ? (me.Role, me.UnitCode, me.Title) : default);
        await RefusedAsync(Because.AccountExists, () => campaign.AsSystem().Use<CreateAdministrator>().RunAsync(new("GOC", "Gốc", Password), default));
        foreach (var who in new[] { "a.bt", "a.qt", "tinh.ld" }) await RefusedAsync(Because.NotAllowed, () => campaign.As(who).Use<CreateAdministrator>().RunAsync(new("khac", "Khác", Password), default));
        await RefusedAsync(Because.SignedOut, () => campaign.AsNobody().Use<CreateAdministrator>().RunAsync(new("khac", "Khác", Password), default));
    }
}
