using System.Text.Json;
using SentryAudit.Sandbox.Api;

namespace SentryAudit.Sandbox.Json;

/// <summary>A subscription: the seats, the plan, and what is used of it. Money is in cents.</summary>
internal static class SubscriptionJson
{
    public static void Write(Utf8JsonWriter json, Exchange exchange)
    {
        var organization = exchange.Organization;
        var paying = organization.Members.Count > 4;
        var restricted = organization.Members.Count(member => member.MemberLimitRestricted);
        // Invitations take a seat before anybody accepts them.
        var used = organization.Members.Count - restricted;
        var renewal = exchange.World.Options.SeedDate.AddDays(20);
        json.WriteStartObject();
        json.WriteString("id", organization.Id);
        json.WriteString("slug", organization.Slug);
        json.WriteString("plan", paying ? "am3_business" : "am3_f");
        json.WriteString("planTier", "am3");
        json.Raw("planDetails", paying
            ? """{"id":"am3_business","name":"Business","maxMembers":null,"billingInterval":"monthly","price":8900}"""
            : """{"id":"am3_f","name":"Developer","maxMembers":1,"billingInterval":"monthly","price":0}""");
        json.WriteString("status", "active");
        json.WriteBoolean("isFree", !paying);
        json.WriteBoolean("isTrial", value: false);
        json.WriteNull("trialEnd");
        json.WriteNumber("usedLicenses", used);
        // No more people fit in where some had to be locked out.
        json.WriteNumber("totalLicenses", restricted > 0 ? used : used + 5);
        json.WriteNumber("totalMembers", organization.Members.Count);
        json.WriteNumber("totalProjects", organization.Projects.Count);
        json.WriteBoolean("isOverMemberLimit", restricted > 0);
        json.WriteNumber("membersDeactivatedFromLimit", restricted);
        json.Flags(false, "isGracePeriod", "isSuspended", "usageExceeded");
        json.WriteNumber("onDemandMaxSpend", paying ? 50_000 : 0);
        json.WriteNumber("onDemandSpendUsed", paying ? 1250 : 0);
        json.WriteString("onDemandPeriodStart", Day(renewal.AddMonths(-1)));
        json.WriteString("onDemandPeriodEnd", Day(renewal.AddDays(-1)));
        json.WriteString("renewalDate", Day(renewal));
        json.WriteString("dataRetention", paying ? "90d" : null);
        json.Raw("categories", """{"errors":{"category":"errors","reserved":50000,"usage":43210,"usageExceeded":false}}""");
        json.WriteEndObject();
    }

    private static string Day(DateTimeOffset date) => date.ToSentry()[..10];
}
