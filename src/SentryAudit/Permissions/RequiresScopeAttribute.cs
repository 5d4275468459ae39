namespace SentryAudit.Permissions;

/// <summary>
/// A scope that a cmdlet needs. Of several scopes in one attribute one is enough. Of several attributes all are needed,
/// unless <see cref="For"/> limits one to a parameter.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
internal sealed class RequiresScopeAttribute(params string[] anyOf) : Attribute
{
    public IReadOnlyList<string> AnyOf { get; } = anyOf;

    /// <summary>What the scope is needed for, for example <c>-IncludeTeams</c>; null when it is needed for everything.</summary>
    public string? For { get; init; }
}
