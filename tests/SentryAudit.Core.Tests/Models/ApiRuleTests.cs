using System.Reflection;
using System.Runtime.CompilerServices;

namespace SentryAudit.Core.Tests.Models;

/// <summary>The architecture, as tests.</summary>
public sealed class ApiRuleTests
{
    private const BindingFlags Everything = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly;

    public static TheoryData<string> AsyncMethods => [.. ModelTypes.Core.GetTypes()
        .Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute)))
        .SelectMany(type => type.GetMethods(Everything))
        .Where(method => IsAsync(method.ReturnType) && !method.IsSpecialName)
        .Select(method => $"{method.DeclaringType!.Name}.{method.Name}({string.Join(", ", method.GetParameters().Select(parameter => parameter.ParameterType.Name))})")
        .Distinct()];

    [Theory]
    [MemberData(nameof(AsyncMethods))]
    public void Every_asynchronous_method_can_be_cancelled(string method)
    {
        // A key selection is handed a listing that already holds the token.
        var canBeCancelled = method.EndsWith("CancellationToken)", StringComparison.Ordinal) || method.StartsWith("KeySelection`2.ResolveAsync(", StringComparison.Ordinal);

        Assert.True(canBeCancelled, method);
    }

    [Fact]
    public void There_are_asynchronous_methods_to_look_at() => Assert.True(AsyncMethods.Count > 10);

    [Fact]
    public void Core_knows_neither_PowerShell_nor_what_the_transport_is_made_of() => Assert.All(
        ModelTypes.Core.GetReferencedAssemblies(),
        reference => Assert.True(reference.Name!.StartsWith("System.", StringComparison.Ordinal) && !reference.Name.StartsWith("System.Management", StringComparison.Ordinal), reference.Name));

    [Fact]
    public void The_public_surface_shows_only_types_of_its_own_and_of_the_base_library() => Assert.All(
        ModelTypes.Core.GetExportedTypes().SelectMany(type => type.GetMembers(Everything)).SelectMany(Types),
        type => Assert.True(type.Assembly == ModelTypes.Core || type.Assembly == typeof(object).Assembly || type.Assembly == typeof(Uri).Assembly, type.FullName));

    [Fact]
    public void Public_types_stand_in_one_namespace() => Assert.All(ModelTypes.Core.GetExportedTypes(), type => Assert.Equal("SentryAudit", type.Namespace));

    [Fact]
    public void Public_exceptions_are_made_here_alone() => Assert.All(
        ModelTypes.Core.GetExportedTypes().Where(type => type.IsAssignableTo(typeof(Exception))), type => Assert.Empty(type.GetConstructors()));

    private static bool IsAsync(Type type) =>
        type == typeof(Task) || type == typeof(ValueTask)
        || (type.IsGenericType && type.GetGenericTypeDefinition() is var open && (open == typeof(Task<>) || open == typeof(ValueTask<>) || open == typeof(IAsyncEnumerable<>)));

    private static IEnumerable<Type> Types(MemberInfo member) => member switch
    {
        MethodBase method => method.GetParameters().Select(parameter => parameter.ParameterType).Append((method as MethodInfo)?.ReturnType ?? typeof(void)).SelectMany(Parts),
        PropertyInfo property => Parts(property.PropertyType),
        FieldInfo field => Parts(field.FieldType),
        _ => [],
    };

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!) : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition()) : [type];
}
