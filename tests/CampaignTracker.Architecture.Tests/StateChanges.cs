using System.Reflection;
using System.Reflection.Emit;

namespace CampaignTracker.Architecture.Tests;

/// <summary>Tells from its instructions whether a method writes into an entity: a field, or a list the entity keeps, itself or through our own methods.</summary>
internal static class StateChanges
{
    private const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields().Select(f => f.GetValue(null)).OfType<OpCode>().ToDictionary(code => code.Value);

    private static readonly HashSet<string> ListChanges = ["Add", "AddRange", "Insert", "Remove", "RemoveAt", "RemoveAll", "RemoveRange", "Clear", "Sort", "set_Item"];

    public static bool Writes(MethodBase method) => Writes(method, []);

    private static bool Writes(MethodBase method, HashSet<MethodBase> seen)
    {
        if (!seen.Add(method)) return false;
        var kept = new HashSet<Type>();
        foreach (var (code, member) in Instructions(method))
        {
            if (member is FieldInfo field && typeof(Entity).IsAssignableFrom(field.DeclaringType))
            {
                if (code == OpCodes.Stfld) return true;
                if (code == OpCodes.Ldfld) kept.Add(field.FieldType);
            }
            if (member is not MethodBase called) continue;
            if (ListChanges.Contains(called.Name) && called.DeclaringType is { IsGenericType: true } list && list.GetGenericTypeDefinition() == typeof(List<>) && kept.Contains(list)) return true;
            // Making a new thing is no change; what its constructor writes does not count.
            if (code != OpCodes.Newobj && called.DeclaringType is { } type && typeof(Entity).IsAssignableFrom(type) && !called.IsAbstract && Writes(called, seen)) return true;
        }
        return false;
    }

    private static IEnumerable<(OpCode Code, MemberInfo? Member)> Instructions(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } il) yield break;
        var (types, arguments) = (method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null, method.IsGenericMethod ? method.GetGenericArguments() : null);
        for (var at = 0; at < il.Length;)
        {
            var value = (short)il[at++];
            if (value == 0xFE) value = (short)(0xFE00 | il[at++]);
            var code = Codes[value];
            MemberInfo? member = null;
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineField) member = method.Module.ResolveMember(BitConverter.ToInt32(il, at), types, arguments);
            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(il, at),
                _ => 4,
            };
            yield return (code, member);
        }
    }

    /// <summary>Public methods of a type, its own.</summary>
    public static IEnumerable<MethodInfo> PublicMethods(Type type) => type.GetMethods(Any).Where(m => m is { IsPublic: true, IsSpecialName: false });
}
