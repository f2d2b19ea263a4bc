using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using CampaignTracker.Domain.Audit;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Compliance;
using CampaignTracker.Domain.Meetings;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.Domain.Reviews;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.BackgroundWork;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Evidence;
using CampaignTracker.UseCases.Obligations;
using CampaignTracker.UseCases.Papers;
using CampaignTracker.UseCases.Plans;
using CampaignTracker.UseCases.Reminders;
using CampaignTracker.UseCases.Reviews;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace CampaignTracker.UseCases.Tests;

/// <summary>
/// The proof of "who sees what": every unit carries a word of its own in each of its texts; every role goes through every door with everybody's keys;
/// no answer may hold a word that is not for them, foreign keys look like keys of nothing, and foreign writes change no row.
/// </summary>
public sealed partial class CanaryTests(ITestOutputHelper output)
{
    private const int MostStatements = 15;

    // One of every role at every level, and of the other side of the tree.
    private static readonly string[] Askers = ["quantri", "tinh.cv", "tinh.ld", "tinh.kt", "a.qt", "a.bt", "a.pbt", "a.vp", "a.kt", "a1.bt", "a1.pbt", "a1.vp", "a1.tv", "ub.bt", "b1.vp"];

    private static readonly string[] Fields = ["name", "acct", "post", "part", "plan", "item", "sign", "no", "draft", "kept", "remark", "open", "extend", "excuse", "file", "byte", "audit", "promise", "short", "did", "asked", "why", "evid", "pev", "meet", "task", "addr", "urge", "told", "view"];

    // Letters only, so that neither folding nor JSON changes it; the end keeps one word from holding another.
    private static string Word(string code, string field) => $"zz{code.Replace("-", "", StringComparison.Ordinal)}{field}zz";

    [GeneratedRegex("zz(?<code>P[A-Z0-9]*?)(?<field>[a-z]+?)zz")]
    private static partial Regex Words();

    private static bool IsFor(string asker, string code, string field)
    {
        var (role, home) = (Town.RoleOf(asker), Town.UnitOf(asker));
        var (own, below, above) = (code == home, code.StartsWith(home + "-", StringComparison.Ordinal), home.StartsWith(code + "-", StringComparison.Ordinal));
        if (!own && !below && !above) return false;
        var published = field is "name" or "acct" or "plan" or "item" or "sign" or "no" or "told";
        if (above) return published;
        // A task's file is for who asked for it.
        if (field == "task") return own && asker == Writers[code];
        // So is a saved view.
        if (field == "view") return own && asker == Writers[code];
        var writes = role is Role.Secretary or Role.DeputySecretary or Role.Officer;
        return role switch
        {
            Role.Participant => own && (published || field == "post"),
            Role.Administrator => published || field is "post" or "addr",
            // Where mails go, and whether they went: for who keeps accounts.
            _ when field == "addr" => false,
            // Named people and what they promise: within the unit only; a shortcoming for its secretary alone.
            _ when field is "part" or "pev" or "promise" or "did" or "asked" or "meet" => own && writes,
            _ when field == "short" => own && role == Role.Secretary,
            // Why somebody above opened a commitment: the unit sees it, and who reads a whole trail.
            _ when field == "why" => own ? writes || role is Role.Inspector or Role.ProvincialHead : role is Role.Inspector or Role.ProvincialHead,
            // Why a unit was urged: those above it who follow the board, and whoever writes for it.
            _ when field == "urge" => role is not Role.Participant && (!own || writes),
            // The author learns a remark when the leader has decided.
            _ when field == "open" => !own || !writes,
            _ => true,
        };
    }

    private static readonly Dictionary<string, string> Writers = new() { [Town.CommuneA] = "a.bt", [Town.CommuneB] = "b.bt", [Town.CellA1] = "a1.bt", [Town.CellA2] = "a2.bt", [Town.BodyA] = "ub.bt", [Town.CellB1] = "b1.bt", [Town.CellB2] = "b2.bt" };

    [Fact]
    public void Every_use_case_has_its_door() =>
        // A new use case or verb: say in Doors.cs how it is called, or what it may show to whom is not tested.
        Assert.Equal(Doors.Offered.Distinct().Order(StringComparer.Ordinal), Doors.All.Select(d => d.Name).Distinct().Order(StringComparer.Ordinal));

