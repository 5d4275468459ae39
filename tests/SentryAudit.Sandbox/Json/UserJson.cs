using System.Text.Json;

namespace SentryAudit.Sandbox.Json;

/// <summary>An account, as lists and the caller's own page show it.</summary>
internal static class UserJson
{
    public static void Write(Utf8JsonWriter json, SandboxUser user) => Write(json, user, withAuthenticators: false);

    public static void Write(Utf8JsonWriter json, SandboxUser user, bool withAuthenticators)
    {
        json.WriteStartObject();
        json.WriteString("id", user.Id);
        json.WriteString("name", user.Name);
        json.WriteString("username", user.Email);
        json.WriteString("email", user.Email);
        json.WriteString("avatarUrl", "https://gravatar.example/avatar/" + user.Id);
        json.WriteBoolean("isActive", user.IsActive);
        if (user.IsSuspended is { } suspended)
        {
            json.WriteBoolean("isSuspended", suspended);
        }

        json.WriteBoolean("hasPasswordAuth", user.HasPasswordAuth);
        json.WriteBoolean("isManaged", user.IsManaged);
        json.Date("dateJoined", user.DateJoined);
        json.Date("lastLogin", user.LastLogin);
        json.WriteBoolean("has2fa", user.Has2Fa);
        json.Date("lastActive", user.LastActive);
        json.Flags(false, "isSuperuser", "isStaff");
        json.Raw("experiments", "{}");
        json.Raw("emails", "[]");
        json.LetterAvatar();
        if (withAuthenticators)
        {
            WriteAuthenticators(json, user);
        }

        json.WriteEndObject();
    }

    private static void WriteAuthenticators(Utf8JsonWriter json, SandboxUser user)
    {
        json.Items("authenticators", user.Has2Fa ? ["totp", "recovery"] : Array.Empty<string>(), (inner, type) =>
        {
            inner.WriteStartObject();
            inner.WriteString("id", type is "totp" ? user.Id + "1" : user.Id + "2");
            inner.WriteString("type", type);
            inner.WriteString("name", type is "totp" ? "Authenticator App" : "Recovery Codes");
            inner.Date("dateCreated", user.DateJoined);
            inner.Date("dateUsed", type is "totp" ? user.LastLogin : null);
            inner.WriteEndObject();
        });
        json.WriteBoolean("canReset2fa", user.Has2Fa);
    }
}
