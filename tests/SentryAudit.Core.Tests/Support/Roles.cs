namespace SentryAudit.Core.Tests.Support;

/// <summary>An organization's detail as far as roles go.</summary>
internal static class Roles
{
    public const string Path = "organizations/acme/";

    private const string Lists = """
        "orgRoleList":[
          {"id":"billing","isGlobal":false,"minimumTeamRole":"contributor"},
          {"id":"member","name":"Member","desc":"Works.","scopes":["project:read","event:read"],"isGlobal":false,"isRetired":false,
           "minimumTeamRole":"contributor"},
          {"id":"admin","isGlobal":false,"isRetired":true,"minimumTeamRole":"admin"},
          {"id":"owner","is_global":true,"minimumTeamRole":"admin"}],
        "teamRoleList":[{"id":"contributor","isGlobal":false},{"id":"admin","name":"Team Admin"}]
        """;

    public static string Detail(bool? openMembership = false) =>
        "{" + (openMembership is { } open ? $"\"openMembership\":{(open ? "true" : "false")}," : "") + Lists + "}";
}
