package org.greenaudit.faults;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import org.greenaudit.faults.Scene.Stage;
import org.greenaudit.job.config.SettingsDigest;
import org.greenaudit.testing.Folders;

/**
 * The classes of a {@link Puppet}, in an archive of the virtual machine (class data sharing), which spares it a sixth of
 * what it computes from its start to the end of its first audit. An archive takes jars alone, so the folders of the class
 * path become jars. All is made at the first use, at the price of two audits, and goes with this JVM, so that it is never
 * older than the classes. A virtual machine that makes no archive reads the jars.
 */
final class PuppetClasses {

    private static PuppetClasses shared;

    private final String path;
    private final Path archive;

    private PuppetClasses(Path folder) throws IOException {
        this.path = path(folder);
        this.archive = folder.resolve("classes.jsa");
    }

    /** Those of this JVM's puppets. */
    static synchronized PuppetClasses shared() throws IOException {
        if (shared == null) {
            Path folder = Files.createTempDirectory("greenaudit-puppets-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.delete(folder)));
            PuppetClasses classes = new PuppetClasses(folder);
            classes.makeArchive(Files.createDirectory(folder.resolve("scene")));
            shared = classes;
        }
        return shared;
    }

    /** The options that a virtual machine finds them by. */
    List<String> options() {
        List<String> options = new ArrayList<>(List.of("-cp", path));
        if (Files.exists(archive)) {
            options.add("-XX:SharedArchiveFile=" + archive);
        }
        return options;
    }

    /** The options that a virtual machine finds the same classes by, as another version of the program. */
    List<String> ofVersion(String version) throws IOException {
        Path folder = Files.createTempDirectory(archive.getParent(), "version-");
        Path manifest = Files.writeString(folder.resolve("manifest"), "Implementation-Version: " + version + "\n");
        String inside = SettingsDigest.class.getPackageName().replace('.', '/');
        String classes = SettingsDigest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        Path jar = folder.resolve("version.jar");
        jar("--create", "--file", jar.toString(), "--manifest", manifest.toString(), "-C", classes, inside);
        return List.of("-cp", jar + File.pathSeparator + path);
    }

    /** The classes that an audit and its decisions load are those that puppets load. */
    private void makeArchive(Path folder) throws IOException {
        Scene scene = new Scene(folder, false);
        Stage stage = scene.stage();
        List<String> options = new ArrayList<>(options());
        options.add("-XX:ArchiveClassesAtExit=" + archive);
        try (PuppetProcess puppet = PuppetProcess.start(scene.errors(), List.of(), options)) {
            puppet.run(scene.audit(stage), event -> {});
            puppet.run(scene.decide(stage), event -> {});
            puppet.end();
        }
    }

    private static String path(Path folder) {
        List<String> path = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            path.add(
                    Files.isDirectory(Path.of(entry)) ? folderJar(folder.resolve(path.size() + ".jar"), entry) : entry);
        }
        return String.join(File.pathSeparator, path);
    }

    private static String folderJar(Path jar, String folder) {
        jar("--create", "--no-compress", "--file", jar.toString(), "-C", folder, ".");
        return jar.toString();
    }

    private static void jar(String... arguments) {
        int status = ToolProvider.findFirst("jar").orElseThrow().run(System.out, System.err, arguments);
        if (status != 0) {
            throw new IllegalStateException("no jar: " + String.join(" ", arguments));
        }
    }
}
