using System.Text.RegularExpressions;
using SentryAudit.Common.Text;

namespace SentryAudit.Api.Organizations;

/// <summary>
/// Sentry's sentence about an entry of the audit log, without secrets. Sentry makes it of the entry's details, and of some events of
/// all of them, whatever they are.
/// </summary>
internal static partial class AuditNote
{
    // Shorter texts, and single words, stand in sentences by chance.
    private const int ShortestHidden = 8;

    /// <param name="hidden">Values that must not stand in the sentence.</param>
    public static string? Of(string? name, string? note, IEnumerable<string> hidden)
    {
        if (string.IsNullOrEmpty(note))
        {
            return note;
        }

        try
        {
            return Without(note, name, hidden);
        }
        catch (RegexMatchTimeoutException)
        {
            return SecretMask.Hidden;
        }
    }

    private static string Without(string note, string? name, IEnumerable<string> hidden)
    {
        var known = hidden.Where(IsTelling).Distinct(StringComparer.Ordinal).OrderByDescending(value => value.Length);
        var shown = known.Aggregate(note, static (text, value) => text.Replace(value, SecretMask.Hidden, StringComparison.Ordinal));
        return SecretMask.In(name switch
        {
            "org.edit" or "project.edit" or "sso.edit" => Settings(name, shown),
            _ when AuditFields.Subject(name) is "servicehook" => Quoted(shown),
            _ when AuditFields.Subject(name) is "projectkey" => SecretMask.ShortKeys(shown),
            _ => shown,
        });
    }

    private static bool IsTelling(string value) => value.Length >= ShortestHidden && !value.All(char.IsAsciiLetterLower);

    // 'added a service hook for "https://..."': the address may lack its end, and the quotes behind it.
    private static string Quoted(string note)
    {
        var (first, last) = (note.IndexOf('"', StringComparison.Ordinal), note.LastIndexOf('"'));
        return first < 0 ? note : $"{note[..first]}\"{SecretMask.Host(note[(first + 1)..(last > first ? last : note.Length)])}\"";
    }

    // "edited sso settings: a x, b y" and "edited project settings in a to x in b to y" end at the first name that is not listed:
    // where its value ends can't be told.
    private static string Settings(string? name, string note)
    {
        if (Setting().Matches(note).FirstOrDefault(match => !AuditFields.IsShown(name, match.Groups["name"].Value)) is not { } first)
        {
            return note;
        }

        var field = first.Groups["name"];
        return $"{note[..field.Index]}{AuditDetails.Field(field.Value)} {SecretMask.Hidden}";
    }

    [GeneratedRegex(@"(?<=: |, )(?<name>[^\s,]+)(?=\s|$)|(?<= in )(?<name>\S+)(?= to )", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Setting();
}
