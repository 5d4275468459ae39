namespace SentryAudit.Input;

/// <summary>The command that would do what was probably meant.</summary>
internal static class InputAdvice
{
    /// <summary>What a cmdlet is about, in the plural.</summary>
    public static string Subject(string cmdlet, BoundParameters parameters) =>
        parameters.OwnKey is { IsReference: true } key
            ? Words.Plural(key.Name)
            : Words.Plural(cmdlet[(cmdlet.IndexOf('-', StringComparison.Ordinal) + 1)..]);

    /// <summary>What a parameter names, in the singular.</summary>
    public static string Meaning(PipelineParameter parameter) => Words.Of(parameter.Name);

    public static string For(PipedObject input, string cmdlet, BoundParameters parameters)
    {
        if (input.Kind is null)
        {
            return ForRow(input, cmdlet, parameters);
        }

        if (Joins.FindBetween(input.Kind, cmdlet) is { } between)
        {
            return $"To go through its {Words.Plural(between["Get-".Length..])}, run: ... | {between} | {cmdlet}.";
        }

        return ForOrganization(input, cmdlet, parameters);
    }

    private static string ForRow(PipedObject input, string cmdlet, BoundParameters parameters)
    {
        if (parameters.OwnKey is not { } key)
        {
            return ForOrganization(input, cmdlet, parameters);
        }

        var column = key.Columns[^1];
        var example = input.Columns.FirstOrDefault() is { } other
            ? $" For example: ... | Select-Object @{{ Name = '{column}'; Expression = '{other}' }} | {cmdlet}."
            : "";
        return $"{cmdlet} takes rows with a column {Words.List(key.Columns, "or")}.{example}";
    }

    private static string ForOrganization(PipedObject input, string cmdlet, BoundParameters parameters) =>
        parameters.OwnKey is { IsRequired: true } key ? $"Name them: {cmdlet} -{key.Name} <{Words.Of(key.Name)}>."
        : input.Organization is { } slug ? $"For all of the organization, run: {cmdlet} -Organization {slug}."
        : $"For all of an organization, run: {cmdlet} -Organization <slug>.";
}
