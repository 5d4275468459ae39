using System.Globalization;

namespace SentryAudit.Audits.Staff;

/// <summary>The columns of a company's own list.</summary>
/// <param name="Key">The column of the e-mail address; null for the first column with a usual name.</param>
/// <param name="Aliases">Columns of further addresses.</param>
/// <param name="Role">The column of the role that the person should have in Sentry; null for none.</param>
internal sealed record ReferenceColumns(string? Key, IReadOnlyList<string> Aliases, string? Role)
{
    private static readonly string[] UsualKeys =
    [
        "mail",
        "email",
        "e-mail",
        "emailaddress",
        "email address",
        "primaryemail",
        "workemail",
        "userprincipalname",
    ];

    /// <exception cref="FormatException">The row has no e-mail address; the message says why.</exception>
    public ReferencePerson Read(int number, IReadOnlyDictionary<string, object?> row)
    {
        var column = Key
            ?? UsualKeys.FirstOrDefault(row.ContainsKey)
            ?? throw new FormatException("none of its columns is called mail or email; name the column with -KeyProperty");
        if (!row.TryGetValue(column, out var value))
        {
            throw new FormatException($"it has no column {column}");
        }

        string[] aliases = [.. Aliases.SelectMany(alias => EmailAddresses.Read(row.GetValueOrDefault(alias)))];
        var email = EmailAddresses.Read(value).FirstOrDefault() ?? throw new FormatException($"its {column} contains no e-mail address");
        return new ReferencePerson(number, email, aliases, Role is null ? null : Text(row.GetValueOrDefault(Role)));
    }

    private static string? Text(object? value) =>
        Convert.ToString(value, CultureInfo.InvariantCulture) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
}
