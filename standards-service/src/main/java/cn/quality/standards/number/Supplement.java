package cn.quality.standards.number;

import org.jspecify.annotations.Nullable;

/**
 * What changes an edition without making a new one.
 *
 * @param ordinal of its kind: the 1 of 第1号修改单
 * @param year when it was published; absent where the spelling does not state it
 * @param consolidated whether the number names the edition with the supplement worked into it ({@code +AMD 1:2023})
 */
public record Supplement(Kind kind, int ordinal, @Nullable Integer year, boolean consolidated) {

    /** 修改单, 勘误. */
    public enum Kind {
        AMENDMENT,
        CORRIGENDUM
    }
}
