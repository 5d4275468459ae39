namespace SentryAudit.Common.Streams;

/// <summary>One step of reading many lists: an item of a list, or its end with the failure that ended it, if any.</summary>
internal readonly record struct ListPart<TPart, T>(TPart Part, T? Item, SentryException? Fault)
    where T : class;
