using SentryAudit.Common.Text;

namespace SentryAudit.Http;

/// <summary>Where a transport takes the token of each attempt from. Safe for several threads.</summary>
internal interface ITokenSource : IDisposable
{
    /// <summary>The token to send now; one that is about to expire is renewed first.</summary>
    /// <exception cref="SentryException">It has expired and could not be renewed.</exception>
    ValueTask<SecretText> GetAsync(ITransportObserver observer, CancellationToken cancellationToken);

    /// <summary>After Sentry refused a token: whether there is another one by now, which is worth one more attempt.</summary>
    /// <exception cref="SentryException">It could not be renewed.</exception>
    ValueTask<bool> RenewAsync(SecretText refused, ITransportObserver observer, CancellationToken cancellationToken);
}
