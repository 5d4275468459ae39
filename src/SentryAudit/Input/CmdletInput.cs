using System.Collections;
using System.Management.Automation;
using SentryAudit.Pipeline;

namespace SentryAudit.Input;

/// <summary>The pipeline input of one call of a cmdlet.</summary>
internal sealed class CmdletInput
{
    private readonly BoundParameters _parameters;
    private readonly InputBinding _binding;
    private readonly string _name;

    /// <param name="cmdlet">The cmdlet, before its first input.</param>
    /// <param name="name">Its name.</param>
    /// <param name="commandLine">What the command line gave, by the names of parameters.</param>
    public CmdletInput(object cmdlet, string name, IReadOnlyDictionary<string, object?> commandLine)
    {
        _name = name;
        _parameters = new BoundParameters(cmdlet, commandLine);
        _binding = new InputBinding(name, _parameters);
        TakesObjects = PipelineParameter.TakesObjects(cmdlet.GetType());
        IsOrganizationGiven = _parameters.Organization is { } organization && _parameters.IsGiven(organization);
    }

    /// <summary>
    /// The input of a cmdlet that begins. Later the parameters that the pipeline fills stand where those of the command line
    /// do.
    /// </summary>
    public static CmdletInput Of(PSCmdlet cmdlet, string name) =>
        new(cmdlet, name, new Dictionary<string, object?>(cmdlet.MyInvocation?.BoundParameters ?? [], StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether objects of the pipeline reach the cmdlet as they are.</summary>
    public bool TakesObjects { get; }

    /// <summary>Whether the command line names organizations. These bind: objects of another one do not bring theirs along.</summary>
    public bool IsOrganizationGiven { get; }

    /// <summary>Ends a call with an empty key on the command line.</summary>
    public void RefuseEmptyKeys(ICmdletPipeline pipeline)
    {
        if (_parameters.FindEmptyKey() is { } parameter)
        {
            pipeline.Terminate(InputFaults.EmptyKey(parameter.Name), target: null);
        }
    }

    /// <summary>Takes what came with one call of ProcessRecord: an object of the pipeline, or the command line alone.</summary>
    /// <param name="input">The object as it came; null without one.</param>
    /// <param name="isPiped">Whether a pipeline leads into the cmdlet.</param>
    /// <param name="isNamed">Whether an organization is among those of the command line.</param>
    /// <param name="take">Takes what the parameters hold.</param>
    /// <param name="report">Writes why an object is not worked on.</param>
    public void ForEach(
        PSObject? input,
        bool isPiped,
        Func<string, bool> isNamed,
        Action take,
        Action<SentryException, object?> report)
    {
        if (!TakesObjects || (input is null && !isPiped))
        {
            take();
            return;
        }

        foreach (var element in Elements(input))
        {
            try
            {
                if (Bind(element, isNamed))
                {
                    take();
                }
            }
            catch (SentryException refusal)
            {
                report(refusal, element);
            }
            finally
            {
                _parameters.Reset();
            }
        }
    }

    // What one input holds: itself, or each object of a list that was piped as one.
    private static IEnumerable<object?> Elements(object? input) =>
        Unwrap(input) is IList list and not IDictionary && !list.Cast<object?>().All(IsText)
            ? list.Cast<object?>().SelectMany(Elements)
            : [input];

    private bool Bind(object? element, Func<string, bool> isNamed)
    {
        var value = Unwrap(element);
        if (value is null or IList || IsText(value))
        {
            _binding.BindText(value is IList list ? string.Join(", ", list.Cast<object?>()) : value);
            return true;
        }

        var isMaking = _name.StartsWith("New-", StringComparison.Ordinal);
        return _binding.Bind(PipedObject.Of(element as PSObject ?? PSObject.AsPSObject(element), isMaking), isNamed);
    }

    private static object? Unwrap(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;

    // PowerShell makes keys of these by itself, where they are keys.
    private static bool IsText(object? value) =>
        Unwrap(value) is string or ValueType or EntityReference or Uri or Version or FileSystemInfo;
}
