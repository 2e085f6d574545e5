package org.greenaudit.catalog;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A product certificate as the registry holds it. Texts are empty, dates absent, where the registry is silent.
 *
 * @param number 证书编号; where the registry writes several, with a slash between them
 * @param category 认证类别: 节能产品 or 环境标志产品 (a list's {@code certificateCategory}); empty when it is not known
 * @param body 发证机构, the certification body's name
 * @param holder 获证组织
 * @param maker 生产者, 生产企业, 制造商: who makes the product
 * @param brand 品牌
 * @param productName 产品名称
 * @param kind the product kind that 产品类别 (an entry id or a kind) or the product name stands for; empty when unknown
 * @param models 规格型号: the covered models as written, several, separated by ; 、 or , outside brackets, with wildcards;
 *     perhaps a description of them
 * @param standard 认证依据, such as {@code GB 28380-2012}
 * @param issued 颁证日期
 * @param expires 到期日期, the last day of validity
 * @param status 证书状态
 * @param statusDate 状态日期, the first day of the status
 */
public record Certificate(
        String number,
        String category,
        String body,
        String holder,
        String maker,
        String brand,
        String productName,
        String kind,
        String models,
        String standard,
        Optional<LocalDate> issued,
        Optional<LocalDate> expires,
        CertificateStatus status,
        Optional<LocalDate> statusDate) {}
