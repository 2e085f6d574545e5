package org.greenaudit.catalog;

import java.util.List;
import java.util.stream.Collectors;
import org.greenaudit.text.Lexicon;

/**
 * A piece of text that names what a purchase is: a row of {@code name-terms.csv} or {@code exclusion-terms.csv}, or a
 * name of the category catalogue.
 *
 * @param text the text as normalised by {@code NameKeys}
 * @param role what finding it means
 * @param kind the product kind it names or, excluded or used elsewhere, does not name; empty for other roles
 */
public record NameTerm(String text, Role role, String kind) {

    /** What finding a term means. */
    public enum Role {
        /** Names the kind: 笔记本电脑 is a 便携式计算机. */
        INCLUDE,
        /** Looks like the kind's name and is not: 投影幕 is no 投影仪. */
        EXCLUDE,
        /** Decides between kinds where a wider name (打印机) stands elsewhere in the text: 激光. */
        QUALIFIER,
        /** Decides as a qualifier does, but names no goods by itself: 钢板, 燃气. */
        PROPERTY,
        /** A service on goods: 租赁, 维修. */
        SERVICE,
        /** Works: 改造工程. */
        WORKS,
        /** An accessory or consumable: 硒鼓 after 打印机, 电脑包. */
        ACCESSORY,
        /** Part of a production line: 生产线, 成套. */
        PRODUCTION_LINE,
        /** Contains one of the others by accident and cancels it: 服务器 for 服务, 维修工具 for 维修. */
        PROTECTED,
        /** Makes of the goods named after it a special sort, perhaps outside the lists: 医用, 车载. */
        SPECIAL_USE,
        /** Makes other goods of the kind named after it: 航空 before a lamp. */
        OTHER_USE,
        /** A sale or disposal, which is no purchase: 转让, 拍卖. */
        SALE,
        /** Names goods that are no kind of their own here: a name of the category catalogue, such as 救护车. */
        OTHER_GOODS,
        /** Behind the kind's name, makes other goods of it: 设备 behind 水泥. No term of a text by itself. */
        OTHER_HEAD,
        /** A noun that names of the kind end in, which hints at it where nothing else is known: 柜. No term of a text. */
        GENERAL,
        /** A general noun that makes other goods of the words before it: 柜 in 水泵变频柜. No term of a text by itself. */
        HEAD,
        /** The same for what goods are made of or come with, so that behind a blank it may tell how they are: 架, 管. */
        PART,
        /** How a word for an activity ends (移位, 恢复): behind goods it may announce a service. No term of a text. */
        ACTIVITY,
        /** How a word ends that tells what goods are like: 系列, 色, 型. No term of a text by itself. */
        ATTRIBUTE,
        /** A part of furniture that is no frame (五星脚, 拉手): its material is not that of the body. No term of a text. */
        FITTING,
        /** A label that means the body of furniture (主体, 桌架): what stands behind it is its material. No term of a text. */
        FRAME,
        /** What lies on the frame of a table or bed (台面, 床板). No term of a text by itself. */
        TOP,
        /** What a table stands on (桌腿). No term of a text by itself. */
        LEG,
        /** A label that says only that goods are described (规格, 参数). No term of a text by itself. */
        LABEL,
        /** Before a short name of goods, leaves them what they are: 前台, 教师, 涡轮. No term of a text by itself. */
        MODIFIER,
        /** A warranty (质保), which leaves the goods before it goods. No term of a text by itself, as the next four. */
        PROMISE,
        /** Who keeps a promise and where: 原厂, 上门. */
        PROMISE_MANNER,
        /** That a promise costs nothing more: 免费, 含, 终身. */
        PROMISE_GIFT,
        /** What a seller does with the sale: 安装, 服务. */
        PROMISE_WORK,
        /** What a seller does afterwards, unless it is bought as a service: 维保. */
        PROMISE_UPKEEP,
        /** A word behind goods that leaves them what they are: 一批, 项目, 设备. No term of a text by itself. */
        WRAPPER
    }

    /** The words of one role among terms. */
    public static Lexicon words(List<NameTerm> terms, Role role) {
        return new Lexicon(terms.stream()
                .filter(term -> term.role() == role)
                .map(NameTerm::text)
                .collect(Collectors.toUnmodifiableSet()));
    }
}