    [SkippableTheory, OnBoth]
    public async Task Nobody_reads_a_word_that_is_not_for_them(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var units = await PlantAsync(campaign);
        var (seen, leaks) = (new HashSet<string>(), new List<string>());
        foreach (var asker in Askers)
        {
            var session = campaign.As(asker);
            foreach (var door in Doors.All.Where(d => d.Reads))
                foreach (var (call, n) in door.Calls.Select((call, n) => (call, n)))
                    foreach (var keys in door.Keyed ? units.Values.ToList() : [units[Town.UnitOf(asker)]])
                        foreach (Match word in Words().Matches(await AnswerAsync(call, session, keys)))
                        {
                            seen.Add(word.Value);
                            var code = Town.Codes.Single(c => c.Replace("-", "", StringComparison.Ordinal) == word.Groups["code"].Value);
                            if (!IsFor(asker, code, word.Groups["field"].Value)) leaks.Add($"{asker} reads {word.Value} in {door.Name}[{n}] of {keys.Code}");
                        }
        }
        Assert.Empty(leaks.Distinct());
        // Every word was there to be found: somebody who may read it did.
        var hidden = from code in Town.Codes from field in Fields where !seen.Contains(Word(code, field)) && Planted(code, field) && Askers.Any(a => IsFor(a, code, field) && Reaches(a, code, field)) select Word(code, field);
        Assert.Empty(hidden);
    }

    [SkippableTheory, OnBoth]
    public async Task A_foreign_key_looks_like_the_key_of_nothing(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var units = await PlantAsync(campaign);
        var nobodys = Keys.Nobodys();
        var differences = new List<string>();
        foreach (var asker in Askers)
        {
            var (session, home) = (campaign.As(asker), Town.UnitOf(asker));
            foreach (var door in Doors.All.Where(d => d.Keyed))
                foreach (var (call, n) in door.Calls.Select((call, n) => (call, n)))
                {
                    var nothing = await AnswerAsync(call, session, nobodys);
                    foreach (var keys in units.Values.Where(k => k.Code != home && !k.Code.StartsWith(home + "-", StringComparison.Ordinal) && !home.StartsWith(k.Code + "-", StringComparison.Ordinal)))
                        if (await AnswerAsync(call, session, keys) is var answer && answer != nothing) differences.Add($"{asker} at {door.Name}[{n}] of {keys.Code}: {answer} but of nothing: {nothing}");
                }
        }
        Assert.Empty(differences);
    }

    [SkippableTheory, OnBoth]
    public async Task Writing_by_a_foreign_key_or_without_the_right_is_refused_and_changes_no_row(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var units = await PlantAsync(campaign);
        var before = await RowsAsync(campaign);
        var files = Directory.GetFiles(campaign.Files, "*", SearchOption.AllDirectories).Length;
        var done = new List<string>();
        foreach (var asker in Askers)
        {
            var (session, home, role) = (campaign.As(asker), Town.UnitOf(asker), Town.RoleOf(asker));
            // Nothing anywhere for who only reads; for the others nothing above or beside.
            var reader = role is Role.Participant or Role.Inspector;
            foreach (var door in Doors.All.Where(d => !d.Reads && d.Keyed))
                foreach (var call in door.Calls)
                    foreach (var keys in units.Values.Where(k => reader || !k.Code.StartsWith(home, StringComparison.Ordinal)))
                        if (await AnswerAsync(call, session, keys) is var answer && !answer.StartsWith("refused", StringComparison.Ordinal)) done.Add($"{asker} {door.Name} {keys.Code}: {answer}");
        }
        // Opening a page that one may read but not judge does nothing, quietly; beginning what is begun only leads there.
        Assert.DoesNotContain(done, d => !d.Contains("ForwardPlan.OpenAsync", StringComparison.Ordinal) && !d.Contains("BeginPlan", StringComparison.Ordinal));
        Assert.Equal(before, await RowsAsync(campaign));
        Assert.Equal(files, Directory.GetFiles(campaign.Files, "*", SearchOption.AllDirectories).Length);
    }

    // As many on either database; whole pages are drawn and counted by the tests of the screens.
    [Fact]
    public async Task No_use_case_asks_the_database_more_than_fifteen_times()
    {
        await using var campaign = await TestCampaign.TownAsync(DatabaseProvider.Sqlite);
        var units = await PlantAsync(campaign);
        var most = new SortedDictionary<string, (int Count, string Who)>(StringComparer.Ordinal);
        foreach (var asker in new[] { "a1.bt", "a1.pbt", "a1.tv", "a.bt", "a.pbt", "a.vp", "tinh.cv", "tinh.ld", "tinh.kt", "quantri" })
        {
            var session = campaign.As(asker);
            foreach (var door in Doors.All.Where(d => d.Reads))
                foreach (var call in door.Calls)
                    foreach (var keys in units.Values)
                    {
                        campaign.Statements.Take();
                        await AnswerAsync(call, session, keys);
                        var count = campaign.Statements.Take().Count;
                        if (count > most.GetValueOrDefault(door.Name).Count) most[door.Name] = (count, asker);
                    }
        }
        foreach (var (name, (count, who)) in most) output.WriteLine($"{count,3}  {name} ({who})");
        Assert.Empty(most.Where(m => m.Value.Count > MostStatements).Select(m => $"{m.Key}: {m.Value.Count} as {m.Value.Who}"));
    }

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static async Task<string> AnswerAsync(Doors.Call call, Session session, Keys keys)
    {
        try
        {
            return JsonSerializer.Serialize(await call(session, keys), Json);
        }
        catch (Refusal refusal)
        {
            return $"refused {refusal.Code} {refusal.Field} {string.Join(", ", refusal.Facts)}";
        }
    }

