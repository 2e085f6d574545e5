package org.greenaudit.source.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.InputException;

/** The charsets that feeds come in. */
enum CsvCharset {
    /** UTF-8, with or without a byte order mark. */
    UTF_8(StandardCharsets.UTF_8),
    /** GB18030, which includes GBK and GB2312. */
    GB18030(Charset.forName("GB18030"));

    private final Charset charset;

    CsvCharset(Charset charset) {
        this.charset = charset;
    }

    /** The charset. */
    Charset charset() {
        return charset;
    }

    /**
     * The charset of a name that a job may give.
     *
     * @throws InputException when there is no such name
     */
    static CsvCharset named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "utf-8", "utf8", "utf_8" -> UTF_8;
            case "gb18030", "gbk", "gb2312" -> GB18030;
            default -> throw new InputException(Text.of("source.charset-name", name));
        };
    }

    /** A check that the whole of a file is in this charset. */
    CharsetCheck check() {
        return this == UTF_8 ? new Utf8Check() : new Gb18030Check();
    }
}
