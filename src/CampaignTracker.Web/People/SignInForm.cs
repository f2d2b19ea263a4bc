using System.ComponentModel.DataAnnotations;

namespace CampaignTracker.Web.People;

/// <summary>What the sign-in page posts.</summary>
public sealed class SignInForm
{
    [Required(ErrorMessageResourceType = typeof(SignInText), ErrorMessageResourceName = nameof(SignInText.UserNameMissing))]
    public string UserName { get; set; } = "";

    [Required(ErrorMessageResourceType = typeof(SignInText), ErrorMessageResourceName = nameof(SignInText.PasswordMissing))]
    public string Password { get; set; } = "";

    /// <summary>Stay signed in on this machine.</summary>
    public bool Remember { get; set; }
}
