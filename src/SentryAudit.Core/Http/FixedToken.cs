using SentryAudit.Common.Text;

namespace SentryAudit.Http;

/// <summary>A token that is never renewed; an empty one for requests that need none.</summary>
internal sealed class FixedToken(SecretText? token = null) : ITokenSource
{
    private readonly SecretText _token = token ?? new SecretText("");

    public ValueTask<SecretText> GetAsync(ITransportObserver observer, CancellationToken cancellationToken) => new(_token);

    public ValueTask<bool> RenewAsync(SecretText refused, ITransportObserver observer, CancellationToken cancellationToken) => new(false);

    public void Dispose()
    {
    }
}
