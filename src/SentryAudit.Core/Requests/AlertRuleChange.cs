using System.Globalization;

namespace SentryAudit.Requests;

/// <summary>A change of an alert rule. Null leaves a property unchanged, an empty text removes its value.</summary>
internal sealed record AlertRuleChange
{
    public bool? IsEnabled { get; init; }

    public string? Name { get; init => field = value?.Trim(); }

    public TimeSpan? Frequency { get; init; }

    public string? Environment { get; init; }

    /// <summary>For example <c>team:45</c> or <c>user:280</c>.</summary>
    public string? Owner { get; init; }

    public bool IsEmpty => IsEnabled is null && Name is null && Frequency is null && Environment is null && Owner is null;

    /// <summary>Whether the rule is only enabled or disabled, for which an older Sentry has a call of its own.</summary>
    public bool IsSwitchOnly => this with { IsEnabled = null } is { IsEmpty: true };

    /// <summary>The environment to be; null for all.</summary>
    /// <param name="now">The one there is.</param>
    public string? EnvironmentAfter(string? now) => After(Environment, now);

    /// <summary>The owner to be; null for none.</summary>
    /// <param name="now">The one there is.</param>
    public string? OwnerAfter(string? now) => After(Owner, now);

    public IEnumerable<PropertyChange> Differences(SentryAlertRule rule)
    {
        if (IsEnabled is { } enabled)
        {
            // An older metric rule that is enabled can have other statuses, for example that data is missing.
            var now = rule.SwitchState is null or "disabled" or "muted" ? rule.SwitchState ?? "unknown" : "enabled";
            yield return new PropertyChange("state", now, enabled ? "enabled" : now is "muted" ? "muted" : "disabled");
        }

        if (Name is not null)
        {
            yield return new PropertyChange("name", rule.Name, Name);
        }

        if (Frequency is { } frequency)
        {
            yield return new PropertyChange("frequency", Minutes(rule.Frequency), Minutes(frequency));
        }

        if (Environment is not null)
        {
            yield return new PropertyChange("environment", rule.Environment, Environment is "" ? null : Environment);
        }

        if (Owner is not null)
        {
            yield return new PropertyChange("owner", rule.Owner, Owner is "" ? null : Owner);
        }
    }

    private static string? After(string? wanted, string? now) => wanted is null ? now : wanted is "" ? null : wanted;

    private static string? Minutes(TimeSpan? time) =>
        time is { } length ? string.Create(CultureInfo.InvariantCulture, $"{length.TotalMinutes:0.##} minutes") : null;
}
