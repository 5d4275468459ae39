using System.Management.Automation;
using System.Management.Automation.Runspaces;
using SentryAudit.Cmdlets;
using SentryAudit.Surface.Tests.Contract;

namespace SentryAudit.Surface.Tests.Support;

/// <summary>Runs cmdlets in PowerShell: it binds their parameters and their input, asks their questions, and ends them.</summary>
internal static class CmdletRunner
{
    /// <summary>Runs a cmdlet without input.</summary>
    /// <param name="cmdlet">Has the arguments: what is set on it is bound by name.</param>
    public static RecordingPipeline Run(SentryCmdlet cmdlet, params string[] switches) => Run(cmdlet, new RecordingPipeline(), switches);

    /// <param name="pipeline">Answers the questions, and gets what the cmdlet writes.</param>
    public static RecordingPipeline Run(SentryCmdlet cmdlet, RecordingPipeline pipeline, params string[] switches) =>
        Invoke(pipeline, CommandOf(cmdlet, pipeline, switches));

    /// <summary>Pipes objects to a cmdlet.</summary>
    public static RecordingPipeline Pipe(IEnumerable<object> input, SentryCmdlet cmdlet, params string[] switches) =>
        Pipe(input, cmdlet, new RecordingPipeline(), switches);

    public static RecordingPipeline Pipe(
        IEnumerable<object> input,
        SentryCmdlet cmdlet,
        RecordingPipeline pipeline,
        params string[] switches)
    {
        var objects = new Command("Write-Output");
        objects.Parameters.Add("InputObject", input.ToArray());
        return Invoke(pipeline, objects, CommandOf(cmdlet, pipeline, switches));
    }

    /// <summary>Runs a cmdlet whose output is no longer wanted after the first object.</summary>
    public static RecordingPipeline First(SentryCmdlet cmdlet)
    {
        var pipeline = new RecordingPipeline();
        var first = new Command("Select-Object");
        first.Parameters.Add("First", 1);
        return Invoke(pipeline, CommandOf(cmdlet, pipeline, []), first);
    }

    /// <summary>A row of a list, such as Import-Csv makes.</summary>
    public static PSObject Row(params (string Name, object? Value)[] columns)
    {
        var row = new PSObject();
        foreach (var (name, value) in columns)
        {
            row.Properties.Add(new PSNoteProperty(name, value));
        }

        return row;
    }

    private static RecordingPipeline Invoke(RecordingPipeline pipeline, params Command[] commands)
    {
        using var session = EngineSession.Take(pipeline);
        using var shell = PowerShell.Create(session.Runspace);
        foreach (var command in commands)
        {
            shell.Commands.AddCommand(command);
        }

        if (pipeline.OnWrite is { } watch)
        {
            shell.AddCommand("Watch-Output").AddParameter("Watch", watch);
        }

        using var output = new PSDataCollection<PSObject>();
        pipeline.Follow(shell, output);
        try
        {
            shell.Invoke<object, PSObject>(input: null, output, settings: null);
        }
        catch (CmdletInvocationException end) when (end.InnerException is SentryException cause)
        {
            pipeline.Terminated = (cause, end.ErrorRecord.TargetObject);
        }

        pipeline.Fault?.Throw();
        return shell.InvocationStateInfo.State is PSInvocationState.Stopped ? throw new PipelineStoppedException() : pipeline;
    }

    private static Command CommandOf(SentryCmdlet cmdlet, RecordingPipeline pipeline, string[] switches)
    {
        using (cmdlet)
        {
            var type = cmdlet.GetType();
            using var untouched = (SentryCmdlet)Activator.CreateInstance(type)!;
            var command = new Command(CmdletTypes.Name(type));
            foreach (var property in type.GetProperties().Where(property => property.IsDefined(typeof(ParameterAttribute), inherit: false)))
            {
                if (property.GetValue(cmdlet) is { } value && !value.Equals(property.GetValue(untouched)))
                {
                    command.Parameters.Add(property.Name, value);
                }
            }

            foreach (var name in pipeline.IsPlan ? [.. switches, "WhatIf"] : switches)
            {
                command.Parameters.Add(name, SwitchParameter.Present);
            }

            return command;
        }
    }
}
