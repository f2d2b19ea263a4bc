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

    /// <summary>The key of a thing that belongs to another: begins like the owner's, so that what is read together lies together in an index.</summary>
    public static Guid Beside(Guid owner, string code)
    {
        Span<byte> id = stackalloc byte[16];
        Of(code, owner.ToString("N")).TryWriteBytes(id, bigEndian: true, out _);
        Span<byte> beginning = stackalloc byte[16];
        owner.TryWriteBytes(beginning, bigEndian: true, out _);
        beginning[..8].CopyTo(id);
        return new Guid(id, bigEndian: true);
    }
}
