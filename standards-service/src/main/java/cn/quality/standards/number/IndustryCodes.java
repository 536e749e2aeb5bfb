package cn.quality.standards.number;

import java.util.Map;

/**
 * 行业标准代号: the codes of industry standards. A list and no pattern, for two letters alone would make Chinese industry
 * standards of {@code UL 94-2013} and {@code BS 5750}.
 */
final class IndustryCodes {

    private static final Map<String, String> TITLES = Table.read("industry-codes.tsv", cells -> cells[1]);

    private IndustryCodes() {}

    /** Of an industry, or of its engineering construction: a J behind (JGJ, CJJ). */
    static boolean contains(String code) {
        return TITLES.containsKey(code)
                || (code.length() == 3 && code.charAt(2) == 'J' && TITLES.containsKey(code.substring(0, 2)));
    }
}
