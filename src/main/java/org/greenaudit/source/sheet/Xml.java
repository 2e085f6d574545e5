package org.greenaudit.source.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.greenaudit.source.RowBlocks;

/** A part of a workbook in XML, gone through element by element. Knows no DTD and no entities from elsewhere. */
final class Xml implements Closeable {

    private static final XMLInputFactory FACTORY = factory();

    private final InputStream in;
    private final XMLStreamReader reader;

    /** Begins to read; the stream is closed with it. */
    Xml(InputStream in) throws IOException {
        this.in = in;
        try {
            reader = FACTORY.createXMLStreamReader(in);
        } catch (XMLStreamException e) {
            in.close();
            throw damaged(e);
        }
    }

    /** What is wrong with the part itself, or else where in it. */
    private static IOException damaged(XMLStreamException e) {
        if (e.getNestedException() instanceof IOException cause) {
            return cause;
        }
        Location place = e.getLocation();
        return new IOException(
                place == null ? "XML" : "XML " + place.getLineNumber() + ":" + place.getColumnNumber(), e);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    /** Goes to the next event, one of {@link XMLStreamConstants}. */
    int next() throws IOException {
        try {
            return reader.hasNext() ? reader.next() : XMLStreamConstants.END_DOCUMENT;
        } catch (XMLStreamException e) {
            throw damaged(e);
        } catch (RuntimeException e) {
            throw new IOException("XML", e);
        }
    }

    /** Goes to the next beginning of an element; false when there is none. */
    boolean nextElement() throws IOException {
        int event = next();
        while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_DOCUMENT) {
            event = next();
        }
        return event == XMLStreamConstants.START_ELEMENT;
    }

    /** The name of the element that begins or ends here, without its prefix. */
    String name() {
        return reader.getLocalName();
    }

    /** Whether the element that begins or ends here has that name. */
    boolean is(String name) {
        return reader.getLocalName().equals(name);
    }

    /** An attribute of the element that begins here, whatever its prefix; the empty text where there is none. */
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    /** Whether an attribute says yes. */
    boolean flag(String name) {
        String value = attribute(name);
        return value.equals("1") || value.equals("true");
    }

    /** A whole number in an attribute, 0 where there is none. */
    int number(String name) throws IOException {
        String value = attribute(name);
        try {
            return value.isEmpty() ? 0 : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IOException(name + "=" + value, e);
        }
    }

    /** Adds the text that stands here; a text that is too long for a cell anyway does not grow further. */
    void text(StringBuilder into) {
        if (into.length() <= RowBlocks.LONGEST_CELL) {
            into.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        }
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } catch (XMLStreamException e) {
            throw damaged(e);
        } finally {
            in.close();
        }
    }
}
