using SentryAudit.Models;

namespace SentryAudit.Cmdlets;

/// <summary>The errors of changes that are not clear enough to be made.</summary>
internal static class ChangeFaults
{
    /// <summary>No parameter names a change.</summary>
    /// <param name="parameters">Those that do, for example <c>-NewSlug or -Name</c>.</param>
    public static SentryException NothingToChange(string parameters) =>
        new(
            "NoSentryChange",
            SentryErrorCategory.InvalidArgument,
            "There is nothing to change, because no parameter names a change.",
            $"Say what to change with {parameters}.");

    /// <summary>Several objects have the name. To change the wrong one would be worse than to change none.</summary>
    public static SentryException Ambiguous(EntityReference name, OrganizationHome organization) =>
        new(
            "AmbiguousSentryName",
            SentryErrorCategory.InvalidArgument,
            $"{organization} has more than one {name.Kind} called '{name.Value}', so none of them was changed.",
            "Use the id or pipe the object. To change all of them, use a name with a wildcard.");

    /// <summary>Many objects would be changed, and nobody could be asked whether that is wanted.</summary>
    /// <param name="sentence">What would have been done, with the number of objects.</param>
    public static SentryException TooWide(string sentence, string organizations) =>
        new(
            "SentryChangeTooWide",
            SentryErrorCategory.SecurityError,
            $"{sentence} Nothing was changed in {organizations}, because nobody could be asked whether that is wanted.",
            "Look at the plan with -WhatIf. If that is wanted, use -Force.");

    /// <summary>The two names of a pair were found, but in different organizations.</summary>
    public static SentryException AcrossOrganizations(EntityReference left, EntityReference right) =>
        new(
            "SentryObjectElsewhere",
            SentryErrorCategory.InvalidArgument,
            $"The {left.Kind} '{left}' and the {right.Kind} '{right}' are in different organizations.",
            $"Choose a {left.Kind} and a {right.Kind} of the same organization.");

    /// <summary>Something new was asked for, and several organizations could get it.</summary>
    public static SentryException OrganizationNeeded(string name) =>
        new(
            "SentryOrganizationNeeded",
            SentryErrorCategory.InvalidArgument,
            $"{name} was not created, because several organizations could be meant.",
            "Name one organization with -Organization, or connect with a default one (Connect-Sentry -Organization).");

    /// <summary>
    /// Something new was asked for in another organization than the objects it is made for. That one may have an object
    /// of the same name, but not the one that was meant.
    /// </summary>
    public static SentryException CreatedElsewhere(string name, OrganizationHome organization, IEnumerable<string> owners) =>
        new(
            "SentryObjectElsewhere",
            SentryErrorCategory.InvalidArgument,
            $"{name} was not created in {organization}, because the objects given with it belong to {string.Join(" and ", owners)}.",
            "Give objects of one organization only, and leave out -Organization: the objects name it.");
}
