/**
 * One id runs through a request, its log lines, its problem answer and the events it causes.
 */
@NullMarked
package cn.quality.platform.trace;

import org.jspecify.annotations.NullMarked;
