namespace SentryAudit.Sandbox.Api;

/// <summary>A refusal on the way to an answer.</summary>
#pragma warning disable CA1064 // internal: it never leaves the request pipeline.
internal sealed class ApiError(Answer answer) : Exception
#pragma warning restore CA1064
{
    public Answer Answer { get; } = answer;

    public static ApiError BadRequest(string detail) => new(Answer.Detail(400, detail));

    public static ApiError Unauthorized(string detail) =>
        new(Answer.Detail(401, detail).With("WWW-Authenticate", "xBasic realm=\"api\""));

    public static ApiError Forbidden() => new(Answer.Detail(403, "You do not have permission to perform this action."));

    public static ApiError NotFound() => new(Answer.Detail(404, "The requested resource does not exist"));

    /// <summary>What the gateway in front of the regions answers when it knows no such organization.</summary>
    public static ApiError NotFoundByGateway() => new(Answer.Empty(404));
}
