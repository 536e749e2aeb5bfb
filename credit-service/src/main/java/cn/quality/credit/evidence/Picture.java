package cn.quality.credit.evidence;

/** The dimensions a picture claims, in pixels. */
record Picture(long width, long height) {

    long pixels() {
        return width * height;
    }
}
