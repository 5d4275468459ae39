using SentryAudit.Models;
using SentryAudit.Pipeline;

namespace SentryAudit.Cmdlets;

/// <summary>
/// A cmdlet that changes objects of organizations. They are looked up whole first, and only then is one after the other
/// guarded, asked about and changed: one bad item never stops the rest, and a list that can't be read whole changes nothing.
/// </summary>
/// <typeparam name="TObject">What is changed.</typeparam>
public abstract class SentryChangingCmdlet<TObject> : SentryOrganizationCmdlet
{
    // A change takes as long as a page of a listing.
    private const int QuietChanges = 10;

    private protected SentryChangingCmdlet()
    {
    }

    /// <summary>
    /// What there is in the organization, where a guard has to know the others, as it is after the changes before. In a
    /// plan as it would be: its last line must tell what the last change will.
    /// </summary>
    private protected IReadOnlyCollection<TObject> Present { get; private set; } = [];

    /// <summary>What is to be changed in an organization, and all there is, where a guard has to know the others.</summary>
    private protected abstract Task<(IReadOnlyList<TObject> Chosen, List<TObject> All)> LookUpAsync(
        OrganizationHome organization,
        CancellationToken cancellationToken);

    /// <summary>What speaks against the change; null for nothing.</summary>
    private protected virtual SentryException? Refuse(TObject candidate) => null;

    /// <summary>The change as a sentence with the old and new values; null when there is nothing to change.</summary>
    private protected abstract string? Describe(TObject candidate);

    /// <summary>Makes the change.</summary>
    /// <returns>The changed object, for -PassThru; null where there is none.</returns>
    private protected abstract Task<object?> ChangeAsync(
        OrganizationHome organization,
        TObject candidate,
        CancellationToken cancellationToken);

    /// <summary>How an object is called in questions.</summary>
    private protected virtual string NameOf(TObject candidate, OrganizationHome organization) => $"{candidate} in {organization}";

    /// <summary>The object in errors, and what -PassThru gives when there is nothing to change.</summary>
    private protected virtual object? ModelOf(TObject candidate) => candidate;

    /// <summary>Whether the changed object is wanted.</summary>
    private protected virtual bool IsPassedThru => false;

    /// <summary>What the author of a change might regret, as a question to be asked once more; null for nothing.</summary>
    private protected virtual string? SecondThought(TObject candidate) => null;

    /// <summary>Whether nobody is to be asked a second time.</summary>
    private protected virtual bool IsForced => false;

    /// <summary>Ends a call that names no change at all.</summary>
    private protected void RequireChange(bool isAny, string parameters)
    {
        if (!isAny)
        {
            Pipeline.Terminate(
                new SentryException(
                    "NoSentryChange",
                    SentryErrorCategory.InvalidArgument,
                    "There is nothing to change.",
                    $"Say what: {parameters}."),
                target: null);
        }
    }

    /// <summary>Names that several answer to. To change the wrong one would be worse than to change none.</summary>
    private protected void ReportAmbiguous(IEnumerable<EntityReference> names, OrganizationHome organization)
    {
        foreach (var name in names)
        {
            Report(
                new SentryException(
                    "AmbiguousSentryName",
                    SentryErrorCategory.InvalidArgument,
                    $"Several {name.Kind}s of {organization} are called '{name.Value}', so none was changed.",
                    "Name it by its id, or pipe the object; a wildcard means all of them."),
                name.Value);
        }
    }

    /// <summary>Names of a pair that were found in different organizations: they make no pair.</summary>
    private protected void ReportApart(IEnumerable<(EntityReference Left, EntityReference Right)> pairs)
    {
        foreach (var (left, right) in IsIncomplete ? [] : pairs)
        {
            Report(
                new SentryException(
                    "SentryObjectElsewhere",
                    SentryErrorCategory.InvalidArgument,
                    $"No organization has both {left.Kind} '{left}' and {right.Kind} '{right}'.",
                    "Name two of one organization."),
                left.Value);
        }
    }

    private protected sealed override async Task ReadAsync(OrganizationHome organization, CancellationToken cancellationToken)
    {
        var (chosen, all) = await LookUpAsync(organization, cancellationToken);
        Present = all;
        var progress = new ListingProgress(Pipeline, Clock, $"Changing {organization}", $"of {chosen.Count} done", QuietChanges);
        foreach (var candidate in chosen)
        {
            await TryChangeAsync(organization, candidate, all, cancellationToken);
            progress.Count();
        }

        progress.Complete();
    }

    private async Task TryChangeAsync(
        OrganizationHome organization,
        TObject candidate,
        List<TObject> all,
        CancellationToken cancellationToken)
    {
        try
        {
            if (Describe(candidate) is not { } action)
            {
                Pipeline.Verbose($"{NameOf(candidate, organization)} is so already.");
                PassThru(ModelOf(candidate));
                return;
            }

            if (Refuse(candidate) is { } refusal)
            {
                throw refusal;
            }

            if (!Pipeline.ShouldProcess(NameOf(candidate, organization), action) || !IsMeant(candidate, organization))
            {
                if (Pipeline.IsPlan)
                {
                    all.Remove(candidate);
                }

                return;
            }

            var changed = await ChangeAsync(organization, candidate, cancellationToken);
            all.Remove(candidate);
            if (changed is TObject now)
            {
                all.Add(now);
            }

            PassThru(changed);
        }
        catch (SentryException error)
        {
            Report(error, ModelOf(candidate) ?? NameOf(candidate, organization));
        }
    }

    // Who says -Confirm was asked just now, and who says -Confirm:$false wants no question.
    private bool IsMeant(TObject candidate, OrganizationHome organization) =>
        IsForced || MyInvocation?.BoundParameters?.ContainsKey("Confirm") is true
        || SecondThought(candidate) is not { } question || Pipeline.ShouldContinue(question, NameOf(candidate, organization));

    private void PassThru(object? changed)
    {
        if (changed is not null && IsPassedThru)
        {
            Pipeline.Write(changed);
        }
    }
}
