using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CampaignTracker.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class People : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "ExemptSince",
                table: "Participants",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ForgottenOn",
                table: "Participants",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ImportId",
                table: "Participants",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Left",
                table: "Participants",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "MergedIntoId",
                table: "Participants",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SortName",
                table: "Participants",
                type: "TEXT",
                maxLength: 120,
                nullable: false,
                defaultValue: "",
                collation: "vi_sort");

            migrationBuilder.AddColumn<string>(
                name: "Purpose",
                table: "Files",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "SignedPlan");

            migrationBuilder.AddColumn<bool>(
                name: "Personal",
                table: "Audit",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "NoticeReadAt",
                table: "Accounts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Participants",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            // What earlier rows say in the new words: exempt since they came; sorted by given name, which is the last word of the name.
            migrationBuilder.Sql("""UPDATE "Participants" SET "ExemptSince" = "From" WHERE "Exempt" = 1""");
            migrationBuilder.Sql("""UPDATE "Participants" SET "SortName" = trim(substr("Name", length(rtrim("Name", replace("Name", ' ', ''))) + 1) || ' ' || rtrim(rtrim("Name", replace("Name", ' ', ''))))""");

            // By hand: the library would copy the whole table, outside the transaction.
            migrationBuilder.Sql("""ALTER TABLE "Participants" DROP COLUMN "Exempt" """);

            migrationBuilder.CreateTable(
                name: "CommitmentOpenings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitPath = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    CommitmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OpenedBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommitmentOpenings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CommitmentRegisters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitPath = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ObligationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Scope = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    ToYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Keeper = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    TopicStudiedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AdoptedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    People = table.Column<int>(type: "INTEGER", nullable: false),
                    Registered = table.Column<int>(type: "INTEGER", nullable: false),
                    Heads = table.Column<int>(type: "INTEGER", nullable: false),
                    HeadsRegistered = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommitmentRegisters", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Commitments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ParticipantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitPath = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    RegisterId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Scope = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    ToYear = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Confirmation = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ConfirmedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    AdoptedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Typed_ByAccount = table.Column<Guid>(type: "TEXT", nullable: true),
                    Typed_ByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Typed_Paper = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Typed_MeetingId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Typed_At = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ConcreteAsk = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    SelfAssessment = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    CollectiveComment = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    EditedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EditedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Commitments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FormProfiles",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Paper = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Scope = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Confidence = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: true),
                    Order = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormProfiles", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "ItemEvidence",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitPath = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ThumbnailSha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Caption = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    HappenedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    FiledOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReceivedFrom = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ItemEvidence", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ItemProgress",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitPath = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Figure = table.Column<int>(type: "INTEGER", nullable: true),
                    ReportedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ItemProgress", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LineEvidence",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitPath = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CommitmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LineId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ThumbnailSha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Caption = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    HappenedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    FiledOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReceivedFrom = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LineEvidence", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Meetings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitPath = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Present = table.Column<int>(type: "INTEGER", nullable: false),
                    Total = table.Column<int>(type: "INTEGER", nullable: false),
                    InFavour = table.Column<int>(type: "INTEGER", nullable: false),
                    MinutesFileId = table.Column<Guid>(type: "TEXT", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Meetings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Memberships",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ParticipantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitPath = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Memberships", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Memberships_Participants_ParticipantId",
                        column: x => x.ParticipantId,
                        principalTable: "Participants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ParticipantImports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitPath = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Entered = table.Column<int>(type: "INTEGER", nullable: false),
                    Updated = table.Column<int>(type: "INTEGER", nullable: false),
                    Before = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    UndoneAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ParticipantImports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PersonalDataRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ParticipantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UnitPath = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Ask = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    AskedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AcknowledgeBy = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AcknowledgedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AnswerBy = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Extended = table.Column<bool>(type: "INTEGER", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AnsweredByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonalDataRequests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CommitmentLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommitmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    Section = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Action = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    Result = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Proof = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Standard = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Figure = table.Column<int>(type: "INTEGER", nullable: true),
                    ReportedOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommitmentLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CommitmentLines_Commitments_CommitmentId",
                        column: x => x.CommitmentId,
                        principalTable: "Commitments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Shortcomings",
                columns: table => new
                {
                    CommitmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Shortcomings", x => x.CommitmentId);
                    table.ForeignKey(
                        name: "FK_Shortcomings_Commitments_CommitmentId",
                        column: x => x.CommitmentId,
                        principalTable: "Commitments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FormSections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    FormCode = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormSections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FormSections_FormProfiles_FormCode",
                        column: x => x.FormCode,
                        principalTable: "FormProfiles",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ItemReports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgressId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    NothingNew = table.Column<bool>(type: "INTEGER", nullable: false),
                    Figure = table.Column<int>(type: "INTEGER", nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    RecordedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ItemReports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ItemReports_ItemProgress_ProgressId",
                        column: x => x.ProgressId,
                        principalTable: "ItemProgress",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MeetingDecisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Item = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeetingDecisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeetingDecisions_Meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LineProgress",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommitmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LineId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    NothingNew = table.Column<bool>(type: "INTEGER", nullable: false),
                    Figure = table.Column<int>(type: "INTEGER", nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    RecordedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LineProgress", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LineProgress_CommitmentLines_LineId",
                        column: x => x.LineId,
                        principalTable: "CommitmentLines",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_LineProgress_Commitments_CommitmentId",
                        column: x => x.CommitmentId,
                        principalTable: "Commitments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Participants_SearchKey",
                table: "Participants",
                column: "SearchKey");

            migrationBuilder.CreateIndex(
                name: "IX_Participants_UnitId",
                table: "Participants",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_CommitmentLines_CommitmentId",
                table: "CommitmentLines",
                column: "CommitmentId");

            migrationBuilder.CreateIndex(
                name: "IX_CommitmentOpenings_CommitmentId",
                table: "CommitmentOpenings",
                column: "CommitmentId");

            migrationBuilder.CreateIndex(
                name: "IX_CommitmentOpenings_UnitPath_At",
                table: "CommitmentOpenings",
                columns: new[] { "UnitPath", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_CommitmentRegisters_UnitId_Scope_Year",
                table: "CommitmentRegisters",
                columns: new[] { "UnitId", "Scope", "Year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CommitmentRegisters_Year_Scope_UnitPath",
                table: "CommitmentRegisters",
                columns: new[] { "Year", "Scope", "UnitPath" });

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_AccountId",
                table: "Commitments",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_ParticipantId_Scope_Year",
                table: "Commitments",
                columns: new[] { "ParticipantId", "Scope", "Year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_RegisterId",
                table: "Commitments",
                column: "RegisterId");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_UnitPath_Year_Scope",
                table: "Commitments",
                columns: new[] { "UnitPath", "Year", "Scope" });

            migrationBuilder.CreateIndex(
                name: "IX_FormSections_FormCode",
                table: "FormSections",
                column: "FormCode");

            migrationBuilder.CreateIndex(
                name: "IX_ItemEvidence_ItemId",
                table: "ItemEvidence",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_ItemEvidence_Sha256",
                table: "ItemEvidence",
                column: "Sha256");

            migrationBuilder.CreateIndex(
                name: "IX_ItemEvidence_UnitPath",
                table: "ItemEvidence",
                column: "UnitPath");

            migrationBuilder.CreateIndex(
                name: "IX_ItemProgress_ItemId",
                table: "ItemProgress",
                column: "ItemId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ItemProgress_PlanId",
                table: "ItemProgress",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_ItemProgress_UnitPath_Year",
                table: "ItemProgress",
                columns: new[] { "UnitPath", "Year" });

            migrationBuilder.CreateIndex(
                name: "IX_ItemReports_ProgressId",
                table: "ItemReports",
                column: "ProgressId");

            migrationBuilder.CreateIndex(
                name: "IX_LineEvidence_CommitmentId",
                table: "LineEvidence",
                column: "CommitmentId");

            migrationBuilder.CreateIndex(
                name: "IX_LineEvidence_LineId",
                table: "LineEvidence",
                column: "LineId");

            migrationBuilder.CreateIndex(
                name: "IX_LineEvidence_Sha256",
                table: "LineEvidence",
                column: "Sha256");

            migrationBuilder.CreateIndex(
                name: "IX_LineEvidence_UnitPath",
                table: "LineEvidence",
                column: "UnitPath");

            migrationBuilder.CreateIndex(
                name: "IX_LineProgress_CommitmentId",
                table: "LineProgress",
                column: "CommitmentId");

            migrationBuilder.CreateIndex(
                name: "IX_LineProgress_LineId",
                table: "LineProgress",
                column: "LineId");

            migrationBuilder.CreateIndex(
                name: "IX_MeetingDecisions_MeetingId",
                table: "MeetingDecisions",
                column: "MeetingId");

            migrationBuilder.CreateIndex(
                name: "IX_MeetingDecisions_SubjectId",
                table: "MeetingDecisions",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_Meetings_UnitPath_HeldOn",
                table: "Meetings",
                columns: new[] { "UnitPath", "HeldOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_ParticipantId",
                table: "Memberships",
                column: "ParticipantId");

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_UnitId",
                table: "Memberships",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_ParticipantImports_UnitPath",
                table: "ParticipantImports",
                column: "UnitPath");

            migrationBuilder.CreateIndex(
                name: "IX_PersonalDataRequests_AccountId",
                table: "PersonalDataRequests",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_PersonalDataRequests_UnitPath",
                table: "PersonalDataRequests",
                column: "UnitPath");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CommitmentOpenings");

            migrationBuilder.DropTable(
                name: "CommitmentRegisters");

            migrationBuilder.DropTable(
                name: "FormSections");

            migrationBuilder.DropTable(
                name: "ItemEvidence");

            migrationBuilder.DropTable(
                name: "ItemReports");

            migrationBuilder.DropTable(
                name: "LineEvidence");

            migrationBuilder.DropTable(
                name: "LineProgress");

            migrationBuilder.DropTable(
                name: "MeetingDecisions");

            migrationBuilder.DropTable(
                name: "Memberships");

            migrationBuilder.DropTable(
                name: "ParticipantImports");

            migrationBuilder.DropTable(
                name: "PersonalDataRequests");

            migrationBuilder.DropTable(
                name: "Shortcomings");

            migrationBuilder.DropTable(
                name: "FormProfiles");

            migrationBuilder.DropTable(
                name: "ItemProgress");

            migrationBuilder.DropTable(
                name: "CommitmentLines");

            migrationBuilder.DropTable(
                name: "Meetings");

            migrationBuilder.DropTable(
                name: "Commitments");

            migrationBuilder.DropIndex(
                name: "IX_Participants_SearchKey",
                table: "Participants");

            migrationBuilder.DropIndex(
                name: "IX_Participants_UnitId",
                table: "Participants");

            migrationBuilder.AddColumn<bool>(
                name: "Exempt",
                table: "Participants",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Participants");

            migrationBuilder.DropColumn(
                name: "ExemptSince",
                table: "Participants");

            migrationBuilder.DropColumn(
                name: "ForgottenOn",
                table: "Participants");

            migrationBuilder.DropColumn(
                name: "ImportId",
                table: "Participants");

            migrationBuilder.DropColumn(
                name: "Left",
                table: "Participants");

            migrationBuilder.DropColumn(
                name: "MergedIntoId",
                table: "Participants");

            migrationBuilder.DropColumn(
                name: "SortName",
                table: "Participants");

            migrationBuilder.DropColumn(
                name: "Purpose",
                table: "Files");

            migrationBuilder.DropColumn(
                name: "Personal",
                table: "Audit");

            migrationBuilder.DropColumn(
                name: "NoticeReadAt",
                table: "Accounts");

        }
    }
}
