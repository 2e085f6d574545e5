package org.greenaudit.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.greenaudit.catalog.load.CatalogFolder;
import org.greenaudit.testing.Feed;

/** The small valid catalog with one file spoilt by chance, and purchases to be judged by it. */
public final class HostileCatalog {

    /** The file of certificates, which the small catalog has not. */
    public static final String CERTIFICATES = "certificates/a.csv";

    private static final String HEADER = "证书编号,认证类别,发证机构,品牌,产品名称,产品类别,规格型号,认证依据,颁证日期,到期日期,证书状态,状态日期\n";

    /** What cells are filled with, once or many times over. */
    private static final List<String> PARTS = List.of(
            "****####",
            "(",
            ")",
            "((a)",
            "A1~A99999999999",
            "M100",
            "M1;",
            "M1、",
            "M1 ",
            "A-",
            "A-1-",
            "甲",
            "甲牌",
            "Jia",
            "J",
            "a1/",
            "A1/B2/",
            "1200*600*750 ",
            "系列",
            "□□",
            "X",
            "[A-Z]{9}",
            "\\d+",
            "等",
            "\t",
            "\"",
            "“M1”",
            "M1（",
            "-",
            "~",
            "…",
            "𠮷",
            "ﷺ",
            "é",
            "0",
            "123456",
            "GB 1-2010、",
            "GB/T ",
            "2026-02-30",
            "有限公司",
            "中国",
            "或",
            "\n",
            "<br>",
            "&#10;",
            "CQC24701000001~003 ",
            "E1",
            "共100000个型号",
            "除M1外",
            "M1*",
            "?",
            "台式机",
            "台式计算机",
            "电脑",
            "*",
            "A02010104",
            "\0",
            "\u001b[2J",
            "\u202e",
            "=1+1",
            "{0}",
            "'");

    /** Regular expressions that find an end only after ages, take too much room, or are none. */
    private static final List<String> PATTERNS = List.of(
            "(a|a)*b",
            "(A+)+$",
            "(.*)*x",
            "(M|M1|1)*!",
            "(?:.*,){20}x",
            "(x+x+)+y",
            "^(([A-Z0-9])+.)+$",
            "(((A{99}){99}){99}){99}",
            "(?:.{0,30}){0,30}x",
            "(?=A)B",
            "(A)\\1",
            "\\QA",
            "A*+",
            "[A",
            "(?i)m|",
            "\\");

    private static final int CERTIFIED = 30;

    private final Dice dice;
    private final String file;
    private final CatalogFolder folder;

    private HostileCatalog(CatalogFolder folder, String file, Dice dice) {
        this.folder = folder;
        this.file = file;
        this.dice = dice;
    }

