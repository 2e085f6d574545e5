package org.greenaudit.matching;

import java.time.LocalDate;

/** Stands in until the classifier is merged. */
public record SchemeDefault(LocalDate switchDate) {}
