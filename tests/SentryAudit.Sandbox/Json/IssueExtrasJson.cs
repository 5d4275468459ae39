using System.Globalization;
using System.Text.Json;
using SentryAudit.Sandbox.Api;
using SentryAudit.Sandbox.Seeding;

namespace SentryAudit.Sandbox.Json;

/// <summary>What an issue shows only sometimes: by status, by request, or in the single view.</summary>
internal static class IssueExtrasJson
{
    public static void WriteStatusDetails(Utf8JsonWriter json, SandboxIssue issue, SandboxUser actor)
    {
        if (issue.StatusDetails is { } written)
        {
            json.Raw("statusDetails", written);
            return;
        }

        json.WriteStartObject("statusDetails");
        if (issue.Status is "resolved")
        {
            json.WriteBoolean("inNextRelease", value: true);
            json.WritePropertyName("actor");
            UserJson.Write(json, actor);
        }
        else if (issue.Substatus is "archived_until_condition_met")
        {
            json.WriteNumber("ignoreCount", 100);
            json.Date("ignoreUntil", issue.LastSeen.AddDays(30));
        }

        json.WriteEndObject();
    }

    public static void WriteCollapsible(Utf8JsonWriter json, SandboxIssue issue, Exchange exchange)
    {
        var collapsed = exchange.QueryAll("collapse");
        if (!collapsed.Contains("stats", StringComparer.Ordinal))
        {
            WriteStats(json, issue, exchange, exchange.Query("groupStatsPeriod") is { Length: > 0 } period ? period : "24h");
        }

        if (!collapsed.Contains("lifetime", StringComparer.Ordinal))
        {
            WriteSeen(json, "lifetime", issue);
        }

        if (!collapsed.Contains("filtered", StringComparer.Ordinal))
        {
            if (exchange.QueryAll("environment").Count > 0)
            {
                WriteSeen(json, "filtered", issue);
            }
            else
            {
                json.WriteNull("filtered");
            }
        }
    }

    public static void WriteExpanded(Utf8JsonWriter json, SandboxIssue issue, Exchange exchange)
    {
        foreach (var wanted in exchange.QueryAll("expand").Distinct(StringComparer.Ordinal))
        {
            switch (wanted)
            {
                case "inbox":
                    var added = issue.FirstSeen.ToSentry();
                    json.Raw("inbox", issue.Substatus is "new"
                        ? $$"""{"reason":0,"reason_details":null,"date_added":"{{added}}"}"""
                        : "null");
                    break;
                case "owners":
                    json.Raw("owners", issue.AssignedTo is { Type: "team", Id: var team }
                        ? $$"""[{"type":"ownershipRule","owner":"team:{{team}}","date_added":"{{issue.FirstSeen.ToSentry()}}"}]"""
                        : "null");
                    break;
                case "sessions":
                    json.WriteNumber("sessionCount", issue.UserCount * 3);
                    break;
                case "integrationIssues" or "sentryAppIssues":
                    json.Raw(wanted, "[]");
                    break;
                case "latestEventHasAttachments":
                    json.WriteBoolean(wanted, value: false);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>A curve for each period: 24 hours, or as many days as it says.</summary>
    public static void WriteStats(Utf8JsonWriter json, SandboxIssue issue, Exchange exchange, params ReadOnlySpan<string> periods)
    {
        json.WriteStartObject("stats");
        foreach (var period in periods)
        {
            var (points, step) = period switch { "14d" => (14, 86_400), "30d" => (30, 86_400), _ => (24, 3600) };
            var last = exchange.Now.ToUnixTimeSeconds() / step * step;
            json.Items(period, Enumerable.Range(1 - points, points), (inner, point) =>
            {
                var second = last + ((long)point * step);
                inner.WriteStartArray();
                inner.WriteNumberValue(second);
                inner.WriteNumberValue((long)(Noise.At(exchange.World.Options.Seed, issue.Count, second) % 9));
                inner.WriteEndArray();
            });
        }

        json.WriteEndObject();
    }

    private static void WriteSeen(Utf8JsonWriter json, string name, SandboxIssue issue)
    {
        json.WriteStartObject(name);
        json.WriteString("count", issue.Count.ToString(CultureInfo.InvariantCulture));
        json.WriteNumber("userCount", issue.UserCount);
        json.Date("firstSeen", issue.FirstSeen);
        json.Date("lastSeen", issue.LastSeen);
        json.Raw("stats", "{}");
        json.WriteEndObject();
    }
}
