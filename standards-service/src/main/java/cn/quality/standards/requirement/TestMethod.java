package cn.quality.standards.requirement;

import cn.quality.standards.number.FoundNumber;
import cn.quality.standards.number.Level;
import cn.quality.standards.number.StandardNumber;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** How a characteristic is tested or judged: free text that cites standards. */
public record TestMethod(String text) {

    /** 企业标准化促进办法 art. 12: national, industry and international standards come first; local ones are such of a region. */
    private static final Set<Level> PUBLISHED = EnumSet.of(
            Level.NATIONAL, Level.INDUSTRY, Level.LOCAL, Level.INTERNATIONAL, Level.METROLOGY, Level.MILITARY);

    /** Whether it cites a method that an authority or an international body has published. */
    public boolean isPublished() {
        return numbers().stream().anyMatch(number -> PUBLISHED.contains(number.level()));
    }

    /**
     * Whether two texts mean one method: they cite one standard, in one edition where both name theirs. Without a number, the
     * words decide.
     */
    boolean isSame(TestMethod other) {
        var own = numbers();
        var others = other.numbers();
        if (own.isEmpty() || others.isEmpty()) {
            return Vocabulary.folded(text).equals(Vocabulary.folded(other.text));
        }
        return own.stream().anyMatch(one -> others.stream().anyMatch(two -> isSame(one, two)));
    }

    private static boolean isSame(StandardNumber one, StandardNumber two) {
        return one.family().equals(two.family())
                && (!one.dated()
                        || !two.dated()
                        || Objects.equals(one.parts().year(), two.parts().year()));
    }

    private List<StandardNumber> numbers() {
        return StandardNumber.numbersIn(text).stream().map(FoundNumber::number).toList();
    }
}
