using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CampaignTracker.Migrations.Postgres;

/// <summary>Lets "dotnet ef" build the model without a running program or database.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<CampaignDb>
{
    public CampaignDb CreateDbContext(string[] args) =>
        new((DbContextOptions<CampaignDb>)new DbContextOptionsBuilder<CampaignDb>().Use(DatabaseProvider.Postgres, "Host=localhost;Database=design").Options);
}
