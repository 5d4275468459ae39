namespace SentryAudit.Input;

/// <summary>Why an object of the pipeline is not worked on. Nothing is sent for it.</summary>
internal static class InputFaults
{
    /// <summary>The object does not say which objects are meant.</summary>
    public static SentryException Unrelated(PipedObject input, string cmdlet, PipelineParameter? key) => new(
        "SentryInputUnrelated",
        SentryErrorCategory.InvalidArgument,
        $"{Capital(input.Name)} does not say which {Plural(key, cmdlet)} are meant, so {cmdlet} did nothing for it.",
        input.Organization is { } organization
            ? $"To mean all of the organization, run: {cmdlet} -Organization {organization}. about_SentryAudit_Pipelines lists what may be piped into what."
            : "about_SentryAudit_Pipelines lists what may be piped into what.");

    /// <summary>The object could say it, but does not hold what it would take.</summary>
    public static SentryException Unknown(PipedObject input, string cmdlet, Join join) => new(
        "SentryInputUnknown",
        SentryErrorCategory.InvalidArgument,
        $"{Capital(input.Name)} does not hold its {string.Join(" or ", join.Properties)}, so {cmdlet} can't know what belongs to it.",
        "Pipe the object as its Get- cmdlet returned it, without leaving out properties; where Sentry did not report them, use a token that may read them.");

    /// <summary>The parameter that the object would fill was given on the command line.</summary>
    public static SentryException Contradiction(PipedObject input, string cmdlet, string parameter) => new(
        "SentryInputContradiction",
        SentryErrorCategory.InvalidArgument,
        $"{Capital(input.Name)} was piped into {cmdlet}, but -{parameter} names something else.",
        $"Leave out -{parameter}, or the pipeline.");

    /// <summary>The object is of another organization than the one that was named.</summary>
    public static SentryException Elsewhere(PipedObject input, string cmdlet, string named) => new(
        "SentryObjectElsewhere",
        SentryErrorCategory.InvalidArgument,
        $"{Capital(input.Name)} is in the organization '{input.Organization}', but -Organization names '{named}', so {cmdlet} did nothing for it.",
        "Leave out -Organization: objects name their own. Or pipe objects of that organization.");

    private static string Plural(PipelineParameter? key, string cmdlet) =>
        $"{(key is null ? cmdlet[(cmdlet.IndexOf('-', StringComparison.Ordinal) + 1)..] : key.Name)}s";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
