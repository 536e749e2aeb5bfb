package cn.quality.platform.version;

/**
 * Where a service stores versions. Beside the two named columns, the table has {@code version}, {@code body} (JSON), {@code
 * recorded_at} and {@code recorded_by}; kind, key and version are its primary key, and rows are only added.
 *
 * @param name of the table
 * @param kind column with the kind of an item
 * @param key column with what an item is called among its kind
 */
public record VersionTable(String name, String kind, String key) {}
