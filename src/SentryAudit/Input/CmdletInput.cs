using System.Collections;
using System.Management.Automation;

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

    /// <summary>Whether objects of the pipeline reach the cmdlet as they are.</summary>
    public bool TakesObjects { get; }

    /// <summary>Whether the command line names organizations. These bind: objects of another one do not bring theirs along.</summary>
    public bool IsOrganizationGiven { get; }

    /// <exception cref="SentryException">A key of the command line is empty.</exception>
    public void RefuseEmptyKeys()
    {
        if (_parameters.FindEmptyKey() is { } parameter)
        {
            throw InputFaults.EmptyKey(parameter.Name);
        }
    }

    /// <summary>What one input holds: itself, or each object of a list that was piped as one.</summary>
    public static IEnumerable<object?> Elements(object? input) =>
        Unwrap(input) is IList list and not IDictionary && !list.Cast<object?>().All(IsText)
            ? list.Cast<object?>().SelectMany(Elements)
            : [input];

    /// <summary>Fills the parameters of the cmdlet from one object of the pipeline.</summary>
    /// <param name="isNamed">Whether an organization is among those of the command line.</param>
    /// <returns>Whether it means anything.</returns>
    /// <exception cref="SentryException">It does not say what is meant, or contradicts the command line.</exception>
    public bool Bind(object? element, Func<string, bool> isNamed)
    {
        var value = Unwrap(element);
        if (value is null or ValueType or string or EntityReference or IList or Uri or Version)
        {
            _binding.BindText(value is IList list ? string.Join(", ", list.Cast<object?>()) : value);
            return true;
        }

        var isMaking = _name.StartsWith("New-", StringComparison.Ordinal);
        return _binding.Bind(PipedObject.Of(element as PSObject ?? PSObject.AsPSObject(element), isMaking), isNamed);
    }

    /// <summary>Takes back what the last object filled.</summary>
    public void Reset() => _parameters.Reset();

    private static object? Unwrap(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;

    private static bool IsText(object? value) => Unwrap(value) is string or ValueType or EntityReference;
}
