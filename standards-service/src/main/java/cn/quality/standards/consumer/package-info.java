/**
 * Events of the credit service come in here and are handed to the features. Every consumer takes a full snapshot and
 * leaves it to the feature to store only what is newer; types it does not know it lets pass.
 */
@NullMarked
package cn.quality.standards.consumer;

import org.jspecify.annotations.NullMarked;
