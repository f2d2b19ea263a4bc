using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CampaignTracker.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class ProvinceIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Obligations_Year_UnitPath",
                table: "Obligations");

            migrationBuilder.CreateIndex(
                name: "IX_Obligations_Board",
                table: "Obligations",
                columns: new[] { "Year", "UnitPath", "RequirementId", "DueOn", "FirstSentOn", "SupplementDueOn", "CompletedOn", "ExcusedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_UnitId_Year_Scope",
                table: "Commitments",
                columns: new[] { "UnitId", "Year", "Scope" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Obligations_Board",
                table: "Obligations");

            migrationBuilder.DropIndex(
                name: "IX_Commitments_UnitId_Year_Scope",
                table: "Commitments");

            migrationBuilder.CreateIndex(
                name: "IX_Obligations_Year_UnitPath",
                table: "Obligations",
                columns: new[] { "Year", "UnitPath" });
        }
    }
}
