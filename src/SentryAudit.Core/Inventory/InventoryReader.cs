using System.Runtime.CompilerServices;
using SentryAudit.Api;
using SentryAudit.Connections;

namespace SentryAudit.Inventory;

/// <summary>Reads every kind of object an inventory keeps from a source, each as whole as it can be had.</summary>
/// <param name="startedAt">Start of the read (UTC).</param>
/// <param name="releasesSince">Only releases created at or after this (UTC); null for all.</param>
/// <param name="progress">Told, on any thread, of objects read since it was told last.</param>
internal sealed class InventoryReader(ISentrySource source, OrganizationHome organization, DateTimeOffset startedAt, DateTimeOffset? releasesSince, IProgress<int> progress)
{
    private const int ProgressStep = 100;

    /// <summary>Reads a kind. What came before a failure is kept; the section says what is missing and why.</summary>
    /// <exception cref="SentryException">The token was refused: nothing else can succeed either.</exception>
    public async Task<(IReadOnlyList<T> Items, InventorySection Section, SentryException? Fault)> ReadAsync<T>(InventoryKind<T> kind, CancellationToken cancellationToken)
        where T : class
    {
        var items = new List<T>();
        SentryException? fault = null;
        try
        {
            await foreach (var item in List(kind.Type, cancellationToken).ConfigureAwait(false))
            {
                items.Add((T)item);
                if (items.Count % ProgressStep == 0)
                {
                    progress.Report(ProgressStep);
                }
            }
        }
        catch (SentryException broken) when (broken.Category is not SentryErrorCategory.AuthenticationError)
        {
            fault = broken;
        }

        progress.Report(items.Count % ProgressStep);
        return (items, new InventorySection
        {
            Type = kind.ToString(),
            ReadAt = startedAt,
            IsComplete = fault is null,
            Problem = fault?.Message,
            Since = kind.Type is SentryEntityType.Release ? releasesSince : null,
            Count = items.Count,
            RemovedCount = 0,
            Length = 0,
        }, fault);
    }

    private IAsyncEnumerable<object> List(SentryEntityType type, CancellationToken cancellationToken) => type switch
    {
        SentryEntityType.Organization => ListOrganizationAsync(cancellationToken),
        SentryEntityType.Member => source.ListMembersAsync(organization, [], teams: null, cancellationToken),
        SentryEntityType.Team => source.ListTeamsAsync(organization, [], cancellationToken),
        SentryEntityType.TeamMember => ListTeamMembersAsync(cancellationToken),
        SentryEntityType.Project => source.ListProjectsAsync(organization, [], [], cancellationToken),
        SentryEntityType.Release => source.ListReleasesAsync(organization, new ReleaseFilter { Since = releasesSince, IncludeArchived = true }, cancellationToken),
        SentryEntityType.AlertRule => source.ListAlertRulesAsync(organization, SentryAlertRuleKind.All, projects: null, cancellationToken),
        SentryEntityType.Monitor => source.ListMonitorsAsync(organization, SentryMonitorKind.All, projects: null, cancellationToken),
        SentryEntityType.ProjectKey => source.ListProjectKeysAsync(organization, projects: null, showSecret: false, cancellationToken),
        SentryEntityType.Repository => source.ListRepositoriesAsync(organization, cancellationToken),
        SentryEntityType.Role => ListRolesAsync(cancellationToken),
        SentryEntityType.Integration => source.ListIntegrationsAsync(organization, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, message: null),
    };

    private async IAsyncEnumerable<SentryOrganization> ListOrganizationAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return await source.GetOrganizationAsync(organization, cancellationToken).ConfigureAwait(false);
    }

    private async IAsyncEnumerable<SentryRole> ListRolesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var role in (await source.ReadRolesAsync(organization, cancellationToken).ConfigureAwait(false)).Roles)
        {
            yield return role;
        }
    }

    // A team that can't be read does not keep the others from being read; the first failure is told at the end.
    private async IAsyncEnumerable<SentryTeamMember> ListTeamMembersAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var teams = await source.ListTeamsAsync(organization, [], cancellationToken).ReadAllAsync(cancellationToken).ConfigureAwait(false);
        var roles = await source.ReadRolesAsync(organization, cancellationToken).ConfigureAwait(false);
        SentryException? fault = null;
        await foreach (var part in source.ListTeamMembersAsync(organization, teams.Select(team => team.Slug), roles, cancellationToken).ConfigureAwait(false))
        {
            fault ??= part.Fault;
            if (part.Item is { } member)
            {
                yield return member;
            }
        }

        if (fault is not null)
        {
            throw fault;
        }
    }
}
