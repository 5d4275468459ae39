using System.Collections.Concurrent;
using System.Management.Automation;
using System.Reflection;

namespace SentryAudit.Input;

/// <summary>A parameter of a cmdlet that takes values from the pipeline.</summary>
internal sealed class PipelineParameter(PropertyInfo property)
{
    public const string InputObject = "InputObject";
    public const string Organization = "Organization";

    private static readonly ConcurrentDictionary<Type, IReadOnlyList<PipelineParameter>> Known = new();

    public string Name => property.Name;

    /// <summary>The columns of rows that fill it: its own name and its aliases.</summary>
    public IReadOnlyList<string> Columns { get; } = [property.Name, .. property.GetCustomAttribute<AliasAttribute>()?.AliasNames ?? []];

    /// <summary>Whether it says which objects are meant, and not how they are changed.</summary>
    public bool IsKey => Name is not Organization && (ElementType.IsAssignableTo(typeof(EntityReference)) || IsNaturalKey);

    /// <summary>Whether it is the cmdlet's own key: it takes objects and texts by value.</summary>
    public bool IsMainKey { get; } = property.GetCustomAttributes<ParameterAttribute>().Any(parameter => parameter.ValueFromPipeline);

    private Type ElementType => property.PropertyType.IsArray ? property.PropertyType.GetElementType()! : property.PropertyType;

    // A New- cmdlet is given the text that the new object is to be known by.
    private bool IsNaturalKey => IsMainKey && ElementType == typeof(string);

    /// <summary>The parameters of a cmdlet that the pipeline fills, without the one that takes the object as it is.</summary>
    public static IReadOnlyList<PipelineParameter> Of(Type cmdlet) => Known.GetOrAdd(cmdlet, static type =>
    [
        .. from property in type.GetProperties()
           where property.Name is not InputObject
           where property.GetCustomAttributes<ParameterAttribute>()
               .Any(parameter => parameter.ValueFromPipeline || parameter.ValueFromPipelineByPropertyName)
           select new PipelineParameter(property),
    ]);

    /// <summary>A parameter that objects fill only where they are joined by it, for example a role.</summary>
    public static PipelineParameter Named(Type cmdlet, string name) => new(cmdlet.GetProperty(name)!);

    public object? Get(object cmdlet) => property.GetValue(cmdlet);

    /// <summary>Takes the value away.</summary>
    public void Clear(object cmdlet) =>
        property.SetValue(cmdlet, property.PropertyType.IsValueType ? Activator.CreateInstance(property.PropertyType) : null);

    /// <summary>Whether the pipeline filled it with something.</summary>
    public bool IsFilled(object cmdlet) => Get(cmdlet) switch
    {
        null => false,
        Array { Length: 0 } => false,
        var value => !property.PropertyType.IsValueType || !value.Equals(Activator.CreateInstance(property.PropertyType)),
    };

    /// <summary>Adds texts to those of the objects before: unlike keys, filters are read when all input has come.</summary>
    public void Append(object cmdlet, IReadOnlyList<string> texts) =>
        property.SetValue(cmdlet, ((string[]?)Get(cmdlet) ?? []).Union(texts, StringComparer.Ordinal).ToArray());

    /// <summary>Fills it with keys that mean themselves, never a pattern.</summary>
    public void Fill(object cmdlet, IReadOnlyList<string> keys, string? organization)
    {
        object?[] values = [.. keys.Select(key => EntityReference.Literal(ElementType, key, organization) ?? (object)key)];
        if (!property.PropertyType.IsArray)
        {
            property.SetValue(cmdlet, values[0]);
            return;
        }

        var array = Array.CreateInstance(ElementType, values.Length);
        values.CopyTo(array, 0);
        property.SetValue(cmdlet, array);
    }
}
