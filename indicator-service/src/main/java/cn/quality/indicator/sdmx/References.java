package cn.quality.indicator.sdmx;

import cn.quality.platform.problem.Problem;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether what a request writes for an agency or a version takes in ours. */
final class References {

    private static final Set<String> ANY = Set.of("all", "*");

    /** Words for "whichever is newest", of both generations. */
    private static final Set<String> NEWEST = Set.of("latest", "all", "*", "+", "~");

    /** Semantic versions, with a plus behind the part that may be higher. */
    private static final Pattern VERSION = Pattern.compile("[0-9]+(\\+?\\.[0-9]+)*\\+?");

    private References() {}

    static boolean isOurAgency(String written) {
        return parts(written).anyMatch(part -> ANY.contains(part) || part.equals(Dataflow.AGENCY));
    }

    static boolean isAny(String written) {
        return ANY.contains(written);
    }

    /** @throws Problem 400 for what is no version */
    static boolean isOurVersion(String written) {
        return parts(written).anyMatch(References::takesInOurs);
    }

    static Stream<String> parts(String written) {
        return Arrays.stream(written.split(",", -1));
    }

    private static boolean takesInOurs(String version) {
        if (NEWEST.contains(version)) {
            return true;
        }
        if (!VERSION.matcher(version).matches()) {
            throw Refusals.syntax("%s 不是版本号", "%s is no version", version);
        }
        if (!version.contains("+")) {
            return version.equals(Dataflow.VERSION) || version.equals("1.0");
        }
        // 1.0.0 is the first: it lies in a range exactly when the range begins there.
        return version.replace("+", "").equals(Dataflow.VERSION)
                || version.replace("+", "").equals("1.0");
    }
}
