package cn.quality.gateway.upstream;

/** A service was not asked because it failed too often of late. */
final class Spared extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Spared(String name) {
        super(name + " is spared", null, false, false);
    }
}
