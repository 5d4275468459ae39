using SentryAudit.Common.Text;
using SentryAudit.Http;

namespace SentryAudit.Transport.Answers;

/// <summary>The secrets that a request carries. Wherever the other side repeats one of them, it is hidden.</summary>
internal sealed class SentSecrets(SentryRequest request, SecretText token)
{
    public IReadOnlyList<SecretText> All { get; } =
    [
        token,
        .. (request.Form ?? []).Where(field => field.IsSecret).Select(field => field.Value),
        .. new[] { request.HiddenInPath }.OfType<SecretText>(),
    ];

    public string HideIn(string text) => All.Aggregate(text, static (shown, secret) => secret.HideIn(shown));

    public bool AreIn(string text) => !string.Equals(HideIn(text), text, StringComparison.Ordinal);

    /// <summary>
    /// An exception that may be shown: .NET quotes status lines, headers and names of JSON in its messages. Null if it quotes a secret.
    /// </summary>
    public Exception? Showable(Exception? exception) => exception is null || AreIn(exception.ToString()) ? null : exception;
}
