using System.Management.Automation;

namespace SentryAudit.Surface.Tests.Support;

/// <summary>Passes objects on, and shows each to a test at the moment it is written.</summary>
[Cmdlet("Watch", "Output")]
public sealed class WatchOutputCommand : Cmdlet
{
    [Parameter(Mandatory = true)]
    public Action<object>? Watch { get; set; }

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    protected override void ProcessRecord()
    {
        WriteObject(InputObject);
        Watch!(InputObject!.BaseObject);
    }
}
