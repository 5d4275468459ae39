using SentryAudit.Http.Endpoints;

namespace SentryAudit.Api.Calls;

/// <summary>Removals: changes that are done when the thing is gone, whoever removed it.</summary>
internal static class Removals
{
    /// <summary>
    /// Removes something. When it is gone already, by an attempt whose answer got lost or by somebody else, that is what was
    /// wanted. A yes is believed when it is seen.
    /// </summary>
    /// <param name="api">Where.</param>
    /// <param name="what">The removal in words, for errors: <c>Removing team web</c>.</param>
    /// <param name="address">What is removed.</param>
    /// <param name="isThere">Whether it is still there.</param>
    public static async Task RemoveAsync(
        this ApiConnection api,
        string what,
        EndpointAddress address,
        Func<CancellationToken, Task<bool>> isThere,
        CancellationToken cancellationToken)
    {
        bool isSeen;
        try
        {
            isSeen = await ChangeSteps
                .SendAsync(what, ct => DeleteAsync(api, address, isThere, ct), cancellationToken).ConfigureAwait(false);
        }
        catch (SentryApiException lost) when (ChangeFaults.IsAnswerLost(lost))
        {
            isSeen = !await ChangeSteps.LookAsync(what, isThere, lost, cancellationToken).ConfigureAwait(false)
                ? true
                : throw ChangeFaults.Failed(what, lost);
        }

        if (!isSeen && await ChangeSteps.ReadBackAsync(what, isThere, cancellationToken).ConfigureAwait(false))
        {
            throw ChangeFaults.Unseen(what);
        }
    }

    // Whether it was seen already that it is gone.
    private static async Task<bool> DeleteAsync(
        ApiConnection api, EndpointAddress address, Func<CancellationToken, Task<bool>> isThere, CancellationToken cancellationToken)
    {
        try
        {
            await api.SendAsync(Write.Delete(address), cancellationToken).ConfigureAwait(false);
            return false;
        }
        catch (SentryApiException missing) when (missing.Status is 404)
        {
            // Sentry answers 404 both for what is gone and for what the token may see but not remove.
            if (await isThere(cancellationToken).ConfigureAwait(false))
            {
                throw;
            }

            return true;
        }
    }
}
