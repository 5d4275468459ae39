using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SentryAudit.Api.Wire;

namespace SentryAudit.Core.Tests.Api.Wire;

/// <summary>A field of another shape is unknown by itself; a page that is none is refused.</summary>
public sealed class WireReadingTests
{
    private static readonly JsonSerializerOptions InPieces =
        new(WireJson.Default.WireMemberArray.Forgiving().Options) { DefaultBufferSize = 16 };

    [Theory]
    [InlineData("null")]
    [InlineData("5")]
    [InlineData("\"x\"")]
    [InlineData("[{}]")]
    public void An_object_that_is_none_is_unknown_and_the_rest_is_read(string user)
    {
        var member = Read($$"""{"user":{{user}},"id":"1","flags":{"sso:linked":{{user}} } }""", WireJson.Default.WireMember)!;

        Assert.Equal(("1", null, null), (member.Id, member.User, member.Flags!.SsoLinked));
    }

    [Theory]
    [InlineData("""["a",null]""")]
    [InlineData("""["a",{}]""")]
    [InlineData("""["a",["b"]]""")]
    [InlineData("{}")]
    [InlineData("7")]
    public void A_list_with_something_strange_in_it_is_unknown_as_a_whole(string ids)
    {
        var workflow = Read($$"""{"detectorIds":{{ids}},"id":"1"}""", WireJson.Default.WireWorkflow)!;

        Assert.Equal(("1", null), (workflow.Id, workflow.DetectorIds));
    }

    [Fact]
    public void Numbers_that_are_not_known_leave_the_others_in_their_places() =>
        Assert.Equal(
            [1, null, null, 4],
            Read("""{"groups":[{"series":{"sum(quantity)":[1,null,{},4]}}]}""", WireJson.Default.WireStats)!.Groups![0].Series!.Quantity!);

    [Theory]
    [InlineData(@"{""note"":""half \ud83d""}")]
    [InlineData(@"{""half \udc00"":1}")]
    [InlineData(@"[[""\ud83d\ud83d""]]")]
    public void Free_JSON_with_half_a_character_in_it_is_unknown(string data)
    {
        var log = Read($$"""{"rows":[{"data":{{data}},"id":"1"}]}""", WireJson.Default.WireAuditLog)!;

        Assert.Equal(("1", null), (log.Rows![0]!.Id, log.Rows[0]!.Data));
    }

    [Fact]
    public void Text_that_is_no_Unicode_is_unknown()
    {
        byte[] json = [.. "{\"name\":\""u8, 0xC3, 0x28, .. "\",\"id\":\"1\"}"u8];

        var member = JsonSerializer.Deserialize(json, WireJson.Default.WireMember.Forgiving())!;

        Assert.Equal(("1", null), (member.Id, member.Name));
    }

    [Fact]
    public async Task What_comes_in_pieces_is_read_as_what_comes_at_once()
    {
        using var stream = new MemoryStream("""[{"id":{"no":["id"]},"pending":{"a":1},"user":[[1]],"flags":7,"name":"n"}]"""u8.ToArray());

        var members = await JsonSerializer.DeserializeAsync<WireMember[]>(stream, InPieces);

        Assert.Equal((null, null, null, "n"), (members![0].Id, members[0].Pending, members[0].User, members[0].Name));
    }

    [Theory]
    [InlineData("5")]
    [InlineData("[5]")]
    [InlineData("{}")]
    public void A_page_that_is_none_is_refused_with_its_place(string json)
    {
        var fault = Assert.Throws<JsonException>(() => Read(json, WireJson.Default.WireMemberArray));

        Assert.StartsWith("$", fault.Path, StringComparison.Ordinal);
    }

    private static T? Read<T>(string json, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(Encoding.UTF8.GetBytes(json), type.Forgiving());
}