    // The root files nothing and nobody asks from inside it for its members; state bodies file one plan.
    private static bool Planted(string code, string field) => code switch
    {
        Town.Province => field is "name" or "acct" or "post" or "audit",
        Town.BodyA => field is not ("draft" or "kept" or "remark" or "extend" or "urge"),
        _ => true,
    };

    // Participants of a unit are named only inside it, and not every unit has an asker.
    private static bool Reaches(string asker, string code, string field) => field switch
    {
        "short" => Town.UnitOf(asker) == code && Town.RoleOf(asker) == Role.Secretary,
        "part" or "pev" or "kept" or "asked" or "why" or "promise" or "did" or "meet" => Town.UnitOf(asker) == code && Town.RoleOf(asker) is Role.Secretary or Role.DeputySecretary or Role.Officer,
        "post" or "addr" => true,
        _ => Town.RoleOf(asker) is Role.ProvincialHead or Role.ProvincialOfficer or Role.Secretary,
    };

    private static async Task<Dictionary<string, Keys>> PlantAsync(TestCampaign campaign)
    {
        await campaign.SetAsync(async db =>
        {
            foreach (var unit in await db.Units.ToListAsync()) unit.Rename(Actor.System, unit.Name + " " + Word(unit.Code, "name"));
            foreach (var account in await db.Users.ToListAsync()) account.FullName += " " + Word(Town.UnitOf(account.UserName!), "acct");
            foreach (var post in await db.Posts.ToListAsync()) db.Entry(post).Property(p => p.Title).CurrentValue += " " + Word(Town.Codes.Single(c => Town.Unit(c) == post.UnitId), "post");
            foreach (var person in await db.Participants.Where(p => p.AccountId == null).ToListAsync()) db.Entry(person).Property(p => p.Name).CurrentValue += " " + Word(Town.Codes.Single(c => Town.Unit(c) == person.UnitId), "part");
            var rule = await db.Requirements.AsNoTracking().SingleAsync(r => r.Code == Town.Annual);
            foreach (var unit in await db.Units.Where(u => u.ParentId != null).ToListAsync())
            {
                var excused = Obligation.Make(Actor.System, Excused(unit.Code), unit, rule, Town.Year + 1, Town.Year + 1, new DateOnly(2027, 4, 1));
                excused.Excuse(Actor.System, campaign.Clock.Today, Word(unit.Code, "excuse"));
                db.Obligations.Add(excused);
            }
            foreach (var unit in await db.Units.ToListAsync()) db.ParticipantImports.Add(ParticipantImport.Note(Actor.System, null, unit, Word(unit.Code, "part"), 0, 0, "", campaign.Clock.Now));
            foreach (var code in Town.Codes) db.Audit.Add(new AuditEntry(campaign.Clock.Now, null, "system", "Test", "Test", Guid.NewGuid(), Guid.NewGuid(), Town.PathOf(code), $$"""{"Field":["{{Word(code, "audit")}}",null]}"""));
        });
        var units = new Dictionary<string, Keys>();
        foreach (var (code, writer, reader, leader, colleague) in new[]
        {
            (Town.Province, "", "", "", ""), (Town.CommuneA, "a.bt", "tinh.cv", "tinh.ld", "a.vp"), (Town.CommuneB, "b.bt", "tinh.cv", "tinh.ld", "b.vp"), (Town.CellA1, "a1.bt", "a.vp", "a.bt", "a1.vp"),
            (Town.CellA2, "a2.bt", "a.vp", "a.bt", "a2.bt"), (Town.BodyA, "ub.bt", "a.vp", "a.bt", "ub.bt"), (Town.CellB1, "b1.bt", "b.vp", "b.bt", "b1.vp"), (Town.CellB2, "b2.bt", "b.vp", "b.bt", "b2.bt"),
        })
            units[code] = writer.Length == 0 ? Keys.Nobodys() with { Code = code, UnitId = Town.Unit(code), Account = Town.Account("tinh.ld"), Post = Town.Post("tinh.ld") } : await PlantPlansAsync(campaign, code, writer, reader, leader, colleague);
        await campaign.SetAsync(db =>
        {
            foreach (var (code, writer) in new[] { (Town.CommuneA, "a.bt"), (Town.CommuneB, "b.bt"), (Town.CellA1, "a1.bt"), (Town.CellA2, "a2.bt"), (Town.BodyA, "ub.bt"), (Town.CellB1, "b1.bt"), (Town.CellB2, "b2.bt") })
            {
                var message = new OutgoingMessage(Actor.System, MessageKind.Digest, Town.Account(writer), Town.PathOf(code), Word(code, "addr") + "@x.vn", "vi", campaign.Clock.Today, Guid.Empty, campaign.Clock.Now);
                message.Failed(Actor.System, MessageFault.WrongAddress, "550", campaign.Clock.Now);
                var reminder = new Reminder(Actor.System, "FilingDue", ReminderAudience.Writers, new UnopenedYear(Town.Owed(code), Town.Unit(code), Town.PathOf(code), Town.Year), Town.Account(writer), new ReminderCall(Town.CellDue), -7, campaign.Clock.Today, campaign.Clock.Now);
                reminder.CarriedBy(Actor.System, message);
                db.OutgoingMessages.Add(message);
                db.Reminders.Add(reminder);
                var view = new SavedView(Actor.Person(Town.Account(writer), "", []), Word(code, "view"), "/compliance", 0);
                db.SavedViews.Add(view);
                units[code] = units[code] with { Message = message.Id, Reminder = reminder.Id, View = view.Id };
            }
            return Task.CompletedTask;
        });
        return units;
    }

