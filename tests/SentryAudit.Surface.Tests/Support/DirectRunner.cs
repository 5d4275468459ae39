using System.Management.Automation;
using System.Reflection;
using SentryAudit.Cmdlets;

namespace SentryAudit.Surface.Tests.Support;

/// <summary>
/// Calls a cmdlet object through the runtime that an engine would give it. For a cmdlet that a test gives a clock and a browser,
/// which no parameter can: the engine makes its cmdlets itself.
/// </summary>
internal static class DirectRunner
{
    private static readonly Action<Cmdlet> Begin = Phase("BeginProcessing");
    private static readonly Action<Cmdlet> Process = Phase("ProcessRecord");
    private static readonly Action<Cmdlet> End = Phase("EndProcessing");

    /// <summary>Stops a running cmdlet as Ctrl+C does.</summary>
    public static readonly Action<Cmdlet> Stop = Phase("StopProcessing");

    public static RecordingPipeline Run(SentryCmdlet cmdlet, RecordingPipeline pipeline, params string[] switches)
    {
        using var session = EngineSession.Take(pipeline);
        using (cmdlet)
        {
            foreach (var name in switches)
            {
                cmdlet.GetType().GetProperty(name)!.SetValue(cmdlet, SwitchParameter.Present);
            }

            EngineContext.Give(session, cmdlet);
            cmdlet.CommandRuntime = new RecordingRuntime(pipeline);
            try
            {
                session.Within(() =>
                {
                    Begin(cmdlet);
                    Process(cmdlet);
                    End(cmdlet);
                    return true;
                });
            }
            catch (PipelineTerminatedException)
            {
                // Kept in the pipeline.
            }
        }

        return pipeline;
    }

    private static Action<Cmdlet> Phase(string name) =>
        typeof(Cmdlet).GetMethod(name, BindingFlags.Instance | BindingFlags.NonPublic)!.CreateDelegate<Action<Cmdlet>>();
}
