package org.greenaudit.report.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;

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

    private final PrivateKey key;
    private final X509Certificate certificate;

    private ReportSigner(PrivateKey key, X509Certificate certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    /**
     * Opens the one private key of a PKCS#12 file.
     *
     * @throws IOException when the file cannot be read, or the password is wrong
     * @throws GeneralSecurityException when it holds no key, more than one, or one that cannot sign
     */
    public static ReportSigner open(Path file, String password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password.toCharArray());
        }
        List<ReportSigner> signers = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            Key key = store.getKey(alias, password.toCharArray());
            Certificate certificate = store.getCertificate(alias);
            if (key instanceof PrivateKey own && certificate instanceof X509Certificate x509) {
                signers.add(new ReportSigner(own, x509));
            }
        }
        if (signers.size() != 1) {
            throw new GeneralSecurityException(signers.size() + " private keys with a certificate; one is expected");
        }
        ReportSigner signer = signers.get(0);
        if (!fits(signer.certificate, new byte[0], signer.sign(new byte[0]))) {
            throw new GeneralSecurityException("the certificate is not that of the key");
        }
        return signer;
    }

    /** The signature of some bytes. */
    public byte[] sign(byte[] bytes) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm(certificate.getPublicKey()));
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
        Signature signature = Signature.getInstance(algorithm(certificate.getPublicKey()));
        signature.initVerify(certificate.getPublicKey());
        signature.update(bytes);
        try {
            return signature.verify(signed);
        } catch (SignatureException notEvenASignature) {
            return false;
        }
    }

    private static String algorithm(PublicKey key) throws GeneralSecurityException {
        return switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            case "Ed25519", "EdDSA" -> "Ed25519";
            default -> throw new GeneralSecurityException("a key of " + key.getAlgorithm() + " is not supported");
        };
    }

    @Override
    public String toString() {
        return certificate.getSubjectX500Principal().getName();
    }
}
