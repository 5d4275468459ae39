namespace SentryAudit.Audits.Graph;

/// <summary>The type of a property of a node.</summary>
internal enum GraphValueType
{
    Text,
    Flag,
    Number,
}
