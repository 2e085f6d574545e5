package org.greenaudit.source.sheet;

import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;

/** The text of a cell that may be made of several runs. How it is pronounced is left out. Used again for each text. */
final class RichText {

    /** A character that XML cannot hold, or one that stands where such could be read. */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final Xml xml;
    private final StringBuilder text = new StringBuilder();
    private boolean within;
    private boolean spoken;

    /** The texts of a part. */
    RichText(Xml xml) {
        this.xml = xml;
    }

    /** Looks at an event. */
    void accept(int event) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                spoken = spoken || xml.is("rPh");
                within = !spoken && xml.is("t");
            }
            case XMLStreamConstants.END_ELEMENT -> {
                spoken = spoken && !xml.is("rPh");
                within = false;
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                if (within) {
                    xml.text(text);
                }
            }
            default -> {}
        }
    }

    /** What was gathered since this was asked last. */
    String take() {
        String taken = unescaped(text.toString());
        text.setLength(0);
        return taken;
    }

    /** A text with the characters that it names by number. */
    static String unescaped(String text) {
        return text.contains("_x")
                ? ESCAPED.matcher(text)
                        .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                                String.valueOf((char) Integer.parseInt(found.group(1), 16))))
                : text;
    }
}
