package cn.quality.indicator.sdmx;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import java.util.Map;

/** Refusals of the protocol, with the status it asks for and the code it gives them. */
final class Refusals {

    private static final ProblemType NOT_BUILT = new ProblemType(501, "not-built", new Text("尚未实现", "Not implemented"));

    /** SDMX 2.1 section 7; a status without a code of its own stands for itself. */
    private static final Map<Integer, Integer> CODES = Map.of(404, 100, 400, 140, 422, 150);

    private Refusals() {}

    /** A request that is not written as the protocol says. */
    static Problem syntax(String zh, String en, Object... args) {
        return new Problem(ProblemTypes.INVALID_ARGUMENT, Text.of(zh, en, args));
    }

    /** A request that is written well and cannot be meant. */
    static Problem semantic(String zh, String en, Object... args) {
        return new Problem(ProblemTypes.UNPROCESSABLE, Text.of(zh, en, args));
    }

    static Problem noResults(String zh, String en, Object... args) {
        return new Problem(ProblemTypes.NOT_FOUND, Text.of(zh, en, args));
    }

    static Problem notAcceptable(String wanted) {
        return new Problem(ProblemTypes.NOT_ACCEPTABLE, Text.of("不提供格式 %s", "The format %s is not offered", wanted));
    }

    static Problem notBuilt(String what) {
        return new Problem(NOT_BUILT, Text.of("%s 尚未实现", "%s is not implemented", what));
    }

    /** The code an error message of SDMX carries. */
    static int code(Problem problem) {
        return CODES.getOrDefault(problem.type().status(), problem.type().status());
    }
}
