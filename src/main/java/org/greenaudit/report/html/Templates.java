package org.greenaudit.report.html;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.greenaudit.report.data.ReportContext;

/** Fills the templates of the pages of a report, all in one style. */
public final class Templates {

    private static final String FOLDER = "/templates/report/";

    /** Styles and scripts, which the server sends as files. */
    private static final String ASSETS = "/assets/";

    private Templates() {}

    /** A page that shows this model. */
    public static String fill(String template, Map<String, Object> model, ReportContext context) throws IOException {
        Map<String, Object> all = new HashMap<>(model);
        all.put("say", (Mustache.Lambda) (key, out) ->
                out.write(Escapers.HTML.escape(context.say(key.execute().strip()))));
        all.put("lang", context.english() ? "en" : "zh-CN");
        all.put("title", context.title());
        all.put("auditDate", context.data().run().auditDate());
        all.put("css", resource("report.css"));
        Mustache.Compiler compiler = Mustache.compiler()
                .escapeHTML(true)
                .strictSections(true)
                .withLoader(name -> reader(name + ".mustache"));
        try (Reader reader = reader(template + ".mustache")) {
            return compiler.compile(reader).execute(all);
        }
    }

    /** The text of a style or script. */
    public static String resource(String name) throws IOException {
        try (InputStream in = stream(ASSETS + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Reader reader(String name) throws IOException {
        return new InputStreamReader(stream(FOLDER + name), StandardCharsets.UTF_8);
    }

    private static InputStream stream(String path) throws IOException {
        InputStream stream = Templates.class.getResourceAsStream(path);
        if (stream == null) {
            throw new IOException("the program lacks its resource " + path);
        }
        return stream;
    }
}
