namespace CampaignTracker.Domain.GoverningDocuments;

/// <summary>How sure a fact is (domain.md's marks). Printed papers cite confirmed documents only; the rest wears a badge for staff.</summary>
public enum Confidence
{
    /// <summary>Compared with the original by a person, on screen.</summary>
    Confirmed,
    /// <summary>Read in a press, government or Party source.</summary>
    Source,
    /// <summary>From a secondary source: a form, a template, a quiz set.</summary>
    Secondary,
    /// <summary>General knowledge, unchecked.</summary>
    Recalled,
    /// <summary>Inferred.</summary>
    Inferred,
}
