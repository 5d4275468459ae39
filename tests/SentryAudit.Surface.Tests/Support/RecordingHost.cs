using System.Globalization;
using System.Management.Automation.Host;

namespace SentryAudit.Surface.Tests.Support;

/// <summary>A host at which a <see cref="RecordingPipeline"/> answers.</summary>
internal sealed class RecordingHost : PSHost
{
    private readonly RecordingHostInterface _interface = new();

    public RecordingPipeline Pipeline
    {
        set => _interface.Pipeline = value;
    }

    public override string Name => "Tests";

    public override Version Version { get; } = new(1, 0);

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override PSHostUserInterface UI => _interface;

    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

    public override void EnterNestedPrompt() => throw new NotSupportedException();

    public override void ExitNestedPrompt() => throw new NotSupportedException();

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }

    public override void SetShouldExit(int exitCode) => throw new NotSupportedException();
}
