package org.greenaudit.report.seal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.greenaudit.message.ExplainedException;
import org.greenaudit.message.FileTrouble;
import org.greenaudit.message.Text;

/**
 * Signs the manifest of a report with a key from a PKCS#12 file, so that whoever has the key's certificate knows who vouches
 * for it. The signature is a file of its own, as {@code openssl dgst -verify} reads it, with SHA-256.
 */
public final class ReportSigner {

    /** The signature of the manifest, in binary. */
    public static final String SIGNATURE = "manifest.sig";

    /** The certificate of the key that signed, in PEM. */
    public static final String CERTIFICATE = "manifest.pem";

    private static final String LINE = "\n";
    private static final int LINE_LENGTH = 64;
    private static final String PEM = "-----BEGIN ";

    /** More bytes than a file with one key has. */
    private static final int LARGEST = 1 << 20;

    private final PrivateKey key;
    private final X509Certificate certificate;

    private ReportSigner(PrivateKey key, X509Certificate certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    /**
     * Opens the one private key of a PKCS#12 file.
     *
     * @param now when it is to sign: its certificate must be in force
     * @throws ExplainedException when the file cannot be read, the password is wrong, or the key is not one that whoever
     *     checks the report would trust
     */
    public static ReportSigner open(Path file, String password, Instant now) {
        try {
            ReportSigner signer = theOnly(keys(file, password.toCharArray()));
            SigningCertificate.flaw(signer.certificate, now).ifPresent(flaw -> {
                throw new ExplainedException(flaw);
            });
            if (!fits(signer.certificate, new byte[0], signer.sign(new byte[0]))) {
                throw new ExplainedException(Text.of("report.sign.other-certificate"));
            }
            return signer;
        } catch (InvalidKeyException | SignatureException e) {
            throw new ExplainedException(Text.of("report.sign.curve"), e);
        } catch (GeneralSecurityException e) {
            throw new ExplainedException(Text.of("report.sign.password"), e);
        }
    }

    private static ReportSigner theOnly(List<ReportSigner> signers) {
        if (signers.size() != 1) {
            throw new ExplainedException(
                    signers.isEmpty()
                            ? Text.of("report.sign.no-key")
                            : Text.of("report.sign.several-keys", signers.size()));
        }
        return signers.get(0);
    }

    private static List<ReportSigner> keys(Path file, char[] password) throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try {
            store.load(new ByteArrayInputStream(keyFile(file)), password);
        } catch (IOException e) {
            boolean wrong = e.getCause() instanceof GeneralSecurityException;
            throw new ExplainedException(Text.of(wrong ? "report.sign.password" : "report.sign.no-pkcs12"), e);
        }
        List<ReportSigner> signers = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            Key key = store.getKey(alias, password);
            Certificate certificate = store.getCertificate(alias);
            if (key instanceof PrivateKey own && certificate instanceof X509Certificate x509) {
                signers.add(new ReportSigner(own, x509));
            }
        }
        return signers;
    }

    /** The bytes of a file that may be PKCS#12; what people take for one is told by its own name. */
    private static byte[] keyFile(Path file) {
        byte[] bytes;
        try {
            FileTrouble.requireFile(file);
            try (InputStream in = Files.newInputStream(file)) {
                bytes = in.readNBytes(LARGEST);
            }
        } catch (IOException e) {
            throw new ExplainedException(Text.of("report.sign.file", FileTrouble.of(e)), e);
        }
        if (bytes.length == 0) {
            throw new ExplainedException(Text.of("report.sign.empty"));
        }
        if (new String(bytes, StandardCharsets.ISO_8859_1).contains(PEM)) {
            throw new ExplainedException(Text.of("report.sign.pem"));
        }
        return bytes;
    }

    /** The signature of some bytes. */
    public byte[] sign(byte[] bytes) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(SigningCertificate.algorithm(certificate));
        signature.initSign(key);
        signature.update(bytes);
        return signature.sign();
    }

    /** The certificate as PEM. */
    public String certificate() throws GeneralSecurityException {
        Base64.Encoder encoder = Base64.getMimeEncoder(LINE_LENGTH, LINE.getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN CERTIFICATE-----" + LINE + encoder.encodeToString(certificate.getEncoded()) + LINE
                + "-----END CERTIFICATE-----" + LINE;
    }

    /** Whether a signature of some bytes is that of a certificate's key. */
    static boolean fits(X509Certificate certificate, byte[] bytes, byte[] signed) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(SigningCertificate.algorithm(certificate));
        signature.initVerify(certificate.getPublicKey());
        signature.update(bytes);
        try {
            return signature.verify(signed);
        } catch (SignatureException notEvenASignature) {
            return false;
        }
    }

    @Override
    public String toString() {
        return certificate.getSubjectX500Principal().getName();
    }
}
