package org.greenaudit.catalog.name;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenaudit.text.Nfkc;

/** How names of companies compare: like brands, without the words that only say what kind of company it is. */
public final class CompanyNames {

    private static final Pattern KIND =
            Pattern.compile("(?:股份|有限|责任|集团|总|公司|制造厂|厂|COLTD|CO|LTD|LIMITED|INC|CORPORATION|CORP|GMBH|COMPANY){1,6}$");

    /** What many companies call themselves, and what buyers write behind a brand. */
    private static final Pattern TRADE = Pattern.compile(
            "(?:科技|技术|电脑|计算机|电子|电器|电气|信息|智能|数码|网络|通信|软件|系统|设备|实业|工业|制造|控股|国际|发展|贸易|商贸|品牌|牌|中国|分|或同等|等)$");

    /** What only says that it is a brand: 甲牌, 甲商标. */
    private static final Pattern MARK = Pattern.compile("(?<=.)(?:品牌|注册商标|商标|牌)$");

    private static final Pattern PLACE = Pattern.compile("^(?:中国|[\\u4e00-\\u9fff]{2,3}[省市])");
    private static final Pattern BRACKETS = Pattern.compile("\\([^()]*\\)");

    /** Two characters may be any company's; one is a brand, or part of none. */
    private static final int COMMON = 2;

    /** No words of a kind together are longer. */
    private static final int LONGEST_END = 80;

    private CompanyNames() {}

    /** The comparable form of a company's name. */
    public static String fold(String name) {
        String folded = BrandKeys.fold(name);
        String bare = withoutEnd(KIND, folded);
        return bare.isEmpty() ? folded : bare;
    }

    /** A brand in comparable form without the words that say that it is one; as it is where nothing else is left. */
    static String withoutMark(String folded) {
        boolean marked = !folded.isEmpty() && "牌标".indexOf(folded.charAt(folded.length() - 1)) >= 0;
        return marked ? MARK.matcher(folded).replaceFirst("") : folded;
    }

    /** What tells a company from others: its name without place, trade and kind; empty where what is left may be any company's. */
    static Optional<String> core(String name) {
        String core = BrandKeys.fold(BRACKETS.matcher(Nfkc.of(name)).replaceAll(""));
        String before = "";
        while (!core.equals(before)) {
            before = core;
            core = withoutEnd(TRADE, withoutEnd(KIND, core));
            Matcher place = PLACE.matcher(core);
            core = place.lookingAt() ? core.substring(place.end()) : core;
        }
        return core.isEmpty() || core.length() == COMMON ? Optional.empty() : Optional.of(core);
    }

    /** A text without what a pattern finds at its end, where alone it is looked for. */
    private static String withoutEnd(Pattern pattern, String text) {
        Matcher end = pattern.matcher(text).region(Math.max(0, text.length() - LONGEST_END), text.length());
        return end.find() ? text.substring(0, end.start()) : text;
    }
}
