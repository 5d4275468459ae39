namespace SentryAudit.Input;

/// <summary>What an object of one kind means to some cmdlets: what one of its properties says about one of their parameters.</summary>
/// <param name="Kind">The kind of object, for example <c>SentryTeam</c>.</param>
/// <param name="Parameter">The parameter that it fills: the cmdlet's own key, or a filter.</param>
/// <param name="Properties">Where the keys stand; the first property that holds any counts.</param>
/// <param name="Cmdlets">The cmdlets that take it so.</param>
internal sealed record Join(string Kind, string Parameter, IReadOnlyList<string> Properties, IReadOnlyList<string> Cmdlets)
{
    /// <summary>A second parameter and its property, for an object that is a pair: a person on a team.</summary>
    public (string Parameter, string Property)? Beside { get; init; }

    /// <summary>The object has this value there, or else it is not joined so.</summary>
    public (string Property, IReadOnlyList<string> Values)? When { get; init; }

    /// <summary>What is known of the objects named, beside their keys.</summary>
    public IReadOnlyDictionary<string, string> Known { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whether the object itself is named, and not what is joined to it.</summary>
    public bool IsItself => Kind == $"Sentry{Parameter}" && Properties is ["Id" or "Slug" or "Version" or "EventId", ..];

    public bool Fits(PipedObject input) =>
        When is not { } condition
        || (input.Text(condition.Property) is { } value && condition.Values.Contains(value, StringComparer.OrdinalIgnoreCase));
}
