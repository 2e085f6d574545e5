package org.greenaudit.portal.upload;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.greenaudit.file.DurableFiles;
import org.greenaudit.file.PrivateFiles;
import org.greenaudit.message.Text;
import org.greenaudit.message.UsageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The feeds that were brought to this server, each in a folder of its own: the file, what is known of it, and later the job file and
 * the reports of its audit. Safe for several threads.
 */
public final class UploadShelf {

    private static final Logger LOG = LoggerFactory.getLogger(UploadShelf.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern ID = Pattern.compile("[0-9]{8}-[0-9]{1,6}");
    private static final String LABEL = "upload.json";

    /** What one account keeps, and all of them: each may have hundreds of megabytes. */
    private static final int MOST_OF_ONE = 50;

    private static final int MOST = 200;

    /** What the file of that name says. */
    private record Label(String name, UploadKind kind, long bytes, String by, String at, String base, String job) {}

    private final Path folder;
    private final ZoneId zone;
    private final Map<String, Upload> known = new ConcurrentHashMap<>();

    /**
     * Those that are in the data directory.
     *
     * @param zone in which a day begins
     */
    public UploadShelf(Path data, ZoneId zone) throws IOException {
        this.folder = data.toAbsolutePath().normalize().resolve("uploads");
        this.zone = zone;
        PrivateFiles.createSecretFolder(folder);
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder)) {
            for (Path one : folders) {
                if (ID.matcher(one.getFileName().toString()).matches()) {
                    read(one).ifPresent(upload -> known.put(upload.id(), upload));
                }
            }
        }
    }

    private static Optional<Upload> read(Path one) throws IOException {
        try {
            Label label = JSON.readValue(Files.readString(one.resolve(LABEL)), Label.class);
            return Optional.of(new Upload(
                    one,
                    label.name(),
                    label.kind(),
                    label.bytes(),
                    label.by(),
                    Instant.parse(label.at()),
                    label.base(),
                    Optional.of(label.job()).filter(job -> !job.isEmpty())));
        } catch (IOException | JacksonException e) {
            // what a killed server had not yet put down whole was never shown to anybody
            LOG.warn("{} is removed: it holds no whole upload", one, e);
            removeAll(one);
            return Optional.empty();
        }
    }

    /** All of them, the newest first. */
    public List<Upload> all() {
        return known.values().stream()
                .sorted(Comparator.comparing(Upload::at)
                        .thenComparing(upload -> upload.id().length())
                        .thenComparing(Upload::id)
                        .reversed())
                .toList();
    }

    /** The one of that id. */
    public Optional<Upload> find(String id) {
        return Optional.ofNullable(known.get(id));
    }

    /**
     * Keeps a file that was received.
     *
     * @param by the account that brought it
     * @param at the time
     * @param base the job that it is read with
     * @throws UsageException when the account, or all together, keep as many as they may
     * @throws IOException when it cannot be kept; nothing is left of it then
     */
    public synchronized Upload keep(ReceivedFile received, String by, Instant at, String base) throws IOException {
        long own =
                known.values().stream().filter(upload -> upload.by().equals(by)).count();
        if (own >= MOST_OF_ONE) {
            throw new UsageException(Text.of("portal.upload.many-own", MOST_OF_ONE));
        }
        if (known.size() >= MOST) {
            throw new UsageException(Text.of("portal.upload.many-all", MOST));
        }
        Path place = newFolder(LocalDate.ofInstant(at, zone));
        try {
            Upload upload = new Upload(
                    place, received.name(), received.kind(), received.bytes(), by, at, base, Optional.empty());
            received.keep(upload.file());
            write(upload);
            return upload;
        } catch (IOException | RuntimeException e) {
            removeAll(place);
            throw e;
        }
    }

    private Path newFolder(LocalDate day) throws IOException {
        for (int n = 1; ; n++) {
            Path own = folder.resolve(DateTimeFormatter.BASIC_ISO_DATE.format(day) + "-" + n);
            try {
                PrivateFiles.newSecretFolder(own);
                return own;
            } catch (FileAlreadyExistsException e) {
                // another one of the day
            }
        }
    }

    /** Notes the job of an upload's audit. */
    public Upload audited(Upload upload, String job) throws IOException {
        Upload audited = upload.audited(job);
        write(audited);
        return audited;
    }

    private void write(Upload upload) throws IOException {
        Label label = new Label(
                upload.name(),
                upload.kind(),
                upload.bytes(),
                upload.by(),
                upload.at().toString(),
                upload.base(),
                upload.job().orElse(""));
        DurableFiles.replace(upload.folder().resolve(LABEL), JSON.writeValueAsString(label));
        known.put(upload.id(), upload);
    }

    /** Removes an upload with everything in its folder. */
    public void remove(Upload upload) throws IOException {
        // what is left of it after a kill in the middle is removed by the next start
        Files.deleteIfExists(upload.folder().resolve(LABEL));
        known.remove(upload.id());
        removeAll(upload.folder());
    }

    private static void removeAll(Path top) throws IOException {
        try (Stream<Path> paths = Files.walk(top)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
