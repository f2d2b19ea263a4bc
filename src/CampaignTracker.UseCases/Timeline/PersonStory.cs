using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.People;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Timeline;

/// <summary>What happened to a person's promises, over all years.</summary>
internal static class PersonStory
{
    public static async Task<List<TimelineEvent>> ReadAsync(Operation op, Participant person, string unitName, CancellationToken ct)
    {
        var db = op.Db;
        var names = person.Memberships.Count == 0 ? [] : await UnscopedReads.UnitNamesAsync(db, [.. person.Memberships.Select(m => m.UnitPath)], ct);
        var commitments = await db.Commitments.AsNoTracking().Include(c => c.Lines).ThenInclude(l => l.Progress).AsSplitQuery().Where(c => c.ParticipantId == person.Id).ToListAsync(ct);
        var ids = commitments.Select(c => c.Id).ToList();
        var files = await db.LineEvidence.Where(e => ids.Contains(e.CommitmentId)).Select(e => new { e.LineId, e.ReceivedAt, e.ReceivedFrom, e.Name, e.Caption }).ToListAsync(ct);
        var trail = (await db.Audit.Where(a => ids.Contains(a.RootId)).OrderBy(a => a.At).Select(a => new Entry(a.RootId, a.At, a.ActorName, a.Changes)).ToListAsync(ct)).ToLookup(a => a.RootId);
        var lines = commitments.SelectMany(c => c.Lines).ToDictionary(l => l.Id);

        List<TimelineEvent> events = [.. person.Memberships.Select(m => new TimelineEvent(TimelineKind.PersonCame, m.From, What: names.GetValueOrDefault(m.UnitPath))), new(TimelineKind.PersonCame, person.From, What: unitName)];
        if (person.To is { } to) events.Add(new TimelineEvent(TimelineKind.PersonLeft, to, What: unitName));
        foreach (var commitment in commitments) events.AddRange(Of(commitment, trail[commitment.Id]));
        foreach (var line in lines.Values)
            events.AddRange(line.Progress.Select(p => TimelineEvent.Moment(TimelineKind.PromiseReported, p.RecordedAt, p.RecordedByName, line.Action, p.Text.Length > 0 ? p.Text : null, line.Ordinal) with { Outcome = p.Outcome }));
        events.AddRange(files.Where(f => lines.ContainsKey(f.LineId)).Select(f => TimelineEvent.Moment(TimelineKind.PromiseProved, f.ReceivedAt, f.ReceivedFrom, lines[f.LineId].Action, f.Caption.Length > 0 ? f.Caption : f.Name, lines[f.LineId].Ordinal)));
        return events;
    }

    private sealed record Entry(Guid RootId, DateTime At, string Who, string Changes)
    {
        public bool Changed(string field) => Changes.Contains($"\"{field}\"", StringComparison.Ordinal);
    }

    private static IEnumerable<TimelineEvent> Of(RoleModelCommitment commitment, IEnumerable<Entry> trail)
    {
        var entries = trail.ToList();
        TimelineEvent In(TimelineEvent told) => told with { Scope = commitment.Scope, Period = (commitment.Year, commitment.ToYear) };
        if (entries.Count > 0) yield return In(TimelineEvent.Moment(TimelineKind.CommitmentBegun, entries[0].At, entries[0].Who));
        if (commitment.Typed is { } typed) yield return In(TimelineEvent.Moment(TimelineKind.CommitmentTyped, typed.At, typed.ByName, note: typed.Paper));
        if (commitment.AdoptedOn is { } adopted) yield return In(new TimelineEvent(TimelineKind.CommitmentAdopted, adopted, Who: commitment.ConfirmedBy) { Confirmation = commitment.Confirmation });
        // When, the trail knows; before there was one, the last edit stands for it.
        if (commitment.SelfAssessment is { } said) yield return In(Said(TimelineKind.SelfAssessed, entries.FindLast(e => e.Changed(nameof(RoleModelCommitment.SelfAssessment))), said));
        if (commitment.CollectiveComment is { } comment) yield return In(Said(TimelineKind.Commented, entries.FindLast(e => e.Changed(nameof(RoleModelCommitment.CollectiveComment))), comment));

        TimelineEvent Said(TimelineKind kind, Entry? entry, string words) => TimelineEvent.Moment(kind, entry?.At ?? commitment.EditedAt, entry?.Who ?? commitment.EditedByName, note: words);
    }
}
