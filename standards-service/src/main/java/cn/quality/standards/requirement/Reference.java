package cn.quality.standards.requirement;

import java.util.List;
import java.util.Map;

/**
 * All reference data as of one moment.
 *
 * @param stamp of the newest version in it
 * @param requirements by the canonical number of their standard
 */
record Reference(long stamp, Vocabulary vocabulary, Map<String, Requirement> requirements) {

    static final Reference NONE = new Reference(-1, new Vocabulary(List.of()), Map.of());
}
