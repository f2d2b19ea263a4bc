using CampaignTracker.UseCases.Database;

namespace CampaignTracker.Web.Hosting;

/// <summary>For watchers and for the page that waits for the line: alive, and ready.</summary>
public static class Health
{
    /// <summary>/health/live answers as long as the program runs; /health/ready when the database answers and is up to date.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("ok")).AllowAnonymous();
        app.MapGet("/health/ready", async (PrepareDatabase database, CancellationToken ct) =>
        {
            try
            {
                return (await database.PendingMigrationsAsync(ct)).Count == 0 ? Results.Text("ok") : Results.Text("migrations missing", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
            catch (StartProblem)
            {
                return Results.Text("database unavailable", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        }).AllowAnonymous();
    }
}
