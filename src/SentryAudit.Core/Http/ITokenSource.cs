using SentryAudit.Common.Text;

namespace SentryAudit.Http;

/// <summary>Gives a transport the token for each attempt. Safe for several threads.</summary>
internal interface ITokenSource : IDisposable
{
    /// <summary>The token to send now; one that is about to expire is renewed first.</summary>
    /// <exception cref="SentryException">It has expired and could not be renewed.</exception>
    ValueTask<SecretText> GetAsync(ITransportObserver observer, CancellationToken cancellationToken);

    /// <summary>Called after Sentry refused a token: whether there is another token now, so that one more attempt makes sense.</summary>
    /// <exception cref="SentryException">It could not be renewed.</exception>
    ValueTask<bool> RenewAsync(SecretText refused, ITransportObserver observer, CancellationToken cancellationToken);
}
