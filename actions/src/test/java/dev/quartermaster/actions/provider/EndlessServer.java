package dev.quartermaster.actions.provider;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Begins an answer of 200 and never ends it. */
public final class EndlessServer implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int chunk;
    private final long pause;

    /**
     * @param chunk bytes at once
     * @param pause milliseconds between two
     */
    public EndlessServer(int chunk, long pause) throws IOException {
        this.chunk = chunk;
        this.pause = pause;
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return socket.getLocalPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    private void accept() {
        try {
            while (true) {
                Socket one = socket.accept();
                Thread.ofVirtual().start(() -> answer(one));
            }
        } catch (IOException closed) {
            return;
        }
    }

    private void answer(Socket one) {
        try (one) {
            OutputStream out = one.getOutputStream();
            out.write(ascii("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"));
            byte[] next = ascii(Integer.toHexString(chunk) + "\r\n" + " ".repeat(chunk) + "\r\n");
            while (true) {
                out.write(next);
                Thread.sleep(pause);
            }
        } catch (IOException | InterruptedException gone) {
            return;
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