    private static Guid Excused(string code) => DerivedId.Of("canary-excused", code);

    private static async Task<Keys> PlantPlansAsync(TestCampaign campaign, string code, string writer, string reader, string leader, string colleague)
    {
        var body = code == Town.BodyA;
        string W(string field) => Word(code, field);
        async Task<Guid> ItemAsync(Guid plan) => (await campaign.As(writer).Use<ViewPlan>().RunAsync(plan, default)).Items[0].Id;
        async Task FillAsync(Guid plan, string section, string words)
        {
            var item = await ItemAsync(plan);
            foreach (var field in new[] { PlanField.Content, PlanField.CoOperating, PlanField.Responsible, PlanField.Method, PlanField.Product }) await campaign.TypeAsync(writer, plan, item, field, words);
            foreach (var field in new[] { PlanField.Basis, PlanField.Aims, PlanField.Organisation, PlanField.Recipients }) await campaign.TypeAsync(writer, plan, null, field, section);
        }
        async Task SendAsync(Guid plan)
        {
            await campaign.MeetAsync(writer, plan);
            await campaign.IssueAsync(writer, plan, W("no"), campaign.Clock.Today, W("sign"));
            await campaign.As(writer).Use<KeepScan>().AttachAsync(plan, W("file") + ".pdf", new MemoryStream([.. "%PDF-"u8, .. Encoding.UTF8.GetBytes(W("byte"))]), default);
            await campaign.SendAsync(writer, plan);
        }

        // This year's: sent, being read; the remark is not decided on.
        var owed = body ? Town.Owed(code, Town.OfBodies) : Town.Owed(code);
        var plan = await campaign.DraftAsync(writer, owed);
        await FillAsync(plan, W("plan"), W("item"));
        await SendAsync(plan);
        var review = await campaign.ReadAsync(reader, plan, W("open"));
        var remark = await campaign.LookAsync(db => db.Reviews.Where(r => r.Id == review).SelectMany(r => r.Remarks).Select(r => r.Id).SingleAsync());
        await campaign.As(reader).Use<ForwardPlan>().ProposeAsync(review, OpinionKind.AskSupplement, default);
        var file = await campaign.LookAsync(db => db.Plans.Where(p => p.Id == plan).Select(p => p.ScanFileId!.Value).SingleAsync());
        var (draft, lastItem, fresh) = (plan, Guid.NewGuid(), Excused(code));
        if (!body)
        {
            // Last year's: a supplement was asked for.
            var last = await campaign.DraftAsync(writer, Town.Owed(code, year: Town.Year - 1));
            await FillAsync(last, W("plan"), W("item"));
            await SendAsync(last);
            await campaign.AskAsync(reader, leader, last, W("remark"));
            lastItem = await ItemAsync(last);
            // The term's: a draft, with a text that lost.
            draft = await campaign.DraftAsync(writer, Town.Owed(code, Town.Term));
            await FillAsync(draft, W("draft"), W("draft"));
            await campaign.TypeAsync(colleague, draft, null, PlanField.Aims, W("kept"), "trước kia");
            await campaign.As(leader).Use<AdjustObligation>().ExtendAsync(new(Town.Owed(code, Town.Term), new DateOnly(2026, 9, 1), W("extend")), default);
        }
        var head = Promises.Member(code, 0);
        var promise = await campaign.PromiseAsync(code, head, W("promise"), shortcoming: W("short"), happened: W("did"));
        var request = Guid.Empty;
        await campaign.SetAsync(async db =>
        {
            // A person of the unit with an account of their own, for a moment, to ask as themselves.
            var person = await db.Participants.SingleAsync(p => p.Id == head);
            db.Entry(person).Property(p => p.AccountId).CurrentValue = Guid.NewGuid();
            var asked = PersonalDataRequest.Make(Actor.Person(person.AccountId!.Value, "", []), person, PersonalDataAsk.View, W("asked"), campaign.Clock.Today, await db.CalendarAsync(default));
            db.Entry(person).Property(p => p.AccountId).CurrentValue = null;
            db.PersonalDataRequests.Add(asked);
            request = asked.Id;
            var commitment = await db.Commitments.SingleAsync(c => c.Id == promise.Commitment);
            (await db.Meetings.SingleAsync(m => m.Id == promise.Meeting)).Adopts(Actor.System, MeetingItem.Commendation, null, W("meet"));
            db.Openings.Add(CommitmentOpening.Log(Actor.System, commitment, W("why"), campaign.Clock.Now));
        });
        var task = await campaign.As(writer).Use<AskForTask>().WorkbookAsync(new(Town.Year), default);
        var hold = await campaign.AsSystem().Use<TakeTask>().NextAsync("canary", default);
        await campaign.AsSystem().Use<FinishTask>().DoneAsync(hold!, new("a.txt", "text/plain", new MemoryStream(Encoding.UTF8.GetBytes(W("task")))), 1, 1, default);
        var (urging, told) = (Guid.NewGuid(), Guid.NewGuid());
        if (!body) await campaign.As(leader).Use<UrgeUnits>().RunAsync(new(urging, UrgingWay.Program, W("urge"), [Town.Owed(code, Town.Term)]), default);
        await campaign.As(writer).Use<AnnounceDown>().RunAsync(new(told, W("told"), W("told"), [], false), default);
        var (itemProof, lineProof) = await ProveAsync(campaign, writer, await ItemAsync(plan), promise.Line, W("evid"), W("pev"));
        return new Keys(code, Town.Unit(code), owed, fresh, plan, draft, await ItemAsync(plan), await ItemAsync(draft), lastItem, review, remark, file, Town.Account(writer), Town.Post(writer),
            head, promise.Register, promise.Commitment, promise.Line, promise.Meeting!.Value, request) { Task = task, Urging = body ? Guid.NewGuid() : urging, Announcement = told, ItemProof = itemProof, LineProof = lineProof, Import = await campaign.LookAsync(db => db.ParticipantImports.Where(i => i.UnitId == Town.Unit(code)).Select(i => i.Id).SingleAsync()) };
    }

