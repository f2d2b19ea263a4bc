using CampaignTracker.Domain.People;

namespace CampaignTracker.Architecture.Tests;

/// <summary>Rule 4: an entity changes only through a verb that knows who acts.</summary>
public class EntityTests
{
    /// <summary>Verbs without an actor: the trail joins entries by itself; who acted stands in the entry.</summary>
    private static readonly string[] Exceptions = ["AuditEntry.Absorb "];

    private static IEnumerable<Type> Entities => typeof(Entity).Assembly.GetTypes().Where(type => typeof(Entity).IsAssignableFrom(type) && !type.IsAbstract);

    [Fact]
    public void No_entity_has_a_public_setter() => Complaints.None(Entities.Concat(Model.Types.Where(t => t.Assembly == typeof(Entity).Assembly)).Distinct().SelectMany(PublicSetters));

    [Fact]
    public void Who_changes_an_entity_is_its_verb_s_first_parameter() => Complaints.None(Entities.SelectMany(VerbsWithoutActor).Where(c => !Exceptions.Any(c.StartsWith)));

    [Fact]
    public void The_verbs_are_found() => Assert.True(Entities.SelectMany(StateChanges.PublicMethods).Count(StateChanges.Writes) > 15);

    [Fact]
    public void A_setter_or_an_unsigned_verb_would_be_seen()
    {
        Complaints.Some(PublicSetters(typeof(Loose)), "Loose.Name");
        Complaints.Some(VerbsWithoutActor(typeof(Loose)), "Loose.Rename", "Loose.Add", "Loose.Through", "Loose.Make");
        Complaints.None(VerbsWithoutActor(typeof(Loose)).Where(c => c.Contains("Signed", StringComparison.Ordinal) || c.Contains("Count", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> PublicSetters(Type type) => type.GetProperties().Where(p => p.SetMethod is { IsPublic: true }).Select(p => $"{type.Name}.{p.Name} has a public setter");

    private static IEnumerable<string> VerbsWithoutActor(Type type) => StateChanges.PublicMethods(type)
        .Where(method => StateChanges.Writes(method) && method.GetParameters().FirstOrDefault()?.ParameterType != typeof(Actor))
        .Select(method => $"{type.Name}.{method.Name} changes state without an actor");

    private sealed class Loose : Entity
    {
        private readonly List<int> items = [];
        private int changes;

        public string Name { get; set; } = "";
        public void Rename(string name) => Name = name;
        public void Add(int item) => items.Add(item);
        public void Through() => Change();
        public static Loose Make(string name)
        {
            var made = new Loose();
            made.Name = name;
            return made;
        }
        public void Signed(Actor actor, int item)
        {
            actor.Must(Permission.ManageUnits, "");
            items.Add(item);
        }
        public int Count() => items.Where(item => item > changes).ToList().Count;
        private void Change() => changes++;
    }
}
