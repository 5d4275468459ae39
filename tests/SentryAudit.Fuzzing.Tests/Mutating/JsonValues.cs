using System.Text.Json;
using System.Text.Json.Nodes;

namespace SentryAudit.Fuzzing.Tests.Mutating;

/// <summary>Values in the place of others.</summary>
internal static class JsonValues
{
    public const string PlaceOfHalf = "half-a-character";
    public const string Half = @"half \ud83d";
    private const int Deep = 100;

    public static JsonNode? Of(MutationKind kind, JsonNode? before, Random random) => kind switch
    {
        MutationKind.Null => null,
        MutationKind.HalfCharacter => PlaceOfHalf,
        MutationKind.Empty => Empty(before),
        MutationKind.Huge => Huge(random),
        _ => OtherKind(before, random),
    };

    private static JsonNode? OtherKind(JsonNode? before, Random random)
    {
        // In the place of null, which may stand for anything, no value that means something.
        JsonNode?[] others = [new JsonObject(), new JsonArray(), JsonValue.Create(true), new JsonArray(new JsonObject(), null)];
        var kind = before?.GetValueKind();
        var fitting = kind switch
        {
            JsonValueKind.Object => others[1..],
            JsonValueKind.Array => [others[0], others[2]],
            null => [others[0], others[3]],
            JsonValueKind.True or JsonValueKind.False => [others[0], others[1], others[3]],
            _ => others,
        };
        return fitting[random.Next(fitting.Length)];
    }

    private static JsonNode? Empty(JsonNode? before) => before?.GetValueKind() switch
    {
        JsonValueKind.Object => new JsonObject(),
        JsonValueKind.Array => new JsonArray(),
        _ => "",
    };

    private static JsonNode Huge(Random random)
    {
        switch (random.Next(5))
        {
            case 0:
                return long.MaxValue;
            case 1:
                return JsonNode.Parse("-1e308")!;
            case 2:
                return "9999-12-31T23:59:59.999-23:59";
            case 3:
                return new string('x', 100_000);
            default:
                JsonNode deep = new JsonArray();
                for (var level = 0; level < Deep; level++)
                {
                    deep = new JsonArray(deep);
                }

                return deep;
        }
    }
}
