using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.People;
using CampaignTracker.UseCases.Commitments;
using CampaignTracker.Web.Commitments;
using CampaignTracker.Web.Obligations;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Tests.Commitments;

public sealed class CommitmentPagesTests : PageTest
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    private async Task PeopleAsync()
    {
        await Campaign.OwesCommitmentsAsync("T-1-1");
        await Campaign.APersonAsync("T-1-1", "Le Van Dung", "chibo", head: true);
        await Campaign.APersonAsync("T-1-1", "Tran Thi Ba", "thanhvien");
        await Campaign.APersonAsync("T-1-1", "Bui Van Nam", exempt: true);
        await Campaign.APersonAsync("T-1-1", "Vi Thi Quan", kind: ParticipantKind.CivilServant);
    }

    private async Task<Guid> WrittenAsync(string who = "thanhvien", Guid? person = null, string action = "Visit 6 households")
    {
        var id = await Campaign.As(who).Use<BeginCommitment>().RunAsync(new(CommitmentScope.Year, Given.Year, person), default);
        var line = (await StoredAsync(id, who)).Lines[0].Id;
        await Campaign.As(who).Use<SaveCommitment>().RunAsync(new(id, [new(line, CommitmentField.Action, action, "")]), default);
        return id;
    }

    private Task<ViewCommitment.Page> StoredAsync(Guid id, string who = "chibo") => Campaign.As(who).Use<ViewCommitment>().RunAsync(id, default);

    private IRenderedComponent<CommitmentPage> Edit(Guid id)
    {
        JSInterop.Setup<KeptDraft[]>("draftKeeper.pending", _ => true).SetResult([]);
        return Open<CommitmentPage>($"/commitments/{id}", route => route.Add(p => p.Id, id));
    }

    [Fact]
    public async Task The_register_names_people_heads_first_with_numbers_and_one_filled_button()
    {
        await PeopleAsync();
        await WrittenAsync();
        SignIn("chibo");
        var page = Open<CommitmentsPage>("/commitments");
        Assert.Equal(["Le Van Dung", "Tran Thi Ba", "Bui Van Nam", "Vi Thi Quan"], page.FindAll(".register tbody th .row-name, .register tbody th .strong").Select(name => name.TextContent));
        Assert.Contains(RegisterText.Head, page.FindAll(".register tbody tr")[0].TextContent);
        Assert.Contains(RegisterText.Exempt, page.FindAll(".register tbody tr")[2].TextContent);
        Assert.Contains(RegisterText.LeftElsewhere, page.FindAll(".register tbody tr")[3].TextContent);
        Assert.Contains(RegisterText.OfPeople.With(1, 3), page.Find(".register-facts").TextContent);
        Assert.Contains("31/03/2026", page.Find(".title-bar").TextContent);
        Assert.Equal(RegisterText.Adopt.With("chi bo"), Assert.Single(page.FindAll(".button.main")).TextContent.Replace("how_to_vote", "").Trim());
        Assert.Equal(5, page.FindAll(".page-links a").Count);
    }

    [Fact]
    public async Task The_meeting_adopts_from_the_register_and_says_who_was_left_out()
    {
        await PeopleAsync();
        await WrittenAsync();
        JSInterop.Setup<KeptDraft[]>("draftKeeper.pending", _ => true).SetResult([]);
        SignIn("chibo");
        var page = Open<CommitmentsPage>("/commitments");
        page.Find(".button.main").Click();
        page.WaitForState(() => page.FindAll("#meeting-date").Count == 1, Soon);
        Assert.Contains("Le Van Dung", page.Find(".left-out").TextContent);
        Assert.DoesNotContain("Bui Van Nam", page.Find(".left-out").TextContent);
        page.Find("#meeting-date").Change("5/1");
        page.Find("#meeting-present").Input("9");
        page.Find("#meeting-favour").Input("3");
        page.Find(".ticks ~ .row .main").Click();
        // More present than there are: nothing is stored, the reason stands beside the field.
        page.WaitForState(() => page.Find("#meeting-present-notes").TextContent.Length > 0, Soon);
        page.Find("#meeting-present").Input("3");
        page.Find(".ticks ~ .row .main").Click();
        page.WaitForState(() => page.FindAll("#meeting-date").Count == 0, Soon);
        page.WaitForAssertion(() => Assert.Contains(RegisterText.OfPeople.With(1, 3), page.Find(".register-facts").TextContent), Soon);
        Assert.Contains(Wording.Of(Domain.Obligations.CompletionMode.AdoptedByUnit), page.Find(".title-bar").TextContent);
        Assert.Contains($"Le Van Dung ({RegisterText.LeftNotWritten})", page.Find(".note-saved").TextContent);
    }

    [Fact]
    public async Task A_participant_sees_their_own_two_and_writes_with_one_button()
    {
        await PeopleAsync();
        SignIn("thanhvien");
        var page = Open<CommitmentsPage>("/commitments");
        Assert.Equal(2, page.FindAll(".own-commitment").Count);
        Assert.DoesNotContain("Le Van Dung", page.Markup);
        page.Find(".button.main").Click();
        page.WaitForAssertion(() => Assert.StartsWith("/commitments/", Address), Soon);
        Assert.Equal("Tran Thi Ba", (await StoredAsync(Guid.Parse(Address["/commitments/".Length..]))).Name);
    }

    [Fact]
    public async Task Home_of_a_participant_shows_what_comes_next()
    {
        await PeopleAsync();
        var id = await WrittenAsync();
        await Campaign.As("chibo").Use<AskConcrete>().RunAsync(new(id, "Which households?"), default);
        SignIn("thanhvien");
        var page = Open<HomePage>("/");
        page.WaitForState(() => page.FindAll(".own-commitment").Count == 2, Soon);
        Assert.Contains("Which households?", page.Find(".own-commitment").TextContent);
        Assert.Equal($"/commitments/{id}", page.Find(".button.main").GetAttribute("href"));
    }

    [Fact]
    public async Task An_account_without_a_name_in_the_list_is_told_so()
    {
        await Campaign.OwesCommitmentsAsync("T-1-1");
        SignIn("thanhvien");
        Assert.Contains(RegisterText.NotListed, Open<CommitmentsPage>("/commitments").Markup);
    }

    [Fact]
    public async Task Home_leads_to_the_register_with_how_many_have_written()
    {
        await PeopleAsync();
        await WrittenAsync();
        SignIn("chibo");
        var duty = Open<HomePage>("/").FindAll(".duty").Single(d => d.TextContent.Contains(Wording.Of(Domain.GoverningDocuments.RequirementKind.AnnualCommitments)));
        Assert.Contains(HomeText.Entered.With(1, 3), duty.TextContent);
        Assert.Equal("/commitments?year=2026", duty.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_committee_above_sees_numbers_by_unit_and_no_name()
    {
        await PeopleAsync();
        await WrittenAsync();
        SignIn("xa");
        var page = Open<CommitmentsPage>("/commitments");
        Assert.Contains("Cell 1.1", page.Markup);
        Assert.DoesNotContain("Tran Thi Ba", page.Markup);
        Assert.Contains(RegisterText.OfRegisters.With(0, 1), page.Find(".register-facts").TextContent);
        Assert.Equal("/commitments?unit=T-1-1&year=2026&view=register", page.FindAll("tbody a").Single(a => a.TextContent == "Cell 1.1").GetAttribute("href"));
        var cell = Open<CommitmentsPage>("/commitments?unit=T-1-1&year=2026&view=register");
        Assert.Contains(RegisterText.NumbersOnly, cell.Markup);
        Assert.DoesNotContain("Tran Thi Ba", cell.Markup);
    }

    [Fact]
    public async Task What_is_typed_is_stored_and_hints_go_as_they_are_answered()
    {
        await PeopleAsync();
        var id = await WrittenAsync();
        SignIn("thanhvien");
        var page = Edit(id);
        var line = (await StoredAsync(id)).Lines[0].Id;
        Assert.Contains(Wording.Of(CommitmentHint.NoResult), page.Find(".line-form .note-hint").TextContent);
        Assert.Contains(CommitmentText.SavedAnyway, page.Find(".line-form .note-hint").TextContent);
        page.Find("#" + new PromiseSpot(line, CommitmentField.Result).InputId).Input("6 households");
        page.Find("#" + new PromiseSpot(line, CommitmentField.Standard).InputId).Change("4");
        await page.Find("[data-save-now]").ClickAsync(new());
        page.WaitForAssertion(() => Assert.DoesNotContain(Wording.Of(CommitmentHint.NoResult), page.Find(".line-form .note-hint").TextContent), Soon);
        var stored = (await StoredAsync(id)).Lines[0];
        Assert.Equal(("6 households", RoleModelStandard.Solidarity), (stored.Result, stored.Standard!.Value));
        // The five standards stand in full words.
        Assert.Equal(Enum.GetValues<RoleModelStandard>().Select(s => $"{(int)s}. {Wording.Of(s)}"), page.FindAll("select option").Skip(1).Select(o => o.TextContent));
    }

    [Fact]
    public async Task When_somebody_was_faster_both_texts_stand_to_choose_from()
    {
        await PeopleAsync();
        var id = await WrittenAsync();
        SignIn("thanhvien");
        var page = Edit(id);
        var line = (await StoredAsync(id)).Lines[0].Id;
        await Campaign.As("chibo").Use<SaveCommitment>().RunAsync(new(id, [new(line, CommitmentField.Action, "Of the secretary", null)]), default);
        page.Find("#" + new PromiseSpot(line, CommitmentField.Action).InputId).Input("Of the author");
        await page.Find("[data-save-now]").ClickAsync(new());
        page.WaitForState(() => page.FindAll(".two-texts").Count == 1, Soon);
        Assert.Contains("Of the secretary", page.Find(".two-texts").TextContent);
        Assert.Equal("Of the secretary", (await StoredAsync(id)).Lines[0].Action);
        page.FindAll(".two-texts button")[0].Click();
        page.WaitForState(() => page.FindAll(".two-texts").Count == 0, Soon);
        Assert.Equal("Of the author", (await StoredAsync(id)).Lines[0].Action);
    }

    [Fact]
    public async Task The_shortcoming_is_folded_and_there_for_author_and_secretary_alone()
    {
        await PeopleAsync();
        var id = await WrittenAsync();
        await Campaign.As("thanhvien").Use<KeepShortcoming>().RunAsync(new(id, "Too lenient", ""), default);
        SignIn("phobithu");
        var page = Edit(id);
        Assert.Empty(page.FindAll(".shortcoming"));
        Assert.DoesNotContain("Too lenient", page.Markup);
    }

    [Fact]
    public async Task After_the_adoption_it_is_read_with_its_steps_and_the_secretary_may_take_it_up_again()
    {
        await PeopleAsync();
        var id = await WrittenAsync();
        await Campaign.As("phobithu").Use<AdoptRegister>().RunAsync(new(null, new DateOnly(2026, 1, 5), 3, 3, 3, new(Given.Year, Annual: true)), default);
        SignIn("chibo");
        var page = Edit(id);
        Assert.Empty(page.FindAll(".line-form"));
        Assert.Contains("Visit 6 households", page.Find(".read-line").TextContent);
        Assert.Contains("05/01/2026, Holder of phobithu", page.Find(".plan-path").TextContent);
        Assert.Contains(Wording.Of(CommitmentAct.Reopen), page.Markup);
        Assert.Single(page.FindAll("details.shortcoming"));
        Assert.Equal("/progress", Assert.Single(page.FindAll(".button.main")).GetAttribute("href"));
    }
}
