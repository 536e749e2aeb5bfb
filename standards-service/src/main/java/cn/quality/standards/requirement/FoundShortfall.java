package cn.quality.standards.requirement;

import java.util.List;

/**
 * A shortfall with what is needed to ask for its statement.
 *
 * @param field of the declaration that it is about
 * @param names all that its characteristic is called
 */
public record FoundShortfall(Shortfall shortfall, String field, List<String> names) {

    /** Whether a statement speaks of it. */
    public boolean isNamedIn(String statement) {
        var folded = Vocabulary.folded(statement);
        return names.stream().map(Vocabulary::folded).anyMatch(folded::contains);
    }
}
