package cn.quality.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which part listens on which port of the loopback interface. */
public final class PortPlan {

    private static final int HIGHEST = 65_535;

    private final Map<PartName, Integer> ports;

    private PortPlan(Map<PartName, Integer> ports) {
        this.ports = new EnumMap<>(ports);
    }

    /** The ports of the documentation. */
    public static PortPlan standard() {
        var ports = new EnumMap<PartName, Integer>(PartName.class);
        for (PartName part : PartName.values()) {
            ports.put(part, part.standardPort());
        }
        return new PortPlan(ports);
    }

    /** Ports that nobody listens on at this moment, all different. */
    public static PortPlan free() {
        var ports = new EnumMap<PartName, Integer>(PartName.class);
        List<ServerSocket> held = new ArrayList<>();
        try {
            // All are held until the last is known; otherwise the kernel may give the same one twice.
            for (PartName part : PartName.values()) {
                var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                held.add(socket);
                ports.put(part, socket.getLocalPort());
            }
            for (ServerSocket socket : held) {
                socket.close();
            }
        } catch (IOException e) {
            throw new LaunchException("No free port on the loopback interface", e);
        }
        return new PortPlan(ports);
    }

    /** All ports moved by the same distance. */
    PortPlan shifted(int offset) {
        var shifted = new EnumMap<>(ports);
        shifted.replaceAll((part, port) -> checked(part, port + offset));
        return new PortPlan(shifted);
    }

    PortPlan with(PartName part, int port) {
        var changed = new EnumMap<>(ports);
        changed.put(part, checked(part, port));
        return new PortPlan(changed);
    }

    public int of(PartName part) {
        Integer port = ports.get(part);
        if (port == null) {
            throw new IllegalStateException("A plan has every part: " + part);
        }
        return port;
    }

    /**
     * Looks at every port before anything starts, so that all taken ones are reported at once.
     *
     * @param leftOut parts whose port may be taken: by the one a developer has started
     * @throws LaunchException naming each taken port, the part that wants it, and the option that moves it
     */
    void requireFree(Set<PartName> leftOut) {
        List<String> complaints = new ArrayList<>();
        ports.forEach((part, port) -> {
            PartName twin = twinOf(part, port);
            if (twin != part) {
                complaints.add("Port %d is given to %s and to %s.".formatted(port, part.title(), twin.title()));
            } else if (!leftOut.contains(part) && taken(port)) {
                complaints.add(
                        "Port %d, wanted by %s, is taken by another program (which one: lsof -i :%d). Other port: %s N"
                                .formatted(port, part.title(), port, part.portOption()));
            }
        });
        if (!complaints.isEmpty()) {
            complaints.add("All ports at once: --port-offset N, for example --port-offset 1000");
            throw new LaunchException(String.join(System.lineSeparator(), complaints));
        }
    }

    private PartName twinOf(PartName part, int port) {
        return ports.entrySet().stream()
                .filter(entry -> entry.getValue() == port)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(part);
    }

    private static boolean taken(int port) {
        try (var socket = new ServerSocket()) {
            // Without this a port in TIME_WAIT, left by our own last run, would count as taken.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static int checked(PartName part, int port) {
        if (port < 1 || port > HIGHEST) {
            throw new LaunchException("Port %d of %s is not between 1 and %d".formatted(port, part.title(), HIGHEST));
        }
        return port;
    }
}
