using System.Reflection;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases;
using CampaignTracker.UseCases.Database;

namespace CampaignTracker.Architecture.Tests;

/// <summary>Rule 2: the database stays inside; what leaves a use case is neither a query nor an entity.</summary>
public class AnswersTests
{
    [Fact]
    public void The_database_context_is_internal() => Assert.False(typeof(CampaignDb).IsVisible);

    [Fact]
    public void No_answer_hands_out_a_query_or_an_entity() => Complaints.None(UseCasesSetup.UseCases.SelectMany(HandsOut));

    [Fact]
    public void An_answer_with_an_entity_would_be_seen()
    {
        Complaints.Some(HandsOut(typeof(Leaks)), "QueryAsync hands out IQueryable", "ListAsync hands out Unit", "PageAsync hands out Unit", "KindAsync hands out UnitKind");
        Complaints.None(HandsOut(typeof(Leaks)).Where(c => c.Contains(nameof(Leaks.CountAsync), StringComparison.Ordinal)));
    }

    private static IEnumerable<string> HandsOut(Type useCase) =>
        useCase.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .SelectMany(method => Reached(method.ReturnType, []).Where(IsForbidden).Select(type => $"{useCase.Name}.{method.Name} hands out {type.Name}"));

    private static bool IsForbidden(Type type) =>
        typeof(IQueryable).IsAssignableFrom(type) || typeof(Entity).IsAssignableFrom(type) || Model.Types.Contains(type);

    // The type itself, its type arguments, and what the properties of our own answers hold.
    private static IEnumerable<Type> Reached(Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type)) yield break;
        yield return type;
        var inner = type.IsGenericType ? type.GetGenericArguments() : type.IsArray ? [type.GetElementType()!] : Type.EmptyTypes;
        var held = IsOurs(type) && !type.IsEnum ? type.GetProperties().Select(p => p.PropertyType) : [];
        foreach (var next in inner.Concat(held))
            foreach (var reached in Reached(next, seen)) yield return reached;
    }

    private static bool IsOurs(Type type) => type.Namespace?.StartsWith("CampaignTracker.", StringComparison.Ordinal) == true;

    private sealed class Leaks
    {
        public sealed record Answer(IReadOnlyList<Row> Rows);
        public sealed record Row(string Name, Unit? Unit);

        public static Task<IQueryable<int>> QueryAsync(CancellationToken ct) => throw new NotSupportedException();
        public static Task<IReadOnlyList<Unit>> ListAsync(CancellationToken ct) => throw new NotSupportedException();
        public static Task<Answer> PageAsync(CancellationToken ct) => throw new NotSupportedException();
        public static Task<UnitKind?> KindAsync(CancellationToken ct) => throw new NotSupportedException();
        public static Task<int> CountAsync(CancellationToken ct) => throw new NotSupportedException();
    }
}
