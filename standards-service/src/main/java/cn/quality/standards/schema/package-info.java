/**
 * The schemas of the events this service sends, served to their consumers: one JSON Schema (2020-12) per event
 * type, and the AsyncAPI document that ties types to topics. In a version only optional fields are added.
 */
@NullMarked
package cn.quality.standards.schema;

import org.jspecify.annotations.NullMarked;
