using System.Globalization;
using SentryAudit.Commands.ProjectKey;
using SentryAudit.Sandbox;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>Changes of client keys.</summary>
internal static class ProjectKeyChanges
{
    private const string ProjectKeys = "organizations/{org}/project-keys/";
    private const string ProjectKey = "projects/{org}/{project}/keys/{key}/";

    private static readonly OrganizationReference[] First = [new("acme")];

    public static readonly Change[] All =
    [
        new(
            "make a client key",
            "POST projects/{org}/{project}/keys/",
            "projects/{org}/{project}/keys/",
            _ => "web-frontend",
            slug => new NewSentryProjectKeyCommand
            {
                Organization = First,
                Project = [new(slug)],
                Label = "Second",
            },
            (acme, _) => acme.ProjectKeys.Count.ToString(CultureInfo.InvariantCulture)),
        new(
            "rename a client key",
            "PUT " + ProjectKey,
            ProjectKeys,
            AKey,
            key => new SetSentryProjectKeyCommand
            {
                Organization = First,
                ProjectKey = [new(key)],
                Label = "Another",
            },
            (acme, key) => KeyOf(acme, key)!.Name),
        new(
            "disable a client key",
            "PUT " + ProjectKey,
            ProjectKeys,
            AKey,
            key => new DisableSentryProjectKeyCommand { Organization = First, ProjectKey = [new(key)] },
            (acme, key) => KeyOf(acme, key)!.IsActive.ToString()),
        new(
            "enable a client key",
            "PUT " + ProjectKey,
            ProjectKeys,
            acme => acme.ProjectKeys.First(key => !key.IsActive && acme.Projects.Contains(key.Project)).Public,
            key => new EnableSentryProjectKeyCommand { Organization = First, ProjectKey = [new(key)] },
            (acme, key) => KeyOf(acme, key)!.IsActive.ToString()),
        new(
            "remove a client key",
            "DELETE " + ProjectKey,
            ProjectKeys,
            AKey,
            key => new RemoveSentryProjectKeyCommand { Organization = First, ProjectKey = [new(key)] },
            (acme, key) => KeyOf(acme, key)?.Name),
    ];

    private static string AKey(SandboxOrganization organization) =>
        organization.ProjectKeys.First(key => key.IsActive && organization.Projects.Contains(key.Project)).Public;

    private static SandboxProjectKey? KeyOf(SandboxOrganization organization, string key) =>
        organization.ProjectKeys.Find(candidate => candidate.Public == key);
}
