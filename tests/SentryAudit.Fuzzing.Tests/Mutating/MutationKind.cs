namespace SentryAudit.Fuzzing.Tests.Mutating;

/// <summary>What is done to an answer.</summary>
internal enum MutationKind
{
    /// <summary>A value is null.</summary>
    Null,

    /// <summary>A property is missing.</summary>
    Missing,

    /// <summary>A value is of another kind.</summary>
    OtherKind,

    /// <summary>A text is no Unicode: half of a pair of surrogates.</summary>
    HalfCharacter,

    /// <summary>A text, list or object is empty.</summary>
    Empty,

    /// <summary>A number or a text is out of all proportion.</summary>
    Huge,

    /// <summary>An item of a list is there twice.</summary>
    Twice,

    /// <summary>An item of a list is not there.</summary>
    Dropped,

    /// <summary>The answer ends early.</summary>
    Cut,

    /// <summary>Some bytes are others, which also makes invalid UTF-8.</summary>
    Flipped,

    /// <summary>The whole answer is another one.</summary>
    Replaced,
}
