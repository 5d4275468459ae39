using SentryAudit.Commands.UserStatus;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.UserStatus;

/// <summary>Runs Get-SentryUserStatus for the first organization.</summary>
internal static class Status
{
    private static readonly OrganizationReference[] First = [new("acme")];

    public static RecordingPipeline Run(SentryConnection connection, params object[] previous) =>
        CmdletRunner.Run(new GetSentryUserStatusCommand { Connection = connection, Organization = First, Previous = previous });

    public static SentryUserStatus[] Get(SentryConnection connection, params object[] previous)
    {
        var run = Run(connection, previous);
        run.ShouldSucceed();
        return run.Of<SentryUserStatus>();
    }

    public static SentryUserStatus Person(this IEnumerable<SentryUserStatus> people, string email) =>
        people.Single(person => person.Email == email);

    /// <summary>An account with a membership, which tests add.</summary>
    public static SandboxMember Account(string id, bool isActive, bool pending = false) => new()
    {
        Id = id,
        Email = $"person{id}@acme.example",
        Name = $"Person {id}",
        Pending = pending,
        User = new SandboxUser { Id = "9" + id, Name = $"Person {id}", Email = $"person{id}@acme.example", IsActive = isActive },
    };

    /// <summary>A membership without an account.</summary>
    public static SandboxMember NoAccount(string id, bool pending, bool expired = false) => new()
    {
        Id = id,
        Email = $"person{id}@acme.example",
        Name = $"person{id}@acme.example",
        Pending = pending,
        Expired = expired,
    };
}
