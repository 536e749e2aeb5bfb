package cn.quality.standards.declarant;

import java.util.List;

/** How an enterprise stands on the lists: the entries the public may see, newest first, and the badge they make. */
public record Standing(Badge badge, List<PublicEntry> entries) {

    static Standing of(List<PublicEntry> entries) {
        return new Standing(Badge.of(entries.stream().map(PublicEntry::kind).toList()), entries);
    }
}
