using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SentryAudit.Fuzzing.Tests.Mutating;

/// <summary>Changes answers at random; the same random numbers make the same changes.</summary>
internal sealed class Mutator(Random random)
{
    private static readonly MutationKind[] Kinds = Enum.GetValues<MutationKind>();
    private static readonly string[] Others =
        ["null", "{}", "[]", "[null]", "[[]]", "[{}]", "5", "\"queued\"", "{\"detail\":\"queued\"}", "true", ""];
    private static readonly JsonDocumentOptions Forgiving = new() { MaxDepth = 200 };

    /// <param name="body">What is changed.</param>
    /// <param name="isText">Whether it is JSON; other bytes can only be cut and flipped.</param>
    public Mutation Mutate(byte[] body, bool isText = true)
    {
        var kind = isText ? Kinds[random.Next(Kinds.Length)]
            : random.Next(2) == 0 ? MutationKind.Cut
            : MutationKind.Flipped;
        return kind switch
        {
            MutationKind.Cut => new Mutation(kind, "$", body[..random.Next(body.Length)]),
            MutationKind.Flipped => new Mutation(kind, "$", Flip([.. body])),
            MutationKind.Replaced => new Mutation(kind, "$", Encoding.UTF8.GetBytes(Others[random.Next(Others.Length)])),
            _ => MutateNode(kind, JsonNode.Parse(body, nodeOptions: null, Forgiving)!),
        };
    }

    private Mutation MutateNode(MutationKind kind, JsonNode root)
    {
        var nodes = new List<(JsonNode Parent, string? Name, int Index)>();
        Collect(root, nodes);
        if (nodes.Count == 0)
        {
            return new Mutation(MutationKind.Replaced, "$", "null"u8.ToArray());
        }

        var (parent, name, index) = nodes[random.Next(nodes.Count)];
        var path = $"{parent.GetPath()}{(name is null ? $"[{index}]" : $".{name}")}";
        if (parent is JsonArray array)
        {
            MutateItem(ref kind, array, index);
        }
        else
        {
            MutateProperty(ref kind, parent.AsObject(), name!);
        }

        // JsonNode can't hold half a character, so a place holder is replaced.
        var text = root.ToJsonString().Replace(JsonValues.PlaceOfHalf, JsonValues.Half, StringComparison.Ordinal);
        return new Mutation(kind, path, Encoding.UTF8.GetBytes(text));
    }

    private void MutateItem(ref MutationKind kind, JsonArray array, int index)
    {
        switch (kind)
        {
            case MutationKind.Dropped or MutationKind.Missing:
                kind = MutationKind.Dropped;
                array.RemoveAt(index);
                break;
            case MutationKind.Twice:
                array.Add(array[index]?.DeepClone());
                break;
            default:
                array[index] = JsonValues.Of(kind, array[index], random);
                break;
        }
    }

    private void MutateProperty(ref MutationKind kind, JsonObject parent, string name)
    {
        if (kind is MutationKind.Missing or MutationKind.Dropped or MutationKind.Twice)
        {
            kind = MutationKind.Missing;
            parent.Remove(name);
        }
        else
        {
            parent[name] = JsonValues.Of(kind, parent[name], random);
        }
    }

    private byte[] Flip(byte[] body)
    {
        for (var count = random.Next(1, 4); count > 0 && body.Length > 0; count--)
        {
            body[random.Next(body.Length)] = (byte)random.Next(256);
        }

        return body;
    }

    private static void Collect(JsonNode? node, List<(JsonNode Parent, string? Name, int Index)> nodes)
    {
        foreach (var (name, value) in node as JsonObject ?? [])
        {
            nodes.Add((node!, name, 0));
            Collect(value, nodes);
        }

        for (var index = 0; index < (node as JsonArray)?.Count; index++)
        {
            nodes.Add((node!, null, index));
            Collect(node[index], nodes);
        }
    }
}
