namespace SentryAudit.Input;

/// <summary>
/// What a row means to a cmdlet: the objects that its columns name. A row that does not say which objects are meant means
/// none; only one that has nothing but an organization means all of it.
/// </summary>
internal sealed class RowBinding(string name, BoundParameters parameters)
{
    // Rows of other systems have columns such as Team and Email too; these are only this module's own names.
    public static readonly IReadOnlyList<string> KeyColumns =
    [
        "AlertRuleId", "CustomIntegrationSlug", "EventId", "IntegrationId", "InviteRequestId", "IssueId", "MemberId", "MonitorId",
        "ProjectKeyId", "ProjectSlug", "ReleaseVersion", "RepositoryId", "RoleId", "TeamSlug",
    ];

    // Kinds that are known by a slug, which a row may call just that.
    private static readonly string[] SlugKeys = ["Team", "Project", "CustomIntegration"];

    private bool IsMaking => name.StartsWith("New-", StringComparison.Ordinal);

    private bool IsReading => name.StartsWith("Get-", StringComparison.Ordinal);

    /// <summary>Fills the parameters from a row.</summary>
    /// <returns>The parameter that says what is meant.</returns>
    /// <exception cref="SentryException">The row does not say what is meant.</exception>
    public PipelineParameter Bind(PipedObject row)
    {
        parameters.Reset(parameter => parameter.IsKey || parameter.Name is PipelineParameter.Organization);
        FillDescriptions(row);
        parameters.FillOrganization(row.Organization);
        var named = parameters.All
            .Where(parameter => parameter.IsKey && !parameters.IsGiven(parameter) && KeysOf(parameter, row) is [_, ..])
            .ToArray();
        string[] others = [.. KeyColumns.Where(column => IsForeign(column, row))];
        if (Array.Find(named, parameter => parameter.IsOwnKey) is { } own)
        {
            return BindOwn(own, named, others, row);
        }

        return named switch
        {
            [] when others is [] && BindSlug(row) is { } slug => slug,
            [] when (others is [] || IsReading) && MeansAll(row) => parameters.Organization!,
            [] => throw InputFaults.Unrelated(row, name, parameters),
            [var only] when others is [] || IsMaking => Fill(only, row),
            _ when parameters.All.Any(parameter => parameter.IsRequired) && others is [] => FillAll(named, row),
            _ => throw InputFaults.Ambiguous(row, name, [.. named.Select(parameter => ColumnOf(parameter, row)), .. others]),
        };
    }

    private PipelineParameter BindOwn(PipelineParameter own, PipelineParameter[] named, string[] others, PipedObject row)
    {
        // A row about something else, such as a member's place on a team, must not remove the member.
        if (!IsReading && !IsMaking && others is not [])
        {
            throw InputFaults.Ambiguous(row, name, [ColumnOf(own, row), .. others]);
        }

        // What a row names beside its subject describes the subject, and must not filter it away; but a pair is both.
        FillAll(IsReading ? [own, .. named.Where(IsOfPair)] : named, row);
        return own;

        bool IsOfPair(PipelineParameter parameter) =>
            Joins.All.Any(join =>
                join.Beside is { } beside
                && join.Cmdlets.Contains(name, StringComparer.Ordinal)
                && (parameter.Name == beside.Parameter || parameter.Name == join.Parameter));
    }

    private PipelineParameter? BindSlug(PipedObject row) =>
        parameters.OwnKey is { } key && SlugKeys.Contains(key.Name, StringComparer.Ordinal) && !parameters.IsGiven(key)
        && row.Values("Slug") is { } slugs
            ? Fill(key, slugs, row)
            : null;

    private bool MeansAll(PipedObject row) =>
        row.Organization is not null && (!row.Columns.Any() || parameters.Organization is { IsFirst: true });

    private PipelineParameter FillAll(IEnumerable<PipelineParameter> named, PipedObject row)
    {
        PipelineParameter[] filled = [.. named];
        foreach (var parameter in filled)
        {
            Fill(parameter, row);
        }

        return filled[0];
    }

    private PipelineParameter Fill(PipelineParameter parameter, PipedObject row) => Fill(parameter, KeysOf(parameter, row)!, row);

    private PipelineParameter Fill(PipelineParameter parameter, IReadOnlyList<string> keys, PipedObject row)
    {
        parameters.Fill(parameter, [.. keys.Select(key => KeyOf(parameter, key, row))]);
        return parameter;
    }

    private static object KeyOf(PipelineParameter parameter, string key, PipedObject row)
    {
        var literal = parameter.Literal(key);
        if (literal is EntityReference reference)
        {
            reference.Learn(row.Text);

            // An id of an organization says nothing of the slug, by which objects name theirs.
            if (row.Organization is { } slug && !slug.All(char.IsAsciiDigit))
            {
                reference.LookIn(slug);
            }
        }

        return literal;
    }


    // PowerShell has filled these from the columns of rows, but not from the entries of hashtables.
    private void FillDescriptions(PipedObject row)
    {
        foreach (
            var parameter in row.IsTable ? parameters.All.Where(parameter => !parameter.IsReference && !parameters.IsGiven(parameter)) : [])
        {
            if (KeysOf(parameter, row) is [_, ..] texts)
            {
                parameters.Fill(parameter, texts);
            }
        }
    }

    private bool IsForeign(string column, PipedObject row) =>
        row.Values(column) is not null
        && !parameters.Takes(column)
        && !(parameters.OwnKey is { } own && PipedKinds.Has($"Sentry{own.Name}", column));

    private static IReadOnlyList<string>? KeysOf(PipelineParameter parameter, PipedObject row) =>
        parameter.Columns.Select(row.Values).FirstOrDefault(keys => keys is not null);

    private static string ColumnOf(PipelineParameter parameter, PipedObject row) =>
        parameter.Columns.First(column => row.Values(column) is not null);
}
