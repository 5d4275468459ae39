using System.Text.Json;
using SentryAudit.Common.Files;

namespace SentryAudit.SignIn;

/// <summary>The file of a kept session.</summary>
internal static class SessionFile
{
    public const string Extension = ".session.json";

    /// <summary>Reads a file, without its tokens; null if it does not exist.</summary>
    /// <exception cref="SentryException">It can't be read, or can be read by other users.</exception>
    public static SessionRecord? Read(string path) => Guard(path, () =>
    {
        if (!File.Exists(path))
        {
            return null;
        }

        if (OwnerOnly.IsExposed(path))
        {
            throw Exposed(path);
        }

        var record = JsonSerializer.Deserialize(OwnerOnly.Read(path), WireSignInJson.Default.SessionRecord);
        return
            record is { Version: SessionRecord.CurrentVersion, Account: not null, ClientId: not null }
            && Uri.TryCreate(record.BaseUri, UriKind.Absolute, out _)
            ? record
            : throw Unusable(path, "it is of another version, or incomplete");
    });

    /// <summary>Reads the tokens in a file; null if it does not exist.</summary>
    public static SessionSecrets? ReadSecrets(string path, ISessionProtector protector)
    {
        if (Read(path) is not { } record)
        {
            return null;
        }

        try
        {
            return SessionSecrets.Read(protector.Unprotect(SecretName(path), record.Secret ?? ""));
        }
        catch (JsonException fault)
        {
            throw Unusable(path, "its tokens can't be read", fault);
        }
    }

    public static void Write(string path, SessionRecord record) =>
        OwnerOnly.Write(path, JsonSerializer.SerializeToUtf8Bytes(record, WireSignInJson.Default.SessionRecord));

    public static void Delete(string path) => Guard(path, () =>
    {
        File.Delete(path);
        return true;
    });

    /// <summary>The name under which a protector may keep the tokens of a file.</summary>
    public static string SecretName(string path) => "SentryAudit-" + Path.GetFileName(path)[..^Extension.Length];

    /// <summary>Runs a step on a file or folder, and turns exceptions of the system into an error that says what to do.</summary>
    public static T Guard<T>(string path, Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
        {
            throw Unusable(path, fault.Message.TrimEnd('.'), fault);
        }
    }

    public static SentryException Unusable(string path, string reason, Exception? inner = null) =>
        new(
            "SentrySessionUnusable",
            SentryErrorCategory.InvalidData,
            $"The session in {path} can't be used: {reason}.",
            "Repair or delete the file, then sign in again with -Persist.",
            inner);

    private static SentryException Exposed(string path) =>
        new(
            "SentrySessionExposed",
            SentryErrorCategory.SecurityError,
            $"{path} can be read by other users, so the session in it is not used.",
            "If nobody has read the file, remove the permissions of others (chmod 600). Otherwise revoke the application in Sentry "
                + "(User settings > Authorized applications) and delete the file.");
}
