package org.greenaudit.purchase;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.greenaudit.text.Blanks;

/**
 * The header of a table among its first rows.
 *
 * @param first the index of its first row
 * @param rows how many rows it takes: 1, or 2 where groups of columns have a name above them
 * @param header its cells; of two rows each cell is the name of its column
 * @param layout how the rows below it are laid out
 */
public record TableHead(int first, int rows, List<String> header, FeedLayout layout) {

    /** Under a group that is the name of a column: 采购单位 above 名称. */
    private static final String ITSELF = "名称";

    public TableHead {
        header = List.copyOf(header);
    }

    /** The index of the first row below it. */
    public int end() {
        return first + rows;
    }

    /**
     * One name for each column of a header of two rows, in which a cell of the upper one may name a group of columns (采购单位
     * above 名称 and 编码): the lower cell where there is one, with its group before it where that is a known name or
     * the lower name stands under several groups.
     *
     * @param known whether a text is the name of a column
     */
    static List<String> joined(List<String> upper, List<String> lower, Predicate<String> known) {
        List<String> names = new ArrayList<>();
        List<String> below = lower.stream().map(Blanks::trim).toList();
        String group = "";
        for (int i = 0; i < Math.max(upper.size(), lower.size()); i++) {
            String above = i < upper.size() ? Blanks.trim(upper.get(i)) : "";
            String name = i < below.size() ? below.get(i) : "";
            group = above.isEmpty() ? group : above;
            boolean several = Collections.frequency(below, name) > 1;
            boolean grouped = several || !known.test(name) || known.test(group + name);
            if (name.isEmpty()) {
                names.add(above);
            } else if (name.equals(ITSELF) && known.test(group) && !known.test(group + name)) {
                names.add(group);
            } else {
                names.add(grouped ? group + name : name);
            }
        }
        return names;
    }
}
