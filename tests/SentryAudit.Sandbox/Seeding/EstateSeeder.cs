using System.Globalization;

namespace SentryAudit.Sandbox.Seeding;

/// <summary>Builds an estate out of the options: one organization of the wanted size, and small ones beside it.</summary>
internal static class EstateSeeder
{
    private static readonly SandboxOptions Small = new()
    {
        Members = 4,
        Projects = 2,
        Teams = 2,
        Releases = 3,
        AlertRules = 2,
        PendingInvites = 1,
        Issues = 4,
        ProjectUsers = 3,
        AuditLogEntries = 5,
    };

    public static SandboxEstate Seed(SandboxOptions options)
    {
        var dice = new Dice(options.Seed, options.SeedDate);
        var estate = new SandboxEstate { Owner = OwnerOfAll(dice) };
        for (var index = 0; index < options.Organizations; index++)
        {
            estate.Organizations.Add(SeedOrganization(index, options, estate.Owner, dice));
        }

        return estate;
    }

    private static SandboxUser OwnerOfAll(Dice dice) => new()
    {
        Id = "280000",
        Name = "Ada Ackerman",
        Email = "ada.ackerman@acme.example",
        Has2Fa = true,
        DateJoined = dice.DaysAgo(2900, 3000),
        LastLogin = dice.DaysAgo(0, 3),
        LastActive = dice.DaysAgo(0, 1),
    };

    private static SandboxOrganization SeedOrganization(int index, SandboxOptions options, SandboxUser owner, Dice dice)
    {
        var size = index == 0 ? options : Small;
        var number = (index + 1).ToString(CultureInfo.InvariantCulture);
        var (slug, name) = index < Vocabulary.Organizations.Length
            ? Vocabulary.Organizations[index]
            : ($"company-{number}", $"Company {number}");
        var organization = new SandboxOrganization
        {
            Id = (4504096 + index).ToString(CultureInfo.InvariantCulture),
            Slug = slug,
            Name = name,
            Region = index % 2 == 0 ? "us" : "de",
            DateCreated = dice.DaysAgo(2800 - index, 2801 - index),
            Require2Fa = index % 2 == 1,
            HasAuthProvider = index == 0,
        };
        var ids = new IdSequence(index);
        MemberSeeder.Seed(organization, size, owner, dice, ids);
        TeamSeeder.Seed(organization, size, dice, ids);
        ProjectSeeder.Seed(organization, size, dice, ids);
        ReleaseSeeder.Seed(organization, size, dice, ids);
        DetectorSeeder.Seed(organization, size, dice, ids);
        WorkflowSeeder.Seed(organization, size, dice, ids);
        LegacyAlertSeeder.Seed(organization, ids);
        ResourceSeeder.Seed(organization, dice, ids);
        // What came later rolls dice of its own, so that nothing before it changes.
        var laterDice = new Dice(options.Seed + 1000 + index, options.SeedDate);
        IssueSeeder.Seed(organization, options, size.Issues, size.ProjectUsers);
        UserReportSeeder.Seed(organization, options, laterDice, ids);
        ResourceOddities.Seed(organization, laterDice, ids);
        IntegrationSeeder.Seed(organization, laterDice, ids);
        RequestSeeder.Seed(organization, laterDice, ids);
        AuditLogSeeder.Seed(organization, size.AuditLogEntries, laterDice, ids);
        return organization;
    }
}
