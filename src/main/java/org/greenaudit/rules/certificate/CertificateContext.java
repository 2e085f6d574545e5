package org.greenaudit.rules.certificate;

import java.util.Optional;
import org.greenaudit.catalog.Certificate;
import org.greenaudit.catalog.ListedItem;
import org.greenaudit.catalog.ProductList;
import org.greenaudit.catalog.certificate.CitationRemark;

/**
 * A certificate and what it should cover.
 *
 * @param list the list whose duty it should satisfy
 * @param item the listed item that was bought
 * @param product brand and model that were bought
 * @param contract the date as of which everything is judged, as far as the line tells it
 * @param number the certificate's number, as cited or as the registry writes it
 * @param remark what the feed says beside a cited number of whether it is in force
 * @param certificate the registry's entry; empty when a cited number is not in the registry
 */
public record CertificateContext(
        ProductList list,
        ListedItem item,
        BoughtProduct product,
        ContractDays contract,
        String number,
        Optional<CitationRemark> remark,
        Optional<Certificate> certificate) {}
