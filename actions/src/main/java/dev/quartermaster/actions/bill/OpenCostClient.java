package dev.quartermaster.actions.bill;

import dev.quartermaster.actions.provider.BoundedHttp;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Asks OpenCost what a month's pods came to by lease. Tried on a stub of its published API only
 * (opencost.io/docs/integrations/api, {@code GET /allocation}).
 */
@Component
public class OpenCostClient {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final BoundedHttp http = new BoundedHttp(PATIENCE, Bills.LARGEST);
    private final String address;

    OpenCostClient(@Value("${quartermaster.opencost.url:}") String address) {
        this.address = address.strip();
    }

    /** Whether an administrator has said where it is. */
    public boolean configured() {
        return !address.isEmpty();
    }

    /** @throws IOException when it does not answer, or not with that, within half a minute */
    public byte[] allocation(YearMonth month, ZoneId zone) throws IOException {
        String window = start(month, zone) + "," + start(month.plusMonths(1), zone);
        URI asked = URI.create(address + "/allocation?window=" + URLEncoder.encode(window, StandardCharsets.UTF_8)
                + "&aggregate=" + URLEncoder.encode("namespace,label:quartermaster_dev_lease", StandardCharsets.UTF_8)
                + "&includeIdle=true");
        var answer = http.send(HttpRequest.newBuilder(asked).GET(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("OpenCost answered " + answer.statusCode());
        }
        return answer.body();
    }

    private static Instant start(YearMonth month, ZoneId zone) {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }
}
