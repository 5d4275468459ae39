using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Reach;

/// <summary>An organization with closed membership.</summary>
public class ClosedSandbox : SandboxFixture
{
    protected override void Enlarge(SandboxOrganization organization) => organization.Settings["openMembership"] = "false";
}
