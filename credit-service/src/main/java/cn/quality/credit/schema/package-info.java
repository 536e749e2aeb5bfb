/**
 * What other services rely on: the JSON Schema of each event this service sends, served where it is produced.
 */
@NullMarked
package cn.quality.credit.schema;

import org.jspecify.annotations.NullMarked;
