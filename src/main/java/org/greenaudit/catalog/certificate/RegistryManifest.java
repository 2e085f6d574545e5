package org.greenaudit.catalog.certificate;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.greenaudit.catalog.RegistryCompleteness;

/**
 * What {@code certificates/registry.yaml} says of the certificate files.
 *
 * @param lists how far the registry of each list can be trusted to be whole
 * @param asOf the day of the export
 * @param note a remark for people
 * @param part the folder beside it that has the certificate files; empty where they stand beside it themselves
 */
public record RegistryManifest(
        Map<String, RegistryCompleteness> lists, Optional<LocalDate> asOf, String note, String part) {

    public RegistryManifest {
        lists = Collections.unmodifiableMap(new LinkedHashMap<>(lists));
    }

    /** What a registry says that was not exported: how far it is whole, and nothing else. */
    public static RegistryManifest of(Map<String, RegistryCompleteness> lists) {
        return new RegistryManifest(lists, Optional.empty(), "", "");
    }
}
