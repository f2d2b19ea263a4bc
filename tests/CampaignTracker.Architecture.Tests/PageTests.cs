using CampaignTracker.UseCases.Database;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.Architecture.Tests;

/// <summary>Rule 10: every page asks who is there; the schema is the model's.</summary>
public class PageTests
{
    /// <summary>Pages for everybody: signing in, "not found", and the gallery of parts, which shows itself in development only.</summary>
    private static readonly string[] Public = ["SignInPage", "NotFoundPage", "GalleryPage"];

    private static IEnumerable<Type> Pages => typeof(Web.App).Assembly.GetTypes().Where(type => type.IsDefined(typeof(RouteAttribute), false));

    [Fact]
    public void Every_page_asks_who_is_there() => Complaints.None(Pages.SelectMany(page => Open(page, Public)));

    [Fact]
    public void The_list_of_public_pages_is_true() => Assert.Equal(Public.Order(), Pages.Where(page => Public.Contains(page.Name)).Select(page => page.Name).Order());

    [Fact]
    public void An_open_page_would_be_seen()
    {
        Complaints.Some(Open(typeof(Everybodys), []), nameof(Everybodys));
        Complaints.Some(Open(typeof(Both), []), nameof(Both));
        Complaints.None(Open(typeof(Guarded), []));
    }

    [Theory]
    [InlineData("CampaignTracker.Migrations.Sqlite")]
    [InlineData("CampaignTracker.Migrations.Postgres")]
    public void Migrations_say_what_the_model_says(string project)
    {
        using var db = Model.Context(project.EndsWith("Sqlite", StringComparison.Ordinal) ? DatabaseProvider.Sqlite : DatabaseProvider.Postgres);
        Assert.NotEmpty(db.Database.GetMigrations());
        Assert.False(db.Database.HasPendingModelChanges(), "dotnet ef migrations add, in " + project);
    }

    [Fact]
    public void A_drifted_model_would_be_seen()
    {
        using var db = new Drifted(new DbContextOptionsBuilder<Drifted>().UseSqlite("Data Source=:memory:", sqlite => sqlite.MigrationsAssembly("CampaignTracker.Architecture.Tests")).Options);
        Assert.True(db.Database.HasPendingModelChanges());
    }

    private static IEnumerable<string> Open(Type page, string[] open) =>
        open.Contains(page.Name) || (page.IsDefined(typeof(AuthorizeAttribute), true) && !page.IsDefined(typeof(AllowAnonymousAttribute), true)) ? [] : [$"{page.Name} is open to everybody"];

    [Route("/everybodys")]
    private sealed class Everybodys;

    [Route("/both"), Authorize, AllowAnonymous]
    private sealed class Both;

    [Route("/guarded"), Authorize]
    private sealed class Guarded;

    private sealed class Drifted(DbContextOptions<Drifted> options) : DbContext(options)
    {
        public DbSet<Added> Rows => Set<Added>();
    }

    private sealed class Added { public int Id { get; set; } }
}
