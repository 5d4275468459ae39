namespace SentryAudit.Input;

/// <summary>What an object of one kind means to some cmdlets: what one of its properties says about one of their parameters.</summary>
/// <param name="Kind">The kind of object, for example <c>SentryTeam</c>.</param>
/// <param name="Parameter">The parameter that it fills: the cmdlet's own key, or a filter.</param>
/// <param name="Properties">Where the keys stand; the first property that holds any counts.</param>
/// <param name="Cmdlets">The cmdlets that take it so.</param>
internal sealed record Join(string Kind, string Parameter, IReadOnlyList<string> Properties, IReadOnlyList<string> Cmdlets);
