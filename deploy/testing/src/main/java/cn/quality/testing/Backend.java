package cn.quality.testing;

/** Where PostgreSQL and Kafka come from. Parts start when first asked for. */
interface Backend {

    /** One line that says what was chosen. */
    String description();

    /** The JDBC address of a database, created with its two roles when new. */
    String jdbcUrl(String database);

    String bootstrapServers();

    /** Takes the broker away and keeps its data. */
    void stopKafka();

    /** Brings the broker back on the same address. */
    void startKafka();
}
