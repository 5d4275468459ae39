namespace SentryAudit.Input;

/// <summary>
/// Makes of an object of the pipeline what it means to a cmdlet: itself, what is joined to it by <see cref="Joins"/>, or
/// nothing. PowerShell fills parameters by the names of properties; left at that, an object that only shares its
/// organization would mean everything in it.
/// </summary>
/// <param name="name">The name of the cmdlet.</param>
/// <param name="parameters">Its parameters, which are filled.</param>
internal sealed class InputBinding(string name, BoundParameters parameters)
{
    private readonly ObjectBinding _objects = new(name, parameters);
    private readonly RowBinding _rows = new(name, parameters);
    private string? _led;

    /// <summary>Fills the parameters from text, of which PowerShell has made keys; they are not data, and may be patterns.</summary>
    /// <exception cref="SentryException">There is nothing that text names, or the command line names something else.</exception>
    public void BindText(object? text)
    {
        var shown = text?.ToString() ?? "";
        var key = parameters.TextKey ?? throw InputFaults.NoText(shown, name);
        if (parameters.IsGiven(key) && !parameters.HasDelayedKey)
        {
            throw InputFaults.Contradiction($"the text '{shown}'", name, key.Name);
        }

        // PowerShell has also filled others, by the names of what it keeps beside a text.
        parameters.Reset(parameter => parameter != key);
        if (!parameters.IsFilled(key))
        {
            throw InputFaults.NoText(shown, name);
        }

        Require($"the text '{shown}'");
        Lead(key, $"the text '{shown}'");
    }

    /// <summary>Fills the parameters from an object.</summary>
    /// <param name="isNamed">Whether an organization is among those of the command line.</param>
    /// <returns>Whether the object means anything; false for one that is joined to nothing, such as a team without projects.</returns>
    /// <exception cref="SentryException">The object does not say what is meant, or contradicts the command line.</exception>
    public bool Bind(PipedObject input, Func<string, bool> isNamed)
    {
        if (
            input.Organization is { } slug
            && parameters.Organization is { } organization
            && parameters.IsGiven(organization)
            && !isNamed(slug))
        {
            throw InputFaults.Elsewhere(input, name, parameters.Get(organization));
        }

        if (parameters.HasDelayedKey)
        {
            parameters.Reset(parameter => parameter.IsKey || parameter.Name is PipelineParameter.Organization);
            parameters.TakeDelayedLiterally();
            parameters.FillOrganization(input.Organization);
            return true;
        }

        var led = input.Kind is null ? _rows.Bind(input) : _objects.Bind(input, input.Kind);
        if (led is null)
        {
            return false;
        }

        Require(input.Name, input);
        Lead(led, input.Name);
        return true;
    }

    private void Require(string described, PipedObject? input = null)
    {
        if (parameters.Missing is { } missing)
        {
            throw InputFaults.Incomplete(described, name, missing, input);
        }
    }

    // What different parameters name is combined, so that a team and a project together would mean neither.
    private void Lead(PipelineParameter parameter, string described)
    {
        if (parameters.All.Any(one => one.IsRequired) || parameter.Name == _led)
        {
            return;
        }

        if (_led is not null)
        {
            throw InputFaults.Mixed(described, name, parameter.Name, _led);
        }

        _led = parameter.Name;
    }
}
