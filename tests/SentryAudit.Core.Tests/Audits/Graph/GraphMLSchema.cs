using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using SentryAudit.Audits.Graph;

namespace SentryAudit.Core.Tests.Audits.Graph;

/// <summary>
/// A schema of the part of GraphML 1.0 that the export uses. It allows what the elements of the export may hold, not all of GraphML.
/// </summary>
internal static class GraphMLSchema
{
    private const string Schema = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:g="http://graphml.graphdrawing.org/xmlns"
                   targetNamespace="http://graphml.graphdrawing.org/xmlns" elementFormDefault="qualified">
          <xs:simpleType name="kind">
            <xs:restriction base="xs:NMTOKEN">
              <xs:enumeration value="boolean"/><xs:enumeration value="long"/><xs:enumeration value="string"/>
            </xs:restriction>
          </xs:simpleType>
          <xs:simpleType name="domain">
            <xs:restriction base="xs:NMTOKEN"><xs:enumeration value="node"/><xs:enumeration value="edge"/></xs:restriction>
          </xs:simpleType>
          <xs:simpleType name="direction">
            <xs:restriction base="xs:NMTOKEN"><xs:enumeration value="directed"/></xs:restriction>
          </xs:simpleType>
          <xs:complexType name="data">
            <xs:simpleContent>
              <xs:extension base="xs:string"><xs:attribute name="key" type="xs:NMTOKEN" use="required"/></xs:extension>
            </xs:simpleContent>
          </xs:complexType>
          <xs:element name="graphml">
            <xs:complexType><xs:sequence>
              <xs:element name="key" maxOccurs="unbounded"><xs:complexType>
                <xs:attribute name="id" type="xs:NMTOKEN" use="required"/><xs:attribute name="for" type="g:domain" use="required"/>
                <xs:attribute name="attr.name" type="xs:string" use="required"/>
                <xs:attribute name="attr.type" type="g:kind" use="required"/>
              </xs:complexType></xs:element>
              <xs:element name="graph">
                <xs:complexType>
                  <xs:choice minOccurs="0" maxOccurs="unbounded">
                    <xs:element name="node"><xs:complexType>
                      <xs:sequence><xs:element name="data" type="g:data" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
                      <xs:attribute name="id" type="xs:NMTOKEN" use="required"/>
                    </xs:complexType></xs:element>
                    <xs:element name="edge"><xs:complexType>
                      <xs:sequence><xs:element name="data" type="g:data" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
                      <xs:attribute name="source" type="xs:NMTOKEN" use="required"/>
                      <xs:attribute name="target" type="xs:NMTOKEN" use="required"/>
                    </xs:complexType></xs:element>
                  </xs:choice>
                  <xs:attribute name="id" type="xs:NMTOKEN"/>
                  <xs:attribute name="edgedefault" type="g:direction" use="required"/>
                </xs:complexType>
                <xs:key name="node"><xs:selector xpath="g:node"/><xs:field xpath="@id"/></xs:key>
                <xs:keyref name="source" refer="g:node"><xs:selector xpath="g:edge"/><xs:field xpath="@source"/></xs:keyref>
                <xs:keyref name="target" refer="g:node"><xs:selector xpath="g:edge"/><xs:field xpath="@target"/></xs:keyref>
              </xs:element>
            </xs:sequence></xs:complexType>
            <xs:key name="key"><xs:selector xpath="g:key"/><xs:field xpath="@id"/></xs:key>
            <xs:keyref name="data" refer="g:key">
              <xs:selector xpath="g:graph/g:node/g:data|g:graph/g:edge/g:data"/><xs:field xpath="@key"/>
            </xs:keyref>
          </xs:element>
        </xs:schema>
        """;

    /// <summary>Parses GraphML that fits the schema.</summary>
    public static XDocument Validate(string text)
    {
        var schemas = new XmlSchemaSet();
        using var reader = XmlReader.Create(new StringReader(Schema));
        schemas.Add(GraphMLWriter.Namespace, reader);
        var document = XDocument.Parse(text, LoadOptions.PreserveWhitespace);
        document.Validate(schemas, (_, problem) => Assert.Fail(problem.Message));
        return document;
    }
}
