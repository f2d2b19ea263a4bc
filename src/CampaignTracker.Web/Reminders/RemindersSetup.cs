using CampaignTracker.Web.Backups;
using CampaignTracker.Web.Compliance;
using CampaignTracker.Web.Hosting;
using CampaignTracker.Web.Jobs;

namespace CampaignTracker.Web.Reminders;

/// <summary>What goes out of the program.</summary>
public static class RemindersSetup
{
    /// <summary>Registers the delivery; the section "Mail" is looked at when the program starts.</summary>
    public static IServiceCollection AddDelivery(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MailSettings>().Bind(configuration.GetSection("Mail")).ValidateOnStart();
        services.AddSingleton<Microsoft.Extensions.Options.IValidateOptions<MailSettings>, CheckMailSettings>();
        services.AddScoped<MailSender>();
        services.AddScoped<IMessageSender>(provider => provider.GetRequiredService<MailSender>());
        services.AddScoped<DeliveryRound>();
        services.AddScoped<ITellHealth, DatabaseHealth>();
        services.AddScoped<ITellHealth, MailHealth>();
        services.AddScoped<ITellHealth, DiskHealth>();
        services.AddScoped<ITellHealth, BackupHealth>();
        services.AddScoped<ITellHealth, ScheduleHealth>();
        services.AddScoped<ITellHealth, LedgerHealth>();
        return services;
    }
}
