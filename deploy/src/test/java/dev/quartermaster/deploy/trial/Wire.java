package dev.quartermaster.deploy.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP connection that can be cut and mended, in front of something the program needs. Cut, it refuses. */
final class Wire implements AutoCloseable {
    private final int port;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private ServerSocket server;

    private Wire(int port, int target) {
        this.port = port;
        this.target = target;
    }

    /** Cut at first. */
    static Wire to(int target) throws IOException {
        return new Wire(PackagedJar.freePort(), target);
    }

    int port() {
        return port;
    }

    synchronized void mend() {
        if (server != null) {
            return;
        }
        try {
            server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ServerSocket current = server;
        Thread.ofVirtual().start(() -> accept(current));
    }

    synchronized void cut() {
        close(server);
        server = null;
        open.forEach(Wire::close);
        open.clear();
    }

    @Override
    public void close() {
        cut();
    }

    private void accept(ServerSocket from) {
        try {
            while (true) {
                Socket near = from.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(near);
                open.add(far);
                Thread.ofVirtual().start(() -> pump(near, far));
                Thread.ofVirtual().start(() -> pump(far, near));
            }
        } catch (IOException cut) {
            close(from);
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            // Either side may end it.
        }
        close(from);
        close(to);
    }

    private static void close(AutoCloseable each) {
        try {
            if (each != null) {
                each.close();
            }
        } catch (Exception alreadyClosed) {
            // Nothing to do.
        }
    }
}
