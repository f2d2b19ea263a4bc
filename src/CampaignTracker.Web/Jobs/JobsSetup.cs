using CampaignTracker.UseCases.BackgroundWork;
using CampaignTracker.UseCases.Database;
using CampaignTracker.Web.BackgroundWork;
using CampaignTracker.Web.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;
using Quartz;

namespace CampaignTracker.Web.Jobs;

/// <summary>
/// The scheduler with its store, which survives a restart: on SQLite a file of its own beside the database, because Quartz keeps its connections without what the campaign's need;
/// on PostgreSQL tables "qrtz_…" in the campaign's own database, shared by all nodes.
/// </summary>
public static class JobsSetup
{
    private static readonly string MadeName = $"{Environment.MachineName}-{Guid.NewGuid().ToString("N")[..8]}";

    /// <summary>Registers the schedule, the runner of tasks and every kind of work.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<BackgroundWorkSettings>(configuration.GetSection("BackgroundWork"));
        services.AddSingleton(provider => new ThisNode(NodeName(provider.GetRequiredService<IOptions<DatabaseSettings>>().Value.Provider, provider.GetRequiredService<IOptions<BackgroundWorkSettings>>().Value.Node)));
        services.AddSingleton(provider => new TaskFolder(Path.Combine(CampaignSetup.DataFolder(provider), "tasks")));
        services.AddSingleton<TaskRunner>();
        services.AddScoped<ITaskWork, ComplianceWorkbookWork>().AddScoped<ITaskWork, CommitmentPapersWork>().AddScoped<ITaskWork, ParticipantImportWork>().AddScoped<ITaskWork, CheckWork>();
        services.AddSingleton<IWakeWorkers, WakeByTrigger>();
        services.AddScoped<ScheduleDesk>();
        services.AddHostedService<ClockWork>();
        services.AddQuartz(quartz => quartz.UsePersistentStore(store => Configure(quartz, store, configuration)));
        return services;
    }

    // What is wrong with these settings is said when the database itself is opened, before the scheduler starts.
    private static void Configure(IQuartzBuilder quartz, IPersistentStoreBuilder store, IConfiguration configuration)
    {
        var postgres = string.Equals(configuration["Database:Provider"], nameof(DatabaseProvider.Postgres), StringComparison.OrdinalIgnoreCase);
        store.ConfigureStore(options => options.TablePrefix = postgres ? "qrtz_" : "QRTZ_");
        if (postgres)
        {
            store.UsePostgres(NpgsqlFactory.Instance, configuration["Database:ConnectionString"] is { Length: > 0 } given ? given : "Host=localhost");
            store.UseClustering(cluster => (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = (TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10)));
        }
        else
        {
            store.UseSqlite(SqliteFactory.Instance, $"Data Source={Path.Combine(Places.DataFolder(new DataSettings { Folder = configuration["Data:Folder"] ?? "" }), "jobs.db")}");
        }
        store.ProvisionSchema();
        store.UseSystemTextJsonSerializer();
        quartz.ConfigureScheduler(options =>
        {
            options.InstanceName = "campaign";
            if (postgres) options.InstanceId = NodeName(DatabaseProvider.Postgres, configuration["BackgroundWork:Node"]);
        });
        quartz.AddJobListener<RunListener>();
    }

    // One server keeps its name; of several nobody can tell which was which unless it is said.
    private static string NodeName(DatabaseProvider provider, string? given) =>
        given is { Length: > 0 } ? given : provider == DatabaseProvider.Sqlite ? Environment.MachineName : MadeName;
}
