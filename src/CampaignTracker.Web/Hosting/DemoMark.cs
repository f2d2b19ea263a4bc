namespace CampaignTracker.Web.Hosting;

/// <summary>Whether this installation shows invented people and figures; if so every page, print and export says it.</summary>
/// <param name="IsDemo">True: the mark is drawn.</param>
/// <param name="Password">The one password of the demonstration accounts, shown on the sign-in page.</param>
/// <param name="Accounts">Who may be tried, in the order to show.</param>
public sealed record DemoMark(bool IsDemo, string? Password = null, IReadOnlyList<DemoAccount>? Accounts = null);

/// <summary>One account to try.</summary>
/// <param name="UserName">What to type.</param>
/// <param name="Role">Post and unit, in words.</param>
public sealed record DemoAccount(string UserName, string Role);
