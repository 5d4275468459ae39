using System.Reflection;
using System.Text;
using SentryAudit.Common.Text;
using SentryAudit.Connections;
using SentryAudit.Core.Tests.Support;
using SentryAudit.Http;
using SentryAudit.Http.Endpoints;
using SentryAudit.Inventory;

namespace SentryAudit.Core.Tests.Common.Errors;

/// <summary>Every error says in whole sentences what is wrong and what to do, and has a stable id.</summary>
public sealed class ErrorMessageTests
{
    private static readonly SentryRequest Request = new()
    {
        Host = Estate.Region,
        Endpoint = MemberEndpoints.Members,
        Path = "organizations/acme/members/",
    };

    public static TheoryData<string, Func<Task<SentryException>>> Failures =>
        new()
        {
            { "NoSentryToken", () => Thrown(() => new ConnectionSources { Environment = _ => null }.Resolve(_ => { })) },
            {
                "BorrowedSentryUri",
                () =>
                    Thrown(() =>
                        new ConnectionSources
                        {
                            Token = new SecretText("t"),
                            Environment = _ => null,
                            NearFile = new SentryCliFile("/repo/.sentryclirc", null, "https://x", null),
                        }.Resolve(_ => { }))
            },
            { "InvalidSentryUri", () => Thrown(() => SentryAddress.Normalize(new Uri("ftp://x"), allowInsecure: false)) },
            { "InvalidSentryUri", () => Thrown(() => SentryAddress.Normalize(new Uri("ftp://a@x"), allowInsecure: false)) },
            { "InvalidSentryUri", () => Thrown(() => SentryAddress.Normalize(new Uri("https://a@x"), allowInsecure: false)) },
            { "InvalidSentryUri", () => Thrown(() => SentryAddress.Normalize(new Uri("http://x.example"), allowInsecure: false)) },
            {
                "SentryOrganizationNotFound",
                () =>
                    Thrown(() =>
                        Estate
                            .Api(new FakeTransport().On("organizations/", "[]").On("organizations/x/", 404))
                            .Organizations.ResolveAsync(new OrganizationReference("x"), default)
                            .ToListAsync()
                            .AsTask())
            },
            {
                "IncompleteListing",
                () =>
                    Thrown(() =>
                        Estate
                            .Api(new FakeTransport().On("organizations/", "[]", 500))
                            .Organizations.ListAsync([], default)
                            .ToListAsync()
                            .AsTask())
            },
        };

    public static TheoryData<int, string> Answers
    {
        get
        {
            int[] statuses = [302, 400, 401, 403, 404, 408, 409, 410, 418, 429, 500, 502, 503, 504];
            string[] bodies =
            [
                "",
                "<html>",
                """{"detail":"Something"}""",
                """{"detail":"Something."}""",
                """{"errorId":"e","detail":"Internal Error"}""",
            ];
            var answers = new TheoryData<int, string>();
            foreach (var status in statuses)
            {
                foreach (var body in bodies)
                {
                    answers.Add(status, body);
                }
            }

            return answers;
        }
    }

    public static TheoryData<string> Factories =>
        [
            .. typeof(SentryFaults)
                .GetMethods(BindingFlags.Static | BindingFlags.Public)
                .Where(method => method.ReturnType == typeof(SentryApiException))
                .Select(method => method.Name),
        ];

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_failure_before_or_between_calls_is_explained(string id, Func<Task<SentryException>> fail)
    {
        var fault = await fail();

        Assert.Equal(id, fault.ErrorId);
        InWholeSentences(fault);
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public void An_error_answer_of_Sentry_is_explained(int status, string body) =>
        InWholeSentences(
            AnswerFaults.From(
                Request,
                new ErrorAnswer(status, SentryErrorBody.Parse(Encoding.UTF8.GetBytes(body))) { RequestId = "r1" }));

    [Theory]
    [MemberData(nameof(Factories))]
    public void A_failure_of_the_transport_is_explained(string factory)
    {
        var method = typeof(SentryFaults).GetMethod(factory)!;

        InWholeSentences((SentryApiException)method.Invoke(null, [.. method.GetParameters().Select(Sample)])!);
    }

    [Fact]
    public void What_an_inventory_does_not_hold_is_explained()
    {
        var time = new DateTimeOffset(2026, 9, 1, 0, 0, 0, TimeSpan.Zero);
        var stored = new StoredEstate
        {
            Path = "/inventory",
            Host = Estate.Base,
            Organizations = [new StoredOrganization(Estate.Acme, Store: null, () => throw new InvalidOperationException())],
        };
        var section = new InventorySection
        {
            Type = "Member",
            ReadAt = time,
            IsComplete = false,
            Problem = "Sentry failed.",
            Count = 0,
            RemovedCount = 0,
            Length = 0,
        };

        Assert.All(
            [
                OfflineFaults.ApiRequired("-Query", "an inventory can't search as Sentry does"),
                OfflineFaults.ApiRequired("GET /", stored),
                OfflineFaults.NotInInventory(InventoryKinds.Member, Estate.Acme),
                OfflineFaults.Incomplete(InventoryKinds.Member, Estate.Acme, section),
                OfflineFaults.Incomplete(InventoryKinds.Member, Estate.Acme, section with { Problem = null }),
                OfflineFaults.UnknownMembers(Estate.Acme, 2),
                OfflineFaults.NotThen("/inventory", time, time),
                OfflineFaults.SeveralHosts("/inventory", [Estate.Base, Estate.Region]),
                OfflineFaults.NotOfHost("/inventory", Estate.Base),
                OfflineFaults.OrganizationNotFound("x", stored),
                InventoryFaults.NotFound("/inventory"),
            ],
            InWholeSentences);
    }

    private static void InWholeSentences(SentryException fault)
    {
        Assert.Matches("^[A-Z][A-Za-z]+$", fault.ErrorId);
        Assert.All([fault.Message, fault.RecommendedAction], text =>
        {
            Assert.EndsWith(".", text, StringComparison.Ordinal);
            Assert.DoesNotContain("..", text.Replace("'..'", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.False(char.IsWhiteSpace(text[0]));
        });
    }

    private static object? Sample(ParameterInfo parameter) =>
        parameter.ParameterType switch
        {
            var type when type == typeof(SentryRequest) => Request,
            var type when type == typeof(SentryApiException) => AnswerFaults.From(
                Request,
                new ErrorAnswer(429, SentryErrorBody.Empty)),
            _ when parameter.HasDefaultValue => parameter.DefaultValue,
            var type when type == typeof(string) => "reason",
            var type when type == typeof(int) => 429,
            var type when type.IsValueType => Activator.CreateInstance(type),
            _ => null,
        };

    private static Task<SentryException> Thrown(Action act) => Task.FromResult((SentryException)Record.Exception(act)!);

    private static async Task<SentryException> Thrown(Func<Task> act) => (SentryException)(await Record.ExceptionAsync(act))!;
}