    /** The files of a catalog that can be spoilt. */
    public static List<String> files() {
        try (Stream<Path> files = Files.walk(CatalogFolder.BASE)) {
            return Stream.concat(
                            files.filter(Files::isRegularFile)
                                    .map(file ->
                                            CatalogFolder.BASE.relativize(file).toString()),
                            Stream.of(CERTIFICATES))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A catalog in a folder that is not there yet, with that file spoilt as the seed says. */
    public static HostileCatalog of(Path root, String file, long seed) {
        HostileCatalog catalog = new HostileCatalog(CatalogFolder.copyOfBase(root), file, new Dice(seed));
        catalog.spoil();
        return catalog;
    }

    /** The folder. */
    public CatalogFolder folder() {
        return folder;
    }

    private void spoil() {
        boolean certified = file.equals(CERTIFICATES);
        if (certified || dice.onceIn(4)) {
            certify();
        }
        if (!certified && !file.endsWith(".yaml")) {
            folder.edit(file, this::table);
        } else if (!certified) {
            folder.edit(file, text -> text + "# " + dice.below(9) + "\n" + manifest(text));
        }
        if (dice.onceIn(8)) {
            folder.write(file, bytes());
        }
    }

    private void certify() {
        StringBuilder rows = new StringBuilder(dice.onceIn(3) ? "\ufeff" : "").append(HEADER);
        for (int row = 0; row < CERTIFIED; row++) {
            rows.append(certificate(row));
        }
        String text = dice.onceIn(6) ? rows.toString().replace(',', ';') : rows.toString();
        folder.write(CERTIFICATES, text.getBytes(Charset.forName(dice.of("UTF-8", "GB18030"))));
        folder.replace("certificates/registry.yaml", "none", "complete");
    }

    private String certificate(int row) {
        int longest = dice.onceIn(100) ? 100_000 : 600;
        return String.join(
                        ",",
                        "CQC2470100" + (1000 + row),
                        "节能产品",
                        "甲认证",
                        quoted(dice.of("甲牌", "甲牌", "", "J", "甲", certified(longest))),
                        quoted(dice.of("台式机", certified(600))),
                        "E1",
                        quoted(certified(longest)),
                        quoted(dice.of("GB 1", certified(9_800))),
                        "2025-01-01",
                        "2027-12-31",
                        "有效",
                        "")
                + "\n";
    }

    /** A cell of a certificate, without what no table may hold. */
    private String certified(int longest) {
        return cell(longest).replaceAll("[\0\u001b\u202e]", "A");
    }

    /** Rows of the table, or further ones like them, of which chance wrote cells. */
    private String table(String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        String[] columns = lines.get(0).split(",", -1);
        boolean further = dice.onceIn(3);
        int rows = further && dice.onceIn(4) ? 1 + dice.below(400) : 1 + dice.below(2);
        for (int i = 0; i < rows; i++) {
            int row = 1 + dice.below(lines.size() - 1);
            String[] cells = lines.get(row).split(",", -1);
            int column = dice.below(cells.length);
            boolean pattern = column < columns.length && columns[column].equals("pattern");
            cells[column] = quoted(pattern ? dice.of(PATTERNS) : cell(dice.onceIn(4) ? 9_800 : 40));
            if (further) {
                lines.add(String.join(",", cells));
            } else {
                lines.set(row, String.join(",", cells));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private String manifest(String text) {
        return dice.of(
                "lists: *a\n",
                "a: &a [*a]\n",
                "note: " + cell(400) + "\n",
                "as_of: " + cell(40) + "\n",
                "? " + cell(40) + "\n",
                text,
                "\t- " + cell(40) + "\n",
                "? ".repeat(2_000) + "\n",
                "note: " + "{".repeat(900) + "\n");
    }

    /** The file cut, with other bytes in it, or in another charset. */
    private byte[] bytes() {
        try {
            byte[] bytes = Files.readAllBytes(folder.root().resolve(file));
            switch (dice.below(4)) {
                case 0 -> bytes = Arrays.copyOf(bytes, dice.below(bytes.length + 1));
                case 1 -> {
                    byte[] noise = dice.bytes(1 + dice.below(16));
                    System.arraycopy(noise, 0, bytes, dice.below(bytes.length - noise.length), noise.length);
                }
                default ->
                    bytes = new String(bytes, StandardCharsets.UTF_8)
                            .getBytes(Charset.forName(dice.of("UTF-16", "GB18030", "UTF-16LE", "Big5")));
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A row of a feed with some odd cells. */
    public Feed.Row row() {
        List<String> odd = List.of(
                "brand",
                "model",
                "spec",
                "item_name",
                "category_name",
                "category_code",
                "exemption_reason",
                "approval_no",
                "remark",
                "energy_certificate_no");
        Feed.Row row = Feed.row().brand("甲牌").item("台式机");
        for (int cells = dice.below(3); cells >= 0; cells--) {
            row.with(dice.of(odd), cell(dice.onceIn(10) ? 16_000 : 400));
        }
        return row;
    }

    /** One part many times over, or several. */
    private String cell(int longest) {
        if (dice.onceIn(2)) {
            String part = dice.of(PARTS);
            return part.repeat(1 + dice.below(1 + longest / part.length()));
        }
        return Stream.generate(() -> dice.of(PARTS)).limit(1L + dice.below(8)).collect(Collectors.joining());
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }
}
