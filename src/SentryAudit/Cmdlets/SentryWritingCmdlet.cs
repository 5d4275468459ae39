using System.Management.Automation;
using SentryAudit.Models;

namespace SentryAudit.Cmdlets;

/// <summary>A cmdlet that changes or creates objects, and asks once more before it does what somebody might regret.</summary>
public abstract class SentryWritingCmdlet : SentryOrganizationCmdlet
{
    private readonly List<PreparedWork> _prepared = [];

    private protected SentryWritingCmdlet()
    {
    }

    /// <summary>Asks no second question, neither about many objects nor about what somebody might lose.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected bool IsForced => Force.IsPresent;

    /// <summary>What the call does to so many objects, for example <c>disables 8 of 30 alert rules</c>.</summary>
    private protected abstract string Effect(string number);

    /// <summary>How these objects are said to be an organization's, for example <c>of acme</c>.</summary>
    private protected virtual string PlaceOf(OrganizationHome organization) => $"of {organization}";

    /// <summary>How many objects of the kind an organization has; null when that is not known, or not below a limit.</summary>
    private protected virtual Task<int?> CountAllAsync(OrganizationHome organization, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<int?>(null);

    /// <summary>Whether the number of changes matters: nobody is asked with -Force, but a plan shows it.</summary>
    private protected bool IsNumberAsked => !IsForced || Pipeline.IsPlan;

    /// <summary>Makes work ready for when all organizations have been looked through.</summary>
    private protected void Prepare(PreparedWork work) => _prepared.Add(work);

    // Nothing is changed before the whole call is known: twenty objects in each of three organizations are sixty.
    private protected sealed override async Task CompleteAsync(CancellationToken cancellationToken)
    {
        if (!await ConfirmsManyAsync(cancellationToken))
        {
            return;
        }

        foreach (var work in _prepared)
        {
            try
            {
                await work.RunAsync(cancellationToken);
            }
            catch (SentryException error)
            {
                ReportIncomplete(error, work.Organization.Slug);
            }
        }
    }

    private async Task<bool> ConfirmsManyAsync(CancellationToken cancellationToken)
    {
        var parts = _prepared.Where(work => work.Changes > 0).ToList();
        var changes = parts.Sum(work => work.Changes);
        if (changes <= BlastRadius.FewObjects || !IsNumberAsked)
        {
            return true;
        }

        foreach (var part in parts.ToArray())
        {
            parts.Remove(part);
            if (await TryCountAllAsync(part, BlastRadius.EnoughToCount(changes), cancellationToken) is { } counted)
            {
                parts.Add(counted);
            }
        }

        return !BlastRadius.IsWide(parts)
            || ConfirmsMany(
                BlastRadius.Describe(parts, Effect, PlaceOf),
                string.Join(", ", parts.Select(part => part.Organization)));
    }

    // Where nobody knows how many there are nothing is changed.
    private async Task<PreparedWork?> TryCountAllAsync(PreparedWork work, int limit, CancellationToken cancellationToken)
    {
        try
        {
            return work with { Total = await CountAllAsync(work.Organization, limit, cancellationToken) };
        }
        catch (SentryException error)
        {
            ReportIncomplete(error, work.Organization.Slug);
            _prepared.Remove(work);
            return null;
        }
    }

    // A plan shows the sentence and goes on. Where nobody can be asked the answer is no, and an error says so. -Confirm:$false is about
    // single objects, so it does not answer this question.
    private bool ConfirmsMany(string sentence, string organizations)
    {
        if (Pipeline.IsPlan)
        {
            Pipeline.Warn(sentence);
            return true;
        }

        if (Pipeline.TryContinue($"{sentence} Go on?", "Many objects") is { } answer)
        {
            return answer;
        }

        Report(ChangeFaults.TooWide(sentence, organizations), organizations);
        return false;
    }

    // With -Confirm the user has just been asked, and -Confirm:$false asks for no question about a single object.
    private protected bool ConfirmsAgain(string? question, string name) =>
        question is null
        || IsForced
        || MyInvocation.BoundParameters.ContainsKey("Confirm")
        || Pipeline.ShouldContinue(question, name);
}
