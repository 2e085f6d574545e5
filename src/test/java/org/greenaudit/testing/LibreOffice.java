package org.greenaudit.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A real LibreOffice without windows: the machine's own, or that of fetched packages, which needs no installation. */
public final class LibreOffice {

    /** CSV of each sheet: comma, quotes, UTF-8, cell contents as shown, text cells quoted, every sheet in its file. */
    public static final String CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";

    private static final int PATIENCE_SECONDS = 300;

    private LibreOffice() {}

    /** How a CSV file in UTF-8 is opened: numbers and dates as such, but for the columns that stay texts, from 1 on. */
    public static String csvWithTexts(int... columns) {
        String texts = IntStream.of(columns).mapToObj(column -> column + "/2").collect(Collectors.joining("/"));
        return "Text - txt - csv (StarCalc):44,34,76,1," + texts + ",0,false,true";
    }

    /** The same as {@link #convert(Path, String, String, Path)} for a file that is known by its ending. */
    public static void convert(Path file, String format, Path folder) {
        convert(file, "", format, folder);
    }

    /** The same for several files at once, which takes hardly longer than one. */
    public static void convert(List<Path> files, String format, Path folder) {
        convert(files, "", format, folder);
    }

    /**
     * Opens a file and saves it in another format.
     *
     * @param reading the filter that opens it, with its options; empty for the one of its ending
     * @param format what follows {@code --convert-to}: an ending, and a filter with its options if need be
     * @param folder where the new file is written
     * @throws AssertionError when LibreOffice is nowhere, does not end, or writes nothing
     */
    public static void convert(Path file, String reading, String format, Path folder) {
        convert(List.of(file), reading, format, folder);
    }

    private static void convert(List<Path> files, String reading, String format, Path folder) {
        try {
            Path work = Files.createTempDirectory("greenaudit-office-");
            try {
                convert(files, reading, format, folder, work);
            } finally {
                Folders.delete(work);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void convert(List<Path> files, String reading, String format, Path folder, Path work)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        String profile = work.resolve("profile").toUri().toString();
        List<String> command = new ArrayList<>();
        Optional<Path> installed = Programs.in(Programs.path(), "soffice");
        Map<String, String> environment = installed.isPresent() ? Map.of() : unpacked(command, profile);
        installed.ifPresent(program -> command.add(program.toString()));
        command.addAll(List.of("--headless", "-env:UserInstallation=" + profile, "--convert-to", format));
        if (!reading.isEmpty()) {
            command.add("--infilter=" + reading);
        }
        command.addAll(List.of("--outdir", folder.toString()));
        files.forEach(file -> command.add(file.toString()));
        Path log = work.resolve("log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("HOME", work.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            String said = Files.readString(log);
            // it ends with 0 whatever happens
            if (!ended || !said.contains("convert ") || said.contains("Error:")) {
                throw new AssertionError(command + (ended ? "" : " does not end") + ":\n" + said);
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
    }

    /**
     * The program where its packages are unpacked: it is told where it is, since packages are made for {@code /usr}, and
     * takes its settings from where its installation would copy them.
     *
     * @return the environment that it needs
     */
    private static Map<String, String> unpacked(List<String> command, String profile) throws IOException {
        Path root =
                DebianPackages.shared().unpackedWhole("the program soffice (LibreOffice)", "libreoffice-calc-nogui");
        Path home = root.resolve("usr/lib/libreoffice");
        String settings = home.resolve("share/.registry").toUri().toString();
        command.add(home.resolve("program/soffice").toString());
        command.add("-env:BRAND_BASE_DIR=" + home.toUri());
        command.add("-env:CONFIGURATION_LAYERS=xcsxcu:%s res:%s user:!%s/user/registrymodifications.xcu"
                .formatted(settings, settings, profile));
        try (Stream<Path> files = Files.walk(root.resolve("usr/lib"))) {
            String libraries = Stream.concat(
                            Stream.of(home.resolve("program")),
                            files.filter(file -> file.getFileName().toString().contains(".so."))
                                    .map(Path::getParent))
                    .distinct()
                    .map(Path::toString)
                    .collect(Collectors.joining(":"));
            return Map.of("LD_LIBRARY_PATH", libraries);
        }
    }
}
