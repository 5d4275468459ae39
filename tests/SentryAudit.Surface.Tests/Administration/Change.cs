using SentryAudit.Cmdlets;
using SentryAudit.Sandbox;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>A change, how it is asked for, and how the sandbox shows whether it happened.</summary>
/// <param name="Name">What is done, in a few words.</param>
/// <param name="Write">The request that does it, for example <c>PUT organizations/{org}/members/{member}/</c>; one is sent.</param>
/// <param name="Lookup">The list its objects are looked up in; null where there is none.</param>
/// <param name="Target">Chooses what is changed: its key, once for a test.</param>
/// <param name="Create">The cmdlet, for that object of acme.</param>
/// <param name="State">What the change changes, as the sandbox has it: before and after must differ.</param>
internal sealed record Change(
    string Name,
    string Write,
    string? Lookup,
    Func<SandboxOrganization, string> Target,
    Func<string, SentryOrganizationCmdlet> Create,
    Func<SandboxOrganization, string, string?> State)
{
    /// <summary>Switches that are set.</summary>
    public string[] Switches { get; init; } = [];

    /// <summary>The uses, as [RequiresScope] names them with For, that this call makes.</summary>
    public string[] Uses { get; init; } = [];

    /// <summary>Sentry goes by the role of the token's owner here, so that no scope can be missing.</summary>
    public bool IsByRole { get; init; }

    /// <summary>Needs a Sentry before workflows.</summary>
    public bool IsLegacy { get; init; }

    /// <summary>It cannot be seen afterwards, such as a mail that was sent: a lost answer leaves it uncertain.</summary>
    public bool LeavesNoTrace { get; init; }
}
