package org.greenaudit.portal.catalog;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.greenaudit.catalog.load.RegistryFolder;
import org.greenaudit.catalog.table.CatalogFiles;
import org.greenaudit.file.DurableFiles;
import org.greenaudit.message.Text;
import org.springframework.util.FileSystemUtils;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The registries of one {@code certificates} folder: the one that counts and those that did. Each stands in a part of its own,
 * which is written beside, renamed when it is complete and never changed. {@code registry.yaml} names the one that counts and is
 * replaced by a rename, so that whoever reads the folder, in this process or another, and whoever finds it after a crash at any
 * moment, sees the old registry or the new one whole. Files that somebody put beside {@code registry.yaml} by hand are copied
 * into a part before another registry counts, and are left where they are.
 */
final class RegistryShelf {

    private static final String ABOUT = "brought.json";
    private static final String PARTIAL = ".partial";

    /**
     * A registry on the shelf.
     *
     * @param part its name; empty for files that stand beside {@code registry.yaml}
     * @param counts whether it counts
     * @param about where it came from, if that is known
     */
    record Kept(String part, boolean counts, Optional<About> about) {}

    /**
     * Where a registry came from.
     *
     * @param by the account that put it into effect
     * @param at when
     * @param file the name of the file that was brought
     * @param rows its rows
     */
    record About(String by, Instant at, String file, long rows) {}

    /** Is told of each step before it is taken: a test lets it fail there. */
    interface Steps {

        /** A step that is about to be taken. */
        void before(String step) throws IOException;
    }

    private final RegistryFolder folder;
    private final Steps steps;

    /** The shelf of the folder that counts of these catalog directories. */
    RegistryShelf(List<Path> directories) {
        this(directories, step -> {});
    }

    RegistryShelf(List<Path> directories, Steps steps) {
        this.folder = RegistryFolder.of(directories);
        this.steps = steps;
    }

    /** The folder. */
    Path certificates() {
        return folder.certificates();
    }

    /** Why the registry cannot be replaced here, if it cannot. */
    Optional<Text> refusal() {
        String shown = folder.certificates().toString();
        if (!folder.uploads()) {
            return Optional.of(Text.of("portal.registry.refused.closed", shown));
        }
        return Files.isWritable(folder.certificates())
                ? Optional.empty()
                : Optional.of(Text.of("portal.registry.refused.readonly", shown));
    }

    /** The registries, the newest first. */
    List<Kept> kept() throws IOException {
        List<Kept> kept = new ArrayList<>();
        if (folder.part().isEmpty()) {
            kept.add(new Kept("", true, Optional.empty()));
        }
        for (String part : parts()) {
            kept.add(new Kept(part, part.equals(folder.part()), about(part)));
        }
        return kept;
    }

    private List<String> parts() throws IOException {
        try (Stream<Path> below = Files.list(folder.certificates())) {
            return below.filter(Files::isDirectory)
                    .map(file -> file.getFileName().toString())
                    .filter(RegistryFolder::isPart)
                    .sorted(Comparator.comparing(RegistryShelf::day)
                            .thenComparing(RegistryShelf::number)
                            .reversed())
                    .toList();
        }
    }

    private static String day(String part) {
        return part.substring(0, part.lastIndexOf('-'));
    }

    private static int number(String part) {
        return Integer.parseInt(part.substring(part.lastIndexOf('-') + 1));
    }

    private Optional<About> about(String part) {
        try {
            JsonNode root = JsonMapper.shared()
                    .readTree(Files.readAllBytes(
                            folder.certificates().resolve(part).resolve(ABOUT)));
            return Optional.of(new About(
                    root.path("by").asString(""),
                    Instant.parse(root.path("at").asString("")),
                    root.path("file").asString(""),
                    root.path("rows").asLong(0)));
        } catch (IOException | JacksonException | DateTimeException unknown) {
            return Optional.empty();
        }
    }

    /** The folder of a part, if there is one. */
    Optional<Path> part(String name) throws IOException {
        return parts().contains(name) ? Optional.of(folder.certificates().resolve(name)) : Optional.empty();
    }

