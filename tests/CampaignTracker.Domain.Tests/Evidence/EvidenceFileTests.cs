using CampaignTracker.Domain.Evidence;
using CampaignTracker.Domain.Papers;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Plans;
using static CampaignTracker.Domain.Tests.Scene;

namespace CampaignTracker.Domain.Tests.Evidence;

public class EvidenceFileTests
{
    private static readonly KeptContent Content = new("ab", "cd", 7, FileKind.Jpeg);
    private readonly Filing filing = Filing.In(PlanState.Sent);

    private ItemEvidence Attach(Actor? by = null, Guid? item = null, string name = "a.jpg", string? caption = null, DateOnly? happened = null, DateOnly? filed = null) =>
        ItemEvidence.Attach(by ?? filing.Writer, null, filing.Plan, item ?? filing.Plan.Items[0].Id, name, Content, caption, happened, filed ?? Today, Now);

    [Fact]
    public void It_keeps_three_dates_from_whom_and_a_harmless_name()
    {
        var file = Attach(name: "../CON.exe", caption: "  Trồng cây ", happened: Today.AddDays(-3), filed: Today.AddDays(-1));
        Assert.Equal(("_CON.exe.jpg", "Trồng cây", filing.Writer.Name), (file.Name, file.Caption, file.ReceivedFrom));
        Assert.Equal((Today.AddDays(-3), Today.AddDays(-1), Now), (file.HappenedOn, file.FiledOn, file.ReceivedAt));
        Assert.Equal(("ab", "cd", 7L, FileKind.Jpeg, Cell.Path), (file.Sha256, file.ThumbnailSha256, file.Size, file.Kind, file.UnitPath));
    }

    [Fact]
    public void Neither_day_lies_ahead()
    {
        var tomorrow = Today.AddDays(1);
        Assert.Equal((Because.ProgressInFuture, "HappenedOn"), Refused(() => Attach(happened: tomorrow)) is var happened ? (happened.Code, happened.Field) : default);
        Assert.Equal((Because.ProgressInFuture, "FiledOn"), Refused(() => Attach(filed: tomorrow)) is var filed ? (filed.Code, filed.Field) : default);
    }

    [Fact]
    public void A_caption_has_its_limit() => Assert.Equal(Because.TooLong, Refused(() => Attach(caption: new string('x', EvidenceFile.CaptionLength + 1))).Code);

    [Fact]
    public void It_belongs_to_an_item_of_the_plan() => Assert.Equal(Because.NotFound, Refused(() => Attach(item: Guid.NewGuid())).Code);

    [Fact]
    public void The_unit_itself_attaches_and_takes_off()
    {
        Assert.Equal(Because.NotAllowed, Refused(() => Attach(by: Person(Role.Secretary, Commune))).Code);
        Assert.Equal(Because.NotAllowed, Refused(() => Attach(by: Person(Role.Participant, Cell))).Code);
        var file = Attach(by: Person(Role.Officer, Cell));
        Assert.True(file.MayRemove(Person(Role.Secretary, Cell)));
        Assert.False(file.MayRemove(Person(Role.Secretary, Commune)));
        Assert.False(file.MayRemove(Person(Role.Participant, Cell)));
    }
}
