package org.greenaudit.catalog;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Loads certificates. */
public final class CertificateRegistryLoader {

    private CertificateRegistryLoader() {}

    /** The registry of these files. */
    public static CertificateRegistry load(
            List<Path> csvFiles,
            Set<String> categories,
            Map<String, RegistryCompleteness> completeness,
            BrandAliases brands,
            Function<String, Optional<String>> kindOf,
            MessageDigest digest,
            Consumer<CatalogProblem> problems) {
        return new CertificateRegistry() {
            @Override
            public int size() {
                return 0;
            }

            @Override
            public RegistryCompleteness completeness(String listId) {
                return completeness.getOrDefault(listId, RegistryCompleteness.NONE);
            }

            @Override
            public Optional<Certificate> byNumber(String number) {
                return Optional.empty();
            }

            @Override
            public List<Certificate> covering(String category, String brand, String model) {
                return List.of();
            }

            @Override
            public boolean mightCover(String category, String kind, String brand, LocalDate on) {
                return false;
            }
        };
    }
}
