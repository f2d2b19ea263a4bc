using System.Globalization;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.Reminders;

namespace CampaignTracker.Domain.Tests.Reminders;

public class ReminderRulesTests
{
    private static readonly DateOnly Due = new(2026, 4, 15);

    private static OwedFiling Owed(DateOnly? sent = null, DateOnly? supplement = null, DateOnly? completed = null, DateOnly? excused = null, bool waits = false) =>
        new(Guid.NewGuid(), Guid.NewGuid(), "0001/", Guid.NewGuid(), RequirementKind.AnnualPlan, 2026, 2026, new ObligationFacts(Due, sent, supplement, completed, excused), waits);

    private static RegisterInNumbers Register(int unconfirmed = 0, int silent = 0, int past = 0) =>
        new(Guid.NewGuid(), Guid.NewGuid(), "0001/", RequirementKind.AnnualCommitments, 2026, 2026, unconfirmed, unconfirmed > 0 ? Due : null, silent, silent > 0 ? Due : null, past, past > 0 ? Due : null);

    private static OwnPromises Own(bool silent = false, int past = 0) =>
        new(Guid.NewGuid(), Guid.NewGuid(), "0001/", Guid.NewGuid(), RequirementKind.AnnualCommitments, 2026, 2026, Due, silent, past, past > 0 ? Due : null);

    private static AwaitedOpinions Awaited(int unread = 0, int proposed = 0) => new(Guid.NewGuid(), Guid.NewGuid(), "0001/", unread, unread > 0 ? Due : null, proposed, proposed > 0 ? Due : null);

    // The rules that speak and the step each has reached, a number of days after the date.
    private static string Said(ReminderSubject subject, int daysAfter, ReminderSettings? settings = null) => string.Join(", ", ReminderRules.CallsOn([subject], settings ?? new([]), Due.AddDays(daysAfter)).Select(said => $"{said.Rule.Code} {said.Step}"));

    [Theory]
    [InlineData(-31, ""), InlineData(-30, "FilingDue -30"), InlineData(-15, "FilingDue -30"), InlineData(-14, "FilingDue -14"), InlineData(-7, "FilingDue -7"), InlineData(-3, "FilingDue -3"), InlineData(-1, "FilingDue -1"), InlineData(0, "FilingDue 0")]
    [InlineData(1, "FilingOverdue 1"), InlineData(7, "FilingOverdue 1"), InlineData(8, "FilingOverdue 8"), InlineData(15, "FilingOverdue 15")]
    public void A_filing_that_is_owed(int day, string said) => Assert.Equal(said, Said(Owed(), day));

    [Fact]
    public void A_filing_that_was_sent_completed_or_excused_or_waits_for_the_paper_above_is_nobodys_reminder()
    {
        foreach (var settled in new[] { Owed(sent: Due.AddDays(-40)), Owed(completed: Due), Owed(excused: Due), Owed(waits: true) })
            for (var day = -40; day < 40; day++) Assert.Equal("", Said(settled, day));
    }

    [Fact]
    public void A_supplement_that_is_asked()
    {
        var asked = Owed(sent: Due.AddDays(-20), supplement: Due);
        Assert.Equal("SupplementDue -7", Said(asked, -7));
        Assert.Equal("SupplementDue 0", Said(asked, 0));
        Assert.Equal("SupplementOverdue 1", Said(asked, 7));
        Assert.Equal("SupplementOverdue 8", Said(asked, 8));
        Assert.Equal("", Said(Owed(sent: Due, supplement: Due, excused: Due), 3));
    }

    [Fact]
    public void A_register_written_and_not_adopted() => Assert.Equal(("", "RegisterUnconfirmed 7", "RegisterUnconfirmed 21"), (Said(Register(unconfirmed: 3), 6), Said(Register(unconfirmed: 3), 7), Said(Register(unconfirmed: 3), 21)));

    [Fact]
    public void Commitments_on_which_nothing_was_reported() => Assert.Equal(("", "NoProgress 90", "NoProgress 150"), (Said(Register(silent: 2), 89), Said(Register(silent: 2), 149), Said(Register(silent: 2), 150)));

