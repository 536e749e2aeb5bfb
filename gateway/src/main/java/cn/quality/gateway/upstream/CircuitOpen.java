package cn.quality.gateway.upstream;

/** A request that was not sent, because its service failed too often of late. */
final class CircuitOpen extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CircuitOpen(String name) {
        super("the circuit of " + name + " is open", null, false, false);
    }
}
