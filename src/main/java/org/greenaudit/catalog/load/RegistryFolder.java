package org.greenaudit.catalog.load;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.greenaudit.catalog.table.CatalogFiles;
import org.greenaudit.catalog.table.CatalogText;
import org.greenaudit.catalog.table.Problems;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * The folder of the certificates that counts, as its {@code registry.yaml} tells without a load of the catalogs. Its files stand
 * beside {@code registry.yaml} or in a part, a folder below it that is never changed: as one file says which, a registry is
 * replaced by another in one step, and who has begun to read goes on with the one that it found.
 *
 * @param certificates the folder
 * @param part the name of the part; empty where the files stand beside {@code registry.yaml}
 * @param uploads whether its owner lets the pages replace the registry
 */
public record RegistryFolder(Path certificates, String part, boolean uploads) {

    /** The file that says what the certificate files stand for. */
    public static final String MANIFEST = "registry.yaml";

    /** The words that {@code uploads} can be. */
    static final List<String> TRUTHS = List.of("true", "false");

    /** The day of the export, and a number. */
    private static final Pattern PART = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}-[1-9][0-9]{0,5}");

    /** The one that counts of catalog directories; of one whose manifest cannot be read nothing may be replaced. */
    public static RegistryFolder of(List<Path> directories) {
        Path certificates = new CatalogFiles(directories).certificates();
        Map<String, String> said = CatalogText.read(
                        certificates.resolve(MANIFEST), CatalogText.MANIFEST_KILOBYTES, new Problems())
                .map(RegistryFolder::scalars)
                .orElse(Map.of());
        String part = said.getOrDefault("folder", "");
        return new RegistryFolder(
                certificates,
                isPart(part) ? part : "",
                said.containsKey("lists")
                        && said.getOrDefault("uploads", "true").equals("true"));
    }

    /** Whether a part can be called so. */
    public static boolean isPart(String name) {
        return PART.matcher(name).matches();
    }

    /** Where the certificate files stand. */
    public Path counting() {
        return certificates.resolve(part);
    }

    private static Map<String, String> scalars(String text) {
        Map<String, String> scalars = new HashMap<>();
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (root instanceof MappingNode map) {
                for (NodeTuple entry : map.getValue()) {
                    if (entry.getKeyNode() instanceof ScalarNode key) {
                        scalars.put(
                                key.getValue(),
                                entry.getValueNode() instanceof ScalarNode value
                                        ? value.getValue().strip()
                                        : "");
                    }
                }
            }
        } catch (YAMLException e) {
            // a load tells what is wrong with it
            return Map.of();
        }
        return scalars;
    }
}
