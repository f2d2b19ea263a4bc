using CampaignTracker.Domain.Compliance;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CampaignTracker.UseCases.Compliance;

internal sealed class LedgerMapping : IEntityTypeConfiguration<ComplianceEntry>, IEntityTypeConfiguration<ComplianceBalance>, IEntityTypeConfiguration<LedgerState>
{
    public void Configure(EntityTypeBuilder<ComplianceEntry> entry)
    {
        entry.ToTable("ComplianceEntries");
        entry.HasKey(e => e.Id);
        entry.Property(e => e.Id).ValueGeneratedNever();
        // Boards ask for one level of a part of the tree, trends for one unit.
        entry.HasIndex(e => new { e.Year, e.Level, e.UnitPath, e.BookedOn });
        // What was booked since the balances: few rows, asked for by every board.
        entry.HasIndex(e => new { e.Year, e.BookedOn });
    }

    public void Configure(EntityTypeBuilder<ComplianceBalance> balance)
    {
        balance.ToTable("ComplianceBalances");
        balance.HasKey(b => new { b.Year, b.Level, b.UnitPath, b.RequirementId, b.ToYear, b.DueOn });
    }

    public void Configure(EntityTypeBuilder<LedgerState> state)
    {
        state.ToTable("LedgerStates");
        state.Property(s => s.Examples).HasMaxLength(LedgerState.ExamplesLength);
    }
}
