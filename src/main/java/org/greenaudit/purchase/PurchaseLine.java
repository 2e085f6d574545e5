package org.greenaudit.purchase;

import java.time.LocalDate;
import java.util.Set;

/**
 * One purchase line (采购明细) as read: immutable; texts are trimmed and empty (never null) where the feed is silent.
 *
 * @param ref where it came from
 * @param recordId 记录编号, or {@code file-name:line} where the feed has none
 * @param contractNo 合同编号
 * @param contractDate 合同签订日期: the date as of which everything is judged
 * @param regionCode 行政区划代码
 * @param regionName 行政区划
 * @param buyerCode 采购单位编码
 * @param buyerName 采购单位
 * @param buyerType 单位性质
 * @param supplierName 供应商
 * @param categoryCode 品目编码 without a glued name, upper case; empty when there is none or it is no code
 * @param categoryName 品目名称, including a name that was glued to the code
 * @param categoryScheme 品目版本 as read: {@code 2013}, {@code 2022} or empty
 * @param itemName 货物名称; the category name when the feed has only that
 * @param brand 品牌
 * @param model 规格型号; empty when the cell names none (详见附件)
 * @param spec 技术参数
 * @param quantity 数量
 * @param unit 单位, taken from the quantity ({@code 26套}) when its own cell is empty
 * @param unitPrice 单价 in yuan
 * @param amountFen 金额 in fen (1/100 yuan)
 * @param citations the certificates cited
 * @param exemptionReason 豁免理由
 * @param approvalNo 批准文号
 * @param warnings what was odd, in enum order
 */
public record PurchaseLine(
        SourceRef ref,
        String recordId,
        String contractNo,
        LocalDate contractDate,
        String regionCode,
        String regionName,
        String buyerCode,
        String buyerName,
        BuyerType buyerType,
        String supplierName,
        String categoryCode,
        String categoryName,
        String categoryScheme,
        String itemName,
        String brand,
        String model,
        String spec,
        Measure quantity,
        String unit,
        Measure unitPrice,
        long amountFen,
        CitationCells citations,
        String exemptionReason,
        String approvalNo,
        Set<DataWarning> warnings)
        implements Parsed {

    /** The same line with another brand and model. */
    public PurchaseLine withProduct(String otherBrand, String otherModel) {
        return with(categoryScheme, otherBrand, otherModel, spec, exemptionReason, approvalNo);
    }

    /** The same line with its code read in that catalogue, {@code 2013} or {@code 2022}. */
    public PurchaseLine withScheme(String scheme) {
        return with(scheme, brand, model, spec, exemptionReason, approvalNo);
    }

    /** The same line with those texts, one behind the other, as its specification. */
    public PurchaseLine withSpec(String first, String second) {
        String both = first.isEmpty() || second.isEmpty() ? first + second : first + "；" + second;
        return with(categoryScheme, brand, model, both, exemptionReason, approvalNo);
    }

    /** The same line with another exemption. */
    public PurchaseLine withExemption(String reason, String approval) {
        return with(categoryScheme, brand, model, spec, reason, approval);
    }

    private PurchaseLine with(
            String scheme, String ofBrand, String ofModel, String specification, String reason, String approval) {
        return new PurchaseLine(
                ref,
                recordId,
                contractNo,
                contractDate,
                regionCode,
                regionName,
                buyerCode,
                buyerName,
                buyerType,
                supplierName,
                categoryCode,
                categoryName,
                scheme,
                itemName,
                ofBrand,
                ofModel,
                specification,
                quantity,
                unit,
                unitPrice,
                amountFen,
                citations,
                reason,
                approval,
                warnings);
    }
}
