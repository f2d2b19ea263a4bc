using CampaignTracker.UseCases.BackgroundWork;
using CampaignTracker.UseCases.Backups;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Papers;
using CampaignTracker.UseCases.People;
using CampaignTracker.UseCases.Reminders;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CampaignTracker.UseCases;

/// <summary>Everything this library offers, registered in one call.</summary>
public static class UseCasesSetup
{
    /// <summary>Registers the database, the operations and every use case (each public sealed class that asks for <see cref="Operations"/>).</summary>
    /// <param name="services">The container.</param>
    /// <param name="database">Provider and connection string, read when the first context is made.</param>
    /// <param name="files">The folder for uploaded files.</param>
    public static IServiceCollection AddUseCases(this IServiceCollection services, Func<IServiceProvider, (DatabaseProvider Provider, string ConnectionString)> database, Func<IServiceProvider, string> files)
    {
        services.AddCampaignDatabase(database);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IFileStore>(provider => new FolderStore(files(provider)));
        services.AddSingleton<Thumbnails>();
        services.AddSingleton(provider => new FileIntake(provider.GetRequiredService<IFileStore>(), provider.GetRequiredService<Thumbnails>()));
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddSingleton<ImportSeats>();
        services.AddOptions<RetentionSettings>().Validate(settings => settings.Years >= 1, "Retention:Years is less than 1.");
        services.AddOptions<BackupSettings>()
            .Validate(settings => settings.KeepDaily >= 1, "Backup:KeepDaily is less than 1.")
            .Validate(settings => settings is { KeepWeekly: >= 0, KeepMonthly: >= 0 }, "Backup:KeepWeekly and Backup:KeepMonthly cannot be negative.")
            .Validate(settings => settings.Folder.Length > 0, "Backup:Folder is empty.").ValidateOnStart();
        services.AddSingleton(provider => BackupPlace(provider, files(provider)));
        services.AddSingleton<DatabaseCopy>(provider => database(provider) is (DatabaseProvider.Postgres, var connection)
            ? new PostgresCopy(provider.GetRequiredService<IDbContextFactory<CampaignDb>>(), connection, new PostgresPrograms(provider.GetRequiredService<IOptions<BackupSettings>>().Value.PgDump))
            : new SqliteCopy(provider.GetRequiredService<IDbContextFactory<CampaignDb>>(), database(provider).ConnectionString));
        services.AddSingleton(provider => new RestoreBackup(provider.GetRequiredService<BackupFolder>(), provider.GetRequiredService<DatabaseCopy>(), provider.GetRequiredService<IFileStore>(), provider.GetRequiredService<TimeProvider>()));
        services.AddOptions<BackgroundWorkSettings>().Validate(settings => settings is { ResultDays: >= 1, AtOnce: >= 1 }, "BackgroundWork:ResultDays or BackgroundWork:AtOnce is less than 1.");
        services.TryAddSingleton<IWakeWorkers, NobodyToWake>();
        services.AddSingleton<ReminderSignal>();
        services.AddOptions<UrgingSettings>().Validate(settings => settings.RestDays >= 1, "Urging:RestDays is less than 1.");
        services.AddOptions<ReminderTimes>().Validate(times => times.QuietTo < times.QuietFrom, "Reminders:QuietTo is not before Reminders:QuietFrom on the same day.");
        services.AddScoped<WhoIsAsking>();
        services.AddScoped(provider => new Operations(provider.GetRequiredService<IDbContextFactory<CampaignDb>>(), provider.GetRequiredService<WhoIsAsking>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new PrepareDatabase(provider.GetRequiredService<IDbContextFactory<CampaignDb>>(), provider.GetRequiredService<IPasswordHasher<Account>>(), provider.GetRequiredService<IFileStore>(), provider.GetRequiredService<FileIntake>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new KeepProtectionKeys(provider.GetRequiredService<IDbContextFactory<CampaignDb>>()));
        foreach (var useCase in UseCases) services.AddScoped(useCase);
        return services;
    }

    // The data folder is the one the uploads lie in.
    private static BackupFolder BackupPlace(IServiceProvider provider, string files)
    {
        var (settings, data) = (provider.GetRequiredService<IOptions<BackupSettings>>().Value, Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(files)))!);
        return new(Path.GetFullPath(Path.Combine(data, settings.Folder)), settings.StateFolder.Length > 0 ? settings.StateFolder : data);
    }

    /// <summary>Every use case: the public sealed classes whose constructor asks for <see cref="Operations"/>.</summary>
    public static IEnumerable<Type> UseCases => typeof(UseCasesSetup).Assembly.GetExportedTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.GetConstructors().Any(c => c.GetParameters().Any(p => p.ParameterType == typeof(Operations))));
}
