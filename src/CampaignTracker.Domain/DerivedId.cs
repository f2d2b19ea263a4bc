using System.Security.Cryptography;
using System.Text;

namespace CampaignTracker.Domain;

/// <summary>Keys of seed and demo rows: the same thing has the same key in every database and at every run.</summary>
public static class DerivedId
{
    /// <summary>The key of a thing known by its kind and code: the first half of SHA-256 of "kind:code".</summary>
    public static Guid Of(string kind, string code)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}:{code}"), hash);
        return new Guid(hash[..16], bigEndian: true);
    }
}
