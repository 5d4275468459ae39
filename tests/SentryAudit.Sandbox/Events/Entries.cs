namespace SentryAudit.Sandbox.Events;

/// <summary>The data of an event's entries, as JSON, by type. Mostly an object, of spans a list, of a template nothing.</summary>
internal static class Entries
{
    private const string Frames =
        """
        {"frames":[
        {"filename":"runner.py","absPath":"/usr/lib/runner.py","module":"runner","package":null,"platform":null,"instructionAddr":null,
        "symbolAddr":null,"function":"run","rawFunction":null,"symbol":null,"context":[],"lineNo":7,"colNo":null,"trust":null,"inApp":false,
        "vars":null,"lock":null,"sourceLink":null},
        {"filename":"app/orders.py","absPath":"/srv/app/orders.py","module":"app.orders","package":null,"platform":null,
        "instructionAddr":null,"symbolAddr":null,"function":"parse","rawFunction":null,"symbol":null,
        "context":[[41,"def parse(quantity):"],[42,"    return int(quantity)"]],"lineNo":42,"colNo":null,"trust":null,"inApp":true,
        "vars":{"quantity":"'twelve'","":"a variable without a name"},"lock":null,"sourceLink":null}],
        "framesOmitted":null,"registers":null,"hasSystemFrames":true}
        """;

    private static readonly Dictionary<string, string> Data = new(StringComparer.Ordinal)
    {
        ["exception"] =
            $$"""
            {"values":[{"type":"ValueError","value":"invalid literal for int() with base 10: 'twelve'","mechanism":
            {"type":"generic","handled":false},"threadId":null,"module":null,"stacktrace":{{Frames}},"rawStacktrace":null},
            {"type":null,"value":null,"mechanism":null,"threadId":259,"module":"app","stacktrace":null,"rawStacktrace":null}],
            "hasSystemFrames":true,"excOmitted":null}
            """,
        ["stacktrace"] = Frames,
        ["breadcrumbs"] =
            """
            {"values":[{"type":"http","timestamp":"2026-08-31T10:00:00Z","level":"info","message":null,"category":"requests",
            "data":{"url":"https://api.example/orders","method":"POST","status_code":500},"event_id":null},
            {"type":"default","timestamp":null,"level":"warning","message":"retrying \u001b[1mnow\u001b[0m","category":"log","data":null,
            "event_id":null}]}
            """,
        ["request"] =
            """
            {"apiTarget":null,"method":"POST","url":"https://shop.example/orders","query":[["id","12"]],"fragment":null,
            "data":{"quantity":"twelve","":"a field without a name"},
            "headers":[["Authorization","[Filtered]"],["Referer","https://shop.example/"],["User-Agent","Mozilla/5.0"]],
            "cookies":[["session","not-a-real-session"]],"env":{"REMOTE_ADDR":"203.0.113.9"},
            "inferredContentType":"application/json"}
            """,
        ["message"] = """{"formatted":"Disk 91% full","message":"Disk %s full","params":["91%"]}""",
        ["threads"] =
            $$$"""
            {"values":[{"id":259,"current":true,"crashed":true,"name":"main","stacktrace":{{{Frames}}},"rawStacktrace":null,"state":null,
            "heldLocks":null},{"id":"render","current":false,"crashed":false,"name":null,"stacktrace":null,"rawStacktrace":null,
            "state":"waiting","heldLocks":{}}]}
            """,
        ["spans"] =
            """
            [{"trace_id":"4f6d1c2b3a495867a1b2c3d4e5f60718","span_id":"a1b2c3d4e5f60718","parent_span_id":"0718293a4b5c6d7e","op":"db",
            "description":"SELECT * FROM line WHERE order_id = %s","start_timestamp":1756684800.5,"timestamp":1756684800.75,
            "status":"ok","hash":"d3b07384d113edec","data":{"db.system":"postgresql"},"tags":{},"exclusive_time":250.0}]
            """,
        ["csp"] =
            """
            {"document_uri":"https://shop.example/","effective_directive":"script-src","violated_directive":"script-src 'self'",
            "blocked_uri":"https://cdn.example/x.js","original_policy":"default-src 'self'","referrer":"","status_code":200,
            "source_file":null,"line_number":null,"disposition":"enforce"}
            """,
        // No Sentry sends this: clients must not stumble over the types to come.
        ["hologram"] = """{"":{"":"nothing here has a name"},"depth":3.5,"layers":[null,[],{"Depth":1,"depth":2}]}""",
        ["template"] = "null",
    };

    public static string Of(string type) => Data[type];
}
