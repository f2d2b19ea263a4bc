using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;
using CampaignTracker.Domain;
using CampaignTracker.Domain.People;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases;

/// <summary>
/// Opens every operation: a fresh database context, who is asking, what time it is. Scope and audit hang on it, so nobody can forget them.
/// </summary>
public sealed class Operations
{
    private readonly IDbContextFactory<CampaignDb> contexts;
    private readonly WhoIsAsking who;
    private readonly TimeProvider clock;

    internal Operations(IDbContextFactory<CampaignDb> contexts, WhoIsAsking who, TimeProvider clock)
    {
        this.contexts = contexts;
        this.who = who;
        this.clock = clock;
    }

    /// <summary>Opens a read.</summary>
    internal Task<Operation> BeginAsync(CancellationToken ct, [CallerFilePath] string useCase = "") => OpenAsync(useCase, ct);

    /// <summary>Checks the input's attributes, then opens the operation.</summary>
    internal async Task<Operation> BeginAsync(object input, CancellationToken ct, [CallerFilePath] string useCase = "")
    {
        Check(input);
        return await OpenAsync(useCase, ct);
    }

    private async Task<Operation> OpenAsync(string useCase, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = LocalTime.Today(now);
        var db = await contexts.CreateDbContextAsync(ct);
        try
        {
            // Kept until the operation ends: opened anew for each statement, SQLite would be given its collation and pragmas each time.
            await db.Database.OpenConnectionAsync(ct);
            var actor = await ReadActorAsync(db, today, ct);
            db.ShowOnly(Scope.Of(actor));
            db.Acting = new Acting(actor, Path.GetFileNameWithoutExtension(useCase), now);
            return new Operation(db, actor, now, today);
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    private async Task<Actor> ReadActorAsync(CampaignDb db, DateOnly today, CancellationToken ct)
    {
        if (who.IsSystem) return Actor.System;
        if (who.AccountId is not { } id) throw new Refusal(Because.SignedOut);
        var account = await UnscopedReads.AskerAsync(db, id, today, ct);
        if (account is null || account.Closed || (who.SecurityStamp is { } stamp && stamp != account.SecurityStamp)) throw new Refusal(Because.SignedOut);
        var posts = new List<HeldPost>();
        foreach (var (post, unitName, vacant) in account.Posts)
        {
            var acting = post.Role == Role.DeputySecretary && (post.DelegatedOn(today) || vacant);
            posts.Add(new HeldPost(post.Role, post.UnitId, post.UnitPath, unitName, post.Title, post.Body, acting));
        }
        if (posts.Count == 0) throw new Refusal(Because.NoPost);
        return Actor.Person(id, account.FullName, posts);
    }

    private static void Check(object input)
    {
        var failures = new List<ValidationResult>();
        if (Validator.TryValidateObject(input, new ValidationContext(input), failures, validateAllProperties: true)) return;
        var field = failures[0].MemberNames.FirstOrDefault() ?? "";
        object name = Enum.TryParse<FieldName>(field, out var known) ? known : field;
        var property = input.GetType().GetProperty(field);
        var longest = property?.GetCustomAttributes(typeof(StringLengthAttribute), true).OfType<StringLengthAttribute>().FirstOrDefault();
        if (longest is not null && property!.GetValue(input) is string text && text.Length > longest.MaximumLength)
            throw new Refusal(Because.TooLong, field, name, longest.MaximumLength);
        throw new Refusal(Because.Required, field, name);
    }
}

/// <summary>One operation: its database context, its actor, its time.</summary>
internal sealed class Operation(CampaignDb db, Actor actor, DateTime now, DateOnly today) : IAsyncDisposable
{
    public CampaignDb Db { get; } = db;
    public Actor Actor { get; } = actor;
    /// <summary>UTC.</summary>
    public DateTime Now { get; } = now;
    /// <summary>Local date in Asia/Ho_Chi_Minh.</summary>
    public DateOnly Today { get; } = today;

    /// <summary>Saves in one transaction with versions and trail.</summary>
    /// <exception cref="Refusal">ChangedMeanwhile.</exception>
    public async Task SaveAsync(CancellationToken ct)
    {
        try
        {
            await Db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException || Doubles.Met(failure))
        {
            throw new Refusal(Because.ChangedMeanwhile, null, Someone.Else, Now);
        }
    }

    public ValueTask DisposeAsync() => Db.DisposeAsync();
}

/// <summary>Reads that are refused when nothing is there: missing and out of scope look alike.</summary>
internal static class Found
{
    public static async Task<T> OrRefuseAsync<T>(this Task<T?> reading) where T : class => await reading ?? throw new Refusal(Because.NotFound);
}

/// <summary>Tries an act again whose plan somebody else changed in between, where the two do not touch each other.</summary>
internal static class Again
{
    // Two who type without a pause can lose the race several times running.
    private const int Attempts = 12;

    // Two whole tasks that crossed each other seldom do so again.
    private const int TaskAttempts = 5;

    public static Task<T> WhenChangedAsync<T>(Func<Task<T>> act) => WhileAsync(act, met => met is Refusal { Code: Because.ChangedMeanwhile }, Attempts);

    /// <summary>The same for a task that runs beside itself, on another node or beside another task: the database may let one go first and stop the other.</summary>
    public static Task<T> WhenMetAsync<T>(Func<Task<T>> task, Func<Exception, bool> met) => WhileAsync(task, met, TaskAttempts);

    private static async Task<T> WhileAsync<T>(Func<Task<T>> act, Func<Exception, bool> met, int attempts)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await act();
            }
            catch (Exception another) when (attempt < attempts && met(another))
            {
                // Judged anew against what stands there now.
            }
        }
    }

    public static Task WhenChangedAsync(Func<Task> act) => WhenChangedAsync(async () =>
    {
        await act();
        return true;
    });
}
