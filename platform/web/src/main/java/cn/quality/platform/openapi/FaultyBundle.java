package cn.quality.platform.openapi;

/** What is wrong with an entry of a bundle. {@link OperationTexts} adds where, and reports all of them together. */
class FaultyBundle extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FaultyBundle(String message) {
        super(message);
    }
}
