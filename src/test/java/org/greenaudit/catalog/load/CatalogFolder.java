package org.greenaudit.catalog.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.greenaudit.catalog.CatalogException;
import org.greenaudit.catalog.CatalogProblem;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.ProductList;
import org.greenaudit.purchase.FeedColumn;

/** A copy of a test catalog in a temporary folder, to be spoilt and loaded. */
public final class CatalogFolder {

    public static final Path BASE = Path.of("src/test/resources/catalog/base");

    private final Path root;

    private CatalogFolder(Path root) {
        this.root = root;
    }

    /** A copy of the small valid catalog. */
    public static CatalogFolder copyOfBase(Path root) {
        try (Stream<Path> files = Files.walk(BASE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = root.resolve(BASE.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CatalogFolder(root);
    }

    /** The edition of a list that governs a contract date, if one is in force. */
    static Optional<ProductList> listOn(CatalogSnapshot catalog, String listId, LocalDate contractDate) {
        return catalog.editions(listId)
                .filter(list -> list.governs(contractDate))
                .findFirst();
    }

    public Path root() {
        return root;
    }

    public String name(String file) {
        return root.resolve(file).toString();
    }

    public CatalogFolder write(String file, String text) {
        return write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    public CatalogFolder write(String file, byte[] bytes) {
        try {
            Path path = root.resolve(file);
            Files.createDirectories(path.getParent());
            Files.write(path, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public CatalogFolder delete(String file) {
        try {
            Files.delete(root.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public CatalogFolder edit(String file, UnaryOperator<String> change) {
        try {
            String before = Files.readString(root.resolve(file), StandardCharsets.UTF_8);
            String after = change.apply(before);
            if (after.equals(before)) {
                throw new IllegalArgumentException("the edit changes nothing in " + file);
            }
            return write(file, after);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public CatalogFolder replace(String file, String find, String by) {
        return edit(file, text -> text.replace(find, by));
    }

    /** Adds a line to a file, whatever its bytes are. */
    public CatalogFolder append(String file, String line) {
        try {
            Files.writeString(root.resolve(file), line + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public CatalogSnapshot load() {
        return CatalogLoader.load(List.of(root), FeedColumn.headers());
    }

    /** The warnings that loading gives; the catalog must have no problem. */
    public List<CatalogProblem> warnings() {
        List<CatalogProblem> warnings = new ArrayList<>();
        CatalogLoader.load(List.of(root), FeedColumn.headers(), warnings::add);
        return warnings;
    }

    /** The problems that loading reports; none when it succeeds. */
    public List<CatalogProblem> problems() {
        try {
            load();
            return List.of();
        } catch (CatalogException e) {
            return e.problems();
        }
    }
}
