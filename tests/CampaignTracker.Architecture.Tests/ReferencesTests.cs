using System.Reflection;
using System.Text.RegularExpressions;

namespace CampaignTracker.Architecture.Tests;

/// <summary>Rule 1: who may know whom.</summary>
public class ReferencesTests
{
    private static readonly Assembly Domain = typeof(Entity).Assembly, UseCases = typeof(UseCases.Operations).Assembly,
        Reports = Assembly.Load("CampaignTracker.Reports"), Web = typeof(Web.App).Assembly;

    private static readonly string[] FileLibraries = ["CampaignTracker.Domain", "ClosedXML", "DocumentFormat.OpenXml", "ExcelNumberFormat", "System.IO.Packaging", "System.Drawing.Common", "Ical.Net"];

    private static readonly string[] NotForUseCases = ["Microsoft.AspNetCore.Components", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Mvc", "Microsoft.AspNetCore.Routing", "Radzen", "Quartz", "ClosedXML", "DocumentFormat.OpenXml", "CampaignTracker.Web", "CampaignTracker.Reports"];

    [Fact]
    public void Domain_references_nothing_but_NET() => Complaints.None(BeyondDotNet(Domain).Concat(InProjectFile(Read("Domain"), [])));

    [Fact]
    public void Reports_knows_Domain_and_its_file_libraries_only() => Complaints.None(BeyondDotNet(Reports, FileLibraries).Concat(InProjectFile(Read("Reports"), FileLibraries)));

    [Fact]
    public void Use_cases_know_no_Blazor_HTTP_Quartz_or_Excel() => Complaints.None(Named(UseCases, NotForUseCases));

    [Fact]
    public void One_file_knows_the_image_library() => Complaints.None(
        Repository.Files("src", ".cs").Concat(Repository.Files("src", ".razor")).SelectMany(f => Pictures(f.Path, f.Text)).Concat(Repository.Files("src", ".csproj").SelectMany(f => Pictures(f.Path, f.Text))));

    [Fact]
    public void A_second_file_that_draws_would_be_seen()
    {
        Complaints.Some(Pictures("src/CampaignTracker.Web/Evidence/Draw.cs", "using SkiaSharp;"), "Draw.cs");
        Complaints.Some(Pictures("src/CampaignTracker.Reports/CampaignTracker.Reports.csproj", """<PackageReference Include="SkiaSharp" />"""), "Reports.csproj");
        Assert.Contains("SkiaSharp", Repository.Read(Drawing[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_jobs_know_who_keeps_the_clock() => Complaints.None(Repository.Files("src", ".cs").Concat(Repository.Files("src", ".razor")).SelectMany(f => Clocks(f.Path, f.Text)));

    [Fact]
    public void A_page_that_asks_the_scheduler_would_be_seen() => Complaints.Some(Clocks("src/CampaignTracker.Web/BackgroundWork/TasksPage.razor", "@using Quartz"), "TasksPage.razor");

    private static IEnumerable<string> Clocks(string path, string text) =>
        Regex.IsMatch(text, @"\busing Quartz\b|\bQuartz\.") && !path.StartsWith("src/CampaignTracker.Web/Jobs/", StringComparison.Ordinal) ? [$"{path} knows the scheduler"] : [];

    [Fact]
    public void One_file_knows_the_mail_library() => Complaints.None(
        Repository.Files("src", ".cs").Concat(Repository.Files("src", ".razor")).Concat(Repository.Files("src", ".csproj")).SelectMany(f => Mailing(f.Path, f.Text)));

    [Fact]
    public void A_second_file_that_mails_would_be_seen()
    {
        Complaints.Some(Mailing("src/CampaignTracker.Web/Jobs/Mail.cs", "using MimeKit;"), "Mail.cs");
        Complaints.Some(Mailing("src/CampaignTracker.UseCases/CampaignTracker.UseCases.csproj", """<PackageReference Include="MailKit" />"""), "UseCases.csproj");
        Assert.Contains("MailKit", Repository.Read(MailFiles[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void One_file_knows_the_calendar_library()
    {
        var knowing = Repository.Files("src", ".cs").Concat(Repository.Files("src", ".razor")).Where(f => f.Text.Contains("Ical.Net", StringComparison.Ordinal)).Select(f => f.Path);
        Assert.Equal(["src/CampaignTracker.Reports/Reminders/CalendarFile.cs"], knowing);
    }

    [Fact]
    public void A_library_in_the_Domain_would_be_seen()
    {
        Complaints.Some(BeyondDotNet(Web), "Microsoft.AspNetCore.Components", "Radzen.Blazor");
        Complaints.Some(BeyondDotNet(typeof(ReferencesTests).Assembly), "xunit.core");
        Complaints.Some(InProjectFile("""<PackageReference Include="Dapper" /><FrameworkReference Include="Microsoft.AspNetCore.App" />""", []), "Dapper", "Microsoft.AspNetCore.App");
    }

    [Fact]
    public void A_screen_in_a_use_case_would_be_seen() => Complaints.Some(Named(Web, NotForUseCases), "Microsoft.AspNetCore.Components", "Microsoft.AspNetCore.Http");

    private static readonly string[] Drawing = ["src/CampaignTracker.UseCases/Papers/Thumbnails.cs", "src/CampaignTracker.UseCases/CampaignTracker.UseCases.csproj"];

    private static IEnumerable<string> Pictures(string path, string text) => text.Contains("SkiaSharp", StringComparison.Ordinal) && !Drawing.Contains(path) ? [$"{path} knows the image library"] : [];

    private static readonly string[] MailFiles = ["src/CampaignTracker.Web/Reminders/MailSender.cs", "src/CampaignTracker.Web/CampaignTracker.Web.csproj"];

    private static IEnumerable<string> Mailing(string path, string text) => Regex.IsMatch(text, "MailKit|MimeKit") && !MailFiles.Contains(path) ? [$"{path} knows the mail library"] : [];

    // .NET itself is what lies in the shared framework's own folder.
    private static IEnumerable<string> BeyondDotNet(Assembly assembly, params string[] besides)
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return assembly.GetReferencedAssemblies().Select(a => a.Name!)
            .Where(name => !File.Exists(Path.Combine(framework, name + ".dll")) && !besides.Contains(name))
            .Select(name => $"{assembly.GetName().Name} references {name}");
    }

    private static IEnumerable<string> Named(Assembly assembly, string[] forbidden) =>
        assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(name => forbidden.Any(f => name == f || name.StartsWith(f + ".", StringComparison.Ordinal)))
            .Select(name => $"{assembly.GetName().Name} references {name}");

    // The compiler drops references nobody uses; the project file still names them.
    private static IEnumerable<string> InProjectFile(string project, string[] allowed) =>
        Regex.Matches(project, """<(Package|Project|Framework)Reference Include="(?<what>[^"]+)""").Select(m => Path.GetFileName(m.Groups["what"].Value.Replace('\\', '/')).Replace(".csproj", "", StringComparison.Ordinal))
            .Where(what => !allowed.Contains(what)).Select(what => "project file names " + what);

    private static string Read(string project) => Repository.Read($"src/CampaignTracker.{project}/CampaignTracker.{project}.csproj");
}
