package cn.quality.credit.matching;

import cn.quality.platform.problem.Text;
import java.math.BigDecimal;
import java.util.Locale;

/** The table of all that counts for or against a match, and how much. */
enum MatchRule {
    CODE_EQUAL("1.00", "统一社会信用代码一致", "The unified social credit code is the same"),
    /** A right code with the name of somebody else: one of both is a mistake. */
    NAME_DIFFERS("-0.2", "名称与该代码登记的名称不符", "The name is not that of the enterprise with this code"),
    /** A ceiling: two valid codes are two enterprises, whatever they are called. */
    CODE_DIFFERS("0.30", "统一社会信用代码不同，总分不超过0.30", "The codes differ: 0.30 at most"),
    NAME_EQUAL("0.97", "名称规范化后一致", "The names are the same once normalised"),
    FORMER_NAME_EQUAL("0.92", "与曾用名一致", "The same as a former name"),
    CORE_AND_REGION_EQUAL("0.95", "字号与行业一致，区划相符", "Brand and industry are the same, the regions agree"),
    CORE_EQUAL("0.85", "字号与行业一致，区划不明", "Brand and industry are the same, the region is not known"),
    REGION_DIFFERS("0.60", "字号与行业一致，区划不同", "Brand and industry are the same, the regions differ"),
    /** A floor, however short the names: one character wrong, missing or too many, or two neighbours swapped. */
    ONE_SLIP("0.78", "字号与行业仅一字之差，总分不低于0.78", "Brand and industry differ by one slip of writing: 0.78 at least"),
    SIMILAR_CORE("0.5", "字号与行业的相似度为%s", "Brand and industry are alike by %s"),
    SIMILAR_NAME("0.3", "全称的相似度为%s", "The whole names are alike by %s"),
    SIMILAR_BRAND("0.2", "字号的编辑相似度为%s", "The brands are alike by %s, counted in edits"),
    /** A ceiling: much industry in common does not make one brand of two. */
    BRAND_DIFFERS("0.69", "字号不同，总分不超过0.69", "The brands differ: 0.69 at most"),
    /** A ceiling: nobody is nearer to a name elsewhere than who bears the very same. */
    PLACE_DIFFERS("0.59", "区划不同且名称不同，总分不超过0.59", "The names differ and so do the regions: 0.59 at most"),
    /** A ceiling: what is not the same is never taken for it without a look. */
    CORE_DIFFERS("0.94", "字号与行业不一致，总分不超过0.94", "Brand and industry are not the same: 0.94 at most"),
    FORM_DIFFERS("-0.1", "组织形式不同", "The legal forms differ"),
    NUMERAL_DIFFERS("-0.3", "名称中的数字不同", "The numbers in the names differ"),
    BRANCH_DIFFERS("-0.2", "一方是分支机构，或分支机构不同", "One is a branch, or the branches differ");

    private final BigDecimal points;
    private final String zh;
    private final String en;

    MatchRule(String points, String zh, String en) {
        this.points = new BigDecimal(points).setScale(Similarity.SCALE);
        this.zh = zh;
        this.en = en;
    }

    BigDecimal points() {
        return points;
    }

    /** Stable name for programs. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Text text(Object... args) {
        return Text.of(zh, en, args);
    }
}
