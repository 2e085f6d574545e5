package org.greenaudit.sample.scenario;

/**
 * A fictional certificate.
 *
 * @param number 证书编号, in the format of real ones; its running number begins with 9
 * @param category 认证类别
 * @param brand 品牌
 * @param productClass 产品类别: an entry id or a kind
 * @param productName 产品名称
 * @param models 规格型号
 * @param terms everything else
 */
public record SampleCertificate(
        String number,
        String category,
        String brand,
        String productClass,
        String productName,
        String models,
        CertificateTerms terms) {

    /** 获证组织: the brand's fictional maker. */
    public String holder() {
        return brand + "（虚构）制造有限公司";
    }
}
