package org.greenaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.greenaudit.testing.Folders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Careless and malicious catalogs: each is told in both languages with exit status 2 and without a stack trace. */
class CatalogAttacksTest {

    private static final Path BASE = Path.of("src/test/resources/catalog/base");
    private static final String CERTIFICATES = "证书编号,认证类别,发证机构,品牌,产品名称,产品类别,规格型号,认证依据,颁证日期,到期日期,证书状态,状态日期\n";
    private static final String CERTIFICATE = "虚构1,节能产品,甲认证,甲牌,台式机,E1,M1,GB 1,2025-01-01,2027-12-31,有效,\n";

    @TempDir
    private Path root;

    /** Something done to a copy of the small valid catalog. */
    interface Attack {
        void on(Path catalog) throws IOException;
    }

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> files = Files.walk(BASE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = root.resolve(BASE.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    static Stream<Arguments> attacks() {
        return Stream.of(
                // the bytes of a file
                attack("a table in GB18030", "brand-aliases.csv", in("brand-aliases.csv", "GB18030")),
                attack("a table in UTF-16", "feed-headers.csv", in("feed-headers.csv", "UTF-16")),
                attack("a table in UTF-16 without byte order mark", "clauses.csv", in("clauses.csv", "UTF-16LE")),
                attack("a NUL in a cell", "clauses.csv:3", replace("clauses.csv", "文件甲", "文件\0甲")),
                attack("an empty file", "name-terms.csv", write("name-terms.csv", "")),
                attack("only a byte order mark", "name-terms.csv", write("name-terms.csv", "\ufeff\r\n\r\n")),
                attack(
                        "a workbook by the name of a table",
                        "lists.csv",
                        c -> Files.write(c.resolve("lists.csv"), new byte[] {'P', 'K', 3, 4, (byte) 0xff, 0})),
                attack(
                        "a table of 40 MB",
                        "clauses.csv",
                        c -> Files.write(c.resolve("clauses.csv"), new byte[40 << 20])),
                attack(
                        "a cell of a million characters",
                        "clauses.csv:7 note",
                        append("clauses.csv", "x,甲,A,fictional," + "长".repeat(1_000_000))),
                attack(
                        "a quote that never closes",
                        "product-kinds.csv:8",
                        replace("product-kinds.csv", "板材,", "\"板材,")),
                attack(
                        "escape sequences for the terminal",
                        "clause_id",
                        replace("clauses.csv", "samr-2019-16,", "\u001b[2Jsamr\u202e,")),
                // the columns
                attack(
                        "a missing column",
                        "product-kinds.csv:1 parent",
                        replace("product-kinds.csv", "kind,parent,", "kind,")),
                attack(
                        "a further column",
                        "product-kinds.csv:1 colour",
                        replace("product-kinds.csv", "note\n", "note,colour\n")),
                attack(
                        "semicolons",
                        "product-kinds.csv:1",
                        c -> edit(c, "product-kinds.csv", t -> t.replace(',', ';'))),
                attack(
                        "no header",
                        "brand-aliases.csv:1",
                        replace("brand-aliases.csv", "brand,alias,provenance,note\n", "")),
                attack(
                        "a row too short",
                        "lists/energy.csv:2",
                        replace("lists/energy.csv", ",GB 1,,fictional,fictional,fictional,", "")),
                // the cells
                attack(
                        "a duplicate code",
                        "category-codes-2022.csv:8 code",
                        append("category-codes-2022.csv", "A02010104,服务器,,x")),
                attack(
                        "a 2013 code for 2022",
                        "category-codes-2022.csv:8 code",
                        append("category-codes-2022.csv", "A0201,短,,x")),
                attack(
                        "codes in full width",
                        "category-codes-2013.csv:6 code",
                        append("category-codes-2013.csv", "Ａ０２,宽,x")),
                attack(
                        "effective_to before effective_from",
                        "lists.csv:3 effective_from",
                        replace("lists.csv", "2019-04-01,,,L", "2019-04-01,2018-04-01,,L")),
                attack(
                        "a date of Excel",
                        "lists.csv:3 effective_from",
                        replace("lists.csv", "2019-04-01,,,L", "43556,,,L")),
                attack(
                        "an edition that shares the file of another",
                        "lists.csv:4 items_file",
                        edition("lists/eco.csv")),
                attack("an edition that begins before the other ends", "lists.csv:4 effective_from", c -> {
                    append("lists.csv", row("lists/b.csv")).on(c);
                    String items = Files.readString(c.resolve("lists/eco.csv"));
                    Files.writeString(c.resolve("lists/b.csv"), items.replace("\nL", "\nLB"));
                }),
                attack("an edition that began as a copy", "lists/b.csv:2 entry_id", c -> {
                    edition("lists/b.csv").on(c);
                    Files.copy(c.resolve("lists/eco.csv"), c.resolve("lists/b.csv"));
                }),
                attack(
                        "the letter of all ★ rows gone",
                        "lists/energy.csv:2 duty",
                        replace("lists.csv", ",M,P,", ",,P,")),
                attack(
                        "a kind whose row is broken",
                        "product-kinds.csv:3",
                        replace("product-kinds.csv", "台式计算机,计算机,fictional,", "台式计算机,计算机")),
                attack(
                        "a kind that is gone",
                        "name-terms.csv:2 kind",
                        replace("product-kinds.csv", "台式计算机,计算机,fictional,\n", "")),
                attack("an items file outside", "lists.csv:4 items_file", edition("../../../etc/passwd")),
                attack("an absolute items file", "lists.csv:4 items_file", edition("/dev/zero")),
                attack("an items file of no name", "lists.csv:4 items_file", edition("lists/\u0001.csv")),
                attack(
                        "one term for two kinds",
                        "name-terms.csv:8 term",
                        append("name-terms.csv", "单元机,include,台式机,,")),
                attack(
                        "kinds in a circle",
                        "product-kinds.csv:2 parent",
                        replace("product-kinds.csv", "计算机,,", "计算机,台式计算机,")),
                attack("an alias that is a brand", "brand-aliases.csv:4 alias", append("brand-aliases.csv", "丙牌,甲牌,,")),
                attack(
                        "an unknown scheme of codes",
                        "lists/energy.csv:2 code_2013",
                        replace("lists/energy.csv", "E1,1,计算机设备,A02010104", "E1,1,计算机设备,GPC-104")),
                attack("a bad pattern", "non-substitutes.csv:3 pattern", append("non-substitutes.csv", "[a-,x,,")),
                attack(
                        "a pattern to overflow the stack",
                        "non-substitutes.csv:3 pattern",
                        append("non-substitutes.csv", "(".repeat(9000) + ")".repeat(9000) + ",x,,")),
                attack(
                        "a pattern for everything",
                        "non-substitutes.csv:3 pattern",
                        append("non-substitutes.csv", "A*,x,,")),
                attack(
                        "a share above all",
                        "official-indicators.csv:5 share_percent",
                        append("official-indicators.csv", "2022,eco-label,1,1e9,")),
                // the manifest
                attack(
                        "an unknown key",
                        "registry.yaml:6 remark",
                        replace("certificates/registry.yaml", "note:", "remark:")),
                attack(
                        "a key twice",
                        "registry.yaml:7 as_of",
                        append("certificates/registry.yaml", "as_of: 2026-01-01")),
                attack(
                        "a tab for indentation",
                        "registry.yaml",
                        replace("certificates/registry.yaml", "  eco", "\teco")),
                attack("an empty manifest", "registry.yaml", write("certificates/registry.yaml", "# nothing\n")),
                attack(
                        "a list for a manifest",
                        "registry.yaml:1",
                        write("certificates/registry.yaml", "- energy-saving\n")),
                attack("two documents", "registry.yaml", append("certificates/registry.yaml", "---\nlists: {}")),
                attack("a bomb of aliases", "registry.yaml", write("certificates/registry.yaml", bomb())),
                attack(
                        "a deep nest",
                        "registry.yaml",
                        write("certificates/registry.yaml", "lists: " + "[".repeat(20_000))),
                attack(
                        "a manifest of 4 MB",
                        "registry.yaml",
                        append("certificates/registry.yaml", "# " + "x".repeat(4 << 20))),
                attack(
                        "a class to be made",
                        "registry.yaml:6",
                        replace(
                                "certificates/registry.yaml",
                                "note: fictional",
                                "lost: !!javax.script.ScriptEngineManager [x]")),
                attack("a bell", "registry.yaml", replace("certificates/registry.yaml", "fictional", "\u0007")),
                // the folder
                attack("a folder by the name of a table", "clauses.csv", c -> {
                    Files.delete(c.resolve("clauses.csv"));
                    Files.createDirectory(c.resolve("clauses.csv"));
                }),
                attack("a link to nowhere", "clauses.csv", c -> {
                    Files.delete(c.resolve("clauses.csv"));
                    Files.createSymbolicLink(c.resolve("clauses.csv"), c.resolve("gone.csv"));
                }),
                attack("a link to itself", "certificates", c -> {
                    Folders.delete(c.resolve("certificates"));
                    Files.createSymbolicLink(c.resolve("certificates"), c.resolve("certificates"));
                }),
                attack("a table of unknown name", "Brand-Alias.CSV", write("Brand-Alias.CSV", "brand,alias\n")),
                attack("no manifest", "registry.yaml", c -> Files.delete(c.resolve("certificates/registry.yaml"))),
                // the certificates
                attack(
                        "a folder by the name of a certificate file",
                        "a.csv",
                        c -> Files.createDirectory(c.resolve("certificates/a.csv"))),
                attack(
                        "certificates of neither charset",
                        "a.csv",
                        c -> Files.write(
                                c.resolve("certificates/a.csv"), new byte[] {'a', (byte) 0xff, (byte) 0xff, '\n'})),
                attack("carets between certificates", "a.csv:1", certificates(CERTIFICATES.replace(',', '^'))),
                attack(
                        "a certificate file in capitals",
                        "A.CSV:2",
                        write("certificates/A.CSV", CERTIFICATES + CERTIFICATE.replace("有效", "待议"))),
                attack(
                        "a NUL among certificates",
                        "a.csv:3",
                        certificates(CERTIFICATES + CERTIFICATE + CERTIFICATE.replace("虚构1", "虚\0构2"))),
                attack(
                        "a certificate that never ends",
                        "a.csv:2",
                        certificates(CERTIFICATES + "\"" + CERTIFICATE.repeat(20_000))),
                attack(
                        "a number of two certificates",
                        "a.csv:3 证书编号",
                        certificates(CERTIFICATES + CERTIFICATE + CERTIFICATE.replace("2027", "2029"))),
                attack(
                        "an expiry before the issue",
                        "a.csv:2 到期日期",
                        certificates(CERTIFICATES + CERTIFICATE.replace("2027", "2024"))),
                attack(
                        "an entry of the other list",
                        "a.csv:2 产品类别",
                        certificates(CERTIFICATES + CERTIFICATE.replace("E1", "L1"))),
                attack(
                        "an entry of no list",
                        "a.csv:2 产品类别",
                        certificates(CERTIFICATES + CERTIFICATE.replace("E1", "E99"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void isToldWhereItIs(String name, String place, Attack attack) throws IOException {
        attack.on(root);
        for (String locale : List.of("zh-CN", "en")) {
            CliHarness cli = new CliHarness();
            assertThat(cli.run("catalogs", "check", "--locale", locale, "--catalogs", root.toString()))
                    .isEqualTo(2);
            assertThat(cli.out()).isEmpty();
            assertThat(cli.err()).contains(place).doesNotContain("Exception", "java.", "\tat ", "\0", "\u001b", "{");
            assertThat(cli.err().lines().count()).as(cli.err()).isEqualTo(2);
            assertThat(cli.err().lines()).allMatch(line -> line.length() < 1200);
        }
    }

    @Test
    void whatDoesNotMatterIsNoProblem() throws IOException {
        edit(root, "clauses.csv", text -> "\ufeff" + text.replace("\n", "\r\n\r\n") + ",,,,\r\n");
        edit(root, "brand-aliases.csv", text -> text.replace("\n", "\r"));
        certificates("\ufeff" + CERTIFICATES.replace("\n", "\r\n") + "\r\n" + CERTIFICATE)
                .on(root);
        CliHarness cli = new CliHarness();
        assertThat(cli.run("catalogs", "check", "--catalogs", root.toString())).isZero();
    }

    @Test
    void aFolderThatHoldsNoCatalogIsToldAtOnce() {
        assertOneProblem("directory", Path.of("src").toString());
    }

    @Test
    void anOverlayWithoutItsBaseIsToldAtOnce() {
        assertOneProblem("--catalogs catalogs --catalogs", "jobs/sample/catalogs");
    }

    private static void assertOneProblem(String text, String folder) {
        CliHarness cli = new CliHarness();
        assertThat(cli.run("catalogs", "check", "--locale=en", "--catalogs", folder))
                .isEqualTo(2);
        assertThat(cli.err().lines()).hasSize(2);
        assertThat(cli.err()).contains(folder, text.equals("directory") ? "no catalog file" : text);
    }

    private static Arguments attack(String name, String place, Attack attack) {
        return arguments(name, place, attack);
    }

    private static Attack write(String file, String text) {
        return catalog -> Files.writeString(catalog.resolve(file), text);
    }

    private static Attack certificates(String text) {
        return write("certificates/a.csv", text);
    }

    private static Attack append(String file, String line) {
        return catalog -> edit(catalog, file, text -> text + line + "\n");
    }

    private static Attack replace(String file, String find, String by) {
        return catalog -> edit(catalog, file, text -> text.replace(find, by));
    }

    private static Attack in(String file, String charset) {
        return catalog -> Files.write(
                catalog.resolve(file), Files.readString(catalog.resolve(file)).getBytes(Charset.forName(charset)));
    }

    /** A second edition of the eco-label list, behind the first. */
    private static Attack edition(String itemsFile) {
        return catalog -> {
            replace("lists.csv", "2019-04-01,,,L", "2019-04-01,2024-12-31,,L").on(catalog);
            append("lists.csv", row(itemsFile)).on(catalog);
        };
    }

    private static String row(String itemsFile) {
        return "eco-label,2025,新清单,New list,文件,2024-12-01,2025-01-01,,,L,环境标志产品,eco_certificate_no," + itemsFile
                + ",fictional,";
    }

    private static String bomb() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
        }
        return bomb.append("lists: *a29\nas_of: 2026-01-01\n").toString();
    }

    private static void edit(Path catalog, String file, UnaryOperator<String> change) throws IOException {
        Path path = catalog.resolve(file);
        String before = Files.readString(path, StandardCharsets.UTF_8);
        String after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        Files.writeString(path, after);
    }
}
