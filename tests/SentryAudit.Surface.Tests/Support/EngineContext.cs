using System.Management.Automation;
using System.Management.Automation.Internal;
using System.Management.Automation.Runspaces;
using System.Reflection;
using SentryAudit.Surface.Tests.Contract;

namespace SentryAudit.Surface.Tests.Support;

/// <summary>Gives a cmdlet object a session (its location, its variables) and the name that it has there.</summary>
internal static class EngineContext
{
    private const BindingFlags Internal = BindingFlags.Instance | BindingFlags.NonPublic;
    private static readonly PropertyInfo Context = typeof(InternalCommand).GetProperty("Context", Internal)!;
    private static readonly PropertyInfo Info = typeof(InternalCommand).GetProperty("CommandInfo", Internal)!;
    private static readonly PropertyInfo OfRunspace = typeof(Runspace).GetProperty("ExecutionContext", Internal)!;

    public static void Give(EngineSession session, Cmdlet cmdlet)
    {
        Context.SetValue(cmdlet, OfRunspace.GetValue(session.Runspace));
        Info.SetValue(cmdlet, new CmdletInfo(CmdletTypes.Name(cmdlet.GetType()), cmdlet.GetType()));
    }
}
