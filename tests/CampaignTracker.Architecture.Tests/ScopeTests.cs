using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CampaignTracker.Architecture.Tests;

/// <summary>Rule 5: everything stored is in exactly one class of "who sees what", and has that class's filter.</summary>
public class ScopeTests
{
    [Fact]
    public void Every_stored_type_is_in_exactly_one_class()
    {
        using var db = Model.Context(DatabaseProvider.Sqlite);
        Complaints.None(Unclassed(db, ReferenceData.Types));
    }

    [Fact]
    public void A_type_outside_or_without_its_filter_would_be_seen()
    {
        using var db = new Offenders(new DbContextOptionsBuilder<Offenders>().UseSqlite("Data Source=:memory:").Options);
        Complaints.Some(Unclassed(db, new HashSet<Type> { typeof(TwoFold) }),
            "Homeless is in no class", "Unfiltered lacks the filter UnitScope", "Nameless lacks the filter PersonScope", "TwoFold is in 2 classes");
        Complaints.None(Unclassed(db, new HashSet<Type> { typeof(TwoFold) }).Where(c => c.StartsWith(nameof(Child), StringComparison.Ordinal) || c.StartsWith(nameof(Filtered), StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Unclassed(DbContext db, IReadOnlySet<Type> reference)
    {
        var sets = db.GetType().GetProperties().Select(p => p.PropertyType).Where(t => t.IsGenericType && t.GetGenericTypeDefinition() == typeof(DbSet<>)).Select(t => t.GetGenericArguments()[0]).ToHashSet();
        foreach (var type in db.Model.GetEntityTypes().Where(type => !type.IsOwned()))
        {
            var (unit, person) = (typeof(IBelongsToUnit).IsAssignableFrom(type.ClrType), typeof(IBelongsToPerson).IsAssignableFrom(type.ClrType));
            // A person's row names its unit too; the person's filter is the narrower one.
            var classes = (unit || person ? 1 : 0) + (reference.Contains(type.ClrType) ? 1 : 0) + (!unit && !person && IsChild(type, sets) ? 1 : 0);
            if (classes != 1) yield return classes == 0 ? $"{type.ClrType.Name} is in no class" : $"{type.ClrType.Name} is in {classes} classes";
            if (unit || person)
            {
                var needed = person ? CampaignDb.PersonScope : CampaignDb.UnitScope;
                if (type.GetDeclaredQueryFilters().All(filter => filter.Key != needed)) yield return $"{type.ClrType.Name} lacks the filter {needed}";
            }
        }
    }

    // Reached through a root: no set of its own, and a root that names it.
    private static bool IsChild(IEntityType type, HashSet<Type> sets) =>
        !sets.Contains(type.ClrType) && type.GetForeignKeys().Any(key => key.PrincipalToDependent is not null);

    private sealed class Offenders(DbContextOptions<Offenders> options) : DbContext(options)
    {
        public DbSet<Homeless> Homeless => Set<Homeless>();
        public DbSet<Unfiltered> Unfiltered => Set<Unfiltered>();
        public DbSet<Filtered> Filtered => Set<Filtered>();
        public DbSet<Nameless> Nameless => Set<Nameless>();
        public DbSet<TwoFold> TwoFold => Set<TwoFold>();

        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Filtered>().HasQueryFilter(CampaignDb.UnitScope, row => row.UnitPath == "");
    }

    private sealed class Homeless { public int Id { get; set; } }

    private sealed class Unfiltered : Homeless2, IBelongsToUnit { public string UnitPath { get; set; } = ""; }

    private sealed class Filtered : Homeless2, IBelongsToUnit
    {
        public string UnitPath { get; set; } = "";
        public List<Child> Children { get; set; } = [];
    }

    private sealed class Nameless : Homeless2, IBelongsToPerson
    {
        public Guid? AccountId { get; set; }
        public string UnitPath { get; set; } = "";
    }

    private sealed class TwoFold : Homeless2, IBelongsToUnit { public string UnitPath { get; set; } = ""; }

    private sealed class Child : Homeless2 { public int FilteredId { get; set; } }

    private abstract class Homeless2 { public int Id { get; set; } }
}
