using SentryAudit.Api.Wire;
using SentryAudit.Requests;

namespace SentryAudit.Commands.Project;

/// <summary>The settings of a project: their keys in Sentry's API, their names in messages, and the parameters that change them.</summary>
internal static class ProjectSettings
{
    public static SettingsChange<WireProjectSettings> ChangeOf(SetSentryProjectCommand given) =>
        new SettingsChange<WireProjectSettings>()
            .Add("slug", "slug", static p => p.Slug, given.NewSlug)
            .Add("name", "name", static p => p.Name, given.Name)
            .Add("platform", "platform", static p => p.Platform ?? "", given.Platform)
            .Add("resolveAge", "hours until issues are resolved", static p => p.ResolveAge, given.ResolveAgeHours)
            .Add("subjectPrefix", "prefix of subjects", static p => p.SubjectPrefix, given.SubjectPrefix)
            .Add("subjectTemplate", "subjects", static p => p.SubjectTemplate, given.SubjectTemplate)
            .Add("dataScrubber", "data scrubber", static p => p.DataScrubber, given.DataScrubber)
            .Add("dataScrubberDefaults", "default scrubbers", static p => p.DataScrubberDefaults, given.DataScrubberDefaults)
            .Add("scrubIPAddresses", "scrubbing of IP addresses", static p => p.ScrubIPAddresses, given.ScrubIPAddresses)
            .Add("sensitiveFields", "sensitive fields", static p => List(p.SensitiveFields), given.SensitiveField)
            .Add("safeFields", "safe fields", static p => List(p.SafeFields), given.SafeField)
            .Add("scrapeJavaScript", "fetching of JavaScript sources", static p => p.ScrapeJavaScript, given.ScrapeJavaScript);

    private static StringList? List(IEnumerable<string>? fields) => fields is null ? null : new StringList(fields);
}
