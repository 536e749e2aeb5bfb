package cn.quality.gateway.upstream;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/** A response that was received to its end. */
public record WholeResponse(int status, MultiMap headers, Buffer body) {}
