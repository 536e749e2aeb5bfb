package cn.quality.credit.evidence;

import cn.quality.platform.problem.Problem;
import java.io.InputStream;

/** Where the bytes lie. Content is named by its SHA-256, so the same content lies there once. */
interface EvidenceStore {

    /**
     * Takes content in, without a place yet.
     *
     * @param limit bytes
     * @throws Problem 413 {@code payload-too-large} as soon as there is more than the limit
     */
    Arrival receive(InputStream content, long limit);

    /** The content in this place; the caller closes it. */
    InputStream open(String sha256);

    /** Removes the content in this place, if there is any. */
    void remove(String sha256);

    /** Content that has come in whole. What has been given no place is gone after {@link #close()}. */
    interface Arrival extends AutoCloseable {

        /** 64 hexadecimal digits. */
        String sha256();

        /** In bytes. */
        long size();

        InputStream open();

        /** Puts it in its place in one step, safe from a power cut. */
        void place();

        @Override
        void close();
    }
}
