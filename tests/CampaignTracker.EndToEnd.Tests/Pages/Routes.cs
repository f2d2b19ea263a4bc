using CampaignTracker.EndToEnd.Tests.Program;

namespace CampaignTracker.EndToEnd.Tests.Pages;

/// <summary>Who sees which pages: every page of every role.</summary>
internal static class Routes
{
    /// <summary>The demo's accounts.</summary>
    public static readonly string[] Accounts = ["chibo", "vanthu", "xa", "tinh", "tinh.lanhdao", "kiemtra", "thanhvien", "quantri"];

    /// <summary>The addresses that this account looks at.</summary>
    public static IReadOnlyList<string> Of(string account, DemoFacts demo)
    {
        var year = demo.Draft.Year;
        string[] everybody = ["/", "/tasks", "/reminders", "/announcements", "/documents", $"/documents/{demo.Document}", "/help", "/nowhere"];
        string[] board = ["/compliance", $"/compliance/{year}?unit={demo.Commune.Code}", $"/compliance/{year}/trends", $"/obligations?unit={demo.Commune.Code}&year={year}", "/units", $"/units/{demo.Commune.Code}", $"/units/{demo.Commune.Code}/timeline"];
        string[] people = ["/commitments", "/commitments?scope=term", "/commitments/paper", "/commitments/openings", "/participants", "/participants/import", "/meetings", "/papers", "/progress", "/progress/quick", "/progress/months", "/evidence", "/data-requests", "/me", $"/units/{demo.Cell.Code}/timeline"];
        return account switch
        {
            "chibo" => [.. everybody, "/plans", .. people, $"/plans/{demo.Draft.Id}", $"/plans/{demo.Draft.Id}?at=recipients", $"/plans/{demo.Supplement}", $"/plans/{demo.Draft.Id}/print", "/units", $"/units/{demo.Cell.Code}", $"/units/{demo.Cell.Code}/timeline", $"/obligations?unit={demo.Cell.Code}"],
            "vanthu" or "xa" => [.. everybody, .. board, "/plans", "/commitments", "/commitments?view=below", "/commitments/open", "/progress", "/reviews", $"/reviews/{demo.WaitingReview()}", "/reminders/urge", "/reminders/urgings", "/announcements/new", $"/plans/{demo.PlanOfAnotherCell}"],
            "tinh" or "tinh.lanhdao" => [.. everybody, .. board, "/commitments", "/reviews", $"/reviews/{demo.ReviewAtTheProvince}", $"/plans/{demo.PlanOfAnotherCell}"],
            "kiemtra" => [.. everybody, .. board, "/audit", $"/plans/{demo.PlanOfAnotherCell}"],
            "quantri" => [.. everybody, "/units", $"/units/{demo.Commune.Code}", "/admin/accounts", "/admin/backups", "/admin/schedule", "/reminders/rules", "/reminders/rules/FilingDue", "/admin/messages", "/admin/templates", "/admin/health"],
            "thanhvien" => [.. everybody, "/commitments", "/papers", "/progress", "/me"],
            _ => everybody,
        };
    }
}
