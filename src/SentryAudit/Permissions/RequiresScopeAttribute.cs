namespace SentryAudit.Permissions;

/// <summary>
/// A scope that a cmdlet needs for its work. Several alternatives in one attribute: one suffices. Several attributes:
/// all are needed, unless <see cref="For"/> limits one to a parameter.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
internal sealed class RequiresScopeAttribute(params string[] anyOf) : Attribute
{
    public IReadOnlyList<string> AnyOf { get; } = anyOf;

    /// <summary>What it is needed for when not for everything, as <c>-IncludeTeams</c>.</summary>
    public string? For { get; init; }
}
