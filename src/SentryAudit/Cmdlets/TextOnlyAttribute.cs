using System.Collections;
using System.Management.Automation;

namespace SentryAudit.Cmdlets;

/// <summary>Takes text and numbers, and nothing else. PowerShell would make text of any object in the pipeline, and something new be called after it.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TextOnlyAttribute : ArgumentTransformationAttribute
{
    /// <summary>The text as it is. An object is no match, so that PowerShell goes on to its properties.</summary>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        IsText(inputData)
            ? inputData
            : throw new ArgumentTransformationMetadataException(
                "A text is needed, not an object.",
                new PSInvalidCastException("A text is needed, not an object."));

    private static bool IsText(object? value) => (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        null or string or char => true,
        IList several => several.Cast<object?>().All(IsText),
        var other => other.GetType().IsPrimitive,
    };
}
