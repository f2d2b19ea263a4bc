using System.Reflection;
using System.Text.RegularExpressions;

namespace CampaignTracker.Architecture.Tests;

/// <summary>Rule 6: what nobody may call, and that nobody switches the ban off.</summary>
public class BannedTests
{
    private static readonly string[] Needed =
    [
        "System.DateTime.Now", "System.DateTime.UtcNow", "System.DateTime.Today", "System.DateTimeOffset.Now", "System.DateTimeOffset.UtcNow", "System.Threading.Tasks.Task`1.Result", "System.Threading.Tasks.Task.Wait",
        ".IgnoreQueryFilters``1(System.Linq.IQueryable{``0})", ".IgnoreQueryFilters``1(System.Linq.IQueryable{``0},", ".FromSqlRaw``1", ".FromSql``1", ".FromSqlInterpolated``1", ".SqlQuery``1", ".SqlQueryRaw``1",
        ".ExecuteSql(", ".ExecuteSqlRaw(", ".ExecuteSqlAsync(", ".ExecuteSqlRawAsync(Microsoft.EntityFrameworkCore.Infrastructure.DatabaseFacade,System.String,System.Threading.CancellationToken)",
        ".ExecuteSqlRawAsync(Microsoft.EntityFrameworkCore.Infrastructure.DatabaseFacade,System.String,System.Collections.Generic.IEnumerable{System.Object},System.Threading.CancellationToken)",
        ".ExecuteSqlRawAsync(Microsoft.EntityFrameworkCore.Infrastructure.DatabaseFacade,System.String,System.Object[])", ".GetDbConnection(",
    ];

    /// <summary>The files that may lift the ban: the scope is made from what is read in the one, the schema is made in the second, the third adds seed rows in bulk.</summary>
    private static readonly string[] MayLift = ["src/CampaignTracker.UseCases/Database/UnscopedReads.cs", "src/CampaignTracker.UseCases/Database/DatabaseStart.cs", "src/CampaignTracker.UseCases/Database/BulkInsert.cs"];

    private const string Lifting = "RS00" + "30";

    [Fact]
    public void The_list_names_all_that_must_not_be_called() => Complaints.None(Unnamed(Repository.Read("src/BannedSymbols.txt")));

    [Fact]
    public void Every_symbol_on_the_list_exists() => Complaints.None(Misspelt(Repository.Read("src/BannedSymbols.txt")));

    [Fact]
    public void The_ban_is_lifted_in_named_files_only() => Complaints.None(
        Repository.Files("src", ".cs").Concat(Repository.Files("src", ".razor")).Concat(Repository.Files("src", ".csproj")).SelectMany(f => Lifted(f.Path, f.Text))
            .Concat(Lifted(".editorconfig", Repository.Read(".editorconfig"))).Concat(Lifted("Directory.Build.props", Repository.Read("Directory.Build.props"))));

    [Fact]
    public void Every_project_reads_the_list() => Assert.Contains("AdditionalFiles Include=\"$(MSBuildThisFileDirectory)src/BannedSymbols.txt\"", Repository.Read("Directory.Build.props"), StringComparison.Ordinal);

    [Fact]
    public void Entities_hold_neither_decimals_nor_offsets() => Complaints.None(Model.Types.Where(t => t.Assembly.GetName().Name!.StartsWith("CampaignTracker.", StringComparison.Ordinal) && !IsIdentity(t)).SelectMany(BadlyTyped));

    [Fact]
    public void A_gap_or_a_lifted_ban_would_be_seen()
    {
        Complaints.Some(Unnamed("P:System.DateTime.Now; ask TimeProvider"), "System.DateTime.UtcNow", "GetDbConnection");
        Complaints.Some(Misspelt("M:System.Threading.Tasks.Task.Wiat; await it\nP:System.DateTime.Now; ask\nP:System.NoSuch.Thing; gone"), "Wiat", "NoSuch");
        Assert.Single(Misspelt("M:System.Threading.Thread.Sleep(System.Int32); await\nM:System.Threading.Thread.Sleep; await"));
        Complaints.Some(Lifted("src/CampaignTracker.Web/Plans/Quick.cs", "#pragma warning disable " + Lifting), "Quick.cs");
        Complaints.Some(Lifted("src/CampaignTracker.Web/CampaignTracker.Web.csproj", "<NoWarn>$(NoWarn);" + Lifting + "</NoWarn>"), "Web.csproj");
        Complaints.Some(BadlyTyped(typeof(Money)), "Money.Amount", "Money.At", "Money.Maybe");
    }

    private static IEnumerable<string> Unnamed(string list) => Needed.Where(symbol => !list.Contains(symbol, StringComparison.Ordinal)).Select(symbol => "the list of banned symbols lacks " + symbol);

    // A symbol that no longer exists bans nothing.
    private static IEnumerable<string> Misspelt(string list)
    {
        foreach (var symbol in list.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(';')[0].Trim()))
        {
            var member = symbol[2..].Split('(')[0];
            var (typeName, name) = (member[..member.LastIndexOf('.')], member[(member.LastIndexOf('.') + 1)..].Split('`')[0]);
            var type = Assemblies.Select(a => a.GetType(typeName)).FirstOrDefault(t => t is not null);
            if (type is null || !type.GetMember(name).Select(Symbol).Contains(symbol)) yield return $"{symbol} does not exist";
        }
    }

    private static readonly Assembly[] Assemblies =
        [typeof(object).Assembly, typeof(Microsoft.EntityFrameworkCore.DbContext).Assembly, typeof(Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions).Assembly];

    // The name by which documentation and the analyzer know a member.
    private static string Symbol(MemberInfo member)
    {
        var name = $"{member.DeclaringType!.FullName}.{member.Name}";
        if (member is not MethodInfo method) return "P:" + name;
        var parameters = method.GetParameters().Select(p => Symbol(p.ParameterType)).ToList();
        return $"M:{name}{(method.IsGenericMethod ? "``" + method.GetGenericArguments().Length : "")}{(parameters.Count == 0 ? "" : $"({string.Join(',', parameters)})")}";
    }

    private static string Symbol(Type type) => type switch
    {
        { IsGenericMethodParameter: true } => "``" + type.GenericParameterPosition,
        { IsGenericType: true } => $"{type.Namespace}.{type.Name.Split('`')[0]}{{{string.Join(',', type.GetGenericArguments().Select(Symbol))}}}",
        { IsArray: true } => Symbol(type.GetElementType()!) + "[]",
        _ => type.FullName!,
    };

    private static IEnumerable<string> Lifted(string path, string text) => Regex.IsMatch(text, Lifting) && !MayLift.Contains(path) ? [$"{path} lifts {Lifting}"] : [];

    // IdentityUser brings its own LockoutEnd.
    private static bool IsIdentity(Type type) => type.BaseType?.Namespace == "Microsoft.AspNetCore.Identity";

    private static IEnumerable<string> BadlyTyped(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(p => (Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType) is var bare && (bare == typeof(decimal) || bare == typeof(DateTimeOffset))).Select(p => $"{type.Name}.{p.Name} is {p.PropertyType.Name}");

    private sealed record Money(decimal Amount, DateTimeOffset At, decimal? Maybe);
}
