namespace SentryAudit.Sandbox;

/// <summary>Conditions under one logic (<c>any</c>, <c>any-short</c>, <c>all</c>, <c>none</c>) and the actions they lead to.</summary>
public sealed record SandboxConditionGroup(string Id, string LogicType)
{
    public List<SandboxCondition> Conditions { get; } = [];
    public List<SandboxAction> Actions { get; } = [];
}
