using System.Collections;
using System.Management.Automation;

namespace SentryAudit.Cmdlets;

/// <summary>
/// Takes texts and numbers only. PowerShell would turn any object of the pipeline into a text, and something new would get
/// that text as its name.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TextOnlyAttribute : ArgumentTransformationAttribute
{
    /// <summary>Whether an address is a text.</summary>
    public bool IncludesAddresses { get; init; }

    private const string Refusal = "This parameter takes a text, not an object.";

    /// <summary>The text as it is. An object is refused, so that PowerShell binds one of its properties instead.</summary>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        IsText(inputData)
            ? inputData
            : throw new ArgumentTransformationMetadataException(
                Refusal,
                new PSInvalidCastException(Refusal));

    private bool IsText(object? value) => (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        null or string or char => true,
        Uri => IncludesAddresses,
        IList several => several.Cast<object?>().All(IsText),
        var other => other.GetType().IsPrimitive,
    };
}
