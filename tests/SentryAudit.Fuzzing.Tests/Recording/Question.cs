using SentryAudit.Api;
using SentryAudit.Models;

namespace SentryAudit.Fuzzing.Tests.Recording;

/// <summary>Something that the module asks Sentry, and the objects it makes of the answers.</summary>
/// <param name="Name">What is asked for.</param>
/// <param name="Ask">Asks it.</param>
internal sealed record Question(string Name, Func<SentryApi, OrganizationHome, IAsyncEnumerable<object>> Ask)
{
    public override string ToString() => Name;
}
