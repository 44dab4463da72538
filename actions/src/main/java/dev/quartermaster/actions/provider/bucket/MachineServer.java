package dev.quartermaster.actions.provider.bucket;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.concurrent.TimeoutException;
import org.gaul.s3proxy.BlobStoreLocator;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * A real S3 server in this process, for this machine alone. Where its port is taken it takes a free one, because the address is
 * shown with the keys and never remembered.
 */
final class MachineServer implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(MachineServer.class);
    private static final String HOST = "127.0.0.1";
    /** For what is under way; clients that keep a connection open for later would hold it longer. */
    private static final long STOP_MILLIS = 500;

    private static final int THREADS = 16;
    /** What a client signs as a whole is held in memory until the signature is known; larger things are sent in parts,
     * which clients make 8 MiB large. */
    private static final long MOST_AT_ONCE = 9L << 20;

    private final BlobStoreLocator access;
    private final int wanted;
    private volatile S3Proxy server;

    /** @param port 0: a free one */
    MachineServer(BlobStoreLocator access, int port) {
        this.access = access;
        this.wanted = port;
    }

    /** Empty while it isn't running. */
    String endpoint() {
        S3Proxy running = server;
        return running == null ? "" : "http://" + HOST + ":" + running.getPort();
    }

    @Override
    public void start() {
        try {
            server = started(wanted);
        } catch (Exception taken) {
            LOG.warn(
                    "Buckets: port {} cannot be had ({}); a free one is taken. QUARTERMASTER_S3_PORT names another.",
                    wanted,
                    taken.getMessage());
            server = onAnyPort();
        }
        LOG.info(
                "Buckets are kept by this machine's own S3 server at {}, for this machine only: they want a backup, and"
                        + " several replicas want QUARTERMASTER_S3_ENDPOINT",
                endpoint());
    }

    private S3Proxy onAnyPort() {
        try {
            return started(0);
        } catch (Exception e) {
            throw new IllegalStateException("This machine's own S3 server does not start", e);
        }
    }

    private S3Proxy started(int port) throws Exception {
        S3Proxy starting = S3Proxy.builder()
                .blobStore(nobodys())
                .endpoint(URI.create("http://" + HOST + ":" + port))
                .awsAuthentication(AuthenticationType.AWS_V4, "nobody", "nothing")
                .v4MaxNonChunkedRequestSize(MOST_AT_ONCE)
                .jettyMaxThreads(THREADS)
                .stopTimeout(STOP_MILLIS)
                .build();
        starting.setBlobStoreLocator(access);
        try {
            starting.start();
            return starting;
        } catch (Exception failed) {
            starting.stop();
            throw failed;
        }
    }

    /** What who comes without a key gets to see. */
    private static BlobStore nobodys() {
        return (BlobStore) Proxy.newProxyInstance(
                BlobStore.class.getClassLoader(), new Class<?>[] {BlobStore.class}, (store, method, arguments) -> {
                    throw OwnBucketStore.denied();
                });
    }

    @Override
    public void stop() {
        S3Proxy running = server;
        server = null;
        if (running != null) {
            try {
                running.stop();
            } catch (TimeoutException cutOff) {
                LOG.debug("What was under way with this machine's own S3 server was cut off", cutOff);
            } catch (Exception unclean) {
                LOG.warn("This machine's own S3 server did not stop cleanly", unclean);
            }
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }
}
