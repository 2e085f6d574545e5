package org.greenaudit.portal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.load.CatalogLoader;
import org.greenaudit.catalog.load.RegistryFolder;
import org.greenaudit.purchase.FeedColumn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One registry is replaced by another: whatever breaks off, the folder holds the old or the new one whole. */
class RegistryShelfTest {

    private static final String HEADER = "证书编号,认证类别,发证机构,品牌,产品名称,产品类别,规格型号,认证依据,颁证日期,到期日期,证书状态\n";
    private static final String MANIFEST =
            "lists:\n  energy-saving: complete\n  eco-label: partial\nas_of: %s\nnote: \"%s\"\n";
    private static final LocalDate DAY = LocalDate.of(2026, 7, 31);
    private static final RegistryShelf.About ABOUT =
            new RegistryShelf.About("admin", Instant.parse("2026-08-01T00:00:00Z"), "export.csv", 1);

    /** A kill: nothing after it is done, not even what puts things right. */
    private static final class Killed extends Error {

        private static final long serialVersionUID = 1L;
    }

    @TempDir
    Path folder;

    private List<Path> directories = List.of();
    private Path next = Path.of("");

    @BeforeEach
    void make() throws IOException {
        directories = List.of(Path.of("catalogs"), folder.resolve("own"));
        write(folder.resolve("own/certificates"), "2026-06-30", "OLD");
        next = folder.resolve("next");
        write(next, DAY.toString(), "NEW");
    }

    private static void write(Path certificates, String day, String number) throws IOException {
        Files.createDirectories(certificates);
        Files.writeString(certificates.resolve("registry.yaml"), MANIFEST.formatted(day, "从 " + number));
        Files.writeString(
                certificates.resolve(number + ".csv"),
                HEADER + "CQC" + number + "1,节能产品,虚构中心,示例,台式计算机,,M1,GB 28380,2024-01-01,2028-12-31,有效\n");
    }

    private CatalogSnapshot loaded() {
        return CatalogLoader.load(directories, FeedColumn.headers());
    }

    private String counts() {
        CatalogSnapshot catalog = loaded();
        assertThat(catalog.certificates().size()).isOne();
        boolean old = catalog.certificates().byNumber("CQCOLD1").isPresent();
        assertThat(catalog.certificates().asOf()).contains(old ? LocalDate.of(2026, 6, 30) : DAY);
        assertThat(catalog.certificates().contents().note()).isEqualTo(old ? "从 OLD" : "从 NEW");
        return old ? "old" : "new";
    }

    @Test
    void aRegistryCountsAndTheOldOneIsKept() throws IOException {
        String before = loaded().fingerprint();
        assertThat(new RegistryShelf(directories).bring(next, DAY, ABOUT)).isEqualTo("2026-07-31-1");
        assertThat(counts()).isEqualTo("new");
        assertThat(new RegistryShelf(directories).kept())
                .containsExactly(
                        new RegistryShelf.Kept("2026-07-31-1", true, Optional.of(ABOUT)),
                        new RegistryShelf.Kept("2026-06-30-1", false, Optional.empty()));

        new RegistryShelf(directories).bringBack("2026-06-30-1");
        assertThat(counts()).isEqualTo("old");
        assertThat(loaded().fingerprint()).isEqualTo(before);
        assertThat(new RegistryShelf(directories).bring(next, DAY, ABOUT)).isEqualTo("2026-07-31-2");
        assertThat(new RegistryShelf(directories).kept())
                .extracting(RegistryShelf.Kept::part)
                .containsExactly("2026-07-31-2", "2026-07-31-1", "2026-06-30-1");
    }

    @Test
    void atWhateverStepItIsKilledTheFolderHoldsTheOldOrTheNewOneAndTheNextTryWorks() throws IOException {
        List<String> all = new ArrayList<>();
        new RegistryShelf(directories, all::add).bring(next, DAY, ABOUT);
        assertThat(all).hasSizeGreaterThan(8).endsWith("write", "count", "counted");
        List<String> met = new ArrayList<>();
        for (int killed = 0; killed < all.size(); killed++) {
            Path own = folder.resolve("own-" + killed);
            write(own.resolve("certificates"), "2026-06-30", "OLD");
            directories = List.of(Path.of("catalogs"), own);
            int last = killed;
            int[] taken = new int[1];
            RegistryShelf dying = new RegistryShelf(directories, step -> {
                if (taken[0]++ == last) {
                    throw new Killed();
                }
            });
            assertThatThrownBy(() -> dying.bring(next, DAY, ABOUT)).isInstanceOf(Killed.class);
            met.add(counts());
            new RegistryShelf(directories).bring(next, DAY, ABOUT);
            assertThat(counts()).isEqualTo("new");
            try (var files = Files.list(own.resolve("certificates"))) {
                assertThat(files)
                        .noneMatch(file -> file.getFileName().toString().startsWith("."));
            }
        }
        assertThat(met.subList(0, met.size() - 1)).containsOnly("old");
        assertThat(met.get(met.size() - 1)).isEqualTo("new");
    }

    /** Who began to read before the other took effect goes on with what it began with. */
    @Test
    void whoHasReadTheManifestFindsItsFiles() throws IOException {
        new RegistryShelf(directories).bring(next, DAY, ABOUT);
        Path counting = RegistryFolder.of(directories).counting();
        new RegistryShelf(directories).bringBack("2026-06-30-1");
        assertThat(counting.resolve("NEW.csv")).exists();
        assertThat(folder.resolve("own/certificates/OLD.csv")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"uploads: false\n", "uploads: no\n", "lists: [\n"})
    void aFolderWhoseOwnerDoesNotLetItOrThatCannotBeReadIsLeftAlone(String more) throws IOException {
        Path manifest = folder.resolve("own/certificates/registry.yaml");
        Files.writeString(manifest, Files.readString(manifest) + more);
        assertThat(new RegistryShelf(directories).refusal()).isPresent();
    }

    @Test
    void whatTheProgramComesWithIsLeftAlone() {
        assertThat(new RegistryShelf(List.of(Path.of("catalogs"))).refusal()).isPresent();
        assertThat(new RegistryShelf(List.of(Path.of("catalogs"), Path.of("jobs/sample/catalogs"))).refusal())
                .isPresent();
        assertThat(new RegistryShelf(directories).refusal()).isEmpty();
    }

    @Test
    void noNameLeadsOutOfTheShelf() throws IOException {
        RegistryShelf shelf = new RegistryShelf(directories);
        for (String name : List.of("..", "../next", "", "/etc", "2026-07-31-1/..", "2026-07-31-9")) {
            assertThat(shelf.part(name)).as(name).isEmpty();
        }
    }
}
