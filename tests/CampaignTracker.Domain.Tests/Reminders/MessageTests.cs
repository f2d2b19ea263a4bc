using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Reminders;
using static CampaignTracker.Domain.Tests.Scene;

namespace CampaignTracker.Domain.Tests.Reminders;

public class MessageTests
{
    private static readonly DateOnly Due = new(2027, 3, 1);

    private static OutgoingMessage Message() => new(Actor.System, MessageKind.Digest, Guid.NewGuid(), "0001/", "a@b.vn", "vi", Due, Guid.Empty, Now);

    [Fact]
    public void A_message_keeps_its_identity_and_counts_only_real_tries()
    {
        var message = Message();
        var identity = message.MessageIdentity;
        message.Take(Actor.System, "one", Now, TimeSpan.FromMinutes(2));
        message.PutBack(Actor.System, MessageFault.Unreachable, new string('x', 900));
        Assert.Equal((MessageState.Waiting, 0, OutgoingMessage.FaultTextLength, null), (message.State, message.Tries, message.FaultText!.Length, message.TakenBy));
        message.Take(Actor.System, "two", Now, TimeSpan.FromMinutes(2));
        message.Failed(Actor.System, MessageFault.WrongAddress, "550", Now);
        Assert.Equal((MessageState.Dead, 1, identity), (message.State, message.Tries, message.MessageIdentity));
        Assert.Equal(Because.NotAllowed, Assert.Throws<Refusal>(() => message.PutBack(Actor.Anonymous, null, null)).Code);
    }

    [Theory]
    [InlineData(MessageFault.WrongAddress)]
    [InlineData(MessageFault.BrokenTemplate)]
    public void What_no_repetition_mends_is_given_up_at_once(MessageFault fault)
    {
        var message = Message();
        message.Take(Actor.System, "one", Now, TimeSpan.FromMinutes(2));
        message.Failed(Actor.System, fault, "", Now);
        Assert.Equal(MessageState.Dead, message.State);
    }

    [Fact]
    public void A_reminder_stands_while_the_filing_is_open_and_its_date_is_the_same()
    {
        var open = new ObligationFacts(Due, null, null, null, null);
        Assert.True(ReminderRules.StillOwed("FilingDue", Due, open));
        Assert.False(ReminderRules.StillOwed("FilingDue", Due.AddDays(-1), open));
        Assert.True(ReminderRules.StillOwed(ReminderRules.ByHand, Due.AddDays(-1), open));
        var sent = open with { FirstSentOn = Due };
        Assert.False(ReminderRules.StillOwed("FilingOverdue", Due, sent));
        Assert.False(ReminderRules.StillOwed(ReminderRules.ByHand, Due, sent));
        var asked = sent with { SupplementDueOn = Due.AddDays(9) };
        Assert.True(ReminderRules.StillOwed("SupplementDue", Due.AddDays(9), asked));
        Assert.False(ReminderRules.StillOwed("SupplementDue", Due, asked));
        Assert.False(ReminderRules.StillOwed("SupplementDue", Due.AddDays(9), asked with { CompletedOn = Due }));
        Assert.False(ReminderRules.StillOwed("FilingDue", Due, open with { ExcusedOn = Due }));
    }

    [Fact]
    public void The_pressing_comes_first_and_the_quiet_last()
    {
        Assert.Equal(DigestGroup.First, DigestGroups.Of("FilingOverdue", Due.AddDays(-9), Due));
        Assert.Equal(DigestGroup.First, DigestGroups.Of("FilingDue", Due.AddDays(DigestGroups.FirstDays), Due));
        Assert.Equal(DigestGroup.Soon, DigestGroups.Of("FilingDue", Due.AddDays(DigestGroups.FirstDays + 1), Due));
        Assert.Equal(DigestGroup.ForInformation, DigestGroups.Of("OpinionsWaiting", Due, Due));
        Assert.Equal(DigestGroup.First, DigestGroups.Of(ReminderRules.ByHand, Due, Due));
    }

    [Theory]
    [InlineData("{DongChi}", "", null)]
    [InlineData("{DongChi} {ChucVu} {DonVi} {Ngay}", "{Ngay}", null)]
    [InlineData("{dongchi}", "", Because.TemplateUnknownWord)]
    [InlineData("{DongChi}", "{LyDo}", Because.TemplateUnknownWord)]
    [InlineData("{DongChi} }", "", Because.TemplateUnknownWord)]
    [InlineData("{{DongChi}}", "", Because.TemplateUnknownWord)]
    [InlineData("", "{DongChi}", Because.TemplateLacksWord)]
    public void A_template_names_what_exists_and_needs_its_reader(string opening, string closing, Because? fault) => Assert.Equal(fault, TemplateWords.Fault(MessageKind.Digest, "", opening, closing)?.Code);

    [Fact]
    public void An_urging_needs_its_reason_and_what_a_word_stands_for_is_not_read_again()
    {
        Assert.Equal(Because.TemplateLacksWord, TemplateWords.Fault(MessageKind.Urging, "", "{DongChi}", "")!.Code);
        Assert.Null(TemplateWords.Fault(MessageKind.Urging, "", "{DongChi}", "{LyDo}"));
        Assert.Equal("A {DonVi} B", TemplateWords.Fill("{DongChi} {DonVi}", new Dictionary<TemplateWord, string> { [TemplateWord.Person] = "A {DonVi}", [TemplateWord.Unit] = "B" }));
        foreach (var kind in Enum.GetValues<MessageKind>()) Assert.All(TemplateWords.Of(kind), word => Assert.Matches("^{[A-Za-z]+}$", TemplateWords.Written(word)));
    }
}
