using SentryAudit.Commands.Deploy;
using SentryAudit.Commands.Release;
using SentryAudit.Sandbox;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>Changes of releases, and reports of deploys.</summary>
internal static class ReleaseChanges
{
    private static readonly OrganizationReference[] First = [new("acme")];

    public static readonly Change[] All =
    [
        new(
            "finalize a release",
            "PUT organizations/{org}/releases/{version}/",
            null,
            acme => acme.Releases.First(release => release.DateReleased is null).Version,
            version => new SetSentryReleaseCommand { Organization = First, Release = [new(version)] },
            (acme, version) => ReleaseOf(acme, version).DateReleased?.ToString("O"))
        {
            Switches = ["Finalize"],
        },
        new(
            "archive a release",
            "PUT organizations/{org}/releases/{version}/",
            null,
            acme => acme.Releases.First(release => release.Status == "open").Version,
            version => new SetSentryReleaseCommand { Organization = First, Release = [new(version)] },
            (acme, version) => ReleaseOf(acme, version).Status)
        {
            Switches = ["Archive"],
        },
        new(
            "report a deploy",
            "POST organizations/{org}/releases/{version}/deploys/",
            null,
            acme => acme.Releases[0].Version,
            version => new NewSentryDeployCommand
            {
                Organization = First,
                Release = [new(version)],
                Environment = "production",
            },
            (acme, version) => string.Join(' ', ReleaseOf(acme, version).Deploys.Select(deploy => deploy.Id))),
    ];

    private static SandboxRelease ReleaseOf(SandboxOrganization organization, string version) =>
        organization.Releases.Single(release => release.Version == version);
}
