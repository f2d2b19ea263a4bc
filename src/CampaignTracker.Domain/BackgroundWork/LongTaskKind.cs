using CampaignTracker.Domain.People;

namespace CampaignTracker.Domain.BackgroundWork;

/// <summary>What may take long. Each can be begun again from nothing: files are written anew, a list is stored whole or not at all.</summary>
public enum LongTaskKind
{
    /// <summary>The compliance workbook of a year.</summary>
    ComplianceWorkbook,
    /// <summary>Every commitment paper the asker keeps, in one zip.</summary>
    CommitmentPapers,
    /// <summary>A large list of participants, stored.</summary>
    ParticipantImport,
    /// <summary>Whether database, seals and files are whole.</summary>
    Check,
}

/// <summary>What is being done now.</summary>
public enum LongTaskStep
{
    /// <summary>Its turn has not come.</summary>
    Waiting,
    /// <summary>Reading what is needed.</summary>
    Gathering,
    /// <summary>Writing the file; counted in rows.</summary>
    WritingRows,
    /// <summary>Writing papers; counted in units.</summary>
    WritingUnits,
    /// <summary>Storing people.</summary>
    StoringPeople,
    /// <summary>Looking through database and files.</summary>
    Checking,
    /// <summary>Keeping the finished file.</summary>
    Keeping,
}

/// <summary>What each kind asks of its asker.</summary>
public static class LongTaskKinds
{
    /// <summary>The permission to ask for it, for the unit it is about.</summary>
    public static Permission Needs(this LongTaskKind kind) => kind switch
    {
        LongTaskKind.ComplianceWorkbook => Permission.ReadCompliance,
        LongTaskKind.CommitmentPapers => Permission.KeepCommitments,
        LongTaskKind.ParticipantImport => Permission.KeepParticipants,
        _ => Permission.ManageAccounts,
    };
}

/// <summary>From where on nobody is asked to wait in front of the screen.</summary>
public static class TooLongToWait
{
    /// <summary>A list of more people than this is stored in the background.</summary>
    public const int People = 2000;

    /// <summary>A report of more units than this is written in the background.</summary>
    public const int Units = 1000;
}
