package org.greenaudit.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.greenaudit.purchase.CsvText;
import org.greenaudit.sample.scenario.CertificateTerms;
import org.greenaudit.sample.scenario.ListName;
import org.greenaudit.sample.scenario.SampleCertificate;

/** The registry file of the generated certificates. */
final class CertificateFileWriter {

    private static final String HEADER = "证书编号,认证类别,发证机构,获证组织,品牌,产品名称,产品类别,规格型号,认证依据,能效等级,颁证日期,到期日期,证书状态,状态日期\n";

    private CertificateFileWriter() {}

    static void write(Path file, List<SampleCertificate> certificates) throws IOException {
        StringBuilder out = new StringBuilder(HEADER);
        certificates.forEach(c -> out.append(line(c)).append('\n'));
        Files.writeString(file, out, StandardCharsets.UTF_8);
    }

    private static String line(SampleCertificate certificate) {
        CertificateTerms terms = certificate.terms();
        return Stream.of(
                        certificate.number(),
                        certificate.category(),
                        terms.body(),
                        certificate.holder(),
                        certificate.brand(),
                        certificate.productName(),
                        certificate.productClass(),
                        certificate.models(),
                        terms.standard(),
                        certificate.category().equals(ListName.ENERGY.category()) ? "1" : "",
                        terms.issued().toString(),
                        terms.expires().toString(),
                        terms.status(),
                        terms.status().equals(CertificateTerms.VALID)
                                ? ""
                                : terms.statusDate().toString())
                .map(CsvText::cell)
                .collect(Collectors.joining(","));
    }
}
