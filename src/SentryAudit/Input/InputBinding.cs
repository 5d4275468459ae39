namespace SentryAudit.Input;

/// <summary>
/// Makes of an object of the pipeline what it means to a cmdlet: itself, what is joined to it by <see cref="Joins"/>, or
/// nothing. PowerShell fills parameters by the names of properties; left at that, an object that only shares its
/// organization would mean everything in it.
/// </summary>
/// <param name="cmdlet">The cmdlet, whose parameters are filled.</param>
/// <param name="name">Its name.</param>
/// <param name="onCommandLine">The parameters that the command line filled: the pipeline does not change them.</param>
internal sealed class InputBinding(object cmdlet, string name, IReadOnlySet<string> onCommandLine)
{
    private static readonly string[] SlugKeys = ["Team", "Project", "CustomIntegration"];

    private readonly IReadOnlyList<PipelineParameter> _parameters = PipelineParameter.Of(cmdlet.GetType());

    /// <summary>Fills the parameters from an object.</summary>
    /// <returns>Whether the object means anything; false for one that is joined to nothing, such as a team without projects.</returns>
    /// <exception cref="SentryException">The object does not say what is meant, or contradicts the command line.</exception>
    public bool Bind(PipedObject input)
    {
        RefuseOtherOrganization(input);
        return input.Kind is { } kind ? BindObject(input, kind) : BindRow(input);
    }

    private bool BindObject(PipedObject input, string kind)
    {
        if (kind is nameof(SentryOrganization))
        {
            ClearAllBut(keep: null);
            return FillOrganization(input.Values("Slug"));
        }

        var join = Joins.Find(kind, name) ?? throw InputFaults.Unrelated(input, name, MainKey);
        var parameter = _parameters.FirstOrDefault(parameter => parameter.Name == join.Parameter)
            ?? PipelineParameter.Named(cmdlet.GetType(), join.Parameter);
        if (onCommandLine.Contains(parameter.Name))
        {
            throw InputFaults.Contradiction(input, name, parameter.Name);
        }

        // An object that PowerShell could convert says more than its key, for example that the person is gone.
        var isConverted = parameter.IsMainKey && parameter.IsFilled(cmdlet) && parameter.Get(cmdlet) is Array { Length: 1 } only
            && (only.GetValue(0) as EntityReference)?.Organization is not null;
        ClearAllBut(isConverted ? parameter : null);
        if (isConverted)
        {
            return FillOrganization(Organization(input));
        }

        var keys = join.Properties.Select(input.Values).FirstOrDefault(keys => keys is not null)
            ?? throw InputFaults.Unknown(input, name, join);
        if (keys is [])
        {
            return false;
        }

        if (_parameters.Contains(parameter))
        {
            parameter.Fill(cmdlet, keys, input.Organization);
        }
        else
        {
            parameter.Append(cmdlet, keys);
        }

        return FillOrganization(Organization(input));
    }

    // PowerShell has filled what the columns name. What is left is to see that this says which objects are meant.
    private bool BindRow(PipedObject input)
    {
        var filled = _parameters.Where(parameter => parameter.IsKey && IsPiped(parameter) && parameter.IsFilled(cmdlet)).ToArray();
        if (filled is [] && MainKey is { } key && SlugKeys.Contains(key.Name, StringComparer.Ordinal) && input.Values("Slug") is { } slugs)
        {
            key.Fill(cmdlet, slugs, input.Organization);
            return true;
        }

        if (filled is [] && (input.Organization is null || input.Columns.Any()))
        {
            throw InputFaults.Unrelated(input, name, MainKey);
        }

        // What a row names beside its subject describes the subject, and must not filter it away.
        if (name.StartsWith("Get-", StringComparison.Ordinal) && filled.Any(parameter => parameter.IsMainKey))
        {
            foreach (var other in filled.Where(parameter => !parameter.IsMainKey))
            {
                other.Clear(cmdlet);
            }
        }

        return true;
    }

    private PipelineParameter? MainKey =>
        _parameters.FirstOrDefault(parameter => parameter is { IsMainKey: true, Name: not PipelineParameter.Organization });

    private static IReadOnlyList<string>? Organization(PipedObject input) => input.Organization is { } slug ? [slug] : null;

    private bool IsPiped(PipelineParameter parameter) => !onCommandLine.Contains(parameter.Name);

    private void ClearAllBut(PipelineParameter? keep)
    {
        foreach (var parameter in _parameters.Where(parameter => parameter != keep && IsPiped(parameter)))
        {
            parameter.Clear(cmdlet);
        }
    }

    private bool FillOrganization(IReadOnlyList<string>? slugs)
    {
        var parameter = _parameters.Single(parameter => parameter.Name is PipelineParameter.Organization);
        if (slugs is not null && IsPiped(parameter))
        {
            parameter.Fill(cmdlet, slugs, slugs[0]);
        }

        return true;
    }

    private void RefuseOtherOrganization(PipedObject input)
    {
        var parameter = _parameters.Single(parameter => parameter.Name is PipelineParameter.Organization);
        if (input.Organization is { } slug && !IsPiped(parameter) && parameter.Get(cmdlet) is OrganizationReference[] { Length: > 0 } named
            && !Array.Exists(named, organization => organization.IsId || organization.MatchesSlug(slug)))
        {
            throw InputFaults.Elsewhere(input, name, string.Join(", ", named.Select(organization => organization.Value)));
        }
    }
}
