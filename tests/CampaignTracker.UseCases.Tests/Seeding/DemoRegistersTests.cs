using System.Globalization;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Meetings;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Progress;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Seeding;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Tests.Seeding;

/// <summary>What the demo tells of people, registers, commitments and progress.</summary>
public class DemoRegistersTests
{
    [Theory, MemberData(nameof(DemoTests.Days), MemberType = typeof(DemoTests))]
    public async Task Whatever_the_day_registers_say_what_their_people_and_commitments_say(string day)
    {
        var today = Day(day);
        await using var campaign = await TestCampaign.DemoAsync(DatabaseProvider.Sqlite, today);
        await using var db = campaign.Database();
        var people = await db.Participants.AsNoTracking().ToListAsync();
        var commitments = await db.Commitments.AsNoTracking().ToListAsync();
        var obligations = await db.Obligations.AsNoTracking().Where(o => o.Kind == RequirementKind.AnnualCommitments || o.Kind == RequirementKind.TermCommitments).ToDictionaryAsync(o => o.Id);
        var registers = await db.Registers.AsNoTracking().ToListAsync();
        foreach (var register in registers.Where(r => r.ClosedOn is null))
        {
            var counted = people.Where(p => p.UnitId == register.UnitId && p is { To: null, ExemptSince: null }).ToList();
            var adopted = commitments.Where(c => c.UnitId == register.UnitId && c.Scope == register.Scope && c.Year == register.Year && c.Registered).Select(c => c.ParticipantId).ToHashSet();
            Assert.Equal((counted.Count, counted.Count(p => adopted.Contains(p.Id)), counted.Count(p => p.UnitHead), counted.Count(p => p.UnitHead && adopted.Contains(p.Id))),
                (register.People, register.Registered, register.Heads, register.HeadsRegistered));
        }
        Assert.All(registers, r => Assert.Equal(r.AdoptedOn, obligations[r.ObligationId!.Value].CompletedOn));
        Assert.All(obligations.Values.Where(o => o.CompletedOn is not null), o => Assert.Equal(CompletionMode.AdoptedByUnit, o.CompletionMode));
        var lastYear = obligations.Values.Where(o => o.Year == today.Year - 1 && o.ExcusedOn is null).ToList();
        Assert.True(lastYear.Count(o => o.CompletedOn is not null) > 0.9 * lastYear.Count);
        if (today.Month is >= 5 and <= 10) Assert.InRange(obligations.Values.Count(o => o.Year == today.Year && o.CompletedOn is not null) / (double)obligations.Values.Count(o => o.Year == today.Year), 0.75, 0.95);
    }

    [Theory, MemberData(nameof(DemoTests.Days), MemberType = typeof(DemoTests))]
    public async Task Whatever_the_day_nothing_of_people_lies_ahead_of_its_time(string day)
    {
        var today = Day(day);
        await using var campaign = await TestCampaign.DemoAsync(DatabaseProvider.Sqlite, today);
        await using var db = campaign.Database();
        var midnight = LocalTime.StartOf(today);
        var commitments = await db.Commitments.Include(c => c.Lines).ThenInclude(l => l.Progress).AsSplitQuery().AsNoTracking().ToListAsync();
        Assert.All(commitments, c => Assert.True(c.EditedAt < midnight && !(c.AdoptedOn >= today), $"{c.Id}: {c.EditedAt:O}, {c.AdoptedOn}"));
        foreach (var commitment in commitments)
            foreach (var report in commitment.Lines.SelectMany(l => l.Progress))
                Assert.True(report.RecordedAt < midnight && report.On < today && report.On >= commitment.AdoptedOn);
        Assert.All(await db.Meetings.AsNoTracking().ToListAsync(), m => Assert.True(m.HeldOn < today && m.RecordedAt < midnight && m.InFavour <= m.Present && m.Present <= m.Total));
        Assert.All(await db.Registers.AsNoTracking().ToListAsync(), r => Assert.False(r.AdoptedOn >= today || r.ClosedOn >= today || r.TopicStudiedOn >= today));
        Assert.All(await db.Set<ItemReport>().AsNoTracking().ToListAsync(), r => Assert.True(r.RecordedAt < midnight && r.On < today));
    }

