namespace CampaignTracker.Domain;

/// <summary>
/// "No", with a reason a person can act on: a code, the field it concerns and the facts of the case.
/// The sentence itself is made where it is shown, in the reader's language (<c>Words.Because_…</c>).
/// </summary>
/// <param name="code">Which rule.</param>
/// <param name="field">The input the reader should look at, or null.</param>
/// <param name="facts">What the sentence names, in the order of its placeholders: texts, numbers, dates or members of domain enums.</param>
public sealed class Refusal(Because code, string? field = null, params object[] facts) : Exception(code.ToString())
{
    /// <summary>Which rule.</summary>
    public Because Code { get; } = code;

    /// <summary>The input the reader should look at, or null.</summary>
    public string? Field { get; } = field;

    /// <summary>What the sentence names.</summary>
    public IReadOnlyList<object> Facts { get; } = facts;
}

/// <summary>Every reason to refuse. Each has a sentence in <c>Words.resx</c> and <c>Words.en.resx</c>.</summary>
public enum Because
{
    /// <summary>Missing, or out of the asker's scope: the two look alike on purpose.</summary>
    NotFound,
    /// <summary>The post held does not permit it.</summary>
    NotAllowed,
    /// <summary>Nobody is signed in, or the session was ended.</summary>
    SignedOut,
    /// <summary>The account is closed or has no post.</summary>
    NoPost,
    /// <summary>Another person changed it since it was read. Facts: who, when.</summary>
    ChangedMeanwhile,
    /// <summary>A required field is empty. Facts: the field's words.</summary>
    Required,
    /// <summary>Too long. Facts: the field's words, the limit in characters.</summary>
    TooLong,
    /// <summary>Outside its range. Facts: the field's words, lowest, highest.</summary>
    OutOfRange,
    /// <summary>The act does not fit the plan's state. Facts: the act, the state.</summary>
    PlanNotInState,
    /// <summary>Sending needs the adopting meeting.</summary>
    PlanWithoutMeeting,
    /// <summary>Sending needs the signer.</summary>
    PlanWithoutSigner,
    /// <summary>Sending needs at least one plan item.</summary>
    PlanWithoutItem,
    /// <summary>The meeting lies in the future. Facts: the date given, today.</summary>
    MeetingInFuture,
    /// <summary>More present than there are, or more in favour than present. Facts: the field's words, its number, the words of the field that bounds it, its number.</summary>
    MeetingCounts,
    /// <summary>The paper's date lies in the future or before the meeting. Facts: the date given, the bound.</summary>
    PaperDate,
    /// <summary>A plan item ends before it starts. Facts: start, end.</summary>
    ItemEndsBeforeStart,
    /// <summary>Not a date between 2000 and 2100. Facts: what was given.</summary>
    NotADate,
    /// <summary>More plan items than the limit. Facts: the limit.</summary>
    TooManyItems,
    /// <summary>Nobody decides on their own filing. No facts: a plan does not know who else may.</summary>
    OwnFiling,
    /// <summary>Asking for a supplement needs at least one remark.</summary>
    SupplementWithoutRemark,
    /// <summary>The filing was opened by its reader and cannot be taken back. Facts: who, when.</summary>
    AlreadyOpened,
    /// <summary>An extension must lie after the due date. Facts: the due date.</summary>
    ExtensionNotLater,
    /// <summary>The obligation is already settled or excused.</summary>
    ObligationSettled,
    /// <summary>The year was opened before. Facts: the year.</summary>
    YearAlreadyOpen,
    /// <summary>The uploaded file is too large. Facts: its name, the limit in megabytes.</summary>
    FileTooLarge,
    /// <summary>The file's content is none of the accepted kinds. Facts: its name.</summary>
    FileKind,
    /// <summary>The file's content is none of the kinds evidence may be. Facts: its name.</summary>
    EvidenceKind,
    /// <summary>An Office file that carries macros or controls. Facts: its name.</summary>
    FileWithMacros,
    /// <summary>An Office file under a password: nobody could read it here. Facts: its name.</summary>
    FileEncrypted,
    /// <summary>An Office file of the kind before 2007. Facts: its name.</summary>
    FileOldOffice,
    /// <summary>Begins like a picture and cannot be drawn, or breaks off. Facts: its name.</summary>
    PictureBroken,
    /// <summary>A picture of more points than are drawn here. Facts: its name, the limit in millions of points.</summary>
    PictureTooLarge,
    /// <summary>An account of that name exists. Facts: the name.</summary>
    AccountExists,
    /// <summary>The password breaks the rule. Facts: the least length.</summary>
    PasswordRule,
    /// <summary>Posts span more separate parts of the tree than can be shown at once. Facts: the limit.</summary>
    TooManyPosts,
    /// <summary>The person has left or was merged. Facts: the name.</summary>
    ParticipantLeft,
    /// <summary>A day before the person came to the unit. Facts: the day given, the first day there.</summary>
    BeforeArrival,
    /// <summary>The act does not fit the commitment's state. Facts: the act, the state.</summary>
    CommitmentNotInState,
    /// <summary>More lines than one person can promise. Facts: the limit.</summary>
    TooManyLines,
    /// <summary>A line needs its action before the commitment can go on. Facts: the name.</summary>
    CommitmentEmpty,
    /// <summary>The meeting has nothing to adopt: nobody has written a commitment.</summary>
    RegisterEmpty,
    /// <summary>Confirmed by another body than the one that keeps this register: the cell for members, office or association for others. Facts: the name.</summary>
    ConfirmedElsewhere,
    /// <summary>Nobody confirms their own commitment: the deputy does, or the minutes.</summary>
    OwnCommitment,
    /// <summary>Progress lies in the future. Facts: the day given, today.</summary>
    ProgressInFuture,
    /// <summary>Progress without an answer: an outcome, or "nothing new".</summary>
    ProgressWithoutOutcome,
    /// <summary>The meeting is not one of this unit, or was held after today.</summary>
    MeetingElsewhere,
    /// <summary>More files than one line takes. Facts: the limit.</summary>
    TooMuchEvidence,
    /// <summary>Opening a named commitment needs a reason.</summary>
    OpeningWithoutReason,
    /// <summary>The request was answered before. Facts: the day.</summary>
    RequestAnswered,
    /// <summary>The uploaded file cannot be read as a workbook. Facts: a <see cref="Papers.WorkbookFault"/>.</summary>
    WorkbookUnreadable,
    /// <summary>The uploaded workbook is too large in some way. Facts: a <see cref="Papers.WorkbookMeasure"/>, its limit.</summary>
    WorkbookTooMuch,
    /// <summary>An uploaded list is stored as a whole or not at all. Facts: problems, open questions, new people.</summary>
    ImportNotClean,
    /// <summary>Something hangs on people of the import by now. Facts: how many of them.</summary>
    ImportInUse,
    /// <summary>Perhaps already in the unit. Facts: the name given, the name in the list.</summary>
    LikelyDouble,
    /// <summary>The unit has a head. Facts: who.</summary>
    HeadTaken,
    /// <summary>A day of a person's stay outside what is possible. Facts: the day given, the first and the last possible.</summary>
    DayOutside,
    /// <summary>Two entries of a person both hold a commitment of the same period. Facts: its first year.</summary>
    BothCommitted,
    /// <summary>Too little room for a backup or for what it puts back. Facts: the folder, megabytes needed, megabytes free.</summary>
    BackupNoSpace,
    /// <summary>The folder of backups cannot be written or read. Facts: the folder, what the system says.</summary>
    BackupFolder,
    /// <summary>Another backup or restoring is under way.</summary>
    BackupRunning,
    /// <summary>The database could not be copied. Facts: what it says.</summary>
    BackupDatabase,
    /// <summary>pg_dump or pg_restore is not there. Facts: where or by what name it was looked for.</summary>
    BackupNoProgram,
    /// <summary>The copy was looked through and is not what the database held. Facts: a <see cref="Backups.BackupDamage"/>.</summary>
    BackupUnsound,
    /// <summary>No such backup. Facts: what was asked for, the folder.</summary>
    BackupNotFound,
    /// <summary>A kept backup is not what it was. Facts: its name, the part, a <see cref="Backups.BackupDamage"/>.</summary>
    BackupDamaged,
    /// <summary>A backup of the other database. Facts: its name, its database, the database in use.</summary>
    BackupOfOther,
    /// <summary>Made by a newer program. Facts: its name, that program's version.</summary>
    BackupNewer,
    /// <summary>The program still runs on the database that is to be replaced.</summary>
    RestoreInUse,
    /// <summary>The database server would not put the backup back. Facts: what it says.</summary>
    RestoreFailed,
    /// <summary>The act does not fit where the task stands. Facts: the state.</summary>
    TaskNotInState,
    /// <summary>The asker has as many tasks waiting or under way as one person may. Facts: the limit.</summary>
    TooManyTasks,
    /// <summary>A ladder of reminders that cannot be set. Facts: most steps, furthest day.</summary>
    LadderUnsound,
    /// <summary>Only a message that was given up is sent again.</summary>
    MessageNotDead,
    /// <summary>The unit has nothing to send at the moment.</summary>
    NothingToUrge,
    /// <summary>Urged a short while ago. Facts: when, from when on again.</summary>
    UrgedAlready,
    /// <summary>More filings than one urging takes. Facts: the limit.</summary>
    TooManyUrged,
    /// <summary>Not the form of an e-mail address. Facts: what was given.</summary>
    NotAnAddress,
    /// <summary>A template names a word that does not exist for its kind. Facts: the word as written, those that exist.</summary>
    TemplateUnknownWord,
    /// <summary>A template lacks a word it needs. Facts: the word as written.</summary>
    TemplateLacksWord,
    /// <summary>The account has no e-mail address that a message could go to. Facts: whose.</summary>
    NoAddress,
    /// <summary>More saved views than one person keeps. Facts: the limit.</summary>
    TooManyViews,
}
