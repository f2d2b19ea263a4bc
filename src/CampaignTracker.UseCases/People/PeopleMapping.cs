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
        account.Property(a => a.Language).HasMaxLength(2).HasDefaultValue("vi");
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
        person.Property(p => p.SortName).HasMaxLength(Participant.NameLength).UseCollation(Conventions.VietnameseOrder);
        person.Property(p => p.SearchKey).HasMaxLength(Participant.NameLength);
        person.Property(p => p.Version).IsConcurrencyToken();
        person.Property(p => p.PostTitle).HasMaxLength(Participant.PostLength);
        person.HasIndex(p => p.UnitPath);
        person.HasIndex(p => p.UnitId);
        person.HasIndex(p => p.SearchKey);
        person.HasIndex(p => p.AccountId);
        person.HasMany(p => p.Memberships).WithOne().HasForeignKey(m => m.ParticipantId).OnDelete(DeleteBehavior.Cascade);
        person.Navigation(p => p.Memberships).HasField("memberships").UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class MembershipMapping : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> membership)
    {
        membership.ToTable("Memberships");
        membership.HasIndex(m => m.UnitId);
    }
}

internal sealed class PersonalDataRequestMapping : IEntityTypeConfiguration<PersonalDataRequest>
{
    public void Configure(EntityTypeBuilder<PersonalDataRequest> request)
    {
        request.ToTable("PersonalDataRequests");
        request.Property(r => r.Text).HasMaxLength(PersonalDataRequest.TextLength);
        request.Property(r => r.Answer).HasMaxLength(PersonalDataRequest.TextLength);
        request.Property(r => r.AnsweredByName).HasMaxLength(200);
        request.Property(r => r.Version).IsConcurrencyToken();
        request.HasIndex(r => r.UnitPath);
        request.HasIndex(r => r.AccountId);
    }
}

internal sealed class ParticipantImportMapping : IEntityTypeConfiguration<ParticipantImport>
{
    public void Configure(EntityTypeBuilder<ParticipantImport> import)
    {
        import.ToTable("ParticipantImports");
        import.Property(i => i.FileName).HasMaxLength(Domain.Papers.StoredFile.NameLength);
        import.Property(i => i.ByName).HasMaxLength(200);
        import.HasIndex(i => i.UnitPath);
    }
}
