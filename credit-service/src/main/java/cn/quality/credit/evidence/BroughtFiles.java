package cn.quality.credit.evidence;

import cn.quality.platform.problem.Problem;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Files that a sender has brought, by which each of many items is checked. */
public record BroughtFiles(Set<UUID> ids) {

    /** @throws Problem 422 {@code unknown-evidence} naming the first file that is not among them */
    public void require(Collection<UUID> files) {
        files.stream().filter(file -> !ids.contains(file)).findFirst().ifPresent(file -> {
            throw EvidenceProblems.unknown(file);
        });
    }
}
