using System.Reflection;
using System.Runtime.CompilerServices;
using SentryAudit.Cmdlets;
using SentryAudit.Tests;

namespace SentryAudit.Architecture.Tests;

/// <summary>What the module's assemblies show, and what they reference.</summary>
public sealed class AssemblyRuleTests
{
    private const BindingFlags Everything = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly;

    private static readonly Assembly Core = typeof(SentryMember).Assembly;
    private static readonly Assembly Cmdlets = typeof(SentryCmdlet).Assembly;

    [Fact]
    public void Core_references_the_base_library_alone() =>
        Offenders.None(
            from reference in Core.GetReferencedAssemblies()
            where
                !reference.Name!.StartsWith("System.", StringComparison.Ordinal)
                || reference.Name.StartsWith("System.Management", StringComparison.Ordinal)
            select reference.Name);

    [Fact]
    public void The_cmdlets_reference_nothing_that_loads_RestSharp_or_Polly() =>
        Offenders.None(
            Cmdlets
                .GetReferencedAssemblies()
                .Select(reference => reference.Name)
                .Intersect(["RestSharp", "Polly", "Polly.Core", "SentryAudit.Transport"]));

    [Fact]
    public void Every_asynchronous_method_of_Core_can_be_cancelled()
    {
        var methods = Core.GetTypes()
            .Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute)))
            .SelectMany(type => type.GetMethods(Everything))
            .Where(method => IsAsync(method.ReturnType) && !method.IsSpecialName)
            .ToArray();

        Assert.True(methods.Length > 50);
        Offenders.None(
            from method in methods
            where method.GetParameters().LastOrDefault()?.ParameterType != typeof(CancellationToken)
            // A key selection is handed a listing that already holds the token.
            where method is not { Name: "ResolveAsync", DeclaringType.Name: "KeySelection`2" }
            select $"{method.DeclaringType!.Name}.{method.Name}");
    }

    [Fact]
    public void Core_shows_only_types_of_its_own_and_of_the_base_library() => Offenders.None(
        from type in Core.GetExportedTypes().SelectMany(type => type.GetMembers(Everything)).SelectMany(Types).Distinct()
        where type.Assembly != Core && type.Assembly != typeof(object).Assembly && type.Assembly != typeof(Uri).Assembly
        select type.FullName);

    [Fact]
    public void What_users_see_stands_in_one_namespace() => Offenders.None(
        Core.GetExportedTypes().Where(type => type.Namespace != "SentryAudit").Select(type => type.FullName));

    [Fact]
    public void Nobody_else_can_make_the_modules_exceptions() =>
        Offenders.None(
            Core.GetExportedTypes()
                .Where(type => type.IsAssignableTo(typeof(Exception)))
                .Where(type => type.GetConstructors().Length > 0)
                .Select(type => type.FullName));

    [Fact]
    public void Public_types_derive_from_ours_or_the_systems() =>
        Offenders.None(
            from type in Cmdlets.GetExportedTypes().Concat(Core.GetExportedTypes())
            from ancestor in type.GetInterfaces().Append(type.BaseType ?? typeof(object))
            where
                ancestor.Assembly != Cmdlets
                && ancestor.Assembly != Core
                && !ancestor.Namespace!.StartsWith("System", StringComparison.Ordinal)
            select $"{type} : {ancestor}");

    [Fact]
    public void The_module_exports_cmdlets_completers_and_what_its_types_file_calls()
    {
        var called = File.ReadAllText(Repository.PathOf("src", "SentryAudit", "Views", "SentryAudit.Types.ps1xml"));

        Offenders.None(
            from type in Cmdlets.GetExportedTypes()
            where
                !type.IsAssignableTo(typeof(SentryCmdlet)) && !type.IsAssignableTo(typeof(System.Management.Automation.IArgumentCompleter))
            where !called.Contains($"[{type.FullName}]::", StringComparison.Ordinal)
            select type.FullName);
    }

    private static bool IsAsync(Type type) =>
        type == typeof(Task) || type == typeof(ValueTask)
        || (type.IsGenericType && type.GetGenericTypeDefinition() is var open
            && (open == typeof(Task<>) || open == typeof(ValueTask<>) || open == typeof(IAsyncEnumerable<>)));

    private static IEnumerable<Type> Types(MemberInfo member) => member switch
    {
        MethodBase method => method.GetParameters()
            .Select(parameter => parameter.ParameterType)
            .Append((method as MethodInfo)?.ReturnType ?? typeof(void))
            .SelectMany(Parts),
        PropertyInfo property => Parts(property.PropertyType),
        FieldInfo field => Parts(field.FieldType),
        _ => [],
    };

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition())
        : [type];
}
