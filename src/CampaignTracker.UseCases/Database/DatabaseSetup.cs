using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace CampaignTracker.UseCases.Database;

/// <summary>Chooses the provider, once.</summary>
internal static class DatabaseSetup
{
    public static DbContextOptionsBuilder Use(this DbContextOptionsBuilder options, DatabaseProvider provider, string connectionString)
    {
        options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.MultipleCollectionIncludeWarning));
        return provider switch
        {
            DatabaseProvider.Postgres => options.UseNpgsql(connectionString, npgsql => npgsql.MigrationsAssembly("CampaignTracker.Migrations.Postgres").UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery)),
            _ => options.UseSqlite(connectionString, sqlite => sqlite.MigrationsAssembly("CampaignTracker.Migrations.Sqlite")).AddInterceptors(SqliteConnections.Instance),
        };
    }

    public static IServiceCollection AddCampaignDatabase(this IServiceCollection services, Func<IServiceProvider, (DatabaseProvider, string)> settings)
    {
        services.AddDbContextFactory<CampaignDb>((provider, options) =>
        {
            var (kind, connectionString) = settings(provider);
            options.Use(kind, connectionString);
        });
        // Identity's stores want a context of the request's own.
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<CampaignDb>>().CreateDbContext());
        return services;
    }
}
