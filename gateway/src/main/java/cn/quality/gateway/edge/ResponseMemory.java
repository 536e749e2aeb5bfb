package cn.quality.gateway.edge;

import io.quarkus.runtime.configuration.MemorySizeConverter;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The memory of responses that are under way. There is one in the process, not in the container of beans: connections count in it
 * ({@link ResponseBackpressure}), and Netty makes them without knowing of beans.
 */
final class ResponseMemory {

    private static final TransferMemory OF_THIS_PROCESS =
            new TransferMemory(ConfigProvider.getConfig(ResponseMemory.class.getClassLoader())
                    .getOptionalValue("gateway.edge.response-memory", String.class)
                    .map(ResponseMemory::bytes)
                    .orElseGet(() -> bytes(EdgeConfig.RESPONSE_MEMORY)));

    private ResponseMemory() {}

    private static long bytes(String size) {
        return new MemorySizeConverter().convert(size).asLongValue();
    }

    static TransferMemory ofThisProcess() {
        return OF_THIS_PROCESS;
    }
}
