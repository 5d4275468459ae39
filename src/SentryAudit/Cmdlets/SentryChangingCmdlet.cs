using System.Management.Automation;
using SentryAudit.Models;
using SentryAudit.Pipeline;

namespace SentryAudit.Cmdlets;

/// <summary>
/// A cmdlet that changes objects of organizations. All of them are looked up first, and only then is one after the other
/// checked, asked about and changed. One that fails never stops the rest; a list that can't be read whole changes nothing.
/// </summary>
/// <typeparam name="TObject">What is changed.</typeparam>
public abstract class SentryChangingCmdlet<TObject> : SentryOrganizationCmdlet
{
    // A change takes as long as a page of a listing, so progress is shown after fewer of them.
    private const int QuietChanges = 10;

    private List<TObject> _siblings = [];

    /// <summary>The object of the pipeline as it came. Without a key on the command line it has to be there.</summary>
    [Parameter(ParameterSetName = ParameterSets.Piped, Mandatory = true, ValueFromPipeline = true, DontShow = true)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public sealed override PSObject? InputObject { get; set; }

    /// <summary>
    /// The objects of the organization, for guards that have to know the others: as they are after the changes made so far.
    /// In a plan (-WhatIf) as they would be, so that its last line reports what the last change would do.
    /// </summary>
    private protected IReadOnlyCollection<TObject> Siblings => _siblings;

    /// <summary>The objects to change in an organization, and all objects, where a guard has to know the others.</summary>
    private protected abstract Task<(IReadOnlyList<TObject> Chosen, List<TObject> All)> LookUpAsync(
        OrganizationHome organization,
        CancellationToken cancellationToken);

    /// <summary>Why the change must not be made; null when it may.</summary>
    private protected virtual SentryException? Refuse(TObject candidate) => null;

    /// <summary>The change as a sentence with the old and new values; null when the object needs no change.</summary>
    private protected abstract string? Describe(TObject candidate);

    /// <summary>Makes the change and gives the changed object, for -PassThru; null where there is none.</summary>
    private protected abstract Task<object?> ChangeAsync(
        OrganizationHome organization,
        TObject candidate,
        CancellationToken cancellationToken);

    /// <summary>The name of an object in questions.</summary>
    private protected virtual string NameOf(TObject candidate, OrganizationHome organization) => $"{candidate} in {organization}";

    /// <summary>The object in errors, and what -PassThru gives when it needs no change.</summary>
    private protected virtual object? ModelOf(TObject candidate) => candidate;

    /// <summary>Whether changed objects are written.</summary>
    private protected virtual bool IsPassedThru => false;

    /// <summary>A question to ask once more, about what somebody might regret; null for none.</summary>
    private protected virtual string? SecondQuestion(TObject candidate) => null;

    /// <summary>Whether the second question is left out.</summary>
    private protected virtual bool IsForced => false;

    private protected void ReportAmbiguous(IEnumerable<EntityReference> names, OrganizationHome organization)
    {
        foreach (var name in names)
        {
            Report(ChangeFaults.Ambiguous(name, organization), name.Value);
        }
    }

    private protected void ReportAcrossOrganizations(IEnumerable<(EntityReference Left, EntityReference Right)> pairs)
    {
        foreach (var (left, right) in IsIncomplete ? [] : pairs)
        {
            Report(ChangeFaults.AcrossOrganizations(left, right), left.Value);
        }
    }

    private protected sealed override async Task RunAsync(OrganizationHome organization, CancellationToken cancellationToken)
    {
        (var chosen, _siblings) = await LookUpAsync(organization, cancellationToken);
        var progress = new ListingProgress(Pipeline, Clock, $"Changing {organization}", $"of {chosen.Count} done", QuietChanges);
        foreach (var candidate in chosen)
        {
            await TryChangeAsync(organization, candidate, cancellationToken);
            progress.Count();
        }

        progress.Complete();
    }

    private async Task TryChangeAsync(OrganizationHome organization, TObject candidate, CancellationToken cancellationToken)
    {
        try
        {
            await GuardAndChangeAsync(organization, candidate, cancellationToken);
        }
        catch (SentryException error)
        {
            Report(error, ModelOf(candidate) ?? NameOf(candidate, organization));
        }
    }

    private async Task GuardAndChangeAsync(OrganizationHome organization, TObject candidate, CancellationToken cancellationToken)
    {
        var name = NameOf(candidate, organization);
        if (Describe(candidate) is not { } action)
        {
            Pipeline.Verbose($"{name} needs no change.");
            PassThru(ModelOf(candidate));
            return;
        }

        if (Refuse(candidate) is { } refusal)
        {
            throw refusal;
        }

        if (Pipeline.ShouldProcess(name, action) && ConfirmsAgain(candidate, name))
        {
            var changed = await ChangeAsync(organization, candidate, cancellationToken);
            Replace(candidate, changed);
            PassThru(changed);
        }
        else if (Pipeline.IsPlan)
        {
            Replace(candidate, changed: null);
        }
    }

    // With -Confirm the user has just been asked, and -Confirm:$false asks for no question at all.
    private bool ConfirmsAgain(TObject candidate, string name) =>
        IsForced
        || MyInvocation?.BoundParameters?.ContainsKey("Confirm") is true
        || SecondQuestion(candidate) is not { } question
        || Pipeline.ShouldContinue(question, name);

    private void Replace(TObject candidate, object? changed)
    {
        _siblings.Remove(candidate);
        if (changed is TObject now)
        {
            _siblings.Add(now);
        }
    }

    private void PassThru(object? changed)
    {
        if (changed is not null && IsPassedThru)
        {
            Pipeline.Write(changed);
        }
    }
}
