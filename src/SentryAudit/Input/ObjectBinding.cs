namespace SentryAudit.Input;

/// <summary>What an object of this module means to a cmdlet: the line that <see cref="Joins"/> has for its kind.</summary>
internal sealed class ObjectBinding(string name, BoundParameters parameters)
{
    private readonly Dictionary<(string Parameter, string Key, string? Organization), object> _keys = [];

    /// <summary>Fills the parameters from an object of a kind.</summary>
    /// <returns>The parameter that says what is meant; null for an object that is joined to nothing.</returns>
    /// <exception cref="SentryException">The object does not say what is meant, or contradicts the command line.</exception>
    public PipelineParameter? Bind(PipedObject input, string kind)
    {
        parameters.Reset();
        if (kind is Joins.Organization)
        {
            return parameters.FillOrganization(input.Text(nameof(SentryOrganization.Slug)))
                ?? throw InputFaults.Unknown(input, name, [nameof(SentryOrganization.Slug)]);
        }

        var join = Joins.Find(input, name) ?? throw InputFaults.Unrelated(input, name, parameters);
        var parameter = parameters.Named(join.Parameter);
        if (parameter.Name is PipelineParameter.Organization && parameters.IsGiven(parameter))
        {
            return parameter;
        }

        RefuseGiven(parameter, input);
        var keys = join.Properties.Select(input.Values).FirstOrDefault(keys => keys is not null)
            ?? throw InputFaults.Unknown(input, name, join.Properties);
        if (keys is [])
        {
            return null;
        }

        parameters.Fill(parameter, [.. keys.Select(key => KeyOf(parameter, key, input, join))]);
        if (join.Beside is { } beside)
        {
            var other = parameters.Named(beside.Parameter);
            RefuseGiven(other, input);
            var key = input.Text(beside.Property) ?? throw InputFaults.Unknown(input, name, [beside.Property]);
            parameters.Fill(other, [Joined(other, key, input.Organization)]);
        }

        parameters.FillOrganization(input.Organization);
        return parameter;
    }

    private object KeyOf(PipelineParameter parameter, string key, PipedObject input, Join join)
    {
        if (input.Model is { } model && parameter.ReferenceTo(model) is { } reference)
        {
            return reference;
        }

        if (join.Known.Count == 0 && !parameter.CanName(input.Kind!))
        {
            return Joined(parameter, key, input.Organization);
        }

        var literal = Literal(parameter, key, input.Organization);
        (literal as EntityReference)?.Learn(
            join.Known.Count > 0 ? property => join.Known.GetValueOrDefault(property) : input.Text);
        return literal;
    }

    // Many objects are joined to the same few: the rows of a person's access all name that person.
    private object Joined(PipelineParameter parameter, string key, string? organization)
    {
        var known = (parameter.Name, key, organization);
        if (!_keys.TryGetValue(known, out var literal))
        {
            _keys[known] = literal = Literal(parameter, key, organization);
        }

        return literal;
    }

    private static object Literal(PipelineParameter parameter, string key, string? organization)
    {
        var literal = parameter.Literal(key);
        if (organization is not null)
        {
            (literal as EntityReference)?.BelongTo(organization);
        }

        return literal;
    }

    private void RefuseGiven(PipelineParameter parameter, PipedObject input)
    {
        if (parameters.IsGiven(parameter))
        {
            throw InputFaults.Contradiction(input.Name, name, parameter.Name);
        }
    }
}
