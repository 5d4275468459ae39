using System.Management.Automation;
using System.Reflection;

namespace SentryAudit.Surface.Tests.Contract;

/// <summary>A parameter of a cmdlet, as its attributes describe it.</summary>
internal sealed class CmdletParameter(PropertyInfo property)
{
    public const string AllSets = "__AllParameterSets";
    private const string PipedSet = "Piped";

    public PropertyInfo Property { get; } = property;

    public string Name => Property.Name;

    /// <summary>The type of one value.</summary>
    public Type Element => Property.PropertyType.IsArray ? Property.PropertyType.GetElementType()! : Property.PropertyType;

    public bool IsSwitch => Property.PropertyType == typeof(SwitchParameter);

    public bool IsKey => typeof(EntityReference).IsAssignableFrom(Element);

    /// <summary>Whether completion and help leave it out.</summary>
    public bool IsHidden =>
        CmdletTypes.Data(Property, typeof(ParameterAttribute)).All(data => Named(data, nameof(ParameterAttribute.DontShow)) is true);

    public IEnumerable<string> Aliases => CmdletTypes.Data(Property, typeof(AliasAttribute))
        .SelectMany(data => (IEnumerable<CustomAttributeTypedArgument>)data.ConstructorArguments[0].Value!)
        .Select(argument => (string)argument.Value!);

    /// <summary>The parameter sets with what [Parameter] says in each.</summary>
    public IReadOnlyList<(string Set, bool Mandatory, int? Position, bool ByValue, bool ByName)> Sets =>
    [
        .. CmdletTypes.Data(Property, typeof(ParameterAttribute)).Select(data => (
            Named(data, nameof(ParameterAttribute.ParameterSetName)) as string ?? AllSets,
            Named(data, nameof(ParameterAttribute.Mandatory)) is true,
            Named(data, nameof(ParameterAttribute.Position)) as int?,
            Named(data, nameof(ParameterAttribute.ValueFromPipeline)) is true,
            Named(data, nameof(ParameterAttribute.ValueFromPipelineByPropertyName)) is true)),
    ];

    /// <summary>The sets that help shows. In the other one the key comes from the pipeline, which is no other syntax.</summary>
    public IEnumerable<(string Set, bool Mandatory, int? Position, bool ByValue, bool ByName)> ShownSets =>
        Sets.Where(set => set.Set != PipedSet);

    public bool Has<TAttribute>() => CmdletTypes.Data(Property, typeof(TAttribute)).Any();

    public override string ToString() => $"{Property.DeclaringType!.Name}.{Name}";

    private static object? Named(CustomAttributeData data, string name) =>
        data.NamedArguments.FirstOrDefault(named => named.MemberName == name).TypedValue.Value;
}
