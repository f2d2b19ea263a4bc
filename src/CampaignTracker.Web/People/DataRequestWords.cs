using CampaignTracker.Domain;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.People;

/// <summary>How a request on personal data stands, in words.</summary>
static class DataRequestWords
{
    public static string State(DateOnly? acknowledgedOn, DateOnly answerBy, DateOnly? answeredOn) => (acknowledgedOn, answeredOn) switch
    {
        (_, { } on) => MyDataText.StateAnswered.With(Wording.Day(on)),
        ({ }, _) => MyDataText.StateAcknowledged.With(Wording.Day(answerBy)),
        _ => MyDataText.StateSent.With(Wording.Day(answerBy)),
    };
}
