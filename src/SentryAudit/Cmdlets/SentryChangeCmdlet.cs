using SentryAudit.Connections;
using SentryAudit.Pipeline;

namespace SentryAudit.Commands;

/// <summary>
/// A cmdlet that changes objects its keys name. Input is collected, the objects are looked up whole, and only then is one
/// after the other guarded, asked about and changed: one bad item never stops the rest, and a list that can't be read
/// whole changes nothing.
/// </summary>
/// <typeparam name="TKey">How the objects are named.</typeparam>
/// <typeparam name="TObject">The objects.</typeparam>
public abstract class SentryChangeCmdlet<TKey, TObject> : SentryOrganizationCmdlet
    where TKey : EntityReference
    where TObject : class
{
    private readonly KeySelection<TKey, TObject> _selection;

    private protected SentryChangeCmdlet(Func<TKey, TObject, bool> matches) => _selection = new KeySelection<TKey, TObject>(matches);

    /// <summary>The keys bound from the command line or the current input object.</summary>
    private protected abstract IReadOnlyList<TKey>? Keys { get; }

    /// <summary>What is looked up, in the plural, for progress.</summary>
    private protected abstract string What { get; }

    /// <summary>The candidates in an organization. All of them where a guard has to know the others.</summary>
    private protected abstract IAsyncEnumerable<TObject> ListAsync(OrganizationHome organization, IReadOnlyList<TKey> keys, CancellationToken cancellationToken);

    /// <summary>What speaks against the change; null for nothing.</summary>
    /// <param name="all">All candidates of the organization.</param>
    private protected virtual SentryException? Refuse(TObject candidate, IReadOnlyCollection<TObject> all) => null;

    /// <summary>The change as a sentence with the old and new values; null when there is nothing to change.</summary>
    private protected abstract string? Describe(TObject candidate);

    /// <summary>Makes the change.</summary>
    /// <returns>The changed object, for -PassThru; null where there is none.</returns>
    private protected abstract Task<object?> ChangeAsync(OrganizationHome organization, TObject candidate, CancellationToken cancellationToken);

    /// <summary>Whether the changed object is wanted.</summary>
    private protected virtual bool IsPassedThru => false;

    /// <summary>How an object is called in questions.</summary>
    private protected virtual string NameOf(TObject candidate, OrganizationHome organization) => $"{candidate} in {organization}";

    /// <summary>What the author of a change might regret, as a question to be asked once more; null for nothing.</summary>
    private protected virtual string? SecondThought(TObject candidate) => null;

    /// <summary>Whether nobody is to be asked a second time.</summary>
    private protected virtual bool IsForced => false;

    /// <summary>Ends a call that names no change at all.</summary>
    private protected void RequireChange(bool isAny, string parameters)
    {
        if (!isAny)
        {
            Pipeline.Terminate(new SentryException("NoSentryChange", SentryErrorCategory.InvalidArgument, "There is nothing to change.", $"Say what: {parameters}."), target: null);
        }
    }

    private protected override IEnumerable<EntityReference> CollectKeys() => _selection.Add(Keys);

    private protected override IEnumerable<EntityReference> UnmatchedKeys => _selection.Unmatched;

    private protected sealed override async Task ReadAsync(OrganizationHome organization, CancellationToken cancellationToken)
    {
        // Nothing named is nobody, not everybody.
        if (_selection.Keys.Count == 0)
        {
            return;
        }

        var all = new List<TObject>();
        var progress = new ListingProgress(Pipeline, Clock, $"Looking up {What} of {organization}");
        try
        {
            await foreach (var candidate in ListAsync(organization, _selection.Keys, cancellationToken))
            {
                progress.Count();
                all.Add(candidate);
            }
        }
        finally
        {
            progress.Complete();
        }

        foreach (var candidate in all.Where(_selection.Matches).ToArray())
        {
            await TryChangeAsync(organization, candidate, all, cancellationToken);
        }
    }

    private async Task TryChangeAsync(OrganizationHome organization, TObject candidate, List<TObject> all, CancellationToken cancellationToken)
    {
        try
        {
            if (Describe(candidate) is not { } action)
            {
                Pipeline.Verbose($"{candidate} of {organization} is so already.");
                PassThru(candidate);
                return;
            }

            if (Refuse(candidate, all) is { } refusal)
            {
                throw refusal;
            }

            if (!Pipeline.ShouldProcess(NameOf(candidate, organization), action) || !IsMeant(candidate))
            {
                return;
            }

            var changed = await ChangeAsync(organization, candidate, cancellationToken);

            // The guards of the next item must see what is there now.
            all.Remove(candidate);
            if (changed is TObject now)
            {
                all.Add(now);
            }

            PassThru(changed);
        }
        catch (SentryException error)
        {
            Report(error, candidate);
        }
    }

    // Who says -Confirm was asked just now, and who says -Confirm:$false wants no question.
    private bool IsMeant(TObject candidate) =>
        IsForced || MyInvocation?.BoundParameters?.ContainsKey("Confirm") is true
        || SecondThought(candidate) is not { } question || Pipeline.ShouldContinue(question, candidate.ToString()!);

    private void PassThru(object? changed)
    {
        if (changed is not null && IsPassedThru)
        {
            Pipeline.Write(changed);
        }
    }
}