    [Theory, MemberData(nameof(DemoTests.Days), MemberType = typeof(DemoTests))]
    public async Task Whatever_the_day_every_state_is_there_and_the_member_has_a_next_step(string day)
    {
        var today = Day(day);
        await using var campaign = await TestCampaign.DemoAsync(DatabaseProvider.Sqlite, today);
        await using var db = campaign.Database();
        var commitments = await db.Commitments.Include(c => c.Lines).Include(c => c.Shortcoming).AsSplitQuery().AsNoTracking().ToListAsync();
        Assert.Equal(Enum.GetValues<CommitmentState>(), commitments.Select(c => c.State).Distinct().Order());
        Assert.Contains(commitments, c => c.ConcreteAsk is not null);
        Assert.Contains(commitments, c => c.Typed is { MeetingId: not null });
        Assert.Superset(new HashSet<Confirmation?> { Confirmation.Meeting, Confirmation.Office, Confirmation.Association }, commitments.Select(c => c.Confirmation).ToHashSet());
        var lines = commitments.SelectMany(c => c.Lines).ToList();
        Assert.Superset(new HashSet<Outcome?> { Outcome.Done, Outcome.PartlyDone, Outcome.NotDone, null }, lines.Select(l => l.Outcome).ToHashSet());
        Assert.Contains(lines, l => l.DueOn < today && l.Outcome != Outcome.Done);
        Assert.Contains(lines, l => CommitmentClarity.Of(l).Count > 0);

        var cell = await db.Posts.Where(p => p.AccountId == DemoPeople.AccountId("chibo")).Select(p => p.UnitId).SingleAsync();
        Assert.All(commitments.Where(c => c.Shortcoming is not null), c => Assert.Equal(cell, c.UnitId));
        Assert.Contains(commitments, c => c.Shortcoming is not null);

        var own = Assert.Single(commitments, c => c.AccountId == DemoPeople.AccountId("thanhvien") && c.Scope == CommitmentScope.Year && c.Year == today.Year);
        Assert.True(own.State == CommitmentState.Draft ? own.ConcreteAsk is not null : own.State == CommitmentState.Adopted && own.Lines.Any(l => l.Outcome != Outcome.Done), $"{own.State}");

        var people = await db.Participants.AsNoTracking().Where(p => p.UnitId == cell && p.To == null && p.ExemptSince == null).Select(p => p.Id).ToListAsync();
        var entered = commitments.Where(c => c.Scope == CommitmentScope.Year && c.Year == today.Year).Select(c => c.ParticipantId).ToHashSet();
        Assert.Equal(2, people.Count(p => !entered.Contains(p)));
        Assert.True(await db.Registers.AnyAsync(r => r.UnitId == cell && r.Scope == CommitmentScope.Year && r.Year == today.Year && r.Registered < r.People));
    }

    [SkippableTheory, OnBoth]
    public async Task One_is_exempt_one_moved_with_their_commitments_one_left(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.DemoAsync(on, Day("2026-11-22"));
        await using var db = campaign.Database();
        Assert.True(await db.Participants.AnyAsync(p => p.ExemptSince != null));
        var gone = Assert.Single(await db.Participants.AsNoTracking().Where(p => p.To != null).ToListAsync());
        Assert.Equal(LeaveReason.MovedAway, gone.Left);
        var moved = Assert.Single(await db.Participants.Include(p => p.Memberships).AsNoTracking().Where(p => p.Memberships.Any()).ToListAsync());
        var stay = Assert.Single(moved.Memberships);
        Assert.Equal(moved.From.AddDays(-1), stay.To);
        var followed = await db.Commitments.AsNoTracking().Where(c => c.ParticipantId == moved.Id).ToListAsync();
        Assert.True(followed.Count >= 2);
        Assert.All(followed, c => Assert.Equal((moved.UnitId, moved.UnitPath), (c.UnitId, c.UnitPath)));
        var meetings = await db.Meetings.Include(m => m.Decisions).AsNoTracking().ToListAsync();
        Assert.Superset(new HashSet<MeetingItem> { MeetingItem.AnnualRegistrations, MeetingItem.TermRegistrations, MeetingItem.Topic, MeetingItem.Commendation }, meetings.SelectMany(m => m.Decisions).Select(d => d.Item).ToHashSet());
        // One meeting, many uses.
        Assert.Contains(meetings, m => m.Decisions.Count >= 3);
    }

    [Fact]
    public async Task Some_proof_is_kept_where_it_can_be_opened()
    {
        await using var campaign = await TestCampaign.EmptyAsync(DatabaseProvider.Sqlite, Day("2026-06-15"));
        await campaign.Prepare.MigrateAsync(default);
        await campaign.Prepare.SeedAsync(TestCampaign.SeedFolder, default);
        await campaign.Prepare.DemoAsync(TestCampaign.SeedFolder, new DemoSettings(), default);
        await using var db = campaign.Database();
        var (items, lines) = (await db.ItemEvidence.AsNoTracking().ToListAsync(), await db.LineEvidence.AsNoTracking().ToListAsync());
        Assert.True(items.Count > 3 && lines.Count > 3);
        Assert.All(items.Concat<Domain.Evidence.EvidenceFile>(lines), file => Assert.True(File.Exists(Path.Combine(campaign.Files, file.Sha256[..2], file.Sha256)) && file.HappenedOn < Day("2026-06-15")));
        Assert.Equal(2, items.Concat<Domain.Evidence.EvidenceFile>(lines).Select(file => file.Kind).Distinct().Count());
        Assert.All(await campaign.Prepare.CheckAsync(default), line => Assert.True(line.Good, line.Text));
    }

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
