package org.greenaudit.portal.upload;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A feed that somebody brought, as it is kept.
 *
 * @param folder its folder, of which the last part is its id
 * @param name what it was called where it came from: a text to show
 * @param kind what it holds
 * @param bytes its size
 * @param by the account that brought it
 * @param at when
 * @param base the job whose catalogs, plans and mapping it is read with
 * @param job the job of its audit, once there is one
 */
public record Upload(
        Path folder,
        String name,
        UploadKind kind,
        long bytes,
        String by,
        Instant at,
        String base,
        Optional<String> job) {

    /** Its id: the day on which it came, and a number. */
    public String id() {
        return folder.getFileName().toString();
    }

    /** The file. */
    public Path file() {
        return folder.resolve("feed-" + id() + "." + kind.ending());
    }

    /** The job file of its audit: there once {@link #job} is. */
    public Optional<Path> jobFile() {
        return job.map(name -> folder.resolve(name + ".yaml"));
    }

    /** The same with an audit. */
    Upload audited(String as) {
        return new Upload(folder, name, kind, bytes, by, at, base, Optional.of(as));
    }
}
