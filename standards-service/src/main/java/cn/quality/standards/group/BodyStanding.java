package cn.quality.standards.group;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What the rules of a project ask of its body.
 *
 * @param codes present and former, the present one last
 * @param missing papers that are not on file
 */
record BodyStanding(
        UUID id, String uscc, String name, List<String> codes, boolean suspended, Set<GroupBody.PaperKind> missing) {

    String code() {
        return codes.getLast();
    }
}
