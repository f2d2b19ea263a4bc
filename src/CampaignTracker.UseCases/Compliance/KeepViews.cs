using CampaignTracker.Domain.Compliance;
using CampaignTracker.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Compliance;

/// <summary>Keeps a person's own ways of looking at the board. <see cref="ViewCompliance"/> lists them.</summary>
public sealed class KeepViews(Operations operations)
{
    /// <summary>What to keep.</summary>
    /// <param name="Name">What the person calls it.</param>
    /// <param name="Address">The board's address.</param>
    public sealed record Input(string? Name, string Address);

    /// <summary>Keeps a view; gives its key.</summary>
    /// <exception cref="Domain.Refusal">Required, TooLong, NotFound, TooManyViews.</exception>
    public async Task<Guid> SaveAsync(Input input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        op.Actor.Must(Permission.ReadCompliance, op.Actor.MainPost!.UnitPath);
        var view = new SavedView(op.Actor, input.Name, input.Address, await op.Db.SavedViews.CountAsync(v => v.AccountId == op.Actor.AccountId, ct));
        op.Db.SavedViews.Add(view);
        await op.SaveAsync(ct);
        return view.Id;
    }

    /// <summary>Calls a view otherwise.</summary>
    /// <exception cref="Domain.Refusal">NotFound, Required, TooLong.</exception>
    public async Task RenameAsync(Guid id, string? name, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        (await OwnAsync(op, id, ct)).Rename(op.Actor, name);
        await op.SaveAsync(ct);
    }

    /// <summary>Takes a view off.</summary>
    /// <exception cref="Domain.Refusal">NotFound.</exception>
    public async Task DeleteAsync(Guid id, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        op.Db.SavedViews.Remove(await OwnAsync(op, id, ct));
        await op.SaveAsync(ct);
    }

    private static Task<SavedView> OwnAsync(Operation op, Guid id, CancellationToken ct) => op.Db.SavedViews.FirstOrDefaultAsync(v => v.Id == id && v.AccountId == op.Actor.AccountId, ct).OrRefuseAsync();
}

internal sealed class SavedViewMapping : IEntityTypeConfiguration<SavedView>
{
    public void Configure(Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<SavedView> view)
    {
        view.ToTable("SavedViews");
        view.Property(v => v.Name).HasMaxLength(SavedView.NameLength);
        view.Property(v => v.Address).HasMaxLength(SavedView.AddressLength);
        view.HasIndex(v => v.AccountId);
    }
}
