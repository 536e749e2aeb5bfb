package cn.quality.platform.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names parameters that are ignored where others that are unknown would be refused. Only for a protocol that others have
 * written, whose clients send more than this service has a use for.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface IgnoredParameters {

    String[] value();
}
