using SentryAudit.Common.Text;

namespace SentryAudit.Requests;

/// <summary>The values that a filter may have.</summary>
/// <param name="Noun">What a value is, for messages: <c>role</c>.</param>
/// <param name="Comparer">How values are compared, as Sentry does it.</param>
internal sealed record KnownValues(string Noun, StringComparer Comparer)
{
    private static readonly Dictionary<FilterValues, KnownValues> All = new()
    {
        [FilterValues.OrganizationRole] = new("role", StringComparer.OrdinalIgnoreCase)
        {
            Usual = ["owner", "manager", "admin", "member", "billing"],
        },
        [FilterValues.AuditEvent] = new("audit log event", StringComparer.Ordinal),
        [FilterValues.Environment] = new("environment", StringComparer.Ordinal) { MayBeHidden = true },
        [FilterValues.Category] = new("category", StringComparer.Ordinal)
        {
            Listed = [.. EventCategories.Documented.Select(category => category.Name)],
            Others = OtherValues.SentryDecides,
        },
        [FilterValues.EntryType] = new("type of event entry", StringComparer.OrdinalIgnoreCase)
        {
            Listed = [.. EntryTypes.All.Select(type => type.Name)],
            Others = OtherValues.MayBeNew,
        },
        [FilterValues.CmdletName] = new("cmdlet of this module", StringComparer.OrdinalIgnoreCase)
        {
            Remedy = "Get-Command -Module SentryAudit lists them.",
        },
        [FilterValues.PropertyName] = new("compared property", StringComparer.OrdinalIgnoreCase)
        {
            Remedy = "The changes that Compare-SentryInventory finds name their properties.",
        },
    };

    /// <summary>All values, where they do not depend on a Sentry; null where somebody has to be asked.</summary>
    public IReadOnlyList<string>? Listed { get; init; }

    /// <summary>Values that a Sentry has as a rule. Of these nothing is said where it can't be asked.</summary>
    public IReadOnlyList<string> Usual { get; init; } = [];

    /// <summary>What values mean that are not among those listed, and do not resemble one of them either.</summary>
    public OtherValues Others { get; init; }

    /// <summary>Whether a token may see only some of them.</summary>
    public bool MayBeHidden { get; init; }

    /// <summary>Where to find the values; null for the Tab key.</summary>
    public string? Remedy { get; init; }

    /// <summary>The values of a kind; null for filters that take any.</summary>
    public static KnownValues? Find(FilterValues kind) => All.GetValueOrDefault(kind);

    /// <summary>The error for a value that there is not.</summary>
    /// <param name="value">As it was given.</param>
    /// <param name="parameter">Whose value it is.</param>
    /// <param name="known">The values that there are.</param>
    /// <param name="place">Where they were looked for, for example <c> in acme</c>; may be empty.</param>
    public SentryException Unknown(string value, string parameter, IReadOnlyCollection<string> known, string place)
    {
        var nearest = NearestTexts.Find(value, known);
        return new SentryException(
            "SentryUnknownValue",
            SentryErrorCategory.InvalidArgument,
            $"There is no {Noun} '{value}'{place}{(MayBeHidden ? ", or the token may not see it" : "")}."
                + (nearest is [] ? "" : $" Did you mean {string.Join(" or ", nearest)}?"),
            Remedy ?? $"Press Tab after -{parameter} to see the values that there are.");
    }
}
