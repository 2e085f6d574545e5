package org.greenaudit.portal.desk;

import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A complete file that goes out.
 *
 * @param name what it is to be saved as
 * @param bytes its size
 */
public record Download(String name, long bytes, Resource content) {

    /** The answer that is this file, for keeping: no browser shows it. */
    public ResponseEntity<Resource> answer() {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(bytes)
                .body(content);
    }
}
