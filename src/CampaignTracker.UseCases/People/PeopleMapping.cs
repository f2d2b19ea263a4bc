using CampaignTracker.Domain.People;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CampaignTracker.UseCases.People;

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("Accounts");
        account.Property(a => a.FullName).HasMaxLength(Account.FullNameLength).UseCollation(Conventions.VietnameseOrder);
    }
}

internal sealed class PostMapping : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> post)
    {
        post.ToTable("Posts");
        post.Property(p => p.Title).HasMaxLength(Post.TitleLength);
        post.Property(p => p.Body).HasMaxLength(Post.TitleLength);
        post.HasIndex(p => p.AccountId);
        post.HasIndex(p => p.UnitPath);
        post.HasIndex(p => p.UnitId);
    }
}

internal sealed class ParticipantMapping : IEntityTypeConfiguration<Participant>
{
    public void Configure(EntityTypeBuilder<Participant> person)
    {
        person.ToTable("Participants");
        person.Property(p => p.Name).HasMaxLength(Participant.NameLength).UseCollation(Conventions.VietnameseOrder);
        person.Property(p => p.SearchKey).HasMaxLength(Participant.NameLength);
        person.Property(p => p.PostTitle).HasMaxLength(Participant.PostLength);
        person.HasIndex(p => p.UnitPath);
        person.HasIndex(p => p.AccountId);
    }
}
