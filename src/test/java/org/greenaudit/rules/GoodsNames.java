package org.greenaudit.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of {@code names/names.csv} as purchases of an institution that cites no certificate. */
final class GoodsNames {

    private static final Path FILE = Path.of("src/test/resources/names/names.csv");
    private static final Map<String, String> BOUGHT =
            Map.of("region_code", "361002", "buyer_type", "事业单位", "registry", "complete");

    private GoodsNames() {}

    /** Both halves, in file order; {@code half}, {@code energy} and {@code eco} are cells of their own. */
    static List<JudgementCase> all() {
        try {
            return JudgementCase.in(FILE).stream().map(GoodsNames::bought).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The half that may be looked at. */
    static List<JudgementCase> tuned() {
        return all().stream().filter(name -> name.cell("half").equals("tuned")).toList();
    }

    private static JudgementCase bought(JudgementCase name) {
        Map<String, String> cells = new HashMap<>(name.cells());
        cells.putAll(BOUGHT);
        cells.put("case", name.cell("id"));
        cells.put("what", name.cell("item_name"));
        return new JudgementCase(cells);
    }
}
