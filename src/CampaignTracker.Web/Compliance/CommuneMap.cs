using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CampaignTracker.Web.Compliance;

/// <summary>The outlines of communes as svg paths, made once from a GeoJSON file. Equirectangular: for looking at, not for measuring.</summary>
public sealed class CommuneMap
{
    /// <summary>Width of the drawing.</summary>
    public const double Width = 392;

    private const double Edge = 6;

    private CommuneMap(IReadOnlyList<Shape> shapes, double height)
    {
        Shapes = shapes;
        Height = height;
    }

    /// <summary>One commune.</summary>
    /// <param name="Code">Its territory code.</param>
    /// <param name="Path">The <c>d</c> of its svg path.</param>
    /// <param name="X">Where its number stands, and whence the arrow keys look for a neighbour.</param>
    /// <param name="Y">See <paramref name="X"/>.</param>
    public sealed record Shape(string Code, string Path, double X, double Y);

    private readonly record struct Point(double X, double Y);

    /// <summary>The communes, in the order of the file.</summary>
    public IReadOnlyList<Shape> Shapes { get; }

    /// <summary>Height of the drawing.</summary>
    public double Height { get; }

    /// <summary>Reads the file; without one there is no map, and the table says everything.</summary>
    public static CommuneMap Read(string file)
    {
        if (!File.Exists(file)) return new CommuneMap([], 0);
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        var raw = json.RootElement.GetProperty("features").EnumerateArray().Select(f => (Code: f.GetProperty("properties").GetProperty("code").GetString()!, Rings: Rings(f.GetProperty("geometry")))).ToList();
        var all = raw.SelectMany(r => r.Rings).SelectMany(ring => ring).ToList();
        var (west, east, south, north) = (all.Min(p => p.X), all.Max(p => p.X), all.Min(p => p.Y), all.Max(p => p.Y));
        var squeeze = Math.Cos((south + north) / 2 * Math.PI / 180);
        var scale = (Width - 2 * Edge) / ((east - west) * squeeze);
        var shapes = raw.Select(r => Draw(r.Code, [.. r.Rings.Select(ring => ring.ConvertAll(p => new Point(Edge + (p.X - west) * squeeze * scale, Edge + (north - p.Y) * scale)))])).ToList();
        return new CommuneMap(shapes, Math.Ceiling(2 * Edge + (north - south) * scale));
    }

    /// <summary>The nearest of some communes in a direction (an arrow key's name), or null at the edge.</summary>
    public static Shape? Neighbour(Shape from, string arrow, IEnumerable<Shape> among)
    {
        var (x, y) = arrow switch { "ArrowLeft" => (-1, 0), "ArrowRight" => (1, 0), "ArrowUp" => (0, -1), "ArrowDown" => (0, 1), _ => (0, 0) };
        // Sideways distance counts double: the arrow names the direction.
        return (x, y) == (0, 0) ? null : among.Select(shape => (shape, Ahead: (shape.X - from.X) * x + (shape.Y - from.Y) * y, Aside: Math.Abs((shape.X - from.X) * y) + Math.Abs((shape.Y - from.Y) * x)))
            .Where(c => c.Ahead > 1 && c.Ahead >= c.Aside / 2).OrderBy(c => c.Ahead + 2 * c.Aside).Select(c => c.shape).FirstOrDefault();
    }

    private static IEnumerable<List<Point>> Rings(JsonElement geometry)
    {
        var coordinates = geometry.GetProperty("coordinates");
        var polygons = geometry.GetProperty("type").GetString() == "MultiPolygon" ? coordinates.EnumerateArray().ToList() : [coordinates];
        return polygons.SelectMany(polygon => polygon.EnumerateArray()).Select(ring => ring.EnumerateArray().Select(p => new Point(p[0].GetDouble(), p[1].GetDouble())).ToList()).ToList();
    }

    private static Shape Draw(string code, List<List<Point>> rings)
    {
        var path = new StringBuilder();
        foreach (var ring in rings)
        {
            var last = "";
            foreach (var point in ring.SkipLast(1))
            {
                var text = string.Create(CultureInfo.InvariantCulture, $"{point.X:0.#},{point.Y:0.#}");
                if (text != last) path.Append(last.Length == 0 ? 'M' : 'L').Append(text);
                last = text;
            }
            path.Append('Z');
        }
        var middle = Middle(rings.MaxBy(ring => Math.Abs(Area(ring)))!);
        return new Shape(code, path.ToString(), Math.Round(middle.X, 1), Math.Round(middle.Y, 1));
    }

    private static double Area(List<Point> ring) => ring.Zip(ring.Skip(1), (a, b) => a.X * b.Y - b.X * a.Y).Sum() / 2;

    private static Point Middle(List<Point> ring)
    {
        var six = Area(ring) * 6;
        var edges = ring.Zip(ring.Skip(1)).ToList();
        return new Point(edges.Sum(e => (e.First.X + e.Second.X) * (e.First.X * e.Second.Y - e.Second.X * e.First.Y)) / six,
            edges.Sum(e => (e.First.Y + e.Second.Y) * (e.First.X * e.Second.Y - e.Second.X * e.First.Y)) / six);
    }
}
