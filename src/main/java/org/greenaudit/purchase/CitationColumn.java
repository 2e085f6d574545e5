package org.greenaudit.purchase;

/**
 * A column in which buyers cite the certificates of a product list (认证证书编号). Which there are is data: each list names
 * its own. A feed may have several of one list, and each counts.
 *
 * @param header the canonical header, such as {@code energy_certificate_no}
 * @param chinese the Chinese header, such as 节能产品认证证书编号
 */
public record CitationColumn(String header, String chinese) implements Column {}
