namespace SentryAudit.Input;

/// <summary>
/// The parameters of a cmdlet that the pipeline fills, with what they held before any input. PowerShell takes back only what
/// it filled itself, so that what one object filled would otherwise stay for the next.
/// </summary>
internal sealed class BoundParameters
{
    private readonly object _cmdlet;
    private readonly IReadOnlyDictionary<string, object?> _commandLine;
    private readonly Dictionary<PipelineParameter, object?> _initial;

    /// <param name="cmdlet">The cmdlet, before its first input.</param>
    /// <param name="commandLine">What the command line gave, by the names of parameters.</param>
    public BoundParameters(object cmdlet, IReadOnlyDictionary<string, object?> commandLine)
    {
        (_cmdlet, _commandLine) = (cmdlet, commandLine);
        All = PipelineParameter.Of(cmdlet.GetType());
        _initial = All.ToDictionary(parameter => parameter, parameter => parameter.Get(cmdlet));
    }

    public IReadOnlyList<PipelineParameter> All { get; }

    /// <summary>The parameter that names what the cmdlet is about; null where that is the organization.</summary>
    public PipelineParameter? OwnKey => All.FirstOrDefault(parameter => parameter.IsOwnKey);

    /// <summary>The parameter that text of the pipeline fills.</summary>
    public PipelineParameter? TextKey => All.FirstOrDefault(parameter => parameter.TakesText);

    public PipelineParameter? Organization => All.FirstOrDefault(parameter => parameter.Name is PipelineParameter.Organization);

    /// <summary>A key whose script block says what each object means, for example <c>-Member { $_.mail }</c>.</summary>
    public bool HasDelayedKey => All.Any(parameter => parameter.IsKey && IsDelayed(parameter));

    /// <summary>A parameter without which the cmdlet does nothing, and which nothing filled.</summary>
    public PipelineParameter? Missing => All.FirstOrDefault(parameter => parameter.IsRequired && !IsFilled(parameter));

    /// <summary>The parameter of a name, also one that only joined objects fill.</summary>
    public PipelineParameter Named(string name) =>
        _initial.Keys.FirstOrDefault(parameter => parameter.Name == name) ?? PipelineParameter.Named(_cmdlet.GetType(), name);

    /// <summary>Whether the command line filled it, so that the pipeline must not.</summary>
    public bool IsGiven(PipelineParameter parameter) => _commandLine.ContainsKey(parameter.Name);

    public bool IsFilled(PipelineParameter parameter) => parameter.IsFilled(_cmdlet);

    /// <summary>Whether a column fills a parameter, or is the name of one that only the command line fills.</summary>
    public bool Takes(string column) => PipelineParameter.NamesOf(_cmdlet.GetType()).Contains(column);

    public object? Get(PipelineParameter parameter) => parameter.Get(_cmdlet);

    public void Fill(PipelineParameter parameter, IReadOnlyList<object> values)
    {
        _initial.TryAdd(parameter, parameter.Get(_cmdlet));
        parameter.Fill(_cmdlet, values);
    }

    /// <summary>Fills the organization, unless the command line names one.</summary>
    /// <returns>The parameter; null where there is nothing to fill it with.</returns>
    public PipelineParameter? FillOrganization(string? slug)
    {
        if (slug is not null && Organization is { } organization && !IsGiven(organization))
        {
            Fill(organization, [organization.Literal(slug)]);
        }

        return slug is null ? null : Organization;
    }

    /// <summary>Gives the parameters back what they held before any input, but for those of the command line.</summary>
    public void Reset(Func<PipelineParameter, bool>? which = null)
    {
        foreach (var (parameter, value) in _initial.Where(entry => !IsGiven(entry.Key) && which?.Invoke(entry.Key) is not false))
        {
            parameter.Set(_cmdlet, value);
        }
    }

    /// <summary>A key of the command line that is empty or has an empty one among others. That must not read as "all".</summary>
    public PipelineParameter? FindEmptyKey() =>
        All.FirstOrDefault(parameter =>
            (parameter.IsKey || parameter.Name is PipelineParameter.Organization)
            && IsGiven(parameter)
            && !IsDelayed(parameter)
            && (!IsFilled(parameter) || (Get(parameter) is object?[] several && several.Contains(null))));

    /// <summary>Makes keys that script blocks took from the object mean themselves: they are data, and no patterns.</summary>
    public void TakeDelayedLiterally()
    {
        foreach (var parameter in All.Where(parameter => parameter.IsReference && IsDelayed(parameter)))
        {
            foreach (var reference in Get(parameter) is EntityReference[] several ? several : [])
            {
                reference.TakeLiterally();
            }
        }
    }

    // PowerShell keeps the block where it would keep the value, and runs it for each object.
    private bool IsDelayed(PipelineParameter parameter) =>
        _commandLine.TryGetValue(parameter.Name, out var value) && value is not null && !parameter.Type.IsInstanceOfType(value);
}
