package cn.quality.gateway.edge;

/** A step on the way of a request that refused it; carries words, not a stack trace. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Refused(Problem problem) {
        super(problem.detail().en(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
