package org.greenaudit.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.greenaudit.catalog.load.RegistryFolder;
import org.greenaudit.catalog.table.CatalogFiles;
import org.greenaudit.text.Blanks;

/**
 * Where the catalogs say something: file and line of the rows that hold a list row, a code, a certificate or a clause.
 * The files are read anew, because an audit of millions of lines carries no places with it.
 */
final class CatalogPlaces {

    /** The kinds of facts, each with the beginning of the names of the files that hold it. */
    enum Fact {
        ENTRY("lists/"),
        CODE("category-codes-"),
        CERTIFICATE("certificates/"),
        CLAUSE("clauses.csv");

        private final String files;

        Fact(String files) {
            this.files = files;
        }
    }

    private final List<Path> directories;

    /** The places in these directories, of which a later one is laid over an earlier one. */
    CatalogPlaces(List<Path> directories) {
        this.directories = directories;
    }

    /** File and line of each row that has the value in a cell of its own, as {@code file:line}. */
    List<String> of(Fact fact, String value) throws IOException {
        List<String> places = new ArrayList<>();
        if (!value.isEmpty()) {
            for (Path file : files(fact)) {
                find(file, value, places);
            }
        }
        return places;
    }

    private Set<Path> files(Fact fact) throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path directory : directories) {
            try (Stream<Path> found = Files.walk(directory)) {
                found.filter(Files::isRegularFile)
                        .filter(CatalogFiles::csv)
                        .map(file -> directory.relativize(file).toString().replace('\\', '/'))
                        .filter(name -> name.startsWith(fact.files) && !name.contains("/."))
                        .forEach(names::add);
            }
        }
        CatalogFiles laidOver = new CatalogFiles(directories);
        Set<Path> files = new LinkedHashSet<>();
        if (fact == Fact.CERTIFICATE) {
            // other registries, which were replaced, may stand beside the one that counts
            Path counting = RegistryFolder.of(directories).counting();
            names.stream()
                    .map(laidOver::locate)
                    .filter(file -> counting.equals(file.getParent()))
                    .forEach(files::add);
            return files;
        }
        names.stream().map(laidOver::locate).filter(Files::isRegularFile).forEach(files::add);
        return files;
    }

    private static void find(Path file, String value, List<String> places) throws IOException {
        try (CSVParser parser = CSVParser.parse(Files.newBufferedReader(file), CSVFormat.RFC4180)) {
            long line = 1;
            for (CSVRecord row : parser) {
                if (row.stream().anyMatch(cell -> Blanks.trim(cell).equals(value))) {
                    places.add(file + ":" + line);
                }
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
