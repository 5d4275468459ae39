using System.Management.Automation;
using SentryAudit.Models;

namespace SentryAudit.Cmdlets;

/// <summary>A cmdlet that changes or creates objects, and asks once more before it does what somebody might regret.</summary>
public abstract class SentryWritingCmdlet : SentryOrganizationCmdlet
{
    private protected SentryWritingCmdlet()
    {
    }

    /// <summary>Asks no second question, neither about many objects nor about what somebody might lose.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected bool IsForced => Force.IsPresent;

    /// <summary>
    /// Whether many objects of an organization may be changed. A plan shows the sentence and goes on. Where nobody can be asked
    /// the answer is no, and an error says so. -Confirm:$false is about single objects, so it does not answer this question.
    /// </summary>
    /// <param name="sentence">What would be done, with the number of objects.</param>
    private protected bool ConfirmsMany(string sentence, OrganizationHome organization)
    {
        if (Pipeline.IsPlan)
        {
            Pipeline.Warn(sentence);
            return true;
        }

        if (IsForced)
        {
            return true;
        }

        if (Pipeline.TryContinue($"{sentence} Go on?", "Many objects") is { } answer)
        {
            return answer;
        }

        Report(ChangeFaults.TooWide(sentence, organization), organization.Slug);
        return false;
    }

    // With -Confirm the user has just been asked, and -Confirm:$false asks for no question about a single object.
    private protected bool ConfirmsAgain(string? question, string name) =>
        question is null
        || IsForced
        || MyInvocation.BoundParameters.ContainsKey("Confirm")
        || Pipeline.ShouldContinue(question, name);
}
