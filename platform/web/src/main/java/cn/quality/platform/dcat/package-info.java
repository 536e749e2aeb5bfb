/** The open data of a service as DCAT-AP 3 (JSON-LD): what other portals harvest. */
@NullMarked
package cn.quality.platform.dcat;

import org.jspecify.annotations.NullMarked;
