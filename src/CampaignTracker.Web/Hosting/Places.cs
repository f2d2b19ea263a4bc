namespace CampaignTracker.Web.Hosting;

/// <summary>Where things lie: never relative to the working directory, which under "dotnet run --project" is the project's folder.</summary>
public static class Places
{
    /// <summary>The folder of settings and web assets: the project's while developing, else beside the program.</summary>
    public static string ContentRoot
    {
        get
        {
            var project = Repository is { } root ? Path.Combine(root, "src", "CampaignTracker.Web") : null;
            return project is not null && File.Exists(Path.Combine(AppContext.BaseDirectory, "CampaignTracker.Web.staticwebassets.runtime.json")) ? project : AppContext.BaseDirectory;
        }
    }

    /// <summary>The data folder: the setting, else "data" at the repository's root, else the user's local application data.</summary>
    public static string DataFolder(DataSettings settings) => Path.GetFullPath(
        settings.Folder is { Length: > 0 } given ? given
        : Repository is { } root ? Path.Combine(root, "data")
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "campaign-tracker"));

    /// <summary>The seed folder: the setting, else the copy beside the program.</summary>
    public static string SeedFolder(DataSettings settings) => Path.GetFullPath(
        settings.SeedFolder is { Length: > 0 } given ? given : Path.Combine(AppContext.BaseDirectory, "seed-data"));

    private static string? Repository
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
                if (File.Exists(Path.Combine(folder.FullName, "CampaignTracker.sln"))) return folder.FullName;
            return null;
        }
    }
}

/// <summary>Section "Data".</summary>
public sealed class DataSettings
{
    /// <summary>Database file and uploads; empty for the default place.</summary>
    public string Folder { get; set; } = "";

    /// <summary>Seed data; empty for the copy beside the program.</summary>
    public string SeedFolder { get; set; } = "";
}
