namespace SentryAudit.Sandbox.Tests.Conformity;

/// <summary>
/// One write and what it must answer. The endpoint is named with its method;
/// <c>{key}</c> in the path is the first client key.
/// </summary>
internal sealed record WriteExample(string Endpoint, string Path, string? Body, int Status)
{
    public string Method => Endpoint[..Endpoint.IndexOf(' ', StringComparison.Ordinal)];

    public string Template => OpenApiDocument.NameOf(Endpoint[(Method.Length + 1)..]);
}
