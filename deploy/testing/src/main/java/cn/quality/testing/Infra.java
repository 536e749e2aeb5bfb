package cn.quality.testing;

import java.lang.reflect.InvocationTargetException;

/**
 * The PostgreSQL and the Kafka of this JVM's tests; each starts when it is first asked for. Quarkus tests get them
 * through {@link InfraResource}, others call these methods.
 */
public final class Infra {

    private Infra() {}

    /** The address of a database, created together with its roles {@code <db>_owner} and {@code <db>_app} when new. */
    public static String jdbcUrl(String database) {
        return shared("jdbcUrl", database);
    }

    /** The broker's address; the suite's topics exist. */
    public static String bootstrapServers() {
        return shared("bootstrapServers");
    }

    public static Kafka kafka() {
        return new Kafka();
    }

    /** The broker, to take away and to give back. */
    public static final class Kafka {

        private Kafka() {}

        /** Returns once nobody answers any more; data is kept. */
        public void stop() {
            shared("stopKafka");
        }

        /** Returns once the same address answers again. */
        public void start() {
            shared("startKafka");
        }
    }

    static String shared(String method, String... arguments) {
        // Kafka finds its own classes through the context class loader, which in a Quarkus test has another copy of
        // some.
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(ClassLoader.getSystemClassLoader());
        try {
            Class<?> owner = Class.forName("cn.quality.testing.SharedInfra", true, ClassLoader.getSystemClassLoader());
            Class<?>[] types = new Class<?>[arguments.length];
            java.util.Arrays.fill(types, String.class);
            return String.valueOf(owner.getMethod(method, types).invoke(null, (Object[]) arguments));
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("Test infrastructure: " + method + " failed", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Test infrastructure has no " + method, e);
        } finally {
            Thread.currentThread().setContextClassLoader(context);
        }
    }
}