    /** Copies the registry of a folder, its {@code registry.yaml} with its files, into one that is there. */
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (!name.startsWith(".") && (CatalogFiles.csv(file) || name.equals(RegistryFolder.MANIFEST))) {
                    Files.copy(file, to.resolve(name));
                }
            }
        }
    }

    /**
     * Puts a registry on the shelf and lets it count.
     *
     * @param registry a folder with {@code registry.yaml}, which names no part, and its files
     * @param asOf the day of its export
     * @return the name of its part
     * @throws IOException when that cannot be done: the registry that counted counts still
     */
    String bring(Path registry, LocalDate asOf, About about) throws IOException {
        keepWhatStandsBeside();
        String part = shelve(registry, asOf, Optional.of(about));
        letCount(part);
        return part;
    }

    /** Lets a registry on the shelf count again. */
    void bringBack(String part) throws IOException {
        keepWhatStandsBeside();
        letCount(part);
    }

    private void keepWhatStandsBeside() throws IOException {
        removeLeftovers();
        if (folder.part().isEmpty()) {
            LocalDate asOf = asOf(Files.readString(manifest(folder.certificates()), StandardCharsets.UTF_8));
            shelve(folder.certificates(), asOf, Optional.empty());
        }
    }

    /** What a crash left of a part that was being written. */
    private void removeLeftovers() throws IOException {
        try (Stream<Path> files = Files.list(folder.certificates())) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith(".") && name.endsWith(PARTIAL)) {
                    FileSystemUtils.deleteRecursively(file);
                }
            }
        }
    }

    private String shelve(Path registry, LocalDate asOf, Optional<About> about) throws IOException {
        int number = 1
                + parts().stream()
                        .filter(part -> day(part).equals(asOf.toString()))
                        .mapToInt(RegistryShelf::number)
                        .max()
                        .orElse(0);
        String name = asOf + "-" + number;
        Path fresh = folder.certificates().resolve("." + name + PARTIAL);
        steps.before("make");
        Files.createDirectory(fresh);
        steps.before("copy");
        copy(registry, fresh);
        if (about.isPresent()) {
            Files.write(
                    fresh.resolve(ABOUT),
                    JsonMapper.shared()
                            .writeValueAsBytes(Map.of(
                                    "by", about.get().by(),
                                    "at", about.get().at().toString(),
                                    "file", about.get().file(),
                                    "rows", about.get().rows())));
        }
        steps.before("force");
        openAsBefore(fresh);
        steps.before("shelve");
        DurableFiles.rename(fresh, folder.certificates().resolve(name));
        DurableFiles.forceFolder(folder.certificates());
        return name;
    }

    /** Those who read the folder read what is new in it too, whatever this process makes its files. */
    private void openAsBefore(Path fresh) throws IOException {
        try (Stream<Path> files = Files.walk(fresh, 1, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : files.toList()) {
                boolean isFolder = Files.isDirectory(file);
                likeBefore(file, isFolder ? folder.certificates() : manifest(folder.certificates()));
                if (!isFolder) {
                    DurableFiles.force(file);
                }
            }
        }
        DurableFiles.forceFolder(fresh);
    }

    private static void likeBefore(Path file, Path before) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(before, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view != null) {
            Set<PosixFilePermission> rights =
                    EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
            rights.addAll(view.readAttributes().permissions());
            Files.setPosixFilePermissions(file, rights);
        }
    }

    private void letCount(String part) throws IOException {
        Path counting = manifest(folder.certificates());
        String text =
                naming(Files.readString(manifest(folder.certificates().resolve(part)), StandardCharsets.UTF_8), part);
        Path fresh = folder.certificates().resolve("." + RegistryFolder.MANIFEST + PARTIAL);
        steps.before("write");
        Files.writeString(fresh, text);
        likeBefore(fresh, counting);
        DurableFiles.force(fresh);
        steps.before("count");
        DurableFiles.rename(fresh, counting);
        steps.before("counted");
        DurableFiles.forceFolder(folder.certificates());
    }

    private static Path manifest(Path folder) {
        return folder.resolve(RegistryFolder.MANIFEST);
    }

    /** A manifest that names a part. */
    private static String naming(String text, String part) {
        MappingNode root = mapping(text);
        DumperOptions block = new DumperOptions();
        block.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        List<NodeTuple> entries = new ArrayList<>(root.getValue());
        entries.removeIf(entry -> key(entry).equals("folder"));
        entries.add(new NodeTuple(scalar("folder"), scalar(part)));
        StringWriter out = new StringWriter();
        new Yaml(block).serialize(new MappingNode(Tag.MAP, entries, DumperOptions.FlowStyle.BLOCK), out);
        return out.toString();
    }

    private static MappingNode mapping(String text) {
        Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
        if (root instanceof MappingNode map) {
            return map;
        }
        throw new IllegalStateException("a manifest that was checked is no mapping");
    }

    private static LocalDate asOf(String text) {
        return mapping(text).getValue().stream()
                .filter(entry -> key(entry).equals("as_of"))
                .map(NodeTuple::getValueNode)
                .filter(ScalarNode.class::isInstance)
                .map(node -> LocalDate.parse(((ScalarNode) node).getValue().strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a manifest that was checked has no day"));
    }

    private static String key(NodeTuple entry) {
        return entry.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
    }

    private static ScalarNode scalar(String text) {
        return new ScalarNode(Tag.STR, text, null, null, DumperOptions.ScalarStyle.PLAIN);
    }
}
