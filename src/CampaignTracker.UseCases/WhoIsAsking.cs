namespace CampaignTracker.UseCases;

/// <summary>
/// Who is asking in this scope: set once by the circuit handler, the request middleware or a job. The actor itself is read anew at every operation.
/// </summary>
public sealed class WhoIsAsking
{
    /// <summary>The account, null before sign-in.</summary>
    public Guid? AccountId { get; private set; }

    /// <summary>The security stamp of the sign-in: a changed one ends the session at the next click.</summary>
    public string? SecurityStamp { get; private set; }

    /// <summary>True for jobs and the seed.</summary>
    public bool IsSystem { get; private set; }

    /// <summary>A person signed in.</summary>
    public void Is(Guid accountId, string? securityStamp)
    {
        AccountId = accountId;
        SecurityStamp = securityStamp;
    }

    /// <summary>The program itself, by the clock.</summary>
    public void IsTheSystem() => IsSystem = true;
}
