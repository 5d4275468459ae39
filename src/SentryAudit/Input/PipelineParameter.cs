using System.Collections.Concurrent;
using System.Management.Automation;
using System.Reflection;

namespace SentryAudit.Input;

/// <summary>A parameter of a cmdlet that takes values from the pipeline.</summary>
internal sealed class PipelineParameter
{
    public const string InputObject = "InputObject";
    public const string Organization = "Organization";

    private static readonly ConcurrentDictionary<Type, IReadOnlyList<PipelineParameter>> Known = new();

    private static readonly ConcurrentDictionary<Type, IReadOnlySet<string>> Names = new();

    private readonly PropertyInfo _property;

    private PipelineParameter(PropertyInfo property)
    {
        _property = property;

        // Attribute objects of PowerShell's reference library have no values; their data in the assembly has.
        var sets = property.GetCustomAttributesData().Where(data => data.AttributeType == typeof(ParameterAttribute)).ToArray();
        TakesPipeline = Array.Exists(sets, set => Says(set, "ValueFromPipeline") || Says(set, "ValueFromPipelineByPropertyName"));
        TakesText = Array.Exists(sets, set => Says(set, "ValueFromPipeline"));
        IsRequired = Array.Exists(sets, set => Says(set, "Mandatory"));
        IsFirst = Array.Exists(sets, set => Argument(set, "Position") is 0);
        Columns =
        [
            property.Name,
            .. property.GetCustomAttributesData()
                .Where(data => data.AttributeType == typeof(AliasAttribute))
                .SelectMany(data => (IEnumerable<CustomAttributeTypedArgument>)data.ConstructorArguments[0].Value!)
                .Select(argument => (string)argument.Value!),
        ];
    }

    public string Name => _property.Name;

    public Type Type => _property.PropertyType;

    /// <summary>The columns of rows that fill it: its own name and its aliases.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Whether text of the pipeline fills it.</summary>
    public bool TakesText { get; }

    /// <summary>Whether the cmdlet does nothing without it.</summary>
    public bool IsRequired { get; }

    /// <summary>Whether it names objects of Sentry.</summary>
    public bool IsReference => ElementType.IsAssignableTo(typeof(EntityReference));

    /// <summary>Whether it names what the cmdlet is about, and does not only limit or describe it.</summary>
    public bool IsOwnKey => IsFirst && Name is not Organization;

    /// <summary>Whether it says which objects are meant, and not how they are made or changed.</summary>
    public bool IsKey => Name is not Organization && (IsReference || IsFirst);

    /// <summary>Whether it needs no name on the command line.</summary>
    public bool IsFirst { get; }

    private bool TakesPipeline { get; }

    private Type ElementType => Type.IsArray ? Type.GetElementType()! : Type;

    /// <summary>The parameters of a cmdlet that the pipeline fills, without the one that takes the object as it is.</summary>
    public static IReadOnlyList<PipelineParameter> Of(Type cmdlet) => Known.GetOrAdd(cmdlet, static type =>
    [
        .. type.GetProperties()
            .Where(property => property.Name is not InputObject)
            .Select(property => new PipelineParameter(property))
            .Where(parameter => parameter.TakesPipeline),
    ]);

    /// <summary>A parameter by its name, also one that objects fill only where they are joined by it.</summary>
    public static PipelineParameter Named(Type cmdlet, string name) =>
        Of(cmdlet).FirstOrDefault(parameter => parameter.Name == name) ?? new PipelineParameter(cmdlet.GetProperty(name)!);

    /// <summary>Whether objects of the pipeline reach the cmdlet as they are.</summary>
    public static bool TakesObjects(Type cmdlet) =>
        cmdlet.GetProperty(InputObject) is { } property && new PipelineParameter(property).TakesPipeline;

    /// <summary>The names and aliases of all parameters of a cmdlet, whether the pipeline fills them or not.</summary>
    public static IReadOnlySet<string> NamesOf(Type cmdlet) => Names.GetOrAdd(cmdlet, static type => type.GetProperties()
        .Where(property => property.IsDefined(typeof(ParameterAttribute)))
        .SelectMany(property => new PipelineParameter(property).Columns)
        .ToHashSet(StringComparer.OrdinalIgnoreCase));

    public object? Get(object cmdlet) => _property.GetValue(cmdlet);

    public void Set(object cmdlet, object? value) => _property.SetValue(cmdlet, value);

    /// <summary>Whether it holds something.</summary>
    public bool IsFilled(object cmdlet) => Get(cmdlet) is not (null or Array { Length: 0 } or "");

    /// <summary>Fills it with values, each a reference or a text.</summary>
    public void Fill(object cmdlet, IReadOnlyList<object> values)
    {
        if (!Type.IsArray)
        {
            Set(cmdlet, values[0]);
            return;
        }

        var array = Array.CreateInstance(ElementType, values.Count);
        for (var i = 0; i < values.Count; i++)
        {
            array.SetValue(values[i], i);
        }

        Set(cmdlet, array);
    }

    /// <summary>Whether objects of a kind name themselves to it.</summary>
    public bool CanName(string kind) =>
        Array.Exists(ElementType.GetConstructors(), constructor =>
            constructor.GetParameters() is [var only] && only.ParameterType.Name == kind);

    /// <summary>The reference that names an object by its type; null where an object of that type can't be named so.</summary>
    public object? ReferenceTo(object model) =>
        ElementType.IsInstanceOfType(model) ? model : ElementType.GetConstructor([model.GetType()])?.Invoke([model]);

    /// <summary>A key that came from data, which means itself and is never a pattern.</summary>
    /// <exception cref="SentryException">The parameter takes only an object, and no copy of it.</exception>
    public object Literal(string key)
    {
        if (ElementType == typeof(string))
        {
            return key;
        }

        var made = ElementType.GetConstructor([typeof(string)])?.Invoke([key]) ?? throw InputFaults.CopyOnly(Name);
        (made as EntityReference)?.TakeLiterally();
        return made;
    }

    private static bool Says(CustomAttributeData data, string name) => Argument(data, name) is true;

    private static object? Argument(CustomAttributeData data, string name) =>
        data.NamedArguments.FirstOrDefault(argument => argument.MemberName == name).TypedValue.Value;
}
