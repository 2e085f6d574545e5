package org.greenaudit.catalog.certificate;

import org.greenaudit.catalog.Certificate;
import org.greenaudit.catalog.name.CoveredModels;

/**
 * A row of the registry as it was read, each cell once.
 *
 * @param number its 证书编号 cell
 * @param certificate what it says
 * @param models its 规格型号 cell
 */
record RegistryEntry(NumberCell number, Certificate certificate, CoveredModels models) {}
