package cn.quality.platform.http;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.inject.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Refuses a body that is larger than a document of this API can be, with a problem rather than a cut connection, whether
 * its length was announced or not. Whoever takes the stream itself reads it in bounded memory and has limits of its own.
 */
@jakarta.ws.rs.ext.Provider
class BodyLimit implements ReaderInterceptor {

    @ConfigMapping(prefix = "quality.http")
    interface Config {

        /** Bytes of a JSON body. */
        @WithDefault("1048576")
        long maxJsonBody();
    }

    /** Asked late, because providers are made before the run-time configuration is read. */
    private final Provider<Config> config;

    BodyLimit(Provider<Config> config) {
        this.config = config;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (context.getType() != InputStream.class) {
            context.setInputStream(
                    new Limited(context.getInputStream(), config.get().maxJsonBody()));
        }
        return context.proceed();
    }

    private static final class Limited extends FilterInputStream {

        private final long limit;
        private long seen;

        Limited(InputStream in, long limit) {
            super(in);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            seen += read;
            if (seen > limit) {
                throw new Problem(
                        ProblemTypes.PAYLOAD_TOO_LARGE,
                        Text.of("请求内容不得超过 %d 字节", "A body may have %d bytes at most", limit));
            }
        }
    }
}