    [Fact]
    public void Promises_past_their_date() => Assert.Equal(("", "PromisesPast 7", "PromisesPast 35"), (Said(Register(past: 1), 6), Said(Register(past: 1), 7), Said(Register(past: 1), 35)));

    [Fact]
    public void Ones_own_commitment_without_a_word() => Assert.Equal(("", "OwnNoProgress 90", ""), (Said(Own(silent: true), 89), Said(Own(silent: true), 90), Said(Own(), 90)));

    [Fact]
    public void Ones_own_promise_past_its_date() => Assert.Equal(("", "OwnPromisesPast 3", "OwnPromisesPast 31"), (Said(Own(past: 1), 2), Said(Own(past: 1), 3), Said(Own(past: 1), 31)));

    // 15/4/2026 is a Wednesday: the weekly list hangs on Monday the 13th.
    [Fact]
    public void Filings_to_propose_on() => Assert.Equal(("OpinionsToPropose -3, OpinionsWaiting 0", "OpinionsToPropose 0, OpinionsWaiting 0"), (Said(Awaited(unread: 2), -3), Said(Awaited(unread: 2), 0)));

    [Fact]
    public void Filings_to_decide_on() => Assert.Equal("OpinionsToDecide -1, OpinionsWaiting 0", Said(Awaited(proposed: 2), -1));

    [Fact]
    public void The_quiet_list_of_the_week_changes_its_date_on_Monday()
    {
        DateOnly On(int day) => ReminderRules.CallsOn([Awaited(unread: 1)], new([]), Due.AddDays(day)).Last().Call.DueOn;
        Assert.Equal((new DateOnly(2026, 4, 13), new DateOnly(2026, 4, 13), new DateOnly(2026, 4, 20)), (On(-2), On(4), On(5)));
        Assert.Equal("", Said(Awaited(), 0));
        Assert.True(ReminderRules.Of("OpinionsWaiting")!.Quiet);
    }

    [Fact]
    public void A_year_that_nobody_opened()
    {
        string On(DateOnly day) => string.Join(", ", ReminderRules.CallsOn([new UnopenedYear(Guid.NewGuid(), Guid.NewGuid(), "0001/", 2027)], new([]), day).Select(said => $"{said.Rule.Code} {said.Step}"));
        Assert.Equal(("", "YearUnopened 1", "YearUnopened 8"), (On(new(2026, 12, 15)), On(new(2026, 12, 16)), On(new(2026, 12, 23))));
    }

    [Fact]
    public void Accounts_that_nobody_ever_used()
    {
        UnusedAccounts Unused(int count) => new(Guid.NewGuid(), Guid.NewGuid(), "0001/", count, Due);
        Assert.Equal(("", "AccountsUnused 14", "AccountsUnused 44", ""), (Said(Unused(3), 13), Said(Unused(3), 14), Said(Unused(3), 44), Said(Unused(0), 44)));
    }

    [Fact]
    public void A_date_that_moves_as_things_get_done_gives_rest_and_a_fixed_one_does_not()
    {
        Assert.Equal(["AccountsUnused", "NoProgress", "OwnPromisesPast", "PromisesPast", "RegisterUnconfirmed"], ReminderRules.All.Where(rule => rule.Rest > 0).Select(rule => rule.Code).Order(StringComparer.Ordinal));
    }

    [Theory, InlineData("vi-VN"), InlineData("en-US")]
    public void Every_rule_has_its_name_and_its_sentence(string language)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            Assert.Equal(ReminderRules.All.Count, ReminderRules.All.Select(rule => ReminderWords.NameOf(rule.Code)).Distinct().Count());
            foreach (var code in ReminderRules.All.Select(rule => rule.Code).Append(ReminderRules.ByHand))
                Assert.Contains(code is "YearUnopened" ? "2027" : code is "AccountsUnused" or "OpinionsToPropose" or "OpinionsToDecide" or "OpinionsWaiting" ? "Unit" : "2027",
                    ReminderWords.Sentence(code, code == "YearUnopened" ? null : RequirementKind.AnnualPlan, 2027, 2027, Due, 3, "Unit", Due), StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
