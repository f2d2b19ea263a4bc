using System.Globalization;
using System.Text.RegularExpressions;
using CampaignTracker.Domain;
using CampaignTracker.UseCases.People;
using CampaignTracker.Web.Hosting;
using CampaignTracker.Web.Papers;

namespace CampaignTracker.Web.Reports;

/// <summary>Every list of the program as a workbook, from one place.</summary>
public static partial class ListEndpoint
{
    /// <summary>The lists there are.</summary>
    public static IEnumerable<Type> All => typeof(ListExport).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ListExport)) && !type.IsAbstract);

    /// <summary>Registers the lists by the names of their addresses.</summary>
    public static IServiceCollection AddLists(this IServiceCollection services)
    {
        foreach (var list in All) services.AddKeyedTransient(typeof(ListExport), ListExport.NameOf(list), list);
        return services;
    }

    /// <summary>Maps them beside the reports.</summary>
    public static void MapLists(this IEndpointRouteBuilder downloads) => downloads.MapGet("/lists/{name}.xlsx", async (string name, ViewMe me, DemoMark demo, TimeProvider clock, HttpContext http, CancellationToken ct) =>
    {
        var list = http.RequestServices.GetKeyedService<ListExport>(name) ?? throw new Refusal(Because.NotFound);
        var now = clock.GetUtcNow().UtcDateTime;
        var open = await list.OpenAsync(new(http.Request.QueryString.Value), ct);
        var unit = open.Unit ?? (await me.RunAsync(ct)).UnitName;
        FileAnswer.Describe(http.Response, ReportEndpoints.Excel, "attachment", $"{FileName(open.Title)}-{LocalTime.Today(now).ToString("yyyyMMdd", CultureInfo.InvariantCulture)}.xlsx");
        await open.WriteAsync(new(open.Title, unit, open.Filter, now, demo.IsDemo), http.Response.Body, ct);
        return Results.Empty;
    });

    private static string FileName(string title) => NotInNames().Replace(SearchKey.Fold(title), "-").Trim('-');

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotInNames();
}
