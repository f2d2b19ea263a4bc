using System.Text;
using System.Xml;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Papers;

namespace CampaignTracker.Reports.Excel;

/// <summary>A part as XML; whatever the reader trips over becomes a refusal.</summary>
internal sealed class PartReader : IDisposable
{
    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = true };
    private readonly PartStream stream;
    private readonly XmlReader xml;

    public PartReader(PartStream stream)
    {
        this.stream = stream;
        var settings = Safe.Clone();
        settings.NameTable = new BoundedNames();
        try
        {
            xml = XmlReader.Create(stream, settings);
        }
        catch (Exception broken) when (IsBroken(broken))
        {
            throw Refused();
        }
    }

    public XmlReader Xml => xml;

    /// <summary>Moves on by one node.</summary>
    public bool Read()
    {
        try
        {
            return xml.Read();
        }
        catch (Exception broken) when (IsBroken(broken))
        {
            throw Refused();
        }
    }

    /// <summary>Moves on to the next element.</summary>
    public bool NextElement()
    {
        while (Read())
            if (xml.NodeType == XmlNodeType.Element) return true;
        return false;
    }

    /// <summary>Passes over what an element holds; stands on its end afterwards.</summary>
    public void Skip()
    {
        if (xml.IsEmptyElement) return;
        var depth = xml.Depth;
        while (Read() && xml.Depth > depth) { }
    }

    /// <summary>The text of an element without children, piece by piece: a text of a gigabyte is refused before it is built.</summary>
    /// <param name="into">Takes the text.</param>
    /// <param name="longest">Most characters <paramref name="into"/> may hold.</param>
    /// <param name="buffer">For the pieces.</param>
    public void Text(StringBuilder into, int longest, char[] buffer)
    {
        if (xml.IsEmptyElement) return;
        var depth = xml.Depth;
        while (Read() && xml.Depth > depth)
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
                for (int got; (got = Chunk(buffer)) > 0;)
                {
                    into.Append(buffer, 0, got);
                    if (into.Length > longest) throw UntrustedZip.TooMuch(WorkbookMeasure.CellCharacters, longest);
                }
    }

    public void Dispose() => xml.Dispose();

    private int Chunk(char[] buffer)
    {
        try
        {
            return xml.ReadValueChunk(buffer, 0, buffer.Length);
        }
        catch (Exception broken) when (IsBroken(broken))
        {
            throw Refused();
        }
    }

    private Refusal Refused() => UntrustedZip.Unreadable(stream.HasDocumentType ? WorkbookFault.OutsideContent : WorkbookFault.Damaged);

    private static bool IsBroken(Exception met) => met is XmlException or InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException or InvalidOperationException;
}
