namespace SentryAudit.Sandbox.Events;

/// <summary>One kind of issue for each kind of entry and each oddity. In order, so that small estates have the commonest.</summary>
internal static class IssueKinds
{
    public static IReadOnlyList<IssueKind> All { get; } =
    [
        new("ValueError: invalid literal for int() with base 10: 'twelve'", "app.orders in parse", "error", "error", "error", "error")
        {
            Metadata = """{"type":"ValueError","value":"invalid literal for int() with base 10: 'twelve'","filename":"app/orders.py"}""",
            EntryTypes = ["exception", "breadcrumbs", "request"],
            Location = "app/orders.py",
            Unhandled = true,
        },
        new("Disk 91% full", null, "warning", "default", "error", "error")
        {
            Metadata = """{"title":"Disk 91% full"}""",
            EntryTypes = ["message", "stacktrace"],
            Logger = "watchdog",
        },
        new("User Feedback: The save button does nothing", "user", "info", "feedback", "feedback", "feedback")
        {
            Metadata = """
                {"title":"User Feedback","message":"The save button does nothing since this morning.\nI pressed it twice.",
                "contact_email":"rosa@customer.example","name":"Rosa","source":"new_feedback_envelope"}
                """,
        },
        new("SIGSEGV: Attempted to dereference null pointer.", "renderFrame", "fatal", "error", "error", "error")
        {
            Metadata = """{"type":"SIGSEGV","value":"Attempted to dereference null pointer.","function":"renderFrame"}""",
            EntryTypes = ["exception", "threads", "breadcrumbs"],
            Unhandled = true,
        },
        new("Blocked 'script' from 'cdn.example'", "script-src", "info", "csp", "error", "error")
        {
            Metadata = """{"directive":"script-src","uri":"cdn.example","message":"Blocked 'script' from 'cdn.example'"}""",
            EntryTypes = ["csp", "request"],
            Logger = "csp",
        },
        new("N+1 Query", "/orders/", "info", "transaction", "performance_n_plus_one_db_queries", "db_query")
        {
            Metadata = """{"title":"N+1 Query","location":"/orders/","value":"SELECT * FROM line WHERE order_id = %s"}""",
            EntryTypes = ["spans", "request", "breadcrumbs"],
            Location = "/orders/",
        },
        new("Hologram flickered", "deck.five", "unknown", "default", "error", "error")
        {
            Metadata = """{"title":"Hologram flickered","":"an entry without a name"}""",
            EntryTypes = ["hologram", "template", "message"],
        },
        // Titles come from programs, and programs quote what users type: escapes, markup, formulas, right to left.
        new(
            "\u001b[31mTypeError\u001b[0m: <b>x</b> is =1+1 \u202eנכון\u202c 🦊", "/cart\n/checkout", "error", "error", "error", "error")
        {
            Metadata = """{"type":"TypeError","value":"<script>alert(1)</script>","filename":"cart.js"}""",
            EntryTypes = ["exception"],
            Location = "cart.js",
        },
        new("Downtime detected for https://shop.example", null, "error", "generic", "uptime_domain_failure", "outage")
        {
            Metadata = """{"title":"Downtime detected for https://shop.example"}""",
        },
        new("<unlabeled event>", "", "sample", "default", "error", "error") { Metadata = "{}" },
    ];
}
