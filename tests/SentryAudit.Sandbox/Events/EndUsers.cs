using System.Globalization;
using SentryAudit.Sandbox.Seeding;

namespace SentryAudit.Sandbox.Events;

/// <summary>The end users of a project: some with all their data, some only an address, some with what no terminal should print.</summary>
internal static class EndUsers
{
    public static IReadOnlyList<EndUser> Of(SandboxProject project, int seed) =>
        new ComputedRows<EndUser>(project.EndUsers, index => Make(Noise.At(seed, project.Id, index, 2), index));

    private static EndUser Make(ulong noise, int index)
    {
        var number = (70_001 + index).ToString(CultureInfo.InvariantCulture);
        var first = Vocabulary.FirstNames[(int)(noise % (ulong)Vocabulary.FirstNames.Length)];
        var last = Vocabulary.LastNames[(int)((noise >> 16) % (ulong)Vocabulary.LastNames.Length)];
        var email = $"{first}.{last}{number}@customer.example".ToLowerInvariant();
        var address = string.Create(CultureInfo.InvariantCulture, $"203.0.{noise % 114}.{(noise >> 8) % 250}");
        var hash = string.Create(CultureInfo.InvariantCulture, $"{noise:x16}{Dice.Scramble(noise):x16}");
        return (index % 7) switch
        {
            1 => new EndUser(hash, null, null, null, null, address),
            2 => new EndUser(hash, number, null, null, null, null),
            3 => new EndUser(hash, null, email, null, null, null),
            4 => new EndUser(hash, number, email, "\u001b[2J" + last + number, "=HYPERLINK(\"https://bad.example\")", "2001:db8::7"),
            5 => new EndUser(hash, null, null, last + number, null, null),
            _ => new EndUser(hash, number, email, last.ToLowerInvariant() + number, $"{first} {last}", address),
        };
    }
}
