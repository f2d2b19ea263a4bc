using System.Globalization;
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
        // For the speed figures: bytes in use after a collection. Anybody could slow the program down with it, so it is not there in production.
        if (app.Environment.IsDevelopment()) app.MapGet("/health/memory", () => Results.Text(Collected().ToString(CultureInfo.InvariantCulture))).AllowAnonymous();
    }

    private static long Collected()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
