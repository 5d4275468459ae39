using System.Net;
using SentryAudit.Sandbox.Api;

namespace SentryAudit.Sandbox.OAuth;

/// <summary>What a person sees. The estate's owner is taken to be signed in.</summary>
internal static class OAuthPages
{
    public static Answer EnterCode(string? userCode) =>
        Page(
            200,
            "Connect a device",
            $"""
            <form method="post"><label>Code <input id="user_code" name="user_code" value="{WebUtility.HtmlEncode(
                userCode
            )}"></label> <button id="continue">Continue</button></form>
            """
        );

    public static Answer Consent(string application, IEnumerable<string> scopes, string? userCode = null) =>
        Page(
            200,
            $"Connect {application}",
            $"""
            <p>It asks for: {WebUtility.HtmlEncode(string.Join(", ", scopes))}</p>
            <form method="post"><input type="hidden" name="user_code" value="{WebUtility.HtmlEncode(userCode)}">
            <button id="approve" name="op" value="approve">Approve</button> <button id="deny" name="op" value="deny">Deny</button></form>
            """
        );

    public static Answer Done(bool approved) =>
        Page(200, approved ? "Connected" : "Denied", """<p id="done">You can go back to your device.</p>""");

    public static Answer Error(string text) => Page(400, "Error", $"""<p id="error">{WebUtility.HtmlEncode(text)}</p>""");

    private static Answer Page(int status, string title, string body) =>
        Answer.Text(
            status,
            $"""
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>{WebUtility.HtmlEncode(title)}</title></head>
            <body><h1>{WebUtility.HtmlEncode(title)}</h1>{body}</body>
            </html>
            """,
            "text/html; charset=utf-8");
}