    // The same words in name, caption and content: of the plan's proof, and of a person's.
    private static async Task<(Guid ItemProof, Guid LineProof)> ProveAsync(TestCampaign campaign, string writer, Guid item, Guid line, string ofItem, string ofLine)
    {
        Task<Guid> AttachAsync(EvidenceOf of, Guid subject, string word) =>
            campaign.As(writer).Use<KeepEvidence>().AttachAsync(new(of, subject, word), word + ".pdf", new MemoryStream([.. "%PDF-"u8, .. Encoding.UTF8.GetBytes(word)]), default);
        return (await AttachAsync(EvidenceOf.PlanItem, item, ofItem), await AttachAsync(EvidenceOf.CommitmentLine, line, ofLine));
    }

    /// <summary>Every row of every table as text.</summary>
    private static async Task<List<string>> RowsAsync(TestCampaign campaign)
    {
        await using var db = campaign.Database();
        var rows = new List<string>();
#pragma warning disable RS0030 // looks at everything on purpose
        var connection = db.Database.GetDbConnection();
#pragma warning restore RS0030
        await connection.OpenAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct().Order(StringComparer.Ordinal))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync()) rows.Add(table + ": " + Row(reader));
        }
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    private static string Row(DbDataReader reader) =>
        string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "" : reader.GetValue(i) is Array list ? string.Join(',', list.Cast<object>()) : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)));
}
