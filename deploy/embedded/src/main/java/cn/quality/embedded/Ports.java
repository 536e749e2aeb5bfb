package cn.quality.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports of the loopback interface. */
public final class Ports {

    private Ports() {}

    /** A port that nobody listens on at this moment. */
    public static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new InfrastructureException("No free port on the loopback interface", e);
        }
    }

    /**
     * Refuses a port that somebody listens on.
     *
     * @param wantedBy the part that needs the port, as the reader knows it
     */
    public static void requireFree(String wantedBy, int port) {
        try (var socket = new ServerSocket()) {
            // Without this a port in TIME_WAIT, left by a server just stopped, would count as taken.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
        } catch (IOException e) {
            throw new InfrastructureException(
                    "Port %d, wanted by %s, is taken by another program: stop that program or choose another port"
                            .formatted(port, wantedBy),
                    e);
        }
    }
}
