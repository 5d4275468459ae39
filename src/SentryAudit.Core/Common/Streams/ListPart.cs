namespace SentryAudit.Common.Streams;

/// <summary>A step in reading many lists: an item of a list, or the end of a list with the fault that ended it, if there was one.</summary>
internal readonly record struct ListPart<TPart, T>(TPart Part, T? Item, SentryException? Fault)
    where T : class;
