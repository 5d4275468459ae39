using System.Management.Automation;

namespace SentryAudit.Cmdlets;

/// <summary>Names of cmdlets.</summary>
internal static class CmdletNames
{
    /// <summary>The name of a cmdlet, for example <c>Get-SentryTeam</c>; null for a class that is none.</summary>
    public static string? Find(Type cmdlet)
    {
        // An attribute object of the reference library has no values, but its data in the assembly has.
        var data = cmdlet.GetCustomAttributesData().FirstOrDefault(data => data.AttributeType == typeof(CmdletAttribute));
        return data is null ? null : $"{data.ConstructorArguments[0].Value}-{data.ConstructorArguments[1].Value}";
    }

    public static string Of(Type cmdlet) => Find(cmdlet) ?? throw new ArgumentException($"{cmdlet.Name} is no cmdlet.", nameof(cmdlet));
}
