/**
 * The decision log: each act of an official leaves a line that names the line before it by hash. Lines can be added, never
 * changed; a changed, removed or inserted line is found by recomputing the chain.
 */
@NullMarked
package cn.quality.platform.decision;

import org.jspecify.annotations.NullMarked;
