using SentryAudit.Cmdlets;

namespace SentryAudit.Sandbox.Recording;

/// <summary>Runs actual cmdlet classes through a <see cref="RecordingPipeline"/>.</summary>
internal static class CmdletRunner
{
    /// <summary>Runs a cmdlet as with arguments only.</summary>
    /// <param name="switches">Names of the switches to set: the reference library's own are always off.</param>
    public static RecordingPipeline Run(SentryCmdlet cmdlet, params string[] switches) => Run(cmdlet, new RecordingPipeline(), switches);

    public static RecordingPipeline Run(SentryCmdlet cmdlet, RecordingPipeline pipeline, params string[] switches) =>
        Run(cmdlet, pipeline, inputs: null, switches);

    /// <summary>Runs a cmdlet with pipeline input.</summary>
    /// <param name="inputs">Binds one input object each, by setting the parameters PowerShell would.</param>
    public static RecordingPipeline Run(
        SentryCmdlet cmdlet,
        RecordingPipeline pipeline,
        IEnumerable<Action>? inputs,
        params string[] switches)
    {
        using (cmdlet)
        {
            cmdlet.EngineOverride = pipeline;
            cmdlet.SwitchReader = (name, _) => switches.Contains(name, StringComparer.Ordinal);
            try
            {
                cmdlet.RunAll(inputs);
            }
            catch (PipelineTerminatedException)
            {
                // Kept in the pipeline.
            }
        }

        return pipeline;
    }
}
