using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace CampaignTracker.Web.Tests;

/// <summary>bUnit asks for AngleSharp.Diffing 1.x; the package source has 0.17.0 only. A resolving handler may hand out any version.</summary>
internal static class DiffingShim
{
#pragma warning disable CA2255 // A test assembly is its own program.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Init() => AssemblyLoadContext.Default.Resolving += (context, name) =>
        name.Name == "AngleSharp.Diffing" ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "shim", "AngleSharp.Diffing.dll")) : null;
}
