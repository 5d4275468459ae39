using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Input;
using SentryAudit.Permissions;
using SentryAudit.Pipeline;
using SentryAudit.References;

namespace SentryAudit.Commands.Organization;

/// <summary>Gets the organizations that the token sees, in all regions.</summary>
[Cmdlet(VerbsCommon.Get, "SentryOrganization")]
[OutputType(typeof(SentryOrganization))]
[RequiresScope("org:read")]
public sealed class GetSentryOrganizationCommand : SentryConnectedCmdlet
{
    private readonly KeySelection<OrganizationReference, SentryOrganization> _selection = new(
        static (key, organization) => key.Matches(organization));
    private CmdletInput _input = null!;
    private bool _hasInput;

    /// <summary>Organizations by slug, id, wildcard or object; without it, all that the token sees.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("OrganizationSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(OrganizationCompleter))]
    public OrganizationReference[]? Organization { get; set; }

    /// <summary>The object of the pipeline as it came. <see cref="Joins"/> says what it means here.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Also reads the settings of each organization, one more request for each.</summary>
    [Parameter]
    public SwitchParameter Detailed { get; set; }

    private protected override async Task BeginAsync(CancellationToken cancellationToken)
    {
        _input = CmdletInput.Of(this, CmdletNames.Of(GetType()));
        _input.RefuseEmptyKeys(Pipeline);
        await base.BeginAsync(cancellationToken);
    }

    private protected override Task ProcessAsync(CancellationToken cancellationToken)
    {
        _input.ForEach(InputObject, MyInvocation?.ExpectingInput is true, IsNamed, Take, Report);
        return Task.CompletedTask;
    }

    private protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        // An empty pipeline asks for nothing. Without this check "no keys" would mean everything.
        if (_hasInput)
        {
            await WriteAllAsync(cancellationToken);
        }
    }

    private void Take()
    {
        _hasInput = true;
        _selection.Add(Organization);
    }

    private bool IsNamed(string slug) => Organization?.Any(organization => organization.IsId || organization.MatchesSlug(slug)) is true;

    private async Task WriteAllAsync(CancellationToken cancellationToken)
    {
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
            Report(error, CurrentConnection.BaseUri);
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
            var home = CurrentConnection.Directory.Find(organization.Slug)!;
            var written = Detailed.IsPresent ? await Source.GetOrganizationAsync(home, cancellationToken) : organization;
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
