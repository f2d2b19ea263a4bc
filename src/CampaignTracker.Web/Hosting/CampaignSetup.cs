using CampaignTracker.UseCases;
using CampaignTracker.UseCases.Backups;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.People;
using CampaignTracker.UseCases.Reminders;
using CampaignTracker.UseCases.Seeding;
using Microsoft.Extensions.Options;

namespace CampaignTracker.Web.Hosting;

/// <summary>Settings, database, use cases.</summary>
public static class CampaignSetup
{
    /// <summary>Binds the sections Data, Database and Demo and registers every use case.</summary>
    public static IServiceCollection AddCampaign(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<DataSettings>(configuration.GetSection("Data"));
        services.Configure<DatabaseSettings>(configuration.GetSection("Database"));
        services.Configure<DemoSettings>(configuration.GetSection("Demo"));
        services.Configure<RetentionSettings>(configuration.GetSection("Retention"));
        services.Configure<BackupSettings>(configuration.GetSection("Backup"));
        services.Configure<UrgingSettings>(configuration.GetSection("Urging"));
        services.Configure<ReminderTimes>(configuration.GetSection("Reminders"));
        services.AddUseCases(
            provider => Database(provider.GetRequiredService<IOptions<DatabaseSettings>>().Value, DataFolder(provider)),
            provider => Path.Combine(DataFolder(provider), "files"));
        services.AddSingleton<Demo>();
        services.AddTransient(provider => provider.GetRequiredService<Demo>().Mark);
        return services;
    }

    /// <summary>The data folder in use.</summary>
    public static string DataFolder(IServiceProvider provider) => Places.DataFolder(provider.GetRequiredService<IOptions<DataSettings>>().Value);

    /// <summary>The seed folder in use.</summary>
    public static string SeedFolder(IServiceProvider provider) => Places.SeedFolder(provider.GetRequiredService<IOptions<DataSettings>>().Value);

    /// <summary>Provider and connection string in use; an SQLite one without a file lies in the data folder.</summary>
    /// <exception cref="StartProblem">PostgreSQL without a connection string.</exception>
    public static (DatabaseProvider, string) Database(DatabaseSettings settings, string dataFolder) => settings switch
    {
        { ConnectionString.Length: > 0 } => (settings.Provider, settings.ConnectionString),
        { Provider: DatabaseProvider.Sqlite } => (settings.Provider, $"Data Source={Path.Combine(dataFolder, "campaign.db")}"),
        _ => throw new StartProblem("Database:ConnectionString is empty although Database:Provider is Postgres. Set it, for example \"Host=localhost;Database=campaign;Username=…;Password=…\"."),
    };
}
