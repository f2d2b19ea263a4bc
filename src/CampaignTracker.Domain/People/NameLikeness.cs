using System.Buffers;

namespace CampaignTracker.Domain.People;

/// <summary>
/// Finds the names that may be the same person's: equal without marks and case, or one letter apart (one more, one less, one other, two changed places).
/// Names with different digits are different; short ones have to be equal.
/// </summary>
public sealed class NameLikeness
{
    /// <summary>Letters and blanks from which on one letter may differ.</summary>
    public const int ShortestForSlips = 8;

    private readonly string[] names;
    private readonly (int Hash, int Index)[] keys;

    /// <summary>Indexes names by what is left of them when one letter is taken away: two names one letter apart share such a rest.</summary>
    /// <param name="names">Folded names (<see cref="SearchKey.Fold"/>).</param>
    public NameLikeness(IEnumerable<string> names)
    {
        this.names = [.. names];
        var found = new List<(int, int)>();
        for (var i = 0; i < this.names.Length; i++)
            foreach (var hash in Rests(this.names[i])) found.Add((hash, i));
        keys = [.. found];
        Array.Sort(keys);
    }

    /// <summary>Places of the names like this one, the equal ones first.</summary>
    /// <param name="name">A folded name.</param>
    public IReadOnlyList<int> Like(string name)
    {
        var found = new HashSet<int>();
        foreach (var hash in Rests(name))
        {
            var at = Array.BinarySearch(keys, (hash, int.MinValue));
            for (var i = at < 0 ? ~at : at; i < keys.Length && keys[i].Hash == hash; i++)
                if (!found.Contains(keys[i].Index) && AreLike(name, names[keys[i].Index])) found.Add(keys[i].Index);
        }
        return [.. found.OrderBy(i => names[i] != name).ThenBy(i => i)];
    }

    /// <summary>True when two folded names may be the same person's.</summary>
    public static bool AreLike(string a, string b)
    {
        if (a == b) return true;
        if (Math.Min(a.Length, b.Length) < ShortestForSlips || Math.Abs(a.Length - b.Length) > 1) return false;
        if (!a.Where(char.IsDigit).SequenceEqual(b.Where(char.IsDigit))) return false;
        var start = 0;
        while (start < a.Length && start < b.Length && a[start] == b[start]) start++;
        var (endA, endB) = (a.Length, b.Length);
        while (endA > start && endB > start && a[endA - 1] == b[endB - 1]) (endA, endB) = (endA - 1, endB - 1);
        var (leftA, leftB) = (endA - start, endB - start);
        return leftA <= 1 && leftB <= 1 || leftA == 2 && leftB == 2 && a[start] == b[start + 1] && a[start + 1] == b[start];
    }

    // The name itself, and for longer ones every name with one letter less.
    private static int[] Rests(string name)
    {
        if (name.Length < ShortestForSlips - 1) return [string.GetHashCode(name.AsSpan())];
        var hashes = new int[name.Length + 1];
        hashes[^1] = string.GetHashCode(name.AsSpan());
        var rest = ArrayPool<char>.Shared.Rent(name.Length);
        for (var without = 0; without < name.Length; without++)
        {
            name.CopyTo(0, rest, 0, without);
            name.CopyTo(without + 1, rest, without, name.Length - without - 1);
            hashes[without] = string.GetHashCode(rest.AsSpan(0, name.Length - 1));
        }
        ArrayPool<char>.Shared.Return(rest);
        return hashes;
    }
}
