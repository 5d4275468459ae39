namespace SentryAudit.Api.Wire;

/// <summary>An item of the combined rules, in which only the type tells what it is.</summary>
internal sealed class WireCombinedRule : WireLegacyRule, IKeyedAnswer
{
    string? IKeyedAnswer.MissingKey => string.IsNullOrEmpty(Id) ? "id" : string.IsNullOrEmpty(Type) ? "type" : null;
}
