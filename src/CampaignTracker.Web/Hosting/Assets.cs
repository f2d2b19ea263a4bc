using CampaignTracker.UseCases.Database;

namespace CampaignTracker.Web.Hosting;

/// <summary>The scripts and styles without which no page comes alive.</summary>
public static class Assets
{
    private static bool RunFromBuildOutput => File.Exists(Path.Combine(AppContext.BaseDirectory, "CampaignTracker.Web.staticwebassets.runtime.json"));

    /// <summary>Started from the build output outside Development, package assets would be empty without this.</summary>
    public static void UsePackageAssets(this IWebHostBuilder web)
    {
        if (RunFromBuildOutput) web.UseStaticWebAssets();
    }

    /// <summary>Looks that each is there and not empty.</summary>
    /// <exception cref="StartProblem">One is missing.</exception>
    public static void Check(IWebHostEnvironment environment)
    {
        foreach (var path in new[] { "_framework/blazor.web.js", "_content/Radzen.Blazor/css/standard-base.css", "_content/Radzen.Blazor/Radzen.Blazor.min.js" })
            if (environment.WebRootFileProvider.GetFileInfo(path) is not { Exists: true, Length: > 0 })
                throw new StartProblem($"The web asset {path} is missing or empty. Build again (dotnet build), or publish with dotnet publish.");
    }
}
