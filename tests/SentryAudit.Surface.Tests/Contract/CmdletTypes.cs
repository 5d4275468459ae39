using System.Management.Automation;
using System.Reflection;
using SentryAudit.Cmdlets;
using SentryAudit.Permissions;

namespace SentryAudit.Surface.Tests.Contract;

/// <summary>The cmdlet classes of the module. Attributes are read as data: the reference library's keep nothing.</summary>
internal static class CmdletTypes
{
    public static IReadOnlyList<Type> Types { get; } =
    [
        .. typeof(SentryCmdlet).Assembly.GetExportedTypes()
            .Where(type => !type.IsAbstract && typeof(Cmdlet).IsAssignableFrom(type))
            .OrderBy(Name, StringComparer.Ordinal),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. Types.Select(Name)];

    public static TheoryData<string> All => [.. Names];

    public static Type Of(string name) => Types.Single(type => Name(type) == name);

    public static string Name(Type cmdlet) => $"{Verb(cmdlet)}-{Noun(cmdlet)}";

    public static string Verb(Type cmdlet) => (string)Attribute(cmdlet).ConstructorArguments[0].Value!;

    public static string Noun(Type cmdlet) => (string)Attribute(cmdlet).ConstructorArguments[1].Value!;

    public static T? Named<T>(Type cmdlet, string argument) =>
        Attribute(cmdlet).NamedArguments.FirstOrDefault(named => named.MemberName == argument).TypedValue.Value is T value
            ? value
            : default;

    /// <summary>Types of [OutputType].</summary>
    public static IEnumerable<Type> Outputs(Type cmdlet) => cmdlet.GetCustomAttributesData()
        .Where(data => data.AttributeType == typeof(OutputTypeAttribute))
        .SelectMany(data => (IEnumerable<CustomAttributeTypedArgument>)data.ConstructorArguments[0].Value!)
        .Select(argument => (Type)argument.Value!);

    /// <summary>The alternatives of each [RequiresScope].</summary>
    public static IEnumerable<RequiresScopeAttribute> Scopes(Type cmdlet) =>
        cmdlet.GetCustomAttributes<RequiresScopeAttribute>(inherit: false);

    /// <summary>The parameters that users see. A hidden one takes objects of the pipeline as they are.</summary>
    public static IReadOnlyList<CmdletParameter> Parameters(Type cmdlet) =>
        [
            .. cmdlet
                .GetProperties()
                .Where(property => Data(property, typeof(ParameterAttribute)).Any())
                .Select(property => new CmdletParameter(property))
                .Where(parameter => !parameter.IsHidden),
        ];

    public static IEnumerable<CustomAttributeData> Data(MemberInfo member, Type attribute) =>
        member.GetCustomAttributesData().Where(data => attribute.IsAssignableFrom(data.AttributeType));

    private static CustomAttributeData Attribute(Type cmdlet) => Data(cmdlet, typeof(CmdletAttribute)).Single();
}
