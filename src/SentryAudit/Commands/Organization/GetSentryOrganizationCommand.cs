using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Permissions;
using SentryAudit.Pipeline;
using SentryAudit.References;

namespace SentryAudit.Commands.Organization;

/// <summary>Gets the organizations the token sees, in all regions.</summary>
[Cmdlet(VerbsCommon.Get, "SentryOrganization")]
[OutputType(typeof(SentryOrganization))]
[RequiresScope("org:read")]
public sealed class GetSentryOrganizationCommand : SentryConnectedCmdlet
{
    private readonly KeySelection<OrganizationReference, SentryOrganization> _selection = new(
        static (key, organization) => key.Matches(organization));
    private bool _isAsked;

    /// <summary>Organizations by slug, id, wildcard or object; without it all that the token sees.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("OrganizationSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(OrganizationCompleter))]
    [ValidateNotNullOrEmpty]
    public OrganizationReference[]? Organization { get; set; }

    /// <summary>Also reads each organization's settings: one call more for each.</summary>
    [Parameter]
    public SwitchParameter Detailed { get; set; }

    private protected override Task ProcessAsync(CancellationToken cancellationToken)
    {
        _isAsked = true;
        _selection.Add(Organization);
        return Task.CompletedTask;
    }

    private protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        // A pipeline that brought nothing asks for nothing.
        if (!_isAsked)
        {
            return;
        }

        var progress = new ListingProgress(Pipeline, Clock, "Reading organizations");
        try
        {
            await foreach (var organization in Source.ListOrganizationsAsync(_selection.Keys, cancellationToken))
            {
                progress.Count();
                if (_selection.Matches(organization))
                {
                    await WriteAsync(organization, cancellationToken);
                }
            }

            foreach (var key in _selection.Unmatched)
            {
                Report(KeyNotFound.For(key), key.Value);
            }
        }
        catch (SentryException error)
        {
            Report(error, Connected.BaseUri);
        }
        finally
        {
            progress.Complete();
        }
    }

    private async Task WriteAsync(SentryOrganization organization, CancellationToken cancellationToken)
    {
        try
        {
            var home = Connected.Directory.Find(organization.Slug)!;
            var written = IsOn(Detailed) ? await Source.GetOrganizationAsync(home, cancellationToken) : organization;
            if (FindFirstSeen<SentryOrganization>(home) is { } firstSeen)
            {
                await firstSeen.FillAsync(written);
            }

            Pipeline.Write(written);
        }
        catch (SentryException error)
        {
            Report(error, organization);
        }
    }
}
