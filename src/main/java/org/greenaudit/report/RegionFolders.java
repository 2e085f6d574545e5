package org.greenaudit.report;

import org.greenaudit.purchase.RegionCodes;

/** Names of the folders {@code by-region/<region_code>/}. */
final class RegionFolders {

    private RegionFolders() {}

    /** The folder of a region; what is no code shares {@code by-region/unknown/}. */
    static String of(String regionCode) {
        return "by-region/" + (RegionCodes.isCode(regionCode) ? regionCode : "unknown") + "/";
    }
}
