using CampaignTracker.EndToEnd.Tests.Browser;
using CampaignTracker.Web.Reviews;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.EndToEnd.Tests.Filing;

/// <summary>What the committee above does with a filing.</summary>
internal static class Reader
{
    /// <summary>Finds the unit in the queue and opens its filing.</summary>
    public static async Task OpenFilingOfAsync(this Visitor visitor, string unit)
    {
        await visitor.OpenAsync("/reviews");
        await visitor.Field(ReviewsText.Search).FillAsync(unit);
        await visitor.Field(ReviewsText.Search).PressAsync("Enter");
        await visitor.Link(unit).ClickAsync();
        await visitor.SeesAsync(ReviewText.Path);
    }

    /// <summary>Writes a remark on an item.</summary>
    public static async Task RemarkAsync(this Visitor visitor, int ordinal, string text)
    {
        await visitor.Button(ReviewText.WriteRemarkAbout.With(ordinal)).ClickAsync();
        await visitor.Field(ReviewText.MyRemark.With(ordinal)).PressSequentiallyAsync(text);
        await visitor.AllSavedAsync();
    }

    /// <summary>Presses a button of the bar and says yes to the question.</summary>
    public static async Task OpineAsync(this Visitor visitor, string act, string done)
    {
        await visitor.Button(act).ClickAsync();
        await visitor.AnswerAsync(act);
        await visitor.SeesAsync(done);
    }
}
