using System.Management.Automation;
using SentryAudit.Models;
using SentryAudit.Pipeline;

namespace SentryAudit.Cmdlets;

/// <summary>
/// A cmdlet that changes objects of organizations. All of them are looked up first, and only then is one after the other
/// checked, asked about and changed. One that fails never stops the rest; a list that can't be read whole changes nothing.
/// </summary>
/// <typeparam name="TObject">What is changed.</typeparam>
public abstract class SentryChangingCmdlet<TObject> : SentryPlanningCmdlet<TObject>
{
    // A change takes as long as a page of a listing, so progress is shown after fewer of them.
    private const int QuietChanges = 10;

    /// <summary>The object of the pipeline as it came. Without a key on the command line it has to be there.</summary>
    [Parameter(ParameterSetName = ParameterSets.Piped, Mandatory = true, ValueFromPipeline = true, DontShow = true)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public sealed override PSObject? InputObject { get; set; }

    /// <summary>The objects to change in an organization, and all objects, where a guard has to know the others.</summary>
    private protected abstract Task<(IReadOnlyList<TObject> Chosen, List<TObject> All)> LookUpAsync(
        OrganizationHome organization,
        CancellationToken cancellationToken);

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

    /// <summary>Runs before an object is asked about: for warnings, and for what a plan has to remember of it.</summary>
    private protected virtual void OnAccepted(TObject candidate)
    {
    }

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
        var (chosen, all) = await LookUpAsync(organization, cancellationToken);
        TakeSiblings(all);
        Prepare(new PreparedWork(organization, CountChanges(chosen), ct => ChangeAllAsync(organization, chosen, all, ct)));
    }

    private async Task ChangeAllAsync(
        OrganizationHome organization, IReadOnlyList<TObject> chosen, List<TObject> all, CancellationToken cancellationToken)
    {
        TakeSiblings(all);
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

        OnAccepted(candidate);
        if (Pipeline.ShouldProcess(name, action) && ConfirmsAgain(SecondQuestion(candidate), name))
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

    private void PassThru(object? changed)
    {
        if (changed is not null && IsPassedThru)
        {
            Pipeline.Write(changed);
        }
    }
}
