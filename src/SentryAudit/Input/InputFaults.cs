namespace SentryAudit.Input;

/// <summary>Why an object of the pipeline is not worked on. Nothing is sent for it.</summary>
internal static class InputFaults
{
    private const string Topic = "about_SentryAudit_Pipelines lists what may be piped into what.";

    /// <summary>The object does not say which objects are meant.</summary>
    public static SentryException Unrelated(PipedObject input, string cmdlet, BoundParameters parameters) => parameters.OwnKey is null
        ? new SentryException(
            "SentryInputUnrelated",
            SentryErrorCategory.InvalidArgument,
            $"{Words.Capital(input.Name)} is not an organization, and {cmdlet} works on whole organizations, so it did nothing for it.",
            $"{InputAdvice.For(input, cmdlet, parameters)} {Topic}")
        : new SentryException(
            "SentryInputUnrelated",
            SentryErrorCategory.InvalidArgument,
            $"{Words.Capital(input.Name)} does not say which {InputAdvice.Subject(cmdlet, parameters)} are meant, "
            + $"so {cmdlet} did nothing for it.",
            $"{InputAdvice.For(input, cmdlet, parameters)} {Topic}");

    /// <summary>The row names several things, and not the one that the cmdlet is about.</summary>
    public static SentryException Ambiguous(PipedObject input, string cmdlet, IReadOnlyList<string> columns) => new(
        "SentryInputUnrelated",
        SentryErrorCategory.InvalidArgument,
        $"{Words.Capital(input.Name)} names several things, by {Words.List(columns, "and")}, so {cmdlet} did nothing for it.",
        $"Keep the column that is meant, for example: Select-Object {columns[0]}, OrganizationSlug | {cmdlet}. {Topic}");

    /// <summary>The object could say it, but does not hold what it would take.</summary>
    public static SentryException Unknown(PipedObject input, string cmdlet, IReadOnlyList<string> properties) => new(
        "SentryInputUnknown",
        SentryErrorCategory.InvalidArgument,
        $"{Words.Capital(input.Name)} has no {Words.List(properties, "or")}, so {cmdlet} can't know what is meant, and did nothing for it.",
        "Pipe the object as its Get- cmdlet returned it, without leaving out properties. Where Sentry did not report them, use a token "
        + "that may read them.");

    /// <summary>A copy of an object came where only the object itself will do.</summary>
    public static SentryException CopyOnly(string parameter) => new(
        "SentryInputUnknown",
        SentryErrorCategory.InvalidArgument,
        $"A copy of an object can't be -{parameter}, so nothing was done for it.",
        "Pipe the object itself, as its Get- cmdlet returns it.");

    /// <summary>The object says one thing that the cmdlet needs, and nothing says another.</summary>
    public static SentryException Incomplete(string described, string cmdlet, PipelineParameter missing, PipedObject? input) => new(
        "SentryInputUnrelated",
        SentryErrorCategory.InvalidArgument,
        $"{Words.Capital(described)} does not say which {InputAdvice.Meaning(missing)} is meant, so {cmdlet} did nothing for it.",
        $"Say it, too: ... | {cmdlet} -{missing.Name} <{InputAdvice.Meaning(missing)}>."
        + (input?.Kind is null && input is not null ? $" Or give the rows a column {missing.Columns[^1]}." : ""));

    /// <summary>The parameter that the object would fill was given on the command line.</summary>
    public static SentryException Contradiction(string described, string cmdlet, string parameter) => new(
        "SentryInputContradiction",
        SentryErrorCategory.InvalidArgument,
        $"{Words.Capital(described)} was piped into {cmdlet}, but -{parameter} names something else, so nothing was done for it.",
        $"Leave out -{parameter}, or the pipeline.");

    /// <summary>Objects before this one named something else.</summary>
    public static SentryException Mixed(string described, string cmdlet, string parameter, string before) => new(
        "SentryInputMixed",
        SentryErrorCategory.InvalidArgument,
        $"{Words.Capital(described)} means -{parameter} to {cmdlet}, but the input before it meant -{before}, so nothing was done for it.",
        "Pipe objects of one kind at a time.");

    /// <summary>The object is of another organization than the one that was named.</summary>
    public static SentryException Elsewhere(PipedObject input, string cmdlet, object? named) => new(
        "SentryObjectElsewhere",
        SentryErrorCategory.InvalidArgument,
        $"{Words.Capital(input.Name)} is in the organization '{input.Organization}', but -Organization names "
        + $"'{string.Join(", ", ((OrganizationReference[])named!).Select(organization => organization.Value))}', "
            + $"so {cmdlet} did nothing for it.",
        "Leave out -Organization: objects name their own. Or pipe objects of that organization.");

    /// <summary>Text, a number or nothing at all came, and names nothing.</summary>
    public static SentryException NoText(string text, string cmdlet) => new(
        "SentryInputUnrelated",
        SentryErrorCategory.InvalidArgument,
        text.Length == 0
            ? $"An empty value was piped into {cmdlet}. It does not say what to work on, so nothing was done for it."
            : $"'{text}' does not say what {cmdlet} is to work on, so nothing was done for it.",
        $"Name what is meant with the parameters of {cmdlet}; Get-Help {cmdlet} lists them. {Topic}");

    /// <summary>A key of the command line is empty.</summary>
    public static SentryException EmptyKey(string parameter) => new(
        "SentryKeyEmpty",
        SentryErrorCategory.InvalidArgument,
        $"The value of -{parameter} is empty, or has an empty one among others.",
        $"Name what is meant, or leave out -{parameter}.");
}
