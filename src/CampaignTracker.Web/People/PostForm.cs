using CampaignTracker.Domain.People;

namespace CampaignTracker.Web.People;

/// <summary>A post as it is filled in.</summary>
public sealed class PostForm
{
    /// <summary>The unit's code, once one is chosen.</summary>
    public string? Unit { get; set; }
    /// <summary>Its name, for the question before the act.</summary>
    public string? UnitName { get; set; }
    /// <summary>What it permits.</summary>
    public Role Role { get; set; } = Role.Secretary;
    /// <summary>As addressed.</summary>
    public string? Title { get; set; }
    /// <summary>The advisory body, for officers.</summary>
    public string? Body { get; set; }

    /// <summary>Officers speak for a body.</summary>
    public bool SpeaksForBody => Role is Role.Officer or Role.ProvincialOfficer;
    /// <summary>Nothing required is empty.</summary>
    public bool Complete => !string.IsNullOrWhiteSpace(Unit) && !string.IsNullOrWhiteSpace(Title);
    /// <summary>The body, where it counts.</summary>
    public string? BodyGiven => SpeaksForBody && !string.IsNullOrWhiteSpace(Body) ? Body : null;
}
