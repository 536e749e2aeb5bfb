package cn.quality.standards.tbt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** A class of the International Classification for Standards: 43, 43.040 or 43.040.20. */
final class IcsClass {

    private static final Pattern FORM = Pattern.compile("\\d{2}(\\.\\d{3}(\\.\\d{2})?)?");

    private IcsClass() {}

    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /** The classes and those that they lie in, by which they are found: 43 and 43.040 for 43.040.20. */
    static List<String> around(Collection<String> classes) {
        var all = new ArrayList<String>();
        for (var one : classes) {
            for (int dot = one.indexOf('.'); dot > 0; dot = one.indexOf('.', dot + 1)) {
                all.add(one.substring(0, dot));
            }
            all.add(one);
        }
        return all.stream().distinct().sorted().toList();
    }
}
