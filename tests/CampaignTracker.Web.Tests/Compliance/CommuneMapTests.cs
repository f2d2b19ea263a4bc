using CampaignTracker.Web.Compliance;

namespace CampaignTracker.Web.Tests.Compliance;

public sealed class CommuneMapTests
{
    private static readonly CommuneMap Map = CommuneMap.Read(Path.Combine(TestCampaign.SeedFolder, "map", "thai-nguyen-communes.geojson"));

    [Fact]
    public void The_map_has_every_commune_inside_its_frame()
    {
        Assert.Equal(92, Map.Shapes.Select(shape => shape.Code).Distinct().Count());
        Assert.All(Map.Shapes, shape =>
        {
            Assert.Matches("^M[0-9.,LMZ]+Z$", shape.Path);
            Assert.InRange(shape.X, 0, CommuneMap.Width);
            Assert.InRange(shape.Y, 0, Map.Height);
        });
    }

    [Fact]
    public void Arrow_keys_reach_every_commune()
    {
        var reached = new HashSet<CommuneMap.Shape> { Map.Shapes[0] };
        var open = new Queue<CommuneMap.Shape>(reached);
        while (open.TryDequeue(out var from))
            foreach (var arrow in new[] { "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown" })
                if (CommuneMap.Neighbour(from, arrow, Map.Shapes) is { } next && reached.Add(next)) open.Enqueue(next);
        Assert.Equal(Map.Shapes.Count, reached.Count);
        Assert.Null(CommuneMap.Neighbour(Map.Shapes[0], "Enter", Map.Shapes));
    }

    [Fact]
    public void Without_the_file_there_is_no_map() => Assert.Empty(CommuneMap.Read("/nowhere.geojson").Shapes);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.4999, 1)]
    [InlineData(0.5, 2)]
    [InlineData(0.7, 3)]
    [InlineData(0.8, 4)]
    [InlineData(0.9, 5)]
    [InlineData(1, 5)]
    public void A_rate_falls_into_one_class(double rate, int number) => Assert.Equal(number, RateClass.Of(rate)!.Number);

    [Fact]
    public void An_unknown_rate_has_no_class() => Assert.Null(RateClass.Of(null));
}
