using Microsoft.AspNetCore.Identity;

namespace CampaignTracker.UseCases.People;

/// <summary>A sign-in account. What it may do follows from its posts.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>Longest user name and full name, in characters.</summary>
    public const int UserNameLength = 60, FullNameLength = 120;

    /// <summary>Shown to others.</summary>
    public string FullName { get; set; } = "";

    /// <summary>Closed accounts cannot sign in; their past acts stay.</summary>
    public bool Closed { get; set; }

    /// <summary>When the notice on processing personal data was read and acknowledged, UTC; null before.</summary>
    public DateTime? NoticeReadAt { get; set; }

    /// <summary>"vi" or "en": the language of messages outside the program; follows what the person reads in.</summary>
    public string Language { get; set; } = "vi";

    /// <summary>The person wants no e-mail: the bell alone.</summary>
    public bool NoEmail { get; set; }

    /// <summary>First sign-in, UTC; null while the account was never used.</summary>
    public DateTime? FirstSignInAt { get; set; }

    /// <summary>Made by the demo: a non-Development start refuses while one exists.</summary>
    public bool Demo { get; set; }
}
