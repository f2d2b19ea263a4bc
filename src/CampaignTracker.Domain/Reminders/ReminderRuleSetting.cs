using CampaignTracker.Domain.People;

namespace CampaignTracker.Domain.Reminders;

/// <summary>What the province set for a rule: another ladder, for everything or for one requirement, or silence.</summary>
public sealed class ReminderRuleSetting : Entity
{
    private ReminderRuleSetting() { }

    /// <summary>A setting of a rule that has none yet.</summary>
    public ReminderRuleSetting(string rule, Guid? requirementId)
    {
        Rule = rule;
        RequirementId = requirementId;
    }

    /// <summary>The rule's code.</summary>
    public string Rule { get; private set; } = "";
    /// <summary>Only for this requirement, or null for all.</summary>
    public Guid? RequirementId { get; private set; }
    /// <summary>Switched off.</summary>
    public bool Off { get; private set; }
    /// <summary>Days before the due date.</summary>
    public IReadOnlyList<int> Before { get; private set; } = [];
    /// <summary>First day after it, or null.</summary>
    public int? After { get; private set; }
    /// <summary>Days from then on, or null.</summary>
    public int? Every { get; private set; }
    /// <summary>Who set it.</summary>
    public string SetBy { get; private set; } = "";
    /// <summary>When, UTC.</summary>
    public DateTime SetAt { get; private set; }

    /// <summary>The ladder it sets.</summary>
    public ReminderLadder Ladder => new(Before, After, Every);

    /// <summary>Sets ladder and silence.</summary>
    /// <exception cref="Refusal">NotAllowed, LadderUnsound.</exception>
    public void Set(Actor actor, string rootPath, bool off, ReminderLadder ladder, DateTime now)
    {
        actor.Must(Permission.ManageReminders, rootPath);
        if (!ladder.Sound) throw new Refusal(Because.LadderUnsound, nameof(Before), ReminderLadder.MostSteps, ReminderLadder.FurthestDays);
        Off = off;
        Before = [.. ladder.Before.OrderDescending()];
        After = ladder.After;
        Every = ladder.Every;
        SetBy = actor.Name;
        SetAt = now;
    }
}

/// <summary>The settings in force: a requirement's own before the rule's, the rule's before its default.</summary>
public sealed class ReminderSettings(IEnumerable<ReminderRuleSetting> settings)
{
    private readonly Dictionary<(string Rule, Guid? RequirementId), ReminderRuleSetting> set = settings.GroupBy(setting => (setting.Rule, setting.RequirementId)).ToDictionary(same => same.Key, same => same.MaxBy(setting => setting.SetAt)!);

    /// <summary>The ladder of a rule for a requirement (null where there is none); null where it is switched off.</summary>
    public ReminderLadder? LadderOf(ReminderRule rule, Guid? requirementId) =>
        (requirementId is { } id ? set.GetValueOrDefault((rule.Code, id)) : null) is { } own ? (own.Off ? null : own.Ladder)
        : set.GetValueOrDefault((rule.Code, null)) is { } all ? (all.Off ? null : all.Ladder)
        : rule.Ladder;
}
