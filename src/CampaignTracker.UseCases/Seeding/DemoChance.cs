using System.Buffers.Binary;
using CampaignTracker.Domain;

namespace CampaignTracker.UseCases.Seeding;

/// <summary>
/// Chance that falls alike in every run: a stream of its own for each thing, named by its code, so that a new cell changes nobody else's story.
/// SplitMix64, ours because a framework's generator may change.
/// </summary>
internal sealed class DemoChance
{
    private ulong state;

    private DemoChance(ulong seed) => state = seed;

    public static DemoChance For(string kind, string code) =>
        new(BinaryPrimitives.ReadUInt64BigEndian(DerivedId.Of("chance:" + kind, code).ToByteArray(bigEndian: true)));

    /// <summary>From lowest to highest, both included.</summary>
    public int Between(int lowest, int highest) => lowest + (int)(Next() % (ulong)(highest - lowest + 1));

    /// <summary>True in so many cases of a hundred.</summary>
    public bool Percent(int percent) => Between(0, 99) < percent;

    public T Of<T>(IReadOnlyList<T> list) => list[Between(0, list.Count - 1)];

    /// <summary>Some of a list, in the order of the list.</summary>
    public List<T> Some<T>(IReadOnlyList<T> list, int count)
    {
        var picked = new List<T>();
        for (var i = 0; i < list.Count && picked.Count < count; i++)
            if (Between(0, list.Count - i - 1) < count - picked.Count) picked.Add(list[i]);
        return picked;
    }

    private ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
