package org.greenaudit.portal.finding;

import java.util.SortedMap;
import org.greenaudit.assessment.Count;

/**
 * What the findings in a scope have that a filter can ask for, with their number and amount.
 *
 * @param regions by the region's code; empty for findings that tell none
 * @param rules by rule, or question
 * @param lists by list
 * @param families by family, such as {@code 01 计算机设备}; empty for items that are no longer in the catalogs
 */
public record FindingChoices(
        SortedMap<String, Count> regions,
        SortedMap<String, Count> rules,
        SortedMap<String, Count> lists,
        SortedMap<String, Count> families) {}
