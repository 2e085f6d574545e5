package org.greenaudit.report;

import java.util.regex.Pattern;

/** Names of the folders {@code by-region/<region_code>/}. */
final class RegionFolders {

    private static final Pattern SAFE = Pattern.compile("[0-9A-Za-z_-]{1,32}");

    private RegionFolders() {}

    /** The folder of a region; codes that are no plain code share {@code by-region/unknown/}. */
    static String of(String regionCode) {
        return "by-region/" + (SAFE.matcher(regionCode).matches() ? regionCode : "unknown") + "/";
    }
}
