using System.Net;
using CampaignTracker.EndToEnd.Tests.Browser;
using CampaignTracker.EndToEnd.Tests.Program;
using CampaignTracker.UseCases.Seeding;
using CampaignTracker.Web.Layout;
using CampaignTracker.Web.People;
using static Microsoft.Playwright.Assertions;

namespace CampaignTracker.EndToEnd.Tests.SigningIn;

/// <summary>In and out.</summary>
[Collection(SharedServer.Name)]
public class SignInJourneys(SharedServer shared)
{
    [NeedsBrowser]
    public async Task Whoever_is_signed_out_signs_in_and_comes_to_where_they_wanted()
    {
        await using var visitor = await Visitor.AtAsync(shared.Server);
        await visitor.Page.GotoAsync("/help");
        await Expect(visitor.Page).ToHaveURLAsync($"{shared.Server.Address}/sign-in?returnUrl=%2Fhelp");

        await visitor.FillInAsync("chibo", DemoSettings.DefaultPassword);

        await Expect(visitor.Page).ToHaveURLAsync($"{shared.Server.Address}/help");
        await visitor.SettledAsync();
    }

    [NeedsBrowserTheory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org/")]
    [InlineData("/\\example.org/")]
    [InlineData("/\t/example.org/")]
    [InlineData("javascript:alert(1)")]
    public async Task Sign_in_leads_to_no_other_site(string returnUrl)
    {
        await using var visitor = await Visitor.AtAsync(shared.Server);
        await visitor.Page.GotoAsync($"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}");

        await visitor.FillInAsync("chibo", DemoSettings.DefaultPassword);

        await Expect(visitor.Page).ToHaveURLAsync($"{shared.Server.Address}/");
    }

    [NeedsBrowser]
    public async Task A_wrong_password_is_said_gently_and_says_nothing_about_the_account()
    {
        await using var visitor = await Visitor.AtAsync(shared.Server);
        await visitor.Page.GotoAsync("/sign-in");

        await visitor.FillInAsync("chibo", "not this one");
        await visitor.SeesAsync(SignInText.Wrong);

        await visitor.FillInAsync("nobody of this name", "not this one");
        await visitor.SeesAsync(SignInText.Wrong);
    }

    [NeedsBrowser]
    public async Task Empty_fields_are_named()
    {
        await using var visitor = await Visitor.AtAsync(shared.Server);
        await visitor.Page.GotoAsync("/sign-in");

        await visitor.Button(SignInText.SignIn).ClickAsync();

        await visitor.SeesAsync(SignInText.UserNameMissing);
        await visitor.SeesAsync(SignInText.PasswordMissing);
    }

    [NeedsBrowser]
    public async Task Five_wrong_passwords_lock_the_account_and_say_for_how_long()
    {
        await using var server = await RunningServer.WithDemoAsync();
        await using var visitor = await Visitor.AtAsync(server);
        await visitor.Page.GotoAsync("/sign-in");

        for (var i = 0; i < 5; i++) await visitor.FillInAsync("thanhvien", "not this one");

        await visitor.SeesAsync(SignInText.LockedFor.Split("{0}")[0].Trim());
        await visitor.FillInAsync("thanhvien", DemoSettings.DefaultPassword);
        await visitor.SeesAsync(SignInText.LockedFor.Split("{0}")[0].Trim());
    }

    [NeedsBrowser]
    public async Task Signing_out_leads_to_the_sign_in_page_and_back_leads_nowhere()
    {
        await using var visitor = await Visitor.SignedInAsync(shared.Server, "kiemtra");

        await visitor.SignOutAsync();
        await Expect(visitor.Page).ToHaveURLAsync($"{shared.Server.Address}/sign-in");

        await visitor.Page.GotoAsync("/");
        await Expect(visitor.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in"));
    }

    [NeedsBrowser]
    public async Task Signing_out_needs_the_forms_token()
    {
        await using var visitor = await Visitor.SignedInAsync(shared.Server, "kiemtra");

        var answer = await visitor.Context.APIRequest.PostAsync($"{shared.Server.Address}/sign-out", new() { Form = visitor.Context.APIRequest.CreateFormData().Set("returnUrl", "/") });

        Assert.Equal((int)HttpStatusCode.BadRequest, answer.Status);
        await visitor.OpenAsync("/help");
        Assert.DoesNotContain("/sign-in", visitor.Page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/help", "/help")]
    [InlineData("/plans?year=2027&x=a b", "/plans?year=2027&x=a b")]
    [InlineData("https://example.org/", "/")]
    [InlineData("//example.org/", "/")]
    [InlineData("/\\example.org/", "/")]
    [InlineData("/\t/example.org/", "/")]
    [InlineData("", "/")]
    public async Task The_language_switch_returns_only_within_the_site(string returnUrl, string where)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new(shared.Server.Address) };

        using var answer = await http.GetAsync($"/language?to=en&returnUrl={Uri.EscapeDataString(returnUrl)}");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(where, Uri.UnescapeDataString(answer.Headers.GetValues("Location").Single()));
    }

    [NeedsBrowser]
    public async Task The_language_switch_changes_the_page_one_is_on()
    {
        await using var visitor = await Visitor.SignedInAsync(shared.Server, "chibo");
        await visitor.OpenAsync("/help");

        await visitor.OpenPersonMenuAsync();
        await visitor.Link(LayoutText.SwitchLanguage).Filter(new() { Visible = true }).ClickAsync();

        await Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Expect(visitor.Page).ToHaveURLAsync($"{shared.Server.Address}/help");
    }
}
