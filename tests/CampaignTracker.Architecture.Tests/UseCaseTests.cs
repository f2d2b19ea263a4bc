using System.Reflection;
using CampaignTracker.UseCases;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Units;
using Microsoft.Extensions.DependencyInjection;

namespace CampaignTracker.Architecture.Tests;

/// <summary>Rule 3: every use case is one shape.</summary>
public class UseCaseTests
{
    [Fact]
    public void Every_use_case_is_sealed_stateless_asynchronous_and_stands_alone() => Complaints.None(UseCasesSetup.UseCases.SelectMany(Shape));

    [Fact]
    public void Every_use_case_comes_out_of_the_container() => Complaints.None(Unresolved(UseCasesSetup.UseCases, services => { }));

    [Fact]
    public void There_are_use_cases_to_look_at() => Assert.True(UseCasesSetup.UseCases.Count() > 20);

    [Fact]
    public void A_use_case_of_another_shape_would_be_seen()
    {
        Complaints.Some(Shape(typeof(Careless)), "is not sealed", "keeps count", "Remembered", "takes ViewUnits", "Now is not asynchronous", "LateAsync does not end in a CancellationToken");
        Complaints.None(Shape(typeof(Careful)));
    }

    [Fact]
    public void A_use_case_nobody_can_make_would_be_seen() =>
        Complaints.Some(Unresolved([typeof(Careful), typeof(Unmade)], services => services.AddScoped<Unmade>().AddScoped<Careful>()), nameof(Unmade));

    private static IEnumerable<string> Shape(Type type)
    {
        const BindingFlags Own = BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        if (!type.IsSealed) yield return $"{type.Name} is not sealed";
        // A parameter of the primary constructor is kept in a field the compiler names <name>P.
        foreach (var field in type.GetFields(Own).Where(f => f is { IsInitOnly: false, IsLiteral: false } && !f.Name.EndsWith(">P", StringComparison.Ordinal)))
            yield return $"{type.Name} keeps {field.Name}";
        foreach (var other in type.GetConstructors().SelectMany(c => c.GetParameters()).Where(p => UseCasesSetup.UseCases.Contains(p.ParameterType)))
            yield return $"{type.Name} takes {other.ParameterType.Name}";
        foreach (var method in type.GetMethods(Own).Where(m => m is { IsPublic: true, IsSpecialName: false }))
        {
            if (!typeof(Task).IsAssignableFrom(method.ReturnType)) yield return $"{type.Name}.{method.Name} is not asynchronous";
            else if (method.GetParameters().LastOrDefault()?.ParameterType != typeof(CancellationToken)) yield return $"{type.Name}.{method.Name} does not end in a CancellationToken";
        }
    }

    private static List<string> Unresolved(IEnumerable<Type> useCases, Action<IServiceCollection> more)
    {
        var services = new ServiceCollection().AddUseCases(_ => (DatabaseProvider.Sqlite, "Data Source=:memory:"), _ => Path.GetTempPath());
        more(services);
        using var provider = services.BuildServiceProvider(validateScopes: true);
        using var scope = provider.CreateScope();
        var complaints = new List<string>();
        foreach (var type in useCases)
        {
            try
            {
                if (scope.ServiceProvider.GetService(type) is null) complaints.Add($"{type.Name} is not registered");
            }
            catch (InvalidOperationException why)
            {
                complaints.Add($"{type.Name}: {why.Message}");
            }
        }
        return complaints;
    }

#pragma warning disable CS9113, CA1822, CA1852 // offenders on purpose
    private class Careless(Operations operations, ViewUnits other)
    {
        private int count;
        public string? Remembered { get; set; }
        public int Now() => count++;
        public Task LateAsync(int year) => Task.FromResult((year, operations, other));
    }

    private sealed class Careful(Operations operations)
    {
        private static readonly int[] Steps = [1, 2];
        public Task<int> RunAsync(CancellationToken ct) => Task.FromResult(Steps.Length + operations.GetHashCode());
    }

    private sealed class Unmade(Operations operations, IFormatProvider nobodyRegistersThis)
    {
        public Task<string> RunAsync(CancellationToken ct) => Task.FromResult($"{operations}{nobodyRegistersThis}");
    }
#pragma warning restore
}
