using System.Management.Automation;
using System.Reflection;

namespace SentryAudit.Surface.Tests.Contract;

/// <summary>A parameter of a cmdlet, as its attributes describe it.</summary>
internal sealed class CmdletParameter(PropertyInfo property)
{
    public const string AllSets = ParameterAttribute.AllParameterSets;
    private const string PipedSet = "Piped";

    public PropertyInfo Property { get; } = property;

    public string Name => Property.Name;

    /// <summary>The cmdlet that has it, not the base class that may declare it.</summary>
    public Type Cmdlet => Property.ReflectedType!;

    /// <summary>The type of one value.</summary>
    public Type Element => Property.PropertyType.IsArray ? Property.PropertyType.GetElementType()! : Property.PropertyType;

    public bool IsSwitch => Property.PropertyType == typeof(SwitchParameter);

    public bool IsKey => typeof(EntityReference).IsAssignableFrom(Element);

    /// <summary>Whether completion and help leave it out.</summary>
    public bool IsHidden => Property.GetCustomAttributes<ParameterAttribute>(inherit: false).All(parameter => parameter.DontShow);

    public IEnumerable<string> Aliases =>
        Property.GetCustomAttributes<AliasAttribute>(inherit: false).SelectMany(alias => alias.AliasNames);

    /// <summary>The parameter sets with what [Parameter] says in each. PowerShell reads no attribute of an overridden property.</summary>
    public IReadOnlyList<(string Set, bool Mandatory, int? Position, bool ByValue, bool ByName)> Sets =>
    [
        .. Property.GetCustomAttributes<ParameterAttribute>(inherit: false).Select(parameter => (
            parameter.ParameterSetName,
            parameter.Mandatory,
            parameter.Position is int.MinValue ? (int?)null : parameter.Position,
            parameter.ValueFromPipeline,
            parameter.ValueFromPipelineByPropertyName)),
    ];

    /// <summary>The sets that help shows. In the other one the key comes from the pipeline, which is no other syntax.</summary>
    public IEnumerable<(string Set, bool Mandatory, int? Position, bool ByValue, bool ByName)> ShownSets =>
        Sets.Where(set => set.Set != PipedSet);

    public bool Has<TAttribute>() => Property.IsDefined(typeof(TAttribute), inherit: false);

    public override string ToString() => $"{CmdletTypes.Name(Cmdlet)} -{Name}";
}
