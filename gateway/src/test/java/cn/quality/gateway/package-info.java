/** Drives the gateway over real sockets, between a real client and a real peer that misbehaves on request. */
@NullMarked
package cn.quality.gateway;

import org.jspecify.annotations.NullMarked;
