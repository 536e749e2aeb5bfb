package cn.quality.gateway.upstream;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A service: its instances, and which of them gets the next request. */
final class Upstream {

    private final List<Instance> instances;
    private final AtomicInteger turn = new AtomicInteger();

    Upstream(String name, List<Instance> instances) {
        if (instances.isEmpty() || instances.size() > Long.SIZE) {
            throw new IllegalStateException("gateway.upstreams.%s needs from 1 to 64 addresses".formatted(name));
        }
        this.instances = List.copyOf(instances);
    }

    List<Instance> instances() {
        return instances;
    }

    /**
     * The healthy instance with the fewest outstanding requests, in turn where several have as few; an unhealthy one rather than
     * none.
     *
     * @param tried a bit for each instance that is not to be tried again
     */
    @Nullable
    Instance choose(long tried) {
        var count = instances.size();
        var first = count == 1 ? 0 : Math.floorMod(turn.getAndIncrement(), count);
        @Nullable Instance best = null;
        var bestLoad = Long.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            var n = (first + i) % count;
            if ((tried & 1L << n) == 0) {
                var candidate = instances.get(n);
                var load = candidate.outstanding() + (candidate.healthy() ? 0 : 1L << 32);
                if (load < bestLoad) {
                    best = candidate;
                    bestLoad = load;
                }
            }
        }
        return best;
    }

    /** The bit of an instance in what was tried. */
    long bit(Instance instance) {
        return 1L << instances.indexOf(instance);
    }
}
