package org.greenaudit.report.seal;

import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import org.greenaudit.message.Text;

/** Whether a certificate is one whose signature proves anything. */
final class SigningCertificate {

    private static final int RSA_BITS = 2048;
    private static final int EC_BITS = 256;

    private SigningCertificate() {}

    /** What speaks against a signature with the certificate at a time, as {@code report.sign.…}. */
    static Optional<Text> flaw(X509Certificate certificate, Instant when) {
        if (when.isBefore(certificate.getNotBefore().toInstant())) {
            return Optional.of(Text.of("report.sign.not-yet", day(certificate.getNotBefore())));
        }
        if (when.isAfter(certificate.getNotAfter().toInstant())) {
            return Optional.of(Text.of("report.sign.expired", day(certificate.getNotAfter())));
        }
        return weakness(certificate);
    }

    /** What makes the certificate one that could be forged. */
    static Optional<Text> weakness(X509Certificate certificate) {
        PublicKey key = certificate.getPublicKey();
        try {
            algorithm(certificate);
        } catch (GeneralSecurityException e) {
            return Optional.of(Text.of("report.sign.algorithm", key.getAlgorithm()));
        }
        if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < RSA_BITS) {
            return Optional.of(
                    Text.of("report.sign.short", "RSA", rsa.getModulus().bitLength(), RSA_BITS));
        }
        if (key instanceof ECPublicKey ec && ec.getParams().getOrder().bitLength() < EC_BITS) {
            return Optional.of(
                    Text.of("report.sign.short", "EC", ec.getParams().getOrder().bitLength(), EC_BITS));
        }
        String made = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
        boolean broken = made.startsWith("SHA1") || made.startsWith("MD");
        return broken ? Optional.of(Text.of("report.sign.digest", certificate.getSigAlgName())) : Optional.empty();
    }

    /**
     * How the key of a certificate signs.
     *
     * @throws NoSuchAlgorithmException where reports are not signed with such a key
     */
    static String algorithm(X509Certificate certificate) throws NoSuchAlgorithmException {
        String key = certificate.getPublicKey().getAlgorithm();
        return switch (key) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            case "Ed25519", "EdDSA" -> "Ed25519";
            default -> throw new NoSuchAlgorithmException(key);
        };
    }

    /** The day of a certificate's date, in China. */
    static String day(Date date) {
        return LocalDate.ofInstant(date.toInstant(), ZoneOffset.ofHours(8)).toString();
    }
}
