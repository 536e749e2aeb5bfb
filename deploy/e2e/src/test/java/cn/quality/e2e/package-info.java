/**
 * The whole suite as a user meets it: started by the launcher of {@code deploy/up} on free ports, driven over HTTP with
 * tokens of the real identity service, and looked at in a browser. Nothing here knows a class of a service.
 */
@NullMarked
package cn.quality.e2e;

import org.jspecify.annotations.NullMarked;
