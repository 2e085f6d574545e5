/**
 * What a certificate proves: the citations of a line and the certificate checks 1 to 7, one class each. Says nothing of
 * duties and outcomes, which {@code rules} decides.
 */
@org.jspecify.annotations.NullMarked
package org.greenaudit.rules.certificate;
