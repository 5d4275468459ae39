using System.Management.Automation;
using System.Reflection;
using SentryAudit.Cmdlets;
using SentryAudit.Permissions;

namespace SentryAudit.Surface.Tests.Contract;

/// <summary>The cmdlet classes of the module, and what their attributes say.</summary>
internal static class CmdletTypes
{
    public static IReadOnlyList<Type> Types { get; } =
    [
        .. typeof(SentryCmdlet).Assembly.GetExportedTypes()
            .Where(type => !type.IsAbstract && typeof(Cmdlet).IsAssignableFrom(type))
            .OrderBy(Name, StringComparer.Ordinal),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. Types.Select(Name)];

    public static Type Of(string name) => Types.Single(type => Name(type) == name);

    public static string Name(Type cmdlet) => $"{Verb(cmdlet)}-{Noun(cmdlet)}";

    public static string Verb(Type cmdlet) => Attribute(cmdlet).VerbName;

    public static string Noun(Type cmdlet) => Attribute(cmdlet).NounName;

    public static CmdletAttribute Attribute(Type cmdlet) => cmdlet.GetCustomAttribute<CmdletAttribute>()!;

    /// <summary>Types of [OutputType].</summary>
    public static IEnumerable<Type> Outputs(Type cmdlet) =>
        cmdlet.GetCustomAttributes<OutputTypeAttribute>().SelectMany(output => output.Type).Select(name => name.Type);

    /// <summary>The alternatives of each [RequiresScope].</summary>
    public static IEnumerable<RequiresScopeAttribute> Scopes(Type cmdlet) =>
        cmdlet.GetCustomAttributes<RequiresScopeAttribute>(inherit: false);

    /// <summary>The parameters that users see. A hidden one takes objects of the pipeline as they are.</summary>
    public static IReadOnlyList<CmdletParameter> Parameters(Type cmdlet) =>
        [
            .. cmdlet
                .GetProperties()
                .Where(property => property.IsDefined(typeof(ParameterAttribute), inherit: false))
                .Select(property => new CmdletParameter(property))
                .Where(parameter => !parameter.IsHidden),
        ];

    /// <summary>The parameter sets; the one of all where none is named.</summary>
    public static IEnumerable<string> SetNames(Type cmdlet) =>
        Parameters(cmdlet)
            .SelectMany(parameter => parameter.ShownSets)
            .Select(set => set.Set)
            .Where(set => set != CmdletParameter.AllSets)
            .Distinct(StringComparer.Ordinal)
            .DefaultIfEmpty(CmdletParameter.AllSets);
}
