namespace SentryAudit.Sandbox.Tests.Conformity;

/// <summary>Every write the document describes, once for each way it can succeed.</summary>
internal static class WriteExamples
{
    private const string Member = "organizations/{org}/members/{member}/";
    private const string OnTeam = "organizations/{org}/members/{member}/teams/{team}/";
    private const string Acme = "organizations/acme/";

    public static IReadOnlyList<WriteExample> All { get; } =
    [
        new(
            "PUT organizations/{org}/",
            Acme,
            """{"name":"Acme","openMembership":false,"storeCrashReports":5,"sensitiveFields":["pin"]}""",
            200),
        new(
            "POST organizations/{org}/members/",
            Acme + "members/",
            """{"email":"new@acme.example","orgRole":"member","teamRoles":[{"teamSlug":"frontend","role":"admin"}],"sendInvite":false}""",
            201),
        new("PUT " + Member, Acme + "members/1021/", """{"orgRole":"manager","teamRoles":[{"teamSlug":"mobile","role":"admin"}]}""", 200),
        new("DELETE " + Member, Acme + "members/1021/", null, 204),
        new("POST " + OnTeam, Acme + "members/1021/teams/payments/", null, 201),
        new("POST " + OnTeam, Acme + "members/1001/teams/frontend/", null, 204),
        new("PUT " + OnTeam, Acme + "members/1001/teams/frontend/", """{"teamRole":"admin"}""", 200),
        new("DELETE " + OnTeam, Acme + "members/1001/teams/frontend/", null, 200),
        new("POST organizations/{org}/teams/", Acme + "teams/", """{"slug":"docs","name":"Docs"}""", 201),
        new("PUT teams/{org}/{team}/", "teams/acme/mobile/", """{"slug":"apps"}""", 200),
        new("DELETE teams/{org}/{team}/", "teams/acme/mobile/", null, 204),
        new(
            "POST teams/{org}/{team}/projects/",
            "teams/acme/mobile/projects/",
            """{"name":"New one","platform":"go","default_rules":false}""",
            201),
        new(
            "PUT projects/{org}/{project}/",
            "projects/acme/search/",
            """{"name":"Find","slug":"find","resolveAge":24,"highlightTags":["a"]}""",
            200),
        new("DELETE projects/{org}/{project}/", "projects/acme/search/", null, 204),
        new("POST projects/{org}/{project}/teams/{team}/", "projects/acme/search/teams/mobile/", null, 201),
        new("DELETE projects/{org}/{project}/teams/{team}/", "projects/acme/search/teams/mobile/", null, 200),
        new(
            "POST projects/{org}/{project}/keys/",
            "projects/acme/web-frontend/keys/",
            """{"name":"ci","rateLimit":{"count":9,"window":60}}""",
            201),
        new(
            "PUT projects/{org}/{project}/keys/{key}/",
            "projects/acme/web-frontend/keys/{key}/",
            """{"name":"old","isActive":false}""",
            200),
        new("DELETE projects/{org}/{project}/keys/{key}/", "projects/acme/web-frontend/keys/{key}/", null, 204),
        new("PUT organizations/{org}/workflows/", Acme + "workflows/?id=9001&id=9002", """{"enabled":false}""", 200),
        new("DELETE organizations/{org}/workflows/", Acme + "workflows/?id=9001", null, 204),
        new("PUT organizations/{org}/workflows/{workflow}/", Acme + "workflows/9001/",
            """{"name":"New name","enabled":false,"config":{"frequency":60},"environment":"production"}""", 200),
        new("DELETE organizations/{org}/workflows/{workflow}/", Acme + "workflows/9001/", null, 204),
        new("PUT organizations/{org}/detectors/", Acme + "detectors/?id=301016", """{"enabled":false}""", 200),
        new("DELETE organizations/{org}/detectors/", Acme + "detectors/?id=301016", null, 204),
        new(
            "PUT organizations/{org}/detectors/{detector}/",
            Acme + "detectors/301016/",
            """{"name":"x","type":"metric_issue","owner":null}""",
            200),
        new("DELETE organizations/{org}/detectors/{detector}/", Acme + "detectors/301016/", null, 204),
        new("POST organizations/{org}/releases/", Acme + "releases/", """{"version":"new@1.0","projects":["search"],"ref":"abc"}""", 201),
        new(
            "PUT organizations/{org}/releases/{version}/",
            Acme + "releases/{version}/",
            """{"ref":"main","url":"https://ci.example/1"}""",
            200),
        new(
            "POST organizations/{org}/releases/{version}/deploys/",
            Acme + "releases/{version}/deploys/",
            """{"environment":"production","name":"rollout","projects":["search"]}""",
            201),
        new("PUT organizations/{org}/issues/", Acme + "issues/?id=8360000001", """{"status":"resolved","assignedTo":"team:48501"}""", 200),
        new("PUT organizations/{org}/issues/", Acme + "issues/?id=1", """{"status":"resolved"}""", 204),
        new("PUT organizations/{org}/issues/{issue}/", Acme + "issues/8360000001/", """{"status":"ignored","priority":"low"}""", 200),
    ];
}
