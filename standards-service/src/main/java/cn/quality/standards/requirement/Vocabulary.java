package cn.quality.standards.requirement;

import cn.quality.standards.number.Spelling;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All characteristics, by any of their names. */
final class Vocabulary {

    private final Map<String, Characteristic> byName = new HashMap<>();
    private final Map<String, Characteristic> byCode = new HashMap<>();

    Vocabulary(List<Characteristic> characteristics) {
        for (var one : characteristics) {
            byCode.put(one.code(), one);
            one.names().forEach(name -> byName.put(folded(name), one));
        }
    }

    /** Names that differ in width, case, dashes or blanks alone are one. */
    static String folded(String name) {
        return Spelling.normalise(name).replace(" ", "");
    }

    Optional<Characteristic> named(String name) {
        return Optional.ofNullable(byName.get(folded(name)));
    }

    Optional<Characteristic> coded(String code) {
        return Optional.ofNullable(byCode.get(code));
    }
}
