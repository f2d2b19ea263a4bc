using System.Globalization;
using System.Runtime.CompilerServices;

[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace CampaignTracker.EndToEnd.Tests;

internal static class Vietnamese
{
    /// <summary>The texts that the tests look for are the Vietnamese ones, whatever the machine speaks.</summary>
    [ModuleInitializer]
    internal static void Speak() => CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi-VN");
}
