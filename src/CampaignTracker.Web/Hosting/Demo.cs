using CampaignTracker.UseCases.Seeding;
using Microsoft.Extensions.Options;

namespace CampaignTracker.Web.Hosting;

/// <summary>Whether this installation shows the demo, told once at the start.</summary>
public sealed class Demo(IOptions<DemoSettings> settings)
{
    /// <summary>User names of the demo accounts, in the order to show.</summary>
    public static readonly IReadOnlyList<string> UserNames = ["chibo", "xa", "vanthu", "tinh", "tinh.lanhdao", "kiemtra", "thanhvien", "quantri"];

    /// <summary>What every page shows about it.</summary>
    public DemoMark Mark { get; private set; } = new(false);

    /// <summary>The password of the demo accounts.</summary>
    public string Password => settings.Value.Password;

    /// <summary>Says that the demo is loaded, or not.</summary>
    public void Tell(bool loaded) => Mark = loaded ? new DemoMark(true, Password, [.. UserNames.Select(name => new DemoAccount(name, DemoText.ResourceManager.GetString("Account_" + name.Replace('.', '_'))!))]) : new DemoMark(false);
}
