using System.Globalization;
using System.Management.Automation;

namespace SentryAudit.Cmdlets;

/// <summary>
/// Reads a number without a unit as so many minutes or seconds, as Sentry does. PowerShell would read 30 as 30 ticks, and
/// '30' as 30 days.
/// </summary>
/// <param name="unit">The unit in ticks, for example <see cref="TimeSpan.TicksPerMinute"/>.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class BareNumberAttribute(long unit) : ArgumentTransformationAttribute
{
    /// <summary>A number, or the text of one, as a time; anything else as it is.</summary>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        decimal.TryParse(
            Convert.ToString(inputData, CultureInfo.InvariantCulture),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var number)
            ? TimeSpan.FromTicks((long)(number * unit))
            : inputData;
}
