using System.Globalization;
using System.Management.Automation;
using SentryAudit.Audits.Staff;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Filters;
using SentryAudit.Input;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Pipeline;
using SentryAudit.Requests;

namespace SentryAudit.Commands.Member;

/// <summary>Compares the members of organizations with a list of people, for example from an HR system or an identity provider.</summary>
[Cmdlet(VerbsData.Compare, "SentryMember")]
[OutputType(typeof(SentryMemberComparison))]
[RequiresScope("member:read")]
public sealed class CompareSentryMemberCommand : SentryOrganizationCmdlet
{
    private readonly List<ReferencePerson> _reference = [];
    private int _rows;

    /// <summary>The people of the company: rows of Import-Csv, objects or hashtables with an e-mail address.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowEmptyCollection]
    [AllowNull]
    public object[]? ReferenceObject { get; set; }

    /// <summary>
    /// The column of the e-mail address; without it, the first that a row has of mail, email, EmailAddress,
    /// UserPrincipalName and others.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? KeyProperty { get; set; }

    /// <summary>
    /// Columns with more addresses of the person. A column may have several, separated by semicolons, also with smtp:
    /// before them.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? AliasProperty { get; set; }

    /// <summary>The column of the role the person should have in Sentry.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? RoleProperty { get; set; }

    /// <summary>Treats ada+sentry@acme.example and ada@acme.example as the same address.</summary>
    [Parameter]
    public SwitchParameter IgnorePlusAddress { get; set; }

    /// <summary>Only people on these sides: Both, InSentryOnly or InReferenceOnly.</summary>
    [Parameter]
    [Filter(FilterValues.Fixed)]
    [ValidateSet(nameof(SentryMemberSide.Both), nameof(SentryMemberSide.InSentryOnly), nameof(SentryMemberSide.InReferenceOnly))]
    public SentryMemberSide[]? Side { get; set; }

    // Rows of other systems have columns of these names as well, which say nothing of Sentry's organizations.
    /// <inheritdoc/>
    [Parameter]
    [Alias("OrganizationSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(OrganizationCompleter))]
    [ValidateNotNullOrEmpty]
    public override OrganizationReference[]? Organization { get; set; }

    // Objects of the pipeline are people of the company here, whatever their kind.
    /// <inheritdoc/>
    public override PSObject? InputObject { get; set; }

    private protected override IEnumerable<EntityReference> CollectKeys()
    {
        var columns = new ReferenceColumns(KeyProperty, AliasProperty ?? [], RoleProperty);
        foreach (var row in InputRows.Flatten(ReferenceObject ?? []))
        {
            _rows++;
            try
            {
                _reference.Add(columns.Read(_rows, InputRows.Columns(row)));
            }
            catch (FormatException fault)
            {
                Report(
                    new SentryException(
                        "InvalidReferenceRow",
                        SentryErrorCategory.InvalidData,
                        string.Create(CultureInfo.InvariantCulture, $"Row {_rows} of -ReferenceObject can't be used: {fault.Message}."),
                        "Give every person an e-mail address."),
                    row);
            }
        }

        return [];
    }

    private protected override async Task RunAsync(OrganizationHome organization, CancellationToken cancellationToken)
    {
        if (_reference.Count == 0)
        {
            throw new SentryException(
                "EmptyReference",
                SentryErrorCategory.InvalidData,
                "No row of -ReferenceObject names a person, so every member would seem to be in Sentry only.",
                "Check the file and the names of its columns.");
        }

        var comparison = new PeopleComparison(organization.Slug, _reference, IgnorePlusAddress.IsPresent);
        foreach (var (person, first) in comparison.Repeated)
        {
            Pipeline.Warn(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Row {person.Row} of -ReferenceObject names {person.Email} again. It is ignored; row {first.Row} is used."));
        }

        await CompareAsync(organization, comparison, cancellationToken);
    }

    private async Task CompareAsync(OrganizationHome organization, PeopleComparison comparison, CancellationToken cancellationToken)
    {
        var startedAt = CurrentConnection.Clock.GetUtcNow();
        var progress = new ListingProgress(Pipeline, Clock, $"Reading members of {organization}");
        try
        {
            await foreach (var member in Source.ListMembersAsync(organization, [], teams: null, cancellationToken))
            {
                progress.Count();
                Write(comparison.Compare(member));
            }
        }
        catch (SentryException)
        {
            WriteAll(comparison.NotFound(isComplete: false, startedAt));
            throw;
        }
        finally
        {
            progress.Complete();
        }

        WriteAll(comparison.NotFound(isComplete: true, startedAt));
    }

    private void WriteAll(IEnumerable<SentryMemberComparison> people)
    {
        foreach (var person in people)
        {
            Write(person);
        }
    }

    private void Write(SentryMemberComparison person)
    {
        if (Side is null || Side.Contains(person.Side))
        {
            Pipeline.Write(person);
        }
    }
}
